"""An application and what is handed in with it, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ...engine.handler import label
from .codes import UNIT

Channel = Literal["online", "counter", "post"]
ApplicantKind = Literal["citizen", "enterprise", "agency", "other"]
Portal = Literal["national", "local"]
FIELD_HINT = ("như G01-CA05", "such as G01-CA05")
CHANNELS = {
    "online": ("Trực tuyến", "Online"),
    "counter": ("Trực tiếp", "At the counter"),
    "post": ("Bưu chính", "By post"),
}
APPLICANT_KINDS = {
    "citizen": ("Công dân", "Citizen"),
    "enterprise": ("Doanh nghiệp", "Enterprise"),
    "agency": ("Cơ quan nhà nước", "State body"),
    "other": ("Tổ chức khác", "Other body"),
}
PORTALS = {
    "national": ("Cổng Dịch vụ công quốc gia", "National portal"),
    "local": ("Cổng của tỉnh, của bộ", "The province's or the ministry's portal"),
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
    kind: ApplicantKind = field(
        default="citizen", metadata=label("Loại đối tượng", "Kind", choices=APPLICANT_KINDS)
    )
    account: str | None = field(
        default=None,
        metadata=label(
            "Mã tài khoản định danh",
            "Account",
            hint=("TechID do Cổng DVCQG cấp", "the TechID of the national portal"),
        ),
    )


@dataclass(frozen=True, kw_only=True)
class Document:
    """A paper handed in as a file. `component` is its code in the procedure's list."""

    name: str = field(metadata=label("Tên giấy tờ", "Name", min_length=1))
    file: str = field(metadata=label("Tệp", "File", min_length=1))
    id: str | None = field(default=None, metadata=label("Mã tệp", "File's id"))
    component: str | None = field(
        default=None, metadata=label("Mã thành phần hồ sơ", "Code of the component")
    )
    digitised: bool = field(default=False, metadata=label("Đã số hóa", "Digitised"))
    reused: bool = field(
        default=False, metadata=label("Tái sử dụng", "Taken from what the authorities have")
    )


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
    documents: tuple[Document, ...] = field(
        default=(), metadata=label("Tài liệu nộp", "Files handed in")
    )
    field_code: str | None = field(
        default=None, metadata=label("Mã lĩnh vực", "Code of the field", hint=FIELD_HINT)
    )
    field_name: str | None = field(
        default=None, metadata=label("Tên lĩnh vực", "Name of the field")
    )
    filed_at: Portal = field(
        default="local", metadata=label("Nơi nộp", "Where it was filed", choices=PORTALS)
    )
