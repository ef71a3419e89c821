"""What the job types of documents and services take and give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from ...engine.handler import label
from .document import Agency, Signer

CAUSE = label("Mã hồ sơ là lý do", "Dossier that is the cause", feel="=dossier.code", min_length=1)
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
