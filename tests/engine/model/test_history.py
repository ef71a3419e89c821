"""The chain of hashes: whatever is changed, taken out or cut off is found."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procflow.engine.model.history import BEGINNING, Fact, Link, chain, first_broken

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
facts = st.builds(
    Fact,
    what=st.sampled_from(["entered", "completed", "set", "claim"]),
    at=st.timedeltas(timedelta(0), timedelta(days=400)).map(lambda passed: AT + passed),
    who=st.text(min_size=1, max_size=8),
    address=st.none() | st.just("10.0.0.7"),
    element=st.none() | st.text(max_size=8),
    token=st.none() | st.integers(1, 99),
    about=st.dictionaries(st.text(max_size=8), json_values, max_size=3),
)


@given(st.lists(facts, max_size=6))
def test_a_chain_that_nobody_touched_is_whole(told):
    events, head = chain("i", 0, BEGINNING, told)
    assert first_broken("i", events, Link(len(told), head)) is None


@given(st.lists(facts, min_size=1, max_size=6), st.data())
def test_any_changed_event_is_found(told, data):
    events, head = chain("i", 0, BEGINNING, told)
    place = data.draw(st.integers(0, len(events) - 1))
    changes = {"who": events[place].who + "x", "recorded": '{"changed":1}', "what": "other"}
    name = data.draw(st.sampled_from(sorted(changes)))
    touched = [*events]
    touched[place] = replace(events[place], **{name: changes[name]})
    broken = first_broken("i", touched, Link(len(told), head))
    assert broken is not None
    assert (broken.number, broken.reason) == (place + 1, "changed")


@given(st.lists(facts, min_size=2, max_size=6), st.data())
def test_an_event_taken_out_is_found(told, data):
    events, head = chain("i", 0, BEGINNING, told)
    place = data.draw(st.integers(0, len(events) - 2))
    broken = first_broken("i", events[:place] + events[place + 1 :], Link(len(told), head))
    assert broken is not None
    assert (broken.number, broken.reason) == (place + 1, "missing")


@given(st.lists(facts, min_size=1, max_size=6))
def test_a_chain_cut_at_its_end_is_found(told):
    events, head = chain("i", 0, BEGINNING, told)
    broken = first_broken("i", events[:-1], Link(len(told), head))
    assert broken is not None
    assert (broken.number, broken.reason) == (len(told), "cut")


def test_a_rewritten_end_is_found_by_what_the_instance_knows():
    events, head = chain("i", 0, BEGINNING, [_said("a"), _said("b")])
    forged, _ = chain("i", 1, events[0].hash, [_said("other")])
    broken = first_broken("i", [events[0], *forged], Link(2, head))
    assert broken is not None
    assert broken.reason == "cut"


def test_a_chain_goes_on_from_its_head():
    first, head = chain("i", 0, BEGINNING, [_said("a")])
    second, end = chain("i", 1, head, [_said("b")])
    assert [event.number for event in first + second] == [1, 2]
    assert first_broken("i", first + second, Link(2, end)) is None


@pytest.mark.parametrize(
    "about", [{"n": 1e16}, {"n": 1.0}, {"b": 1, "a": 2}, {"text": "Hồ sơ “A”"}]
)
def test_what_it_is_about_comes_back_as_it_was(about):
    (event,), _ = chain("i", 0, BEGINNING, [replace(_said("x"), about=about)])
    assert event.about == about


def _said(what):
    return Fact(what=what, at=AT, who="an")
