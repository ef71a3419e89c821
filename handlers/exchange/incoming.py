"""Documents that come to us: fetched or pushed, verified, kept once, told to the engine."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from hashlib import sha256
from threading import Event

from ...engine.errors import (
    BadAnswer,
    BadConfiguration,
    BadInput,
    Conflict,
    ForgedMessage,
    NotFound,
    RetryLater,
    Unreachable,
)
from ...engine.model.secret import Secret
from ..chore import Publish
from ..rounds import Turn, in_rounds
from .attachments import AttachmentFolder
from .document import DocumentState, OfficialDocument
from .edxml_reader import read_edxml
from .port import DocumentExchange
from .storage import Arrived, Register

MESSAGE = "document-received"
AWAY = 30.0

KEPT = timedelta(days=30)
"""How long the engine keeps a message about a document that no instance waits for."""


class Incoming:
    """Takes documents for one agency. token: what the exchange shows when it pushes; without one
    nothing can be pushed.
    """

    def __init__(
        self, agency: str, register: Register, folder: AttachmentFolder, token: Secret | None
    ) -> None:
        self._agency = agency
        self._register = register
        self._folder = folder
        self._token = token

    def receive(self, token: Secret, raw: bytes, now: datetime) -> Arrived:
        """A document that the exchange pushes; the same again gives the same.

        Raises ForgedMessage for a wrong token, BadInput for what is no document for us, and
        Conflict for another document with an id that has arrived.
        """
        if not self._token or token != self._token:
            raise ForgedMessage.of("handlers.exchange.unknown-caller")
        return self.take(raw, now)

    def take(self, raw: bytes, now: datetime) -> Arrived:
        """A document that is known to come from the exchange."""
        return self.keep(read_edxml(raw), now)

    def keep(self, document: OfficialDocument, now: datetime) -> Arrived:
        """A document that could be read."""
        if self._agency not in {agency.code for agency in document.to}:
            raise BadInput.of("handlers.exchange.not-for-us", id=document.id)
        files = self._folder.keep(document.id, document.attachments)
        arrived = Arrived(
            document=document.id,
            key=self._register.cause_of(document.answers) or "",
            variables=_variables(document, files),
        )
        return self._register.keep(arrived, digest=_digest(document), now=now)


class Collector:
    """A chore: fetches what waits, tells the engine, acknowledges.

    clock: the present moment. away: seconds until the next look, after one that failed.
    """

    def __init__(
        self,
        exchange: DocumentExchange,
        incoming: Incoming,
        register: Register,
        publish: Publish,
        *,
        clock: Callable[[], datetime],
        away: float = AWAY,
    ) -> None:
        self._away = away
        self._exchange = exchange
        self._incoming = incoming
        self._register = register
        self._publish = publish
        self._clock = clock

    def run_once(self) -> int:
        """Take all that waits; how many documents the engine was told of.

        What an exchange that is away keeps back is taken the next time.
        """
        return self._collected().done

    def run(self, stop: Event, pause: float) -> int:
        """Take what waits until told to stop, with a look after each pause (seconds)."""
        return in_rounds(self._collected, stop, pause)

    def _collected(self) -> Turn:
        """How many documents the engine was told of."""
        told = self._tell()
        try:
            for document in self._exchange.waiting():
                self._take(document)
            told += self._tell()
            for document in self._register.unacknowledged():
                self._acknowledge(document)
        except RetryLater as busy:
            return Turn(told, busy.delay.total_seconds())
        except (Unreachable, BadAnswer, BadConfiguration):
            return Turn(told, self._away)
        return Turn(told)

    def _take(self, document: str) -> None:
        """One that is not for us is refused, so that its sender learns it. One that cannot be read
        goes on waiting: the fault may lie on the way.
        """
        try:
            read = read_edxml(self._exchange.fetch(document))
        except BadInput as error:
            self._register.note_unread(document, str(error))
            return
        try:
            self._incoming.keep(read, self._clock())
        except (BadInput, Conflict) as error:
            note = error.sentence("vi")
            self._exchange.acknowledge(document, DocumentState.REFUSED, note=note)

    def _tell(self) -> int:
        told = 0
        for arrived in self._register.unpublished():
            try:
                self._publish(
                    MESSAGE,
                    arrived.key,
                    arrived.variables,
                    message_id=arrived.document,
                    ttl=KEPT,
                )
            except NotFound:
                continue
            self._register.note_published(arrived.document)
            told += 1
        return told

    def _acknowledge(self, document: str) -> None:
        with suppress(NotFound):  # it was pushed from elsewhere, or is long gone
            self._exchange.acknowledge(document, DocumentState.ARRIVED)
        self._register.note_acknowledged(document)


def _variables(document: OfficialDocument, files: tuple[str, ...]) -> dict[str, object]:
    return {
        "document": {
            "id": document.id,
            "from": {"code": document.sender.code, "name": document.sender.name},
            "number": document.number,
            "notation": document.notation,
            "subject": document.subject,
            "kind": document.kind,
            "day": document.day.isoformat(),
            "signer": document.signer.name if document.signer else None,
            "answers": document.answers,
            "attachments": [
                {"name": each.name, "contentType": each.content_type, "file": file}
                for each, file in zip(document.attachments, files, strict=True)
            ],
        }
    }


def _digest(document: OfficialDocument) -> str:
    """Of what the document says; the trace of its way may differ each time."""
    parts = (document.sender.code, document.number, document.notation, document.subject)
    digest = sha256("\n".join(parts).encode())
    for attachment in document.attachments:
        digest.update(sha256(attachment.content).digest())
    return digest.hexdigest()
