"""How an installation is put together from its settings: engine, handlers, stores."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from functools import cached_property
from importlib.resources import files
from pathlib import Path

from ..engine.config import Config
from ..engine.engine import Engine
from ..engine.errors import BadConfiguration, NotFound
from ..engine.handler import HandlerRegistry, Surroundings, wall_clock
from ..engine.model.check import Check
from ..engine.model.message import Published
from ..engine.procedure.calendar import WorkingCalendar
from ..engine.procedure.calendar_reader import read_calendar
from ..handlers.builtin import Builtin, BuiltinSettings, builtin
from ..handlers.chore import Chore
from ..handlers.dossier.port import Dossiers
from ..handlers.identity.port import Logins
from ..handlers.in_memory import InMemory
from ..handlers.notification.maildir import MaildirChannel
from ..handlers.notification.memory import MemoryChannel
from ..handlers.notification.notice import Sent
from ..handlers.notification.port import NoticeChannel, Reporting
from ..handlers.payment.courier import Courier
from ..handlers.payment.gateways import Gateways
from ..handlers.payment.port import Notified
from ..handlers.payment.sandbox import SandboxCounter
from ..handlers.signature.desk import Desk as DocumentDesk
from ..handlers.signature.verification import Verification
from .installed import connected, rehearsed
from .settings import Settings


@dataclass(frozen=True)
class House:
    """The engine and what stands around it. counter: None where nobody pays at a sandbox.
    reporting: the channels whose providers report what became of notices. systems: the shipped
    ones; None where all is in memory.
    """

    engine: Engine
    calendar: WorkingCalendar
    dossiers: Dossiers
    gateways: Gateways
    counter: SandboxCounter | None
    channel: NoticeChannel
    logins: Logins
    document_desk: DocumentDesk
    close_stores: Callable[[], object] = lambda: None
    chores: tuple[Chore, ...] = ()
    reporting: Mapping[str, Reporting] = field(default_factory=dict)
    systems: Builtin | None = None

    @property
    def registry(self) -> HandlerRegistry:
        return self.engine.handlers

    @cached_property
    def labels(self) -> Labels:
        return Labels(self.engine)

    @property
    def bank(self) -> SandboxCounter:
        """Where people pay at the sandbox. Raises BadConfiguration where there is none."""
        if self.counter is None:
            raise BadConfiguration.of("payments.no-sandbox")
        return self.counter

    @property
    def verification(self) -> Verification:
        """What anybody may ask of a document."""
        return Verification(self.document_desk.documents)

    def receive_payment(self, gateway: str, callback: bytes, *, now: datetime) -> Received:
        """A callback to the address of a gateway: judged, noted, and told to whoever waits.

        Raises NotFound for a gateway there is none of.
        """
        notified = self.gateways.notify(gateway, callback, now=now)
        return Received(notified, tuple(self.deliver_payments()))

    def deliver_payments(self) -> list[Published]:
        """Publish what is still to be told about payments; what nobody can receive yet stays."""
        delivered = Courier(self.gateways, self.engine.messages.publish).deliver()
        return [each for each in delivered if isinstance(each, Published)]

    def restarted(self) -> House:
        """Another engine on the same database, as after a restart; what stands around it stays."""
        self.engine.close()
        return replace(self, engine=Engine(self.engine.config))

    def checks(self) -> list[Check]:
        return self.engine.doctor()

    def sent(self) -> tuple[Sent, ...]:
        """The notices that went out, where the channel keeps them."""
        if isinstance(self.channel, MaildirChannel | MemoryChannel):
            return self.channel.sent()
        return ()

    def close(self) -> None:
        self.engine.close()
        self.close_stores()


@dataclass(frozen=True, slots=True)
class Received:
    """What a callback was found to be, and what became of the messages that were to be sent."""

    notified: Notified
    published: tuple[Published, ...]


class Labels:
    """What analysts call the elements of deployed drawings."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._known: dict[str, Mapping[str, str]] = {}

    def of(self, definition: str | None, element: str | None) -> str:
        """The label of an element or a flow; its id where the drawing has none for it."""
        if not definition or not element:
            return element or ""
        if definition not in self._known:
            self._known[definition] = self._read(definition)
        return self._known[definition].get(element, element)

    def _read(self, definition: str) -> Mapping[str, str]:
        with suppress(NotFound):
            process = self._engine.deployments.drawn(definition)[1]
            flows = {flow.id: flow.name for flow in process.flows.values() if flow.name}
            return {**flows, **{each.id: each.label for each in process.elements.values()}}
        return {}


