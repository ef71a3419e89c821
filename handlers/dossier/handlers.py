"""The job types that keep dossiers."""

from __future__ import annotations

from ...engine.errors import BpmnError, Conflict, NotFound
from ...engine.handler import JobContext, handles
from ...engine.model.check import Check
from ..icons import icon
from .application import Application
from .dossier import Paper, StatusChange
from .jobs import (
    AttachResult,
    DossierOpened,
    Found,
    IssuedPaper,
    IssuePaper,
    LookedUp,
    LookUp,
    OpenedDossier,
    PaperIssued,
    ReceiveSupplement,
    RequestSupplement,
    ResultAttached,
    SetStatus,
    SupplementRequested,
    Withdraw,
    Withdrawn,
)
from .port import Dossiers
from .supplements import supplements


class DossierHandlers:
    """Keeps dossiers in the given dossier system."""

    icon = icon("dossier")

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
        return PaperIssued(paper=_shown(issued))

    @handles(
        "dossier.request-supplement",
        version=1,
        title=("Yêu cầu bổ sung hồ sơ", "Ask for a supplement"),
    )
    def request_supplement(self, wanted: RequestSupplement, job: JobContext) -> SupplementRequested:
        paper = self._dossiers.request_supplement(
            wanted.code, wanted.content, by=wanted.by, key=job.key, now=job.now
        )
        rounds = len(supplements(self._dossiers.find(wanted.code)))
        return SupplementRequested(paper=_shown(paper), rounds=rounds)

    @handles(
        "dossier.receive-supplement",
        version=1,
        title=("Nhận bổ sung hồ sơ", "Take a supplement"),
    )
    def receive_supplement(self, given: ReceiveSupplement, job: JobContext) -> None:
        self._dossiers.supply(
            given.code, given.documents, status=given.status, key=job.key, now=job.now
        )

    @handles(
        "dossier.withdraw",
        version=1,
        title=("Rút hồ sơ", "Withdraw a dossier"),
        raises={
            "DOSSIER_DECIDED": ("Hồ sơ đã có kết quả giải quyết", "The dossier is decided already")
        },
    )
    def withdraw(self, wish: Withdraw, job: JobContext) -> Withdrawn:
        try:
            paper = self._dossiers.withdraw(wish.code, wish.reason, key=job.key, now=job.now)
        except Conflict as conflict:
            raise BpmnError("DOSSIER_DECIDED", str(conflict)) from None
        return Withdrawn(paper=_shown(paper) if paper else None)

    @handles(
        "dossier.look-up",
        version=1,
        title=("Tra cứu hồ sơ", "Look a dossier up"),
        raises={"DOSSIER_UNKNOWN": ("Không có hồ sơ mang mã này", "There is no such dossier")},
    )
    def look_up(self, wanted: LookUp, _job: JobContext) -> LookedUp:
        try:
            dossier = self._dossiers.find(wanted.code)
        except NotFound as unknown:
            raise BpmnError("DOSSIER_UNKNOWN", str(unknown)) from None
        return LookedUp(
            found=Found(
                code=dossier.code,
                unit=dossier.application.unit,
                procedure_code=dossier.application.procedure_code,
                received_at=dossier.received_at,
                status=dossier.status,
                due=dossier.due,
                supplements=len(supplements(dossier)),
                results=tuple(result.number for result in dossier.results),
                run_by=dossier.run_by,
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


def _shown(paper: Paper) -> IssuedPaper:
    return IssuedPaper(
        number=paper.number, form=paper.form, title=paper.title, issued_at=paper.issued_at
    )
