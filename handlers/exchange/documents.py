"""Official documents over the integration platform.

The document service is asked by plain requests below one path: `POST` the edXML, `GET` the list of
those that wait, `GET /{id}` one, `GET` and `POST /{id}/status` its state. Documents and states are
edXML's; the requests are ours, because the ways of the document exchanges (VXP and the provinces'
own) are not published: see the README.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from ...engine.errors import Conflict, NotFound
from ...engine.model.check import Check
from ..wire import Answer
from .document import DocumentState, OfficialDocument
from .edxml_writer import write_edxml
from .platform import IntegrationPlatform
from .storage import Register

STATES: Mapping[str, DocumentState] = {
    "00": DocumentState.SENT,
    "01": DocumentState.ARRIVED,
    "02": DocumentState.REFUSED,
    "03": DocumentState.ACCEPTED,
    "06": DocumentState.HANDLED,
}
"""Codes of a document's state; from memory of QCVN 102's status messages."""

CODES = {state: code for code, state in STATES.items()}
SUBJECT = "exchange: documents"
XML = {"Content-Type": "application/xml; charset=UTF-8"}


class PlatformDocuments:
    """Sends, looks for and acknowledges documents.

    The register knows which sendings were begun: before one is begun anew, the exchange is asked
    whether it has the document.
    """

    def __init__(self, platform: IntegrationPlatform, path: str, register: Register) -> None:
        self._platform = platform
        self._path = path.rstrip("/")
        self._register = register

    def send(
        self, document: OfficialDocument, *, cause: str, key: str, now: datetime
    ) -> DocumentState:
        raw = write_edxml(document, now)
        taken = self._register.begin_sending(document.id, cause=cause, key=key, now=now)
        if taken is not None and (state := self.state(document.id)) is not None:
            self._register.note_taken(document.id)
            return state
        answer = self._platform.ask(
            "POST",
            self._path,
            repeatable=True,
            key=document.id,
            cause=cause,
            content=raw,
            headers=XML,
        )
        self._must_be_taken(answer, document.id)
        self._register.note_taken(document.id)
        return DocumentState.SENT

    def state(self, document: str) -> DocumentState | None:
        answer = self._platform.ask("GET", self._one(document, "/status"), repeatable=True)
        if answer.status == HTTPStatus.NOT_FOUND:
            return None
        state = STATES.get(str(self._fine(answer).fields().get("status")))
        if state is None:
            raise answer.unread("status")
        return state

    def waiting(self) -> tuple[str, ...]:
        asked = {"state": "waiting"}
        answer = self._platform.ask("GET", self._path, repeatable=True, params=asked)
        listed = self._fine(answer).fields().get("documents")
        if not isinstance(listed, list) or not all(isinstance(each, str) for each in listed):
            raise answer.unread("documents")
        return tuple(listed)

    def fetch(self, document: str) -> bytes:
        answer = self._platform.ask("GET", self._one(document), repeatable=True)
        return self._found(answer, document).body

    def acknowledge(self, document: str, state: DocumentState, *, note: str = "") -> None:
        answer = self._platform.ask(
            "POST",
            self._one(document, "/status"),
            repeatable=True,
            key=f"{document}:{state}",
            json={"status": CODES[state], "note": note},
        )
        self._found(answer, document)

    def check(self) -> Check:
        """Whether the platform lets us in, and nothing that came waits for a person."""
        reached = self._platform.check()
        if not reached.ok:
            return reached
        if unread := self._register.unread():
            about = {"number": len(unread), "id": unread[0][0], "reason": unread[0][1]}
            return _ill("handlers.exchange.check-unread", about)
        if number := self._register.without_message():
            return _ill("handlers.exchange.check-untold", {"number": number})
        return Check(subject=SUBJECT, ok=True, key=reached.key, arguments=reached.arguments)

    def _one(self, document: str, rest: str = "") -> str:
        return f"{self._path}/{quote(document, safe='')}{rest}"

    def _must_be_taken(self, answer: Answer, document: str) -> None:
        """An exchange that has the document already has taken it."""
        if answer.ok or answer.status == HTTPStatus.CONFLICT:
            return
        raise Conflict.of("handlers.exchange.refused", id=document, status=answer.status)

    def _found(self, answer: Answer, document: str) -> Answer:
        if answer.status == HTTPStatus.NOT_FOUND:
            raise NotFound.of("handlers.exchange.no-document", id=document)
        return self._fine(answer)

    def _fine(self, answer: Answer) -> Answer:
        if not answer.ok:
            raise answer.unread("2xx")
        return answer


def _ill(key: str, about: Mapping[str, Any]) -> Check:
    return Check(subject=SUBJECT, ok=False, key=key, arguments=about)