def build_house(settings: Settings, clock: Callable[[], datetime] | None = None) -> House:
    """The installation that the settings describe. clock: None for the database's own.

    Raises BadConfiguration and UnusableDatabase.
    """
    database = database_url(settings, settings.database)
    stores = database_url(settings, settings.stores) if settings.stores else database
    around = Surroundings(database=stores, folder=settings.folder, clock=clock or wall_clock)
    with ExitStack() as opened:
        systems = builtin(_builtin_settings(settings), around)
        opened.callback(systems.close)
        handlers = (*systems.handlers, *connected(settings, os.environ, around, opened))
        calendar = build_calendar(settings)
        engine = _engine(settings, database, clock, calendar, handlers)
        return House(
            engine,
            calendar,
            systems.dossier.dossiers,
            systems.payment.gateways,
            systems.payment.counter,
            systems.notification.channels[0],
            systems.identity.logins,
            systems.signature.desk,
            opened.pop_all().close,
            systems.chores(engine.messages.publish),
            systems.notification.reporting,
            systems,
        )


def _builtin_settings(settings: Settings) -> BuiltinSettings:
    """The sections of the systems that are built in."""
    names = (each.name for each in fields(BuiltinSettings))
    return BuiltinSettings(**{name: getattr(settings, name) for name in names})


def build_rehearsal(
    settings: Settings, clock: Callable[[], datetime], database: str = "sqlite://"
) -> House:
    """A house with everything in memory (but the engine's database, where one is named).

    Raises BadConfiguration and UnusableDatabase.
    """
    systems = InMemory()
    with ExitStack() as opened:
        handlers = (*systems.handlers, *rehearsed(settings, opened))
        calendar = build_calendar(settings)
        engine = _engine(settings, database, clock, calendar, handlers)
        close = opened.pop_all().close
    payments = systems.payments
    return House(
        engine,
        calendar,
        systems.dossiers,
        payments.gateways,
        payments.counter,
        systems.channel,
        systems.logins,
        systems.desk,
        close,
    )


def _engine(
    settings: Settings,
    database: str,
    clock: Callable[[], datetime] | None,
    calendar: WorkingCalendar,
    handlers: Sequence[object],
) -> Engine:
    return Engine(
        Config(
            database=database,
            handlers=handlers,
            clock=clock,
            calendar=calendar,
            language=settings.language,
            per_minute={
                name: each.per_minute for name, each in settings.jobs.items() if each.per_minute
            },
        )
    )


def build_calendar(settings: Settings) -> WorkingCalendar:
    """The calendar of the settings, else the one that procflow ships."""
    if settings.calendar:
        return read_calendar(_calendar_files(settings.path(settings.calendar)))
    shipped = files("procflow.processes").joinpath("calendars")
    years = (each for each in shipped.iterdir() if each.name.endswith(".toml"))
    return read_calendar({each.name: each.read_bytes() for each in years})


def _calendar_files(path: Path) -> dict[str, bytes]:
    chosen = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    return {file.name: file.read_bytes() for file in chosen}


def database_url(settings: Settings, url: str) -> str:
    """The URL; a relative SQLite file begins at the folder of the settings."""
    scheme, separator, file = url.partition(":///")
    if scheme != "sqlite" or not separator or not file or file.startswith((":memory:", "file:")):
        return url
    return f"{scheme}:///{settings.path(file)}"
