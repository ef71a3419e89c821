"""What every adapter of the dossier port must do.

    for step in EXERCISE:
        step(adapter)

Each step works on dossiers of its own, so that an adapter may be used for all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from ...engine.errors import Conflict, NotFound, UnfitInput
from ..expectations import expect, expect_refusal
from ..local_time import VIETNAM
from .application import Applicant, Application, Document
from .dossier import Dossier, Paper, ResultDocument, StatusChange
from .papers import PaperKind
from .port import Dossiers
from .search import Search
from .supplements import supplements

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=VIETNAM)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def application(unit: str, name: str = "Nguyễn Thị Hoa") -> Application:
    """An invented application."""
    return Application(
        procedure_code="1.001612",
        procedure_name="Đăng ký thành lập hộ kinh doanh",
        unit=unit,
        applicant=Applicant(name=name, personal_id="038190000001", phone="0900000000"),
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
    expect_refusal(NotFound, lambda: _ask(dossiers, code, MORNING, "nobody:4"))
    expect_refusal(
        NotFound, lambda: dossiers.supply(code, [], status=2, key="nobody:5", now=MORNING)
    )
    expect_refusal(NotFound, lambda: dossiers.withdraw(code, "–", key="nobody:6", now=MORNING))


def promises_the_result_by_receipt_and_apology(dossiers: Dossiers) -> None:
    code = _open(dossiers, "H56.14.13", "due:1").code
    expect("the due date before the receipt", dossiers.find(code).due, None)
    first, later = MORNING + 3 * DAY, MORNING + 8 * DAY
    _appoint(dossiers, code, PaperKind.RECEIPT, MORNING, first, "due:2")
    _status(dossiers, code, 4, MORNING + HOUR, "due:3")
    expect("the due date of the receipt", dossiers.find(code).due, first)
    _appoint(dossiers, code, PaperKind.APOLOGY, MORNING + 2 * DAY, later, "due:4")
    expect("the due date of the apology", dossiers.find(code).due, later)
    _appoint(dossiers, code, PaperKind.SUPPLEMENT, MORNING + 2 * DAY, first, "due:5")
    expect("the due date when papers are asked for", dossiers.find(code).due, later)


def asks_for_a_supplement_once_for_a_key(dossiers: Dossiers) -> None:
    code = _open(dossiers, "H56.14.14", "ask:1").code
    by = MORNING + 30 * DAY
    asked = [_ask(dossiers, code, by, "ask:2") for _ in range(2)]
    expect("the repeated request", asked[1], asked[0])
    found = dossiers.find(code)
    expect("the papers of the request", found.papers, (asked[0],))
    expect("its form, and its content", (asked[0].form, asked[0].content), ("02", "Thiếu bản vẽ"))
    expect("when the papers must be there", asked[0].due, by)
    expect("the statuses", [change.status for change in found.changes], [5])


def takes_a_supplement_once_for_a_key(dossiers: Dossiers) -> None:
    code = _open(dossiers, "H56.14.15", "supply:1").code
    _appoint(dossiers, code, PaperKind.RECEIPT, MORNING, MORNING + 3 * DAY, "supply:2")
    _ask(dossiers, code, MORNING + 30 * DAY, "supply:3", at=MORNING + HOUR)
    drawing = Document(name="Bản vẽ", file="ban-ve.pdf", component="TP02")
    for _ in range(2):
        dossiers.supply(code, [drawing], status=2, key="supply:4", now=MORNING + DAY)
    _appoint(dossiers, code, PaperKind.RECEIPT, MORNING + DAY, MORNING + 4 * DAY, "supply:5")
    found = dossiers.find(code)
    expect("the statuses", [change.status for change in found.changes], [5, 2])
    (supplement,) = supplements(found)
    expect("when it was supplied", supplement.supplied_at, MORNING + DAY)
    expect("what was supplied", supplement.documents, (drawing,))
    days = (supplement.due_before, supplement.due_after)
    expect("the days told for the result", days, (MORNING + 3 * DAY, MORNING + 4 * DAY))


def withdraws_once_for_a_key(dossiers: Dossiers) -> None:
    code = _open(dossiers, "H56.14.16", "withdraw:1").code
    notices = [
        dossiers.withdraw(code, "Đổi ý", key="withdraw:2", now=MORNING + HOUR) for _ in range(2)
    ]
    expect("the repeated withdrawal", notices[1], notices[0])
    found = dossiers.find(code)
    expect("the statuses", [change.status for change in found.changes], [7])
    expect("the papers", [(paper.form, paper.content) for paper in found.papers], [("05", "Đổi ý")])


def withdraws_before_there_was_a_notice(dossiers: Dossiers) -> None:
    before = MORNING.replace(year=2025, month=6, day=30)
    code = _open(dossiers, "H56.14.17", "old:1", before).code
    notices = [dossiers.withdraw(code, "Đổi ý", key="old:2", now=before) for _ in range(2)]
    found = dossiers.find(code)
    expect("the notices", (notices, found.papers), ([None, None], ()))
    expect("the status", found.status, 7)


def keeps_a_decision_against_a_withdrawal(dossiers: Dossiers) -> None:
    attached = _open(dossiers, "H56.14.18", "decided:1").code
    document = ResultDocument(name="Giấy chứng nhận")
    dossiers.attach_result(attached, document, "counter", key="decided:2", now=MORNING)
    handled = _open(dossiers, "H56.14.18", "decided:3").code
    _status(dossiers, handled, 9, MORNING, "decided:4")
    for code in (attached, handled):
        key = f"decided:withdraw:{code}"
        expect_refusal(Conflict, partial(dossiers.withdraw, code, "–", key=key, now=MORNING))
    expect("the statuses that stand", _statuses(dossiers, attached, handled), [None, 9])


def finds_dossiers_by_what_they_are(dossiers: Dossiers) -> None:
    unit = "H56.14.19"
    codes = [_open(dossiers, unit, f"search:{number}").code for number in range(4)]
    for code, status in zip(codes, (2, 4, 4, 9), strict=True):
        _status(dossiers, code, status, MORNING, f"search:status:{code}")
    _appoint(dossiers, codes[1], PaperKind.RECEIPT, MORNING, MORNING + DAY, "search:receipt")
    _appoint(dossiers, codes[2], PaperKind.RECEIPT, MORNING, MORNING + DAY, "search:late")
    _appoint(dossiers, codes[2], PaperKind.APOLOGY, MORNING, MORNING + 5 * DAY, "search:apology")

    def found(**wanted: Any) -> list[str]:
        return [each.code for each in dossiers.search(Search(unit=unit, **wanted))]

    expect("all of the unit", found(), codes)
    expect("those being handled", found(status=(4,)), codes[1:3])
    expect("those due within two days", found(due_before=MORNING + 2 * DAY), [codes[1]])
    expect("the procedure's", found(procedure_code="1.001612"), codes)
    expect("another procedure's", found(procedure_code="1.013225"), [])
    expect("the person's", found(personal_id="038190000001"), codes)
    expect("another person's", found(personal_id="038190000002"), [])
    expect("the second page of two", found(limit=2, after=codes[1]), codes[2:])


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
    promises_the_result_by_receipt_and_apology,
    asks_for_a_supplement_once_for_a_key,
    takes_a_supplement_once_for_a_key,
    withdraws_once_for_a_key,
    withdraws_before_there_was_a_notice,
    keeps_a_decision_against_a_withdrawal,
    finds_dossiers_by_what_they_are,
    refuses_a_dossier_nobody_opened,
    tells_that_it_is_well,
)


def _open(dossiers: Dossiers, unit: str, key: str, now: datetime = MORNING) -> Dossier:
    return dossiers.open(application(unit), key=key, now=now)


def _status(dossiers: Dossiers, code: str, status: int, at: datetime, key: str) -> None:
    dossiers.set_status(code, StatusChange(status=status, at=at), key=key)


def _appoint(
    dossiers: Dossiers, code: str, kind: PaperKind, at: datetime, due: datetime, key: str
) -> None:
    dossiers.issue_paper(code, kind, key=key, now=at, due=due)


def _ask(dossiers: Dossiers, code: str, by: datetime, key: str, at: datetime = MORNING) -> Paper:
    return dossiers.request_supplement(code, "Thiếu bản vẽ", by=by, key=key, now=at)


def _statuses(dossiers: Dossiers, *codes: str) -> list[int | None]:
    return [dossiers.find(code).status for code in codes]
