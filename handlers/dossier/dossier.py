"""A dossier and what is written into it, as values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from ...engine.handler import label
from .codes import UNIT
from .papers import PaperKind

STATUSES = {
    1: ("Mới đăng ký", "Newly filed"),
    2: ("Được tiếp nhận", "Received"),
    3: ("Không được tiếp nhận", "Not received"),
    4: ("Đang xử lý", "Being handled"),
    5: ("Yêu cầu bổ sung giấy tờ", "Supplement requested"),
    6: ("Yêu cầu thực hiện nghĩa vụ tài chính", "Payment requested"),
    7: ("Công dân yêu cầu rút hồ sơ", "Withdrawn by the citizen"),
    8: ("Dừng xử lý", "Stopped"),
    9: ("Đã xử lý xong", "Handled"),
    10: ("Đã trả kết quả", "Result delivered"),
}

Channel = Literal["online", "counter", "post"]
Delivery = Literal["electronic", "post", "counter"]

CHANNELS = {
    "online": ("Trực tuyến", "Online"),
    "counter": ("Trực tiếp", "At the counter"),
    "post": ("Bưu chính", "By post"),
}
DELIVERIES = {
    "electronic": ("Bản điện tử", "Electronic"),
    "post": ("Bưu chính", "By post"),
    "counter": ("Trực tiếp", "At the counter"),
}


@dataclass(frozen=True, kw_only=True)
class Applicant:
    """Who files."""

    name: str = field(metadata=label("Họ tên", "Full name", min_length=1))
    personal_id: str | None = field(
        default=None, metadata=label("Số định danh", "Personal identification number")
    )
    email: str | None = field(default=None, metadata=label("Thư điện tử", "E-mail"))
    phone: str | None = field(default=None, metadata=label("Điện thoại", "Telephone"))
    address: str | None = field(default=None, metadata=label("Địa chỉ", "Address"))


@dataclass(frozen=True, kw_only=True)
class Application:
    """Open a dossier for an application that has come in."""

    procedure_code: str = field(metadata=label("Mã thủ tục", "Procedure code", min_length=1))
    unit: str = field(
        metadata=label(
            "Mã đơn vị tiếp nhận",
            "Code of the receiving unit",
            hint=("như H56.14.01 (QĐ 20/2020/QĐ-TTg)", "such as H56.14.01 (QĐ 20/2020/QĐ-TTg)"),
            pattern=UNIT,
        )
    )
    applicant: Applicant = field(metadata=label("Người nộp", "Applicant", feel="=applicant"))
    channel: Channel = field(metadata=label("Kênh nộp", "Channel", choices=CHANNELS))
    procedure_name: str | None = field(
        default=None, metadata=label("Tên thủ tục", "Name of the procedure")
    )
    title: str | None = field(default=None, metadata=label("Trích yếu", "What it is about"))
    components: tuple[str, ...] = field(
        default=(), metadata=label("Thành phần hồ sơ", "Papers handed in")
    )


@dataclass(frozen=True, kw_only=True)
class StatusChange:
    """The dossier has had this status since then. due: when the status must end."""

    status: int
    at: datetime
    note: str | None = None
    due: datetime | None = None
    handler: str | None = None


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A paper that was issued."""

    kind: PaperKind
    number: str
    form: str
    title: str
    circular: str
    issued_at: datetime
    content: str | None = None
    due: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class ResultDocument:
    """The result the applicant gets. `file` is where the signed file lies."""

    name: str = field(metadata=label("Tên kết quả", "Name of the result", min_length=1))
    number: str | None = field(default=None, metadata=label("Số hiệu", "Number"))
    content: str | None = field(default=None, metadata=label("Nội dung", "Content"))
    file: str | None = field(default=None, metadata=label("Tệp", "File"))


@dataclass(frozen=True, kw_only=True)
class Result:
    """A result with its number, as attached to the dossier."""

    number: str
    document: ResultDocument
    delivery: Delivery
    attached_at: datetime


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """A dossier as it stands. `changes` are in the order of their moments."""

    code: str
    application: Application
    received_at: datetime
    changes: tuple[StatusChange, ...] = ()
    papers: tuple[Paper, ...] = ()
    results: tuple[Result, ...] = ()

    @property
    def status(self) -> int | None:
        """The status of the last moment, whenever it was written; None before the first."""
        return self.changes[-1].status if self.changes else None


def in_order(changes: Iterable[StatusChange]) -> tuple[StatusChange, ...]:
    """By moment; of one moment, as they were written."""
    return tuple(sorted(changes, key=lambda change: change.at))
