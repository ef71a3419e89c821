from datetime import UTC, datetime, time, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procflow.engine.procedure.calendar_reader import read_calendar
from procflow.engine.procedure.clock import due_date, term_of
from procflow.engine.procedure.facts import Deadline, DeadlineCase, Unit
from procflow.engine.procedure.ledger import ClockEvent, ClockState, Effect
from procflow.engine.procedure.proof import told

VIETNAM = timezone(timedelta(hours=7))
TEN_DAYS = Deadline(unit=Unit.WORKING_DAY, value=10)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def happened(*events):
    """Events written `start 2026-02-12T09:00` or `pause 2026-02-12T09:00 supplement`."""
    parts = [event.split() for event in events]
    return [
        ClockEvent(effect=Effect(effect), moment=at(moment), reason=(*reason, "other")[0])
        for effect, moment, *reason in parts
    ]


def due(term, calendar, *events):
    found = due_date(term, happened(*events), calendar)
    return found.moment.strftime("%Y-%m-%d %H:%M") if found.moment else None


# The working days of 2026, computed by hand from the official days off.
@pytest.mark.parametrize(
    ("accepted", "days", "end"),
    [
        ("2026-02-13", 3, "2026-02-25"),
        ("2026-02-12", 10, "2026-03-05"),
        ("2026-04-24", 2, "2026-04-29"),
        ("2026-04-29", 1, "2026-05-04"),
        ("2026-01-09", 1, "2026-01-10"),
        ("2026-08-21", 1, "2026-08-22"),
        ("2026-08-28", 3, "2026-09-07"),
        ("2026-11-23", 2, "2026-11-26"),
    ],
)
def test_working_days(calendar, accepted, days, end):
    term = Deadline(unit=Unit.WORKING_DAY, value=days)
    assert due(term, calendar, f"start {accepted}T09:00") == f"{end} 17:00"


@pytest.mark.parametrize(
    ("term", "start", "end"),
    [
        (Deadline(unit=Unit.DAY, value=10), "2026-03-02T09:00", "2026-03-12 17:00"),
        (Deadline(unit=Unit.DAY, value=5), "2026-03-02T09:00", "2026-03-09 17:00"),  # Saturday
        (Deadline(unit=Unit.DAY, value=3), "2026-02-13T09:00", "2026-02-23 17:00"),  # Tết
        (
            Deadline(unit=Unit.MONTH, value=1),
            "2026-01-31T09:00",
            "2026-03-02 17:00",
        ),  # 28-2, Saturday
        (Deadline(unit=Unit.MONTH, value=13), "2025-03-31T09:00", "2026-05-04 17:00"),  # 30-4
        (Deadline(unit=Unit.WORKING_HOUR, value=8), "2026-03-02T16:00", "2026-03-03 16:00"),
        (Deadline(unit=Unit.HOUR, value=24), "2026-03-06T16:00", "2026-03-07 16:00"),
        (Deadline(unit=Unit.SAME_DAY, cutoff=time(15)), "2026-03-02T15:00", "2026-03-02 17:00"),
        (Deadline(unit=Unit.SAME_DAY, cutoff=time(15)), "2026-03-02T15:01", "2026-03-03 17:00"),
        (Deadline(unit=Unit.SAME_DAY, cutoff=time(15)), "2026-03-06T16:00", "2026-03-09 17:00"),
        (Deadline(unit=Unit.SAME_DAY), "2026-03-02T16:00", "2026-03-02 17:00"),
        (Deadline(unit=Unit.SAME_DAY), "2026-03-07T16:00", "2026-03-09 17:00"),
        (
            Deadline(unit=Unit.WORKING_DAY, value=1, cutoff=time(15)),
            "2026-03-02T15:30",
            "2026-03-04 17:00",
        ),
        (
            Deadline(unit=Unit.WORKING_HOUR, value=2, cutoff=time(15)),
            "2026-03-02T15:30",
            "2026-03-03 09:00",
        ),
    ],
)
def test_every_unit(calendar, term, start, end):
    assert due(term, calendar, f"start {start}") == end


PAUSED = ("start 2026-03-02T09:00", "pause 2026-03-04T10:00 payment")


@pytest.mark.parametrize(
    ("term", "resumed", "end"),
    [
        (Deadline(unit=Unit.WORKING_DAY, value=3), "2026-03-09T08:00", "2026-03-10 17:00"),
        (Deadline(unit=Unit.WORKING_DAY, value=3), "2026-03-04T11:00", "2026-03-05 17:00"),
        (Deadline(unit=Unit.DAY, value=3), "2026-03-06T08:00", "2026-03-09 17:00"),
        (Deadline(unit=Unit.WORKING_HOUR, value=24), "2026-03-06T08:00", "2026-03-06 17:00"),
        (Deadline(unit=Unit.HOUR, value=72), "2026-03-05T12:00", "2026-03-06 11:00"),
        (Deadline(unit=Unit.SAME_DAY), "2026-03-06T08:00", "2026-03-02 17:00"),
    ],
)
def test_a_pause_moves_the_end_by_what_it_lasted(calendar, term, resumed, end):
    assert due(term, calendar, *PAUSED, f"resume {resumed} payment") == end


