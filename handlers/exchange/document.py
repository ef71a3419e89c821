"""An official document on its way between agencies, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ...engine.handler import label

AGENCY_CODE = r"[0-9A-Z.]{3,35}"
"""QĐ 20/2020/QĐ-TTg art. 4."""


@dataclass(frozen=True, kw_only=True)
class Agency:
    """An agency by its identification code."""

    code: str = field(
        metadata=label("Mã định danh cơ quan", "Code of the agency", pattern=AGENCY_CODE)
    )
    name: str = field(metadata=label("Tên cơ quan", "Name of the agency", min_length=1))


@dataclass(frozen=True, kw_only=True)
class Signer:
    """Who signed. competence: such as `TM.` or `KT.`."""

    name: str = field(metadata=label("Họ tên người ký", "Name of the signer", min_length=1))
    position: str | None = field(default=None, metadata=label("Chức vụ", "Position"))
    competence: str | None = field(default=None, metadata=label("Thẩm quyền", "Competence"))


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """A file with its content."""

    name: str
    content_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class OfficialDocument:
    """number, notation: such as 12 and `SXD-QLHT`. answers: the id of the document it answers."""

    id: str
    sender: Agency
    to: tuple[Agency, ...]
    number: str
    notation: str
    subject: str
    kind: str
    place: str
    day: date
    signer: Signer | None = None
    answers: str | None = None
    attachments: tuple[Attachment, ...] = ()


def document_id(sender: str, day: date, number: str, notation: str) -> str:
    """The id that a document has wherever it is: agency, day and number make it one of a kind."""
    return f"{sender},{day:%Y/%m/%d},{number}/{notation}"


class DocumentState(StrEnum):
    """How far the receiver has come. SENT: the exchange has it, the receiver has said nothing."""

    SENT = "sent"
    ARRIVED = "arrived"
    REFUSED = "refused"
    ACCEPTED = "accepted"
    HANDLED = "handled"
