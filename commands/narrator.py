"""Tells a rehearsal as it goes: one line for everything that happens to a dossier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime

from ..engine.bpmn.model import Element, Kind
from ..engine.errors import NotFound
from ..engine.messages import Language, message
from ..engine.model.actor import ENGINE
from ..engine.model.history import HistoryEvent
from ..engine.model.trail import Happening
from ..handlers.notification.notice import Sent
from .answer import Row
from .rehearsal import Rehearsal
from .words import short_moment, status

WIDTHS = (11, 20, 50, 21, 38, 11)
ELASTIC = frozenset({1, 2, 4})
TOLD = frozenset({Kind.SERVICE_TASK, Kind.SEND_TASK, Kind.BUSINESS_RULE_TASK})
SEEN_OTHERWISE = frozenset({"dossier.set-status", "notify.send"})
"""Job types whose effect has its own place: the column of the status, the line of the notice."""


class Narrator:
    """Remembers how far it has told. people: names by id."""

    def __init__(self, people: Mapping[str, str], language: Language) -> None:
        self._people = people
        self._language = language
        self._told = 0
        self._notices: Counter[Sent] = Counter()
        self._status: int | None = None

    def headings(self) -> Row:
        names = ("at", "who", "what", "code", "status", "due")
        cells = [message(f"command.demo.{name}", self._language) for name in names]
        return Row(cells, WIDTHS, ELASTIC, "strong")

    def new_dossier(self) -> None:
        self._told, self._status = 0, None

    def act(self, played: Rehearsal, who: str, key: str, **arguments: str) -> Row:
        """What somebody is about to do."""
        what = message(f"command.demo.{key}", self._language, **arguments)
        return self._row(played, played.clock(), who, what)

    def lines(self, played: Rehearsal) -> Iterator[Row]:
        """What happened since the last time, and the notices that went out."""
        for event in played.events(self._told):
            self._told = event.number
            element = self._element(played, event)
            self._note_status(event, element)
            what = self._what(event, element)
            if what is not None:
                yield self._row(played, event.at, _who(event, element), what)
        for notice in self._new_notices(played):
            subject = notice.subject.replace(f" {dossier_code(played)}", "")
            what = message("command.demo.notice", self._language, subject=subject)
            yield self._row(played, notice.sent_at, ENGINE.id, what)

    def _new_notices(self, played: Rehearsal) -> list[Sent]:
        sent = Counter(played.house.sent())
        new, self._notices = sent - self._notices, sent
        return sorted(new.elements(), key=lambda notice: notice.sent_at)

    def _row(self, played: Rehearsal, at: datetime, who: str, what: str) -> Row:
        code = dossier_code(played)
        cells = (
            short_moment(at, self._language),
            self._people.get(who, who),
            what,
            code,
            status(self._status, self._language),
            short_moment(promised(played, code), self._language) if played.key else "",
        )
        return Row(cells, WIDTHS, ELASTIC, "quiet" if who == ENGINE.id else "plain")

    def _element(self, played: Rehearsal, event: HistoryEvent) -> Element | None:
        if not event.definition or not event.element:
            return None
        try:
            process = played.house.engine.deployments.drawn(event.definition)[1]
        except NotFound:
            return None
        return process.elements.get(event.element)

    def _note_status(self, event: HistoryEvent, element: Element | None) -> None:
        if event.what == Happening.ENTERED and element and "dossier.status" in element.properties:
            self._status = int(element.properties["dossier.status"])

    def _what(self, event: HistoryEvent, element: Element | None) -> str | None:
        label = element.label if element else event.element or ""
        if event.what in ("complete-user-task", "fire-timer"):
            return message(f"command.demo.{event.what}", self._language, label=label)
        if event.what == Happening.COMPLETED and element and _is_told(element):
            return label
        if event.what == "incident-opened":
            return message("command.demo.incident", self._language, label=label)
        return None


def _is_told(element: Element) -> bool:
    return element.kind in TOLD and not (element.job and element.job.type in SEEN_OTHERWISE)


def _who(event: HistoryEvent, element: Element | None) -> str:
    """A step that nobody does is the engine's, whoever caused it."""
    is_automatic = event.what == Happening.COMPLETED and element and element.kind in TOLD
    return ENGINE.id if is_automatic else event.who


def promised(played: Rehearsal, code: str) -> datetime | None:
    """The day the citizen was told last, until then the day the law wants. code: of the dossier."""
    try:
        told = played.house.dossiers.find(code).due
    except NotFound:
        told = None
    return told or played.instance.due


def dossier_code(played: Rehearsal) -> str:
    """The code of the dossier once it is opened, until then what it was filed as."""
    if not played.key:
        return ""
    dossier = played.house.engine.instances.variables(played.key).get("dossier")
    if isinstance(dossier, dict) and isinstance(dossier.get("code"), str):
        return str(dossier["code"])
    return played.instance.business_key or ""
