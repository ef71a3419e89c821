"""An exchange in memory, for rehearsals and tests: it forgets when the process ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from threading import RLock

from ...engine.errors import BadInput, Conflict, NotFound
from ...engine.model.check import Check
from .document import DocumentState, OfficialDocument
from .edxml_reader import read_edxml
from .edxml_writer import write_edxml
from .port import ServiceAnswer, ServiceCall


@dataclass(slots=True)
class MemoryHub:
    """Where the agencies of a rehearsal leave documents for each other."""

    documents: dict[str, bytes] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    states: dict[str, DocumentState] = field(default_factory=dict)
    turn: RLock = field(default_factory=RLock)


class MemoryDocuments:
    """One agency's side of a hub."""

    def __init__(self, agency: str, hub: MemoryHub | None = None) -> None:
        self._agency = agency
        self._hub = hub or MemoryHub()

    def send(
        self,
        document: OfficialDocument,
        *,
        cause: str,  # noqa: ARG002 - nobody asks a memory why
        key: str,
        now: datetime,
    ) -> DocumentState:
        with self._hub.turn:
            raw = write_edxml(document, now)
            if self._hub.keys.setdefault(document.id, key) != key:
                raise Conflict.of("handlers.exchange.other-document", id=document.id)
            self._hub.documents.setdefault(document.id, raw)
            return self._hub.states.setdefault(document.id, DocumentState.SENT)

    def state(self, document: str) -> DocumentState | None:
        return self._hub.states.get(document)

    def waiting(self) -> tuple[str, ...]:
        with self._hub.turn:
            return tuple(
                document
                for document, raw in self._hub.documents.items()
                if self._hub.states[document] is DocumentState.SENT and self._is_ours(raw)
            )

    def fetch(self, document: str) -> bytes:
        with self._hub.turn:
            return self._ours(document)

    def acknowledge(
        self,
        document: str,
        state: DocumentState,
        *,
        note: str = "",  # noqa: ARG002 - nobody reads it here
    ) -> None:
        with self._hub.turn:
            self._ours(document)
            self._hub.states[document] = state

    def check(self) -> Check:
        return Check(subject="exchange: memory", ok=True, key="handlers.check.memory")

    def _ours(self, document: str) -> bytes:
        raw = self._hub.documents.get(document)
        if raw is None or not self._is_ours(raw):
            raise NotFound.of("handlers.exchange.no-document", id=document)
        return raw

    def _is_ours(self, raw: bytes) -> bool:
        return self._agency in {agency.code for agency in read_edxml(raw).to}


Answering = Callable[[ServiceCall], ServiceAnswer]


class MemoryServices:
    """Services that answer what a rehearsal says; any other is asked in vain, or answers nothing.

    anybody: a service nobody scripted answers `{}`, so that a drawing can be played.
    """

    def __init__(self, services: dict[str, Answering], *, anybody: bool = False) -> None:
        self._services = dict(services)
        self._anybody = anybody
        self.asked: list[ServiceCall] = []

    def ask(self, call: ServiceCall, now: datetime) -> ServiceAnswer:  # noqa: ARG002 - the port's
        answering = self._services.get(call.service)
        if answering is None and not self._anybody:
            known = ", ".join(sorted(self._services)) or "–"
            raise BadInput.of("handlers.exchange.no-service", service=call.service, known=known)
        self.asked.append(call)
        return answering(call) if answering else ServiceAnswer(status=200, body={})

    def check(self) -> Check:
        return Check(subject="exchange: services in memory", ok=True, key="handlers.check.memory")
