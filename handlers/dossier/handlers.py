"""The job types that keep dossiers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from ...engine.handler import JobContext, handles, label
from ...engine.model.check import Check
from .dossier import (
    DELIVERIES,
    STATUSES,
    Application,
    Delivery,
    ResultDocument,
    StatusChange,
)
from .papers import PaperKind
from .port import Dossiers

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
class AttachResult:
    """Attach the result and say how the applicant gets it."""

    code: str = field(metadata=CODE)
    result: ResultDocument = field(metadata=label("Kết quả", "Result", feel="=result"))
    delivery: Delivery = field(metadata=label("Cách trả", "Delivery", choices=DELIVERIES))


@dataclass(frozen=True, kw_only=True)
class ResultAttached:
    result_number: str = field(metadata=label("Số kết quả", "Number of the result"))


class DossierHandlers:
    """Keeps dossiers in the given dossier system."""

    def __init__(self, dossiers: Dossiers) -> None:
        self._dossiers = dossiers

    @handles("dossier.open", version=1, title=("Mở hồ sơ", "Open a dossier"))
    def open(self, application: Application, job: JobContext) -> DossierOpened:
        opened = self._dossiers.open(application, key=job.key, now=job.now)
        unit, received_at = opened.application.unit, opened.received_at
        return DossierOpened(
            dossier=OpenedDossier(code=opened.code, unit=unit, received_at=received_at)
        )

    @handles("dossier.set-status", version=1, title=("Cập nhật trạng thái hồ sơ", "Set the status"))
    def set_status(self, change: SetStatus, job: JobContext) -> None:
        noted = StatusChange(
            status=change.status,
            at=job.now,
            note=change.note,
            due=change.due,
            handler=change.handler,
        )
        self._dossiers.set_status(change.code, noted, key=job.key)

    @handles("dossier.issue-paper", version=1, title=("Cấp giấy tờ", "Issue a paper"))
    def issue_paper(self, wanted: IssuePaper, job: JobContext) -> PaperIssued:
        issued = self._dossiers.issue_paper(
            wanted.code,
            wanted.paper,
            key=job.key,
            now=job.now,
            content=wanted.content,
            due=wanted.due,
        )
        return PaperIssued(
            paper=IssuedPaper(
                number=issued.number,
                form=issued.form,
                title=issued.title,
                issued_at=issued.issued_at,
            )
        )

    @handles("dossier.attach-result", version=1, title=("Gắn kết quả", "Attach the result"))
    def attach_result(self, wanted: AttachResult, job: JobContext) -> ResultAttached:
        attached = self._dossiers.attach_result(
            wanted.code, wanted.result, wanted.delivery, key=job.key, now=job.now
        )
        return ResultAttached(result_number=attached.number)

    def check(self) -> Check:
        return self._dossiers.check()
