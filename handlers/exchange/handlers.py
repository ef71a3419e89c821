"""The job types of documents and services between agencies."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from ...engine.errors import BadInput, BpmnError, Conflict, NotFound
from ...engine.handler import JobContext, handles, label
from ...engine.model.check import Check
from ..icons import icon
from .attachments import UNKNOWN, AttachmentFolder
from .document import (
    Agency,
    Attachment,
    DocumentState,
    OfficialDocument,
    Signer,
    document_id,
)
from .port import DocumentExchange, ServiceCall, Services

CAUSE = label("Mã hồ sơ là lý do", "Dossier that is the cause", feel="=dossier.code", min_length=1)
DOCUMENT = label("Mã văn bản", "Document's id", min_length=1)
Acknowledged = Literal["arrived", "refused", "accepted", "handled"]

STATES = {
    "sent": ("Đã gửi", "Sent"),
    "arrived": ("Đã đến", "Arrived"),
    "refused": ("Từ chối tiếp nhận", "Refused"),
    "accepted": ("Đã tiếp nhận", "Accepted"),
    "handled": ("Hoàn thành", "Handled"),
}


@dataclass(frozen=True, kw_only=True)
class AttachedFile:
    """A file of the exchange's folder, or its content."""

    file: str | None = field(default=None, metadata=label("Tệp", "File"))
    name: str | None = field(default=None, metadata=label("Tên tệp", "Name"))
    content: str | None = field(
        default=None, metadata=label("Nội dung (base64)", "Content (base64)")
    )
    content_type: str | None = field(default=None, metadata=label("Kiểu tệp", "Content type"))


@dataclass(frozen=True, kw_only=True)
class SendDocument:
    """Send an official document to another agency."""

    to: tuple[Agency, ...] = field(metadata=label("Nơi nhận", "Receivers", feel="=[agency]"))
    number: str = field(metadata=label("Số văn bản", "Number", min_length=1))
    notation: str = field(
        metadata=label(
            "Ký hiệu", "Notation", hint=("như SXD-QLHT", "such as SXD-QLHT"), min_length=1
        )
    )
    subject: str = field(metadata=label("Trích yếu", "Subject", min_length=1))
    day: date = field(metadata=label("Ngày ban hành", "Day", feel="=today()"))
    cause: str = field(metadata=CAUSE)
    kind: str = field(default="Công văn", metadata=label("Loại văn bản", "Kind"))
    signer: Signer | None = field(default=None, metadata=label("Người ký", "Signer"))
    answers: str | None = field(
        default=None, metadata=label("Trả lời văn bản", "Id of the document it answers")
    )
    attachments: tuple[AttachedFile, ...] = field(
        default=(), metadata=label("Tệp đính kèm", "Attachments")
    )


@dataclass(frozen=True, kw_only=True)
class SentDocument:
    id: str = field(metadata=label("Mã văn bản", "Document's id"))
    state: str = field(metadata=label("Tình trạng", "State", choices=STATES))


@dataclass(frozen=True, kw_only=True)
class DocumentSent:
    sent: SentDocument = field(metadata=label("Văn bản đã gửi", "Document"))


@dataclass(frozen=True, kw_only=True)
class AcknowledgeDocument:
    """Tell the sender of a document how far we are."""

    document: str = field(metadata=label("Mã văn bản", "Document's id", feel="=document.id"))
    state: Acknowledged = field(metadata=label("Tình trạng", "State", choices=STATES))
    note: str | None = field(default=None, metadata=label("Ghi chú", "Note"))


@dataclass(frozen=True, kw_only=True)
class LookUpDocument:
    """Ask how far the receiver is with a document of ours."""

    document: str = field(metadata=label("Mã văn bản", "Document's id", feel="=sent.id"))


@dataclass(frozen=True, kw_only=True)
class DocumentFound:
    state: str = field(metadata=label("Tình trạng", "State", choices=STATES))


@dataclass(frozen=True, kw_only=True)
class AskService:
    """Ask a service of another agency behind the integration platform."""

    service: str = field(
        metadata=label(
            "Tên dịch vụ",
            "Name of the service",
            hint=("đặt trong cấu hình", "as in the settings"),
            min_length=1,
        )
    )
    cause: str = field(metadata=CAUSE)
    officer: str | None = field(default=None, metadata=label("Người tra cứu", "Who asks"))
    query: Mapping[str, Any] | None = field(
        default=None, metadata=label("Tham số", "Query parameters")
    )
    body: Any = field(default=None, metadata=label("Nội dung (JSON)", "Body (JSON)"))


@dataclass(frozen=True, kw_only=True)
class AnswerOfService:
    status: int = field(metadata=label("Mã trả lời", "Status"))
    body: Any = field(default=None, metadata=label("Nội dung trả lời", "Body"))


@dataclass(frozen=True, kw_only=True)
class ServiceAsked:
    answer: AnswerOfService = field(metadata=label("Trả lời", "Answer"))


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


class ServiceHandlers:
    """Asks services of other agencies."""

    icon = icon("exchange")

    def __init__(self, services: Services) -> None:
        self._services = services

    @handles(
        "exchange.ask-service",
        version=1,
        title=("Gọi dịch vụ qua nền tảng tích hợp", "Ask a service behind the platform"),
        raises={"SERVICE_REFUSED": ("Dịch vụ từ chối (mã 4xx)", "The service refuses (4xx)")},
    )
    def ask(self, wanted: AskService, job: JobContext) -> ServiceAsked:
        call = ServiceCall(
            service=wanted.service,
            cause=wanted.cause,
            key=job.key,
            officer=wanted.officer,
            query={name: str(value) for name, value in (wanted.query or {}).items()},
            body=wanted.body,
        )
        answer = self._services.ask(call, job.now)
        if not answer.ok:
            told = {"answer": {"status": answer.status, "body": answer.body}}
            raise BpmnError("SERVICE_REFUSED", f"HTTP {answer.status}", told)
        return ServiceAsked(answer=AnswerOfService(status=answer.status, body=answer.body))

    def check(self) -> Check:
        return self._services.check()
