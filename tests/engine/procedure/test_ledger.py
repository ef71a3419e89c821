from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procflow.engine.bpmn.model import Element, Kind, Process
from procflow.engine.model.trail import Happening, TrailEvent
from procflow.engine.procedure.ledger import (
    ClockEvent,
    ClockState,
    Effect,
    clock_events,
    keep_ledger,
)

MONDAY = datetime(2026, 3, 2, 9, tzinfo=timezone(timedelta(hours=7)))


def hour(number):
    return MONDAY + timedelta(hours=number)


def ledger(*steps):
    """Steps written `start`, `pause supplement`, …, an hour apart."""
    parts = [step.split() for step in steps]
    return keep_ledger(
        ClockEvent(effect=Effect(effect), moment=hour(number), reason=(*reason, "other")[0])
        for number, (effect, *reason) in enumerate(parts)
    )


def told(found):
    """Intervals as `running 0-1`, `paused 1- supplement`."""

    def number(moment):
        return "" if moment is None else str(int((moment - MONDAY) / timedelta(hours=1)))

    return [
        " ".join([each.state, f"{number(each.since)}-{number(each.until)}", *each.reasons])
        for each in found.intervals
    ]


@pytest.mark.parametrize(
    ("steps", "state", "intervals"),
    [
        ([], "waiting", []),
        (["pause"], "waiting", []),
        (["start"], "running", ["running 0-"]),
        (["start", "start"], "running", ["running 0-"]),
        (["start", "pause payment"], "paused", ["running 0-1", "paused 1- payment"]),
        (
            ["start", "pause payment", "resume payment"],
            "running",
            ["running 0-1", "paused 1-2 payment", "running 2-"],
        ),
        (
            ["start", "pause payment", "pause agency", "resume payment", "resume agency"],
            "running",
            [
                "running 0-1",
                "paused 1-2 payment",
                "paused 2-3 payment agency",
                "paused 3-4 agency",
                "running 4-",
            ],
        ),
        (
            ["start", "pause payment", "pause agency", "resume supplement"],
            "running",
            ["running 0-1", "paused 1-2 payment", "paused 2-3 payment agency", "running 3-"],
        ),
        (["start", "stop", "resume"], "stopped", ["running 0-1"]),
        (["start", "stop", "start"], "running", ["running 0-1", "running 2-"]),
        (
            ["start", "pause supplement", "restart"],
            "running",
            ["running 0-1", "paused 1-2 supplement", "running 2-"],
        ),
        (["restart"], "running", ["running 0-"]),
    ],
)
def test_intervals(steps, state, intervals):
    found = ledger(*steps)
    assert (found.state, told(found)) == (state, intervals)


def test_the_count_begins_anew_with_a_restart():
    found = ledger("start", "pause supplement", "restart", "pause payment")
    assert (found.started, found.before) == (hour(2), hour(0))
    assert [each.since for each in found.counted] == [hour(2), hour(3)]
    assert len(found.intervals) == 4


def test_what_had_no_effect_is_kept_apart():
    found = ledger("resume", "start", "start", "stop", "pause")
    assert [event.effect for event in found.ignored] == ["resume", "start", "pause"]
    assert found.stopped == hour(3)


def test_an_interval_without_length_is_none():
    events = [ClockEvent(effect=effect, moment=MONDAY) for effect in (Effect.START, Effect.PAUSE)]
    assert told(keep_ledger(events)) == ["paused 0- other"]


@given(st.lists(st.tuples(st.sampled_from(list(Effect)), st.sampled_from("ab"), st.integers(0, 3))))
def test_intervals_follow_each_other_and_only_the_last_is_open(steps):
    moment, events = MONDAY, []
    for effect, reason, hours in steps:
        moment += timedelta(hours=hours)
        events.append(ClockEvent(effect=effect, moment=moment, reason=reason))
    found = keep_ledger(events)
    for one, other in zip(found.intervals, found.intervals[1:], strict=False):
        assert one.since < one.until <= other.since
    lasting = [each for each in found.intervals if each.until is None]
    assert len(lasting) == (found.state in (ClockState.RUNNING, ClockState.PAUSED))
    assert all(bool(each.reasons) == (each.state is ClockState.PAUSED) for each in found.intervals)
    assert found.intervals[len(found.intervals) - len(found.counted) :] == found.counted


def process(**properties):
    elements = {
        name: Element(id=name, kind=Kind.USER_TASK, name=None, scope="p", line=1, properties=each)
        for name, each in properties.items()
    }
    return {"p:1": Process(id="p", name=None, line=1, elements=elements)}


def event(happening, element, definition="p:1"):
    return TrailEvent(
        happening=happening, definition=definition, process="p", element=element, token=1
    )


DRAWN = process(
    accept={"clock": "start"},
    ask={"clock": "pause", "dossier.status": "5"},
    pay={"clock": "pause", "clock.reason": "agency", "dossier.status": "6"},
    odd={"clock": "pause", "clock.reason": "holiday"},
    answered={"clock": "restart", "dossier.status": "4"},
    plain={"clock": "sometimes"},
)


def test_a_pause_begins_when_its_element_is_entered_all_else_when_it_is_completed():
    trail = [
        event(happening, element)
        for element in ("accept", "ask", "answered", "plain")
        for happening in (Happening.ENTERED, Happening.COMPLETED, Happening.TAKEN)
    ]
    found = clock_events(trail, DRAWN, MONDAY)
    assert [(each.effect, each.element) for each in found] == [
        ("start", "accept"),
        ("pause", "ask"),
        ("restart", "answered"),
    ]
    assert {each.moment for each in found} == {MONDAY}


def test_the_reason_of_a_pause_is_the_property_or_follows_from_the_status():
    trail = [event(Happening.ENTERED, element) for element in ("ask", "pay", "odd")]
    found = clock_events(trail, DRAWN, MONDAY)
    assert [each.reason for each in found] == ["supplement", "agency", "other"]


def test_elements_of_definitions_that_are_not_at_hand_say_nothing():
    trail = [event(Happening.COMPLETED, "accept", "p:2"), event(Happening.COMPLETED, "gone")]
    assert clock_events(trail, DRAWN, MONDAY) == []
