"""The job types of official documents."""

from __future__ import annotations

from base64 import b64decode

from ...engine.errors import BadInput, BpmnError, Conflict, NotFound
from ...engine.handler import JobContext, handles
from ...engine.model.check import Check
from ..icons import icon
from .attachments import UNKNOWN, AttachmentFolder
from .document import Agency, Attachment, DocumentState, OfficialDocument, document_id
from .jobs import (
    AcknowledgeDocument,
    AttachedFile,
    DocumentFound,
    DocumentSent,
    LookUpDocument,
    SendDocument,
    SentDocument,
)
from .port import DocumentExchange


class DocumentHandlers:
    """Sends and acknowledges documents for one agency. place: where its documents are made."""

    icon = icon("exchange")

    def __init__(
        self, exchange: DocumentExchange, agency: Agency, place: str, folder: AttachmentFolder
    ) -> None:
        self._exchange = exchange
        self._agency = agency
        self._place = place
        self._folder = folder

    @handles(
        "exchange.send-document",
        version=1,
        title=("Gửi văn bản điện tử", "Send an official document"),
        raises={"DOCUMENT_REFUSED": ("Trục liên thông từ chối văn bản", "The exchange refuses it")},
    )
    def send(self, wanted: SendDocument, job: JobContext) -> DocumentSent:
        document = self._document(wanted)
        try:
            state = self._exchange.send(document, cause=wanted.cause, key=job.key, now=job.now)
        except Conflict as conflict:
            raise BpmnError("DOCUMENT_REFUSED", str(conflict)) from None
        return DocumentSent(sent=SentDocument(id=document.id, state=str(state)))

    @handles(
        "exchange.acknowledge-document",
        version=1,
        title=("Báo tình trạng văn bản đến", "Acknowledge a document"),
    )
    def acknowledge(self, wanted: AcknowledgeDocument, _job: JobContext) -> None:
        state = DocumentState(wanted.state)
        self._exchange.acknowledge(wanted.document, state, note=wanted.note or "")

    @handles(
        "exchange.look-up-document",
        version=1,
        title=("Xem tình trạng văn bản đi", "Look a document up"),
        raises={"DOCUMENT_UNKNOWN": ("Trục không có văn bản này", "The exchange has none of it")},
    )
    def look_up(self, wanted: LookUpDocument, _job: JobContext) -> DocumentFound:
        state = self._exchange.state(wanted.document)
        if state is None:
            unknown = NotFound.of("handlers.exchange.no-document", id=wanted.document)
            raise BpmnError("DOCUMENT_UNKNOWN", str(unknown))
        return DocumentFound(state=str(state))

    def check(self) -> Check:
        return self._exchange.check()

    def _document(self, wanted: SendDocument) -> OfficialDocument:
        """The same input makes the same document, whenever it is tried."""
        if not wanted.to:
            raise BadInput.of("handlers.exchange.nobody")
        return OfficialDocument(
            id=document_id(self._agency.code, wanted.day, wanted.number, wanted.notation),
            sender=self._agency,
            to=wanted.to,
            number=wanted.number,
            notation=wanted.notation,
            subject=wanted.subject,
            kind=wanted.kind,
            place=self._place,
            day=wanted.day,
            signer=wanted.signer,
            answers=wanted.answers,
            attachments=tuple(map(self._attachment, wanted.attachments)),
        )

    def _attachment(self, given: AttachedFile) -> Attachment:
        if given.file:
            found = self._folder.read(given.file)
            kind = given.content_type or found.content_type
            return Attachment(
                name=given.name or found.name, content_type=kind, content=found.content
            )
        if not given.name or given.content is None:
            raise BadInput.of("handlers.exchange.no-attachment")
        try:
            content = b64decode(given.content, validate=True)
        except ValueError:
            raise BadInput.of("handlers.exchange.no-attachment") from None
        kind = given.content_type or UNKNOWN
        return Attachment(name=given.name, content_type=kind, content=content)