def test_a_pause_on_the_last_day_leaves_what_was_left_of_it(calendar):
    one_day = Deadline(unit=Unit.WORKING_DAY, value=1)
    events = ("start 2026-03-02T09:00", "pause 2026-03-03T10:00", "resume 2026-03-05T08:00")
    assert due(one_day, calendar, *events) == "2026-03-05 17:00"


def test_a_pause_after_the_end_changes_nothing(calendar):
    one_day = Deadline(unit=Unit.WORKING_DAY, value=1)
    events = ("start 2026-03-02T09:00", "pause 2026-03-04T10:00", "resume 2026-03-09T08:00")
    assert due(one_day, calendar, *events) == "2026-03-03 17:00"


def test_a_restart_counts_from_zero_and_forgets_the_pauses_before(calendar):
    events = (*PAUSED, "restart 2026-03-16T10:00")
    assert due(TEN_DAYS, calendar, *events) == "2026-03-30 17:00"


def test_before_the_start_nothing_is_due(calendar):
    found = due_date(TEN_DAYS, [], calendar)
    assert (found.moment, found.state) == (None, ClockState.WAITING)
    assert told(found.proof, "en") == [
        "Deadline: 10 working days.",
        "The clock has not started yet.",
    ]


def test_a_deadline_in_words_gives_no_date(calendar):
    term = Deadline(unit=Unit.OTHER, text="Gửi trước chương trình 3 ngày làm việc")
    found = due_date(term, happened("start 2026-03-02T09:00"), calendar)
    assert found.moment is None
    assert told(found.proof, "vi")[0] == "Thời hạn: Gửi trước chương trình 3 ngày làm việc."
    assert told(found.proof, "vi")[-1] == "Thời hạn này không tính ra được ngày hẹn trả."


def test_while_paused_the_due_date_is_the_earliest_one(calendar):
    found = due_date(TEN_DAYS, happened(*PAUSED), calendar)
    assert (found.state, found.moment) == (ClockState.PAUSED, at("2026-03-16T17:00"))
    assert any(
        "paused since 2026-03-04 10:00 (waiting for payment)" in s for s in told(found.proof, "en")
    )


def test_after_the_stop_the_due_date_stays(calendar):
    found = due_date(
        TEN_DAYS, happened("start 2026-03-02T09:00", "stop 2026-03-05T16:00"), calendar
    )
    assert (found.state, found.moment) == (ClockState.STOPPED, at("2026-03-16T17:00"))
    assert "The clock stopped at 16:00 on Thursday 2026-03-05." in told(found.proof, "en")


def test_office_hours_decide_the_closing_moment():
    hours = b'[[hours]]\nspans = ["08:00-12:00"]\nconfirmed = true\nsource = "x"\n'
    short = read_calendar({"2026.toml": b"year = 2026", "hours.toml": hours})
    assert due(TEN_DAYS, short, "start 2026-03-02T09:00") == "2026-03-16 12:00"


def test_the_whole_proof_in_vietnamese(calendar):
    term = Deadline(
        unit=Unit.WORKING_DAY, value=5, source="Nghị định 168/2025/NĐ-CP", cutoff=time(15)
    )
    events = happened(
        "start 2026-02-11T15:20",
        "pause 2026-02-13T09:00 supplement",
        "resume 2026-02-24T08:00 supplement",
    )
    assert told(due_date(term, events, calendar).proof, "vi") == [
        "Thời hạn: 5 ngày làm việc (căn cứ: Nghị định 168/2025/NĐ-CP).",
        "Bắt đầu tính lúc 15:20 thứ Tư 11/02/2026.",
        "Đến sau 15:00 hoặc vào ngày nghỉ nên coi như nhận thứ Năm 12/02/2026.",
        "Ngày đầu, thứ Năm 12/02/2026, không tính.",
        "Đồng hồ dừng từ 09:00 13/02/2026 đến 08:00 24/02/2026 (chờ công dân bổ sung): "
        "2 ngày làm việc không tính.",
        "Không tính thứ Bảy 14/02/2026: nghỉ hằng tuần.",
        "Không tính Chủ nhật 15/02/2026: nghỉ hằng tuần.",
        "Không tính thứ Hai 16/02/2026: Tết Bính Ngọ, 29 tháng Chạp (Thông báo 9441/TB-BNV).",
        "Không tính thứ Ba 17/02/2026: Tết Bính Ngọ, mùng 1 (Thông báo 9441/TB-BNV).",
        "Không tính thứ Tư 18/02/2026: Tết Bính Ngọ, mùng 2 (Thông báo 9441/TB-BNV).",
        "Không tính thứ Năm 19/02/2026: Tết Bính Ngọ, mùng 3 (Thông báo 9441/TB-BNV).",
        "Không tính thứ Sáu 20/02/2026: Tết Bính Ngọ, mùng 4 (Thông báo 9441/TB-BNV).",
        "Không tính thứ Bảy 21/02/2026: nghỉ hằng tuần.",
        "Không tính Chủ nhật 22/02/2026: nghỉ hằng tuần.",
        "Không tính thứ Bảy 28/02/2026: nghỉ hằng tuần.",
        "Không tính Chủ nhật 01/03/2026: nghỉ hằng tuần.",
        "Hết hạn lúc 17:00 thứ Hai 02/03/2026.",
    ]


