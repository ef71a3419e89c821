"""What the job types of dossiers take and give."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from ...engine.handler import label
from .application import Document
from .dossier import DELIVERIES, STATUSES, Delivery, ResultDocument
from .papers import PaperKind

CODE = label("Mã hồ sơ", "Dossier code", feel="=dossier.code", min_length=1)
STATUS_CHOICES = {
    str(number): (f"{number} – {name[0]}", name[1]) for number, name in STATUSES.items()
}
PAPER_CHOICES = {
    "receipt": ("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Receipt and appointment"),
    "supplement": ("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", "Request for a supplement"),
    "refusal": ("Phiếu từ chối tiếp nhận giải quyết hồ sơ", "Refusal"),
    "apology": ("Phiếu xin lỗi và hẹn lại ngày trả kết quả", "Apology and new appointment"),
    "stop": ("Thông báo dừng giải quyết hồ sơ", "Notice that the dossier is stopped"),
    "control": ("Phiếu kiểm soát quá trình giải quyết hồ sơ", "Control slip"),
}


@dataclass(frozen=True, kw_only=True)
class OpenedDossier:
    code: str = field(metadata=label("Mã hồ sơ", "Dossier code"))
    unit: str = field(metadata=label("Mã đơn vị", "Unit"))
    received_at: datetime = field(metadata=label("Lúc tiếp nhận", "Received at"))


@dataclass(frozen=True, kw_only=True)
class DossierOpened:
    dossier: OpenedDossier = field(metadata=label("Hồ sơ", "Dossier"))


@dataclass(frozen=True, kw_only=True)
class SetStatus:
    """Note the status of a dossier."""

    code: str = field(metadata=CODE)
    status: int = field(
        metadata=label("Trạng thái", "Status", minimum=1, maximum=10, choices=STATUS_CHOICES)
    )
    note: str | None = field(default=None, metadata=label("Nội dung xử lý", "What is being done"))
    due: datetime | None = field(default=None, metadata=label("Hạn", "Due"))
    handler: str | None = field(default=None, metadata=label("Người xử lý", "Who handles it"))


@dataclass(frozen=True, kw_only=True)
class IssuePaper:
    """Issue a numbered paper of the one-stop mechanism."""

    code: str = field(metadata=CODE)
    paper: PaperKind = field(metadata=label("Giấy tờ", "Paper", choices=PAPER_CHOICES))
    content: str | None = field(default=None, metadata=label("Nội dung", "Content"))
    due: datetime | None = field(default=None, metadata=label("Hạn", "Due"))


@dataclass(frozen=True, kw_only=True)
class IssuedPaper:
    number: str = field(metadata=label("Số", "Number"))
    form: str = field(metadata=label("Mẫu số", "Form number"))
    title: str = field(metadata=label("Tên", "Title"))
    issued_at: datetime = field(metadata=label("Lúc cấp", "Issued at"))


@dataclass(frozen=True, kw_only=True)
class PaperIssued:
    paper: IssuedPaper = field(metadata=label("Giấy tờ đã cấp", "Paper"))


@dataclass(frozen=True, kw_only=True)
class RequestSupplement:
    """Ask the applicant for papers, once and fully: form 02 and status 5."""

    code: str = field(metadata=CODE)
    content: str = field(
        metadata=label(
            "Nội dung cần bổ sung", "What is missing", feel="=supplementContent", min_length=1
        )
    )
    by: datetime | None = field(default=None, metadata=label("Nộp trước", "To be there by"))


@dataclass(frozen=True, kw_only=True)
class SupplementRequested:
    paper: IssuedPaper = field(metadata=label("Phiếu đã cấp", "Paper"))
    rounds: int = field(metadata=label("Lần yêu cầu thứ", "How often papers were asked for"))


@dataclass(frozen=True, kw_only=True)
class ReceiveSupplement:
    """Take the papers that were asked for; the dossier goes on."""

    code: str = field(metadata=CODE)
    documents: tuple[Document, ...] = field(
        default=(), metadata=label("Tài liệu bổ sung", "Files handed in")
    )
    status: int = field(
        default=2,
        metadata=label(
            "Trạng thái sau đó", "Status then", minimum=1, maximum=4, choices=STATUS_CHOICES
        ),
    )


@dataclass(frozen=True, kw_only=True)
class Withdraw:
    """Stop a dossier as its applicant wishes: status 7, and the notice."""

    code: str = field(metadata=CODE)
    reason: str = field(metadata=label("Lý do rút", "Reason", feel="=reason", min_length=1))


@dataclass(frozen=True, kw_only=True)
class Withdrawn:
    paper: IssuedPaper | None = field(metadata=label("Thông báo đã cấp", "Notice"))


@dataclass(frozen=True, kw_only=True)
class LookUp:
    """Look a dossier up, one of ours or one that another system runs."""

    code: str = field(metadata=CODE)


@dataclass(frozen=True, kw_only=True)
class Found:
    code: str = field(metadata=label("Mã hồ sơ", "Dossier code"))
    unit: str = field(metadata=label("Mã đơn vị", "Unit"))
    procedure_code: str = field(metadata=label("Mã thủ tục", "Procedure code"))
    received_at: datetime = field(metadata=label("Lúc tiếp nhận", "Received at"))
    status: int | None = field(metadata=label("Trạng thái", "Status", choices=STATUS_CHOICES))
    due: datetime | None = field(metadata=label("Ngày hẹn trả", "Due"))
    supplements: int = field(metadata=label("Số lần bổ sung", "How often papers were asked for"))
    results: tuple[str, ...] = field(metadata=label("Số các kết quả", "Numbers of the results"))
    run_by: str | None = field(metadata=label("Hệ thống giải quyết", "System that runs it"))


@dataclass(frozen=True, kw_only=True)
class LookedUp:
    found: Found = field(metadata=label("Hồ sơ tìm thấy", "Dossier found"))


@dataclass(frozen=True, kw_only=True)
class AttachResult:
    """Attach the result and say how the applicant gets it."""

    code: str = field(metadata=CODE)
    result: ResultDocument = field(metadata=label("Kết quả", "Result", feel="=result"))
    delivery: Delivery = field(metadata=label("Cách trả", "Delivery", choices=DELIVERIES))


@dataclass(frozen=True, kw_only=True)
class ResultAttached:
    result_number: str = field(metadata=label("Số kết quả", "Number of the result"))
