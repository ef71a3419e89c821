"""What every adapter of the dossier port must do.

    for step in EXERCISE:
        step(adapter)

Each step works on dossiers of its own, so that an adapter may be used for all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from ...engine.errors import NotFound, UnfitInput
from ..expectations import expect, expect_refusal
from ..local_time import VIETNAM
from .dossier import Applicant, Application, Dossier, ResultDocument, StatusChange
from .papers import PaperKind
from .port import Dossiers

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=VIETNAM)
HOUR = timedelta(hours=1)


def application(unit: str, name: str = "Nguyễn Thị Hoa") -> Application:
    """An invented application."""
    return Application(
        procedure_code="1.001612",
        procedure_name="Đăng ký thành lập hộ kinh doanh",
        unit=unit,
        applicant=Applicant(name=name, phone="0900000000"),
        channel="online",
        components=("Giấy đề nghị",),
    )


def gives_codes_in_order(dossiers: Dossiers) -> None:
    codes = [_open(dossiers, "H56.14.01", f"order:{n}").code for n in (1, 2, 3)]
    expected = [f"H56.14.01-260302-000{n}" for n in (1, 2, 3)]
    expect("the codes of one unit and day", codes, expected)


def counts_each_unit_and_day_by_itself(dossiers: Dossiers) -> None:
    late = MORNING.replace(hour=23, minute=30)
    codes = (
        _open(dossiers, "H56.14.02", "day:1", late).code,
        _open(dossiers, "H56.14.03", "day:2", late).code,
        _open(dossiers, "H56.14.02", "day:3", late + HOUR).code,
    )
    expected = ("H56.14.02-260302-0001", "H56.14.03-260302-0001", "H56.14.02-260303-0001")
    expect("the codes around midnight in Vietnam", codes, expected)


def opens_once_for_a_key(dossiers: Dossiers) -> None:
    first = _open(dossiers, "H56.14.04", "once:1")
    expect("the repeated call's dossier", _open(dossiers, "H56.14.04", "once:1"), first)
    following = _open(dossiers, "H56.14.04", "once:2").code
    expect("the next code", following, "H56.14.04-260302-0002")


def keeps_what_was_handed_in(dossiers: Dossiers) -> None:
    given = application("H56.14.05", "Lê Văn Đức")
    code = dossiers.open(given, key="kept:1", now=MORNING).code
    kept = dossiers.find(code)
    expect("the application", kept.application, given)
    expect("the moment of reception", kept.received_at, MORNING)
    expect("the status before the first", kept.status, None)


def notes_each_status_once(dossiers: Dossiers) -> None:
    code = _open(dossiers, "H56.14.06", "status:1").code
    for _ in range(2):
        _status(dossiers, code, 1, MORNING, "status:2")
    _status(dossiers, code, 2, MORNING + HOUR, "status:3")
    noted = [change.status for change in dossiers.find(code).changes]
    expect("the statuses noted", noted, [1, 2])


def puts_a_late_status_in_its_place(dossiers: Dossiers) -> None:
    code = _open(dossiers, "H56.14.07", "late:1").code
    _status(dossiers, code, 9, MORNING + 2 * HOUR, "late:2")
    _status(dossiers, code, 4, MORNING + HOUR, "late:3")
    found = dossiers.find(code)
    expect("the statuses by moment", [change.status for change in found.changes], [4, 9])
    expect("the status that stands", found.status, 9)


def numbers_papers_within_unit_kind_and_year(dossiers: Dossiers) -> None:
    code = _open(dossiers, "H56.14.08", "paper:1").code
    numbers = [
        dossiers.issue_paper(code, kind, key=f"paper:{key}", now=now).number
        for key, kind, now in (
            (2, PaperKind.RECEIPT, MORNING),
            (3, PaperKind.SUPPLEMENT, MORNING),
            (4, PaperKind.RECEIPT, MORNING + HOUR),
            (5, PaperKind.RECEIPT, MORNING.replace(year=2027)),
        )
    ]
    expected = ["1/2026/GTN", "1/2026/PBS", "2/2026/GTN", "1/2027/GTN"]
    expect("the papers' numbers", numbers, [f"{number}-H56.14.08" for number in expected])


def issues_a_paper_once_for_a_key(dossiers: Dossiers) -> None:
    code = _open(dossiers, "H56.14.09", "again:1").code
    issued = [
        dossiers.issue_paper(
            code,
            PaperKind.SUPPLEMENT,
            key="again:2",
            now=MORNING + n * HOUR,
            content="Thiếu bản vẽ",
        )
        for n in range(2)
    ]
    expect("the repeated paper", issued[1], issued[0])
    expect("the dossier's papers", dossiers.find(code).papers, (issued[0],))


def takes_the_form_in_force(dossiers: Dossiers) -> None:
    code = _open(dossiers, "H56.14.10", "form:1").code
    before = MORNING.replace(year=2025, month=6, day=30)
    forms = [
        dossiers.issue_paper(code, PaperKind.CONTROL, key=f"form:{day}", now=day).form
        for day in (before, before + timedelta(days=1))
    ]
    expect("the control slip's form on 30 June and 1 July 2025", forms, ["05", "06"])
    stop = PaperKind.STOP
    expect_refusal(
        UnfitInput, lambda: dossiers.issue_paper(code, stop, key="form:stop", now=before)
    )


def attaches_results(dossiers: Dossiers) -> None:
    code = _open(dossiers, "H56.14.11", "result:1").code
    own = ResultDocument(name="Giấy chứng nhận", number="26A8000001")
    plain = ResultDocument(name="Văn bản", content="Đồng ý")
    numbers = [
        dossiers.attach_result(
            code, document, "electronic", key=f"result:{key}", now=MORNING
        ).number
        for key, document in ((2, own), (3, plain), (3, plain))
    ]
    expected = ["26A8000001", "1/2026/KQ-H56.14.11", "1/2026/KQ-H56.14.11"]
    expect("the results' numbers", numbers, expected)
    attached = [result.document for result in dossiers.find(code).results]
    expect("the results attached", attached, [own, plain])


def refuses_a_dossier_nobody_opened(dossiers: Dossiers) -> None:
    code = "H56.14.12-260302-9999"
    expect_refusal(NotFound, lambda: dossiers.find(code))
    expect_refusal(NotFound, lambda: _status(dossiers, code, 4, MORNING, "nobody:1"))
    expect_refusal(
        NotFound,
        lambda: dossiers.issue_paper(code, PaperKind.RECEIPT, key="nobody:2", now=MORNING),
    )
    expect_refusal(
        NotFound,
        lambda: dossiers.attach_result(
            code, ResultDocument(name="Văn bản"), "post", key="nobody:3", now=MORNING
        ),
    )


def tells_that_it_is_well(dossiers: Dossiers) -> None:
    expect("the check", dossiers.check().ok, True)


EXERCISE: tuple[Callable[[Dossiers], None], ...] = (
    gives_codes_in_order,
    counts_each_unit_and_day_by_itself,
    opens_once_for_a_key,
    keeps_what_was_handed_in,
    notes_each_status_once,
    puts_a_late_status_in_its_place,
    numbers_papers_within_unit_kind_and_year,
    issues_a_paper_once_for_a_key,
    takes_the_form_in_force,
    attaches_results,
    refuses_a_dossier_nobody_opened,
    tells_that_it_is_well,
)


def _open(dossiers: Dossiers, unit: str, key: str, now: datetime = MORNING) -> Dossier:
    return dossiers.open(application(unit), key=key, now=now)


def _status(dossiers: Dossiers, code: str, status: int, at: datetime, key: str) -> None:
    dossiers.set_status(code, StatusChange(status=status, at=at), key=key)
