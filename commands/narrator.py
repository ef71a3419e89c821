"""Tells a rehearsal as it goes: one line for everything that happens to a dossier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..engine.bpmn.model import Element, Kind
from ..engine.errors import NotFound
from ..engine.messages import Language, message
from ..engine.model.history import HistoryEvent
from ..engine.model.trail import Happening
from .answer import Row
from .rehearsal import Rehearsal
from .words import short_moment, status

WIDTHS = (11, 18, 46, 22, 32, 11)
TOLD = frozenset({Kind.SERVICE_TASK, Kind.SEND_TASK, Kind.BUSINESS_RULE_TASK, Kind.RECEIVE_TASK})
CAME = frozenset({"fire-timer", "deliver-message"})


class Narrator:
    """Remembers how far it has told. people: names by id."""

    def __init__(self, people: Mapping[str, str], language: Language) -> None:
        self._people = people
        self._language = language
        self._told = 0
        self._status: int | None = None

    def headings(self) -> Row:
        names = ("at", "who", "what", "code", "status", "due")
        cells = [message(f"command.demo.{name}", self._language) for name in names]
        return Row(cells, WIDTHS, "strong")

    def new_dossier(self) -> None:
        self._told, self._status = 0, None

    def lines(self, played: Rehearsal) -> Iterator[Row]:
        """What happened since the last time."""
        code, instance = dossier_code(played), played.instance
        for event in played.events(self._told):
            self._told = event.number
            element = self._element(played, event)
            self._note_status(event, element)
            what = self._what(event, element)
            if what is None:
                continue
            cells = (
                short_moment(event.at, self._language),
                self._people.get(event.who, event.who),
                what,
                code,
                status(self._status, self._language),
                short_moment(instance.due, self._language),
            )
            yield Row(cells, WIDTHS, "quiet" if event.who == "procflow" else "plain")

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
        if event.what in ("started", "complete-user-task", *CAME):
            return message(f"command.demo.{event.what}", self._language, label=label)
        if event.what == Happening.COMPLETED and element and element.kind in TOLD:
            return label
        if event.what == "incident-opened":
            return message("command.demo.incident", self._language, label=label)
        return None


def dossier_code(played: Rehearsal) -> str:
    """The code of the dossier once it is opened, until then what it was filed as."""
    dossier = played.house.engine.instances.variables(played.key).get("dossier")
    if isinstance(dossier, dict) and isinstance(dossier.get("code"), str):
        return str(dossier["code"])
    return played.instance.business_key or ""
