"""The papers of the one-stop mechanism, and which form number each has on a day.

The numbers changed their meaning in 2025, so they are looked up by date and never fixed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ..bpmn.model import Process
from ..errors import BadInput
from ..model.trail import Happening, TrailEvent
from .facts import ProcedureFacts
from .trails import properties_of

PAPER_KINDS = ("receipt", "supplement", "refusal", "apology", "stop", "control", "register")


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperForm:
    """The form of one kind of paper while a rule is in force.

    size: of the sheet. confirmed: whether number, name and first day were read in the rule itself.
    """

    kind: str
    number: str
    vi: str
    en: str
    basis: str
    from_: date
    until: date | None = None
    size: str = "A5"
    confirmed: bool = True

    def in_force(self, day: date) -> bool:
        return self.from_ <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperDue:
    """A paper the drawing issues, at the element that issues it."""

    kind: str
    element: str
    process: str
    token: int


def form_of(kind: str, day: date, facts: ProcedureFacts | None = None) -> PaperForm:
    """The form for a kind of paper on a day; the sector's own where the procedure names one.

    Raises BadInput for a kind nobody knows, and for a day on which no rule had such a paper.
    """
    form = next((form for form in PAPER_FORMS if form.kind == kind and form.in_force(day)), None)
    if form is None:
        known = ", ".join(PAPER_KINDS)
        raise BadInput(f"Expected a paper in force on {day}, one of {known}, but found '{kind}'")
    own = facts.papers.get(kind) if facts else None
    if own is None:
        return form
    basis = own.source or form.basis
    return PaperForm(kind=kind, number=own.number, vi=own.name, en=form.en, basis=basis, from_=day)


def papers(trail: Iterable[TrailEvent], processes: Mapping[str, Process]) -> list[PaperDue]:
    """The papers due by what happened: an element with the property `paper` issues it when passed.

    processes: by the key of the definition the trail names.
    """
    return [
        PaperDue(
            kind=properties["paper"],
            element=event.element,
            process=event.process,
            token=event.token,
        )
        for event, properties in properties_of(trail, processes)
        if event.happening is Happening.COMPLETED and properties.get("paper")
    ]


def _rule(
    basis: str,
    from_: date,
    until: date | None,
    confirmed: bool,
    forms: Mapping[str, tuple[str, str, str]],
) -> tuple[PaperForm, ...]:
    return tuple(
        PaperForm(
            kind=kind,
            number=number,
            vi=vi,
            en=en,
            basis=basis,
            from_=from_,
            until=until,
            size="A4" if kind == "register" else "A5",
            confirmed=confirmed,
        )
        for kind, (number, vi, en) in forms.items()
    )


RECEIPT = ("01", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Receipt and appointment slip")
SUPPLEMENT = ("02", "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", "Request to supplement the dossier")
REFUSAL = ("03", "Phiếu từ chối tiếp nhận giải quyết hồ sơ", "Refusal to receive or resolve")

PAPER_FORMS = (
    *_rule(
        "Thông tư 01/2018/TT-VPCP",
        date(2018, 11, 23),
        date(2025, 6, 30),
        False,
        {
            "receipt": RECEIPT,
            "supplement": SUPPLEMENT,
            "refusal": REFUSAL,
            "apology": (
                "04",
                "Phiếu xin lỗi và hẹn lại ngày trả kết quả",
                "Apology with a new appointment",
            ),
            "control": ("05", "Phiếu kiểm soát quá trình giải quyết hồ sơ", "Process control slip"),
            "register": ("06", "Sổ theo dõi hồ sơ", "Tracking book"),
        },
    ),
    *_rule(
        "Thông tư 03/2025/TT-VPCP",
        date(2025, 7, 1),
        None,
        False,
        {
            "receipt": RECEIPT,
            "supplement": SUPPLEMENT,
            "refusal": REFUSAL,
            "apology": (
                "04",
                "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết",
                "Apology and request for more time",
            ),
            "stop": ("05", "Thông báo dừng giải quyết hồ sơ", "Notice that the dossier is stopped"),
            "control": ("06", "Phiếu kiểm soát quá trình giải quyết hồ sơ", "Process control slip"),
            "register": ("07", "Sổ theo dõi hồ sơ", "Tracking book"),
        },
    ),
)