def test_the_proof_tells_of_a_worked_saturday_and_of_what_nobody_confirmed(calendar):
    one_day = Deadline(unit=Unit.WORKING_DAY, value=1)
    sure = due_date(one_day, happened("start 2026-08-21T09:00"), calendar)
    assert sure.sure
    assert any("Saturday 2026-08-22 is counted" in sentence for sentence in told(sure.proof, "en"))
    unsure = due_date(one_day, happened("start 2027-02-03T09:00"), calendar)
    assert not unsure.sure
    assert any("not confirmed" in sentence for sentence in told(unsure.proof, "en"))
    assert any("chưa được xác nhận" in sentence for sentence in told(unsure.proof, "vi"))


def test_the_proof_tells_of_a_restart_and_of_an_end_that_rolls(calendar):
    term = Deadline(unit=Unit.DAY, value=5)
    events = happened(
        "start 2026-02-02T09:00", "pause 2026-02-03T09:00", "restart 2026-03-02T10:00"
    )
    sentences = told(due_date(term, events, calendar).proof, "en")
    assert sentences[1] == (
        "The clock restarted from zero at 10:00 on Monday 2026-03-02; "
        "what was counted since 2026-02-02 does not count any more."
    )
    assert (
        "The last day, Saturday 2026-03-07, is a day off: the end rolls to the next working day."
        in sentences
    )


def test_the_first_case_that_holds_goes_before_the_deadline():
    house = DeadlineCase(name="Nhà ở", when='=kind = "house"', unit=Unit.WORKING_DAY, value=7)
    small = DeadlineCase(name="Nhỏ", when="area < 10", unit=Unit.WORKING_DAY, value=5)
    deadline = Deadline(unit=Unit.WORKING_DAY, value=10, cases=(house, small))
    assert term_of(deadline, {"kind": "house", "area": 5}) is house
    assert term_of(deadline, {"kind": "hall", "area": 5}) is small
    assert term_of(deadline, {"kind": "hall"}) is deadline


STEPS = st.lists(st.tuples(st.sampled_from(list(Effect)), st.integers(0, 60 * 24 * 5)), max_size=8)
TERMS = st.builds(
    Deadline,
    unit=st.sampled_from(list(Unit)),
    value=st.integers(1, 20),
    cutoff=st.sampled_from([None, time(15)]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TERMS, STEPS)
def test_any_course_of_events_has_a_proof_that_ends_with_its_due_date(calendar, term, steps):
    moment, events = at("2026-01-05T09:00"), []
    for effect, minutes in steps:
        moment += timedelta(minutes=minutes)
        events.append(ClockEvent(effect=effect, moment=moment))
    found = due_date(term, events, calendar)
    begun = found.state is not ClockState.WAITING
    assert (found.moment is not None) == (begun and term.unit is not Unit.OTHER)
    assert len(told(found.proof, "vi")) == len(told(found.proof, "en")) == len(found.proof)
    if found.moment is not None:
        assert found.proof[-1].arguments == {"due": found.moment}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TERMS, st.integers(0, 60 * 24 * 20), st.integers(0, 60 * 24 * 20))
def test_a_longer_pause_never_ends_earlier(calendar, term, one, other):
    start, pause = at("2026-03-02T09:00"), at("2026-03-02T10:00")
    ends = []
    for minutes in sorted((0, one, other)):
        resumed = pause + timedelta(minutes=minutes)
        effects = ((Effect.START, start), (Effect.PAUSE, pause), (Effect.RESUME, resumed))
        events = [ClockEvent(effect=effect, moment=moment) for effect, moment in effects]
        ends.append(due_date(term, events, calendar).moment)
    if term.unit is not Unit.OTHER:
        assert ends == sorted(ends)


def test_the_proof_tells_the_time_of_the_office_wherever_the_machine_is(calendar):
    received = ClockEvent(effect=Effect.START, moment=datetime(2026, 3, 2, 2, 30, tzinfo=UTC))
    found = due_date(TEN_DAYS, [received], calendar)
    assert any("09:30" in sentence for sentence in told(found.proof, "vi"))
