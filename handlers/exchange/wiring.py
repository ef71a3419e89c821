"""The exchange with other agencies as the settings want it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime

from ...engine.handler import Surroundings
from ..chore import Chore, Publish
from ..wire import Wire, WireSettings
from .attachments import AttachmentFolder
from .document import Agency
from .documents import PlatformDocuments
from .handlers import DocumentHandlers
from .incoming import Collector, Incoming
from .platform import IntegrationPlatform
from .rest_caller import RestCaller
from .rest_handlers import RestHandlers
from .service_handlers import ServiceHandlers
from .services import PlatformServices
from .settings import DocumentsSection, ExchangeSettings, PlatformSection
from .storage import Register


@dataclass(frozen=True, slots=True)
class Documents:
    """Documents of our agency. incoming: takes those that are pushed to us."""

    exchange: PlatformDocuments
    incoming: Incoming
    handlers: DocumentHandlers


@dataclass(frozen=True, slots=True)
class ExchangeSystem:
    """What the settings switch on; without any, there is no handler. register: None without a
    platform. clock: the present moment.
    """

    clock: Callable[[], datetime]
    services: PlatformServices | None = None
    documents: Documents | None = None
    register: Register | None = None
    platform: IntegrationPlatform | None = None
    caller: RestCaller | None = None

    @property
    def handlers(self) -> tuple[object, ...]:
        given = (
            self.services and ServiceHandlers(self.services),
            self.documents and self.documents.handlers,
            self.caller and RestHandlers(self.caller),
        )
        return tuple(each for each in given if each is not None)

    def chores(self, publish: Publish) -> tuple[Chore, ...]:
        """Collecting documents, where there are any; they are told to the engine by `publish`."""
        if self.documents is None or self.register is None:
            return ()
        exchange, incoming = self.documents.exchange, self.documents.incoming
        return (Collector(exchange, incoming, self.register, publish, clock=self.clock),)

    def close(self) -> None:
        with ExitStack() as closing:
            for each in (self.caller, self.platform, self.register):
                if each is not None:
                    closing.callback(each.close)


def exchange_system(settings: ExchangeSettings, around: Surroundings) -> ExchangeSystem:
    """Raises BadConfiguration and UnusableDatabase."""
    caller = (
        RestCaller(settings.hosts, settings.credentials, path=around.path)
        if settings.hosts
        else None
    )
    if settings.platform is None:
        return ExchangeSystem(around.clock, caller=caller)
    chosen = settings.platform
    with ExitStack() as opened:
        platform = _platform(chosen, around)
        opened.callback(platform.close)
        register = Register(around.database)
        opened.callback(register.close)
        section = chosen.documents
        documents = _documents(section, platform, register, around) if section else None
        opened.pop_all()
    services = PlatformServices(platform, chosen.services, register) if chosen.services else None
    return ExchangeSystem(around.clock, services, documents, register, platform, caller)


def _platform(chosen: PlatformSection, around: Surroundings) -> IntegrationPlatform:
    ca_file = around.path(chosen.ca_file) if chosen.ca_file else None
    reached = WireSettings(
        address=chosen.address, timeout=chosen.timeout, ca_file=ca_file, largest=30_000_000
    )
    return IntegrationPlatform(chosen, Wire(reached, system="LGSP"))


def _documents(
    chosen: DocumentsSection,
    platform: IntegrationPlatform,
    register: Register,
    around: Surroundings,
) -> Documents:
    agency = Agency(code=chosen.agency, name=chosen.name)
    folder = AttachmentFolder(around.path(chosen.folder))
    exchange = PlatformDocuments(platform, chosen.path, register)
    incoming = Incoming(chosen.agency, register, folder, chosen.token)
    return Documents(exchange, incoming, DocumentHandlers(exchange, agency, chosen.place, folder))
