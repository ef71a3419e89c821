"""A handler runs with typed input, and whatever it does comes out as one value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procflow.engine.errors import (
    BpmnError,
    Conflict,
    InvalidVariables,
    NotFound,
    RetryLater,
    UnfitInput,
)
from procflow.engine.handler import (
    Completed,
    ErrorThrown,
    Failed,
    HandlerRegistry,
    JobContext,
    Retry,
    handles,
    label,
    read_typed,
    run_handler,
    write_json,
)

NOW = datetime.fromisoformat("2026-03-02T08:00:00+07:00")


class Size(StrEnum):
    SMALL = "small"
    LARGE = "large"


@dataclass(frozen=True)
class Person:
    name: str
    personal_id: str | None = None


@dataclass(frozen=True)
class Wanted:
    """All kinds of input."""

    person: Person
    amount: Decimal = field(default=Decimal(1), metadata=label("Số", "Amount", minimum=1))
    copies: int = field(default=1, metadata=label("Bản", "Copies", maximum=9))
    fast: bool = False
    day: date | None = None
    until: datetime | None = None
    size: Size = Size.SMALL
    channel: Literal["online", "counter"] = "online"
    names: tuple[str, ...] = ()
    people: list[Person] = field(default_factory=list)
    about: Mapping[str, Any] = field(default_factory=dict)
    code: str = field(default="A1", metadata=label("Mã", "Code", pattern="[A-Z][0-9]"))
    note: str = field(default="abc", metadata=label("Chú", "Note", min_length=2, max_length=4))
    anything: Any = None


@dataclass(frozen=True)
class Made:
    total_amount: Decimal
    at: datetime | None = None


def context(**more):
    return JobContext(
        **{
            "key": "i1:7",
            "type": "try",
            "instance": "i1",
            "business_key": "H56.14-260302-0001",
            "definition": "d1",
            "process": "p",
            "element": "e",
            "label": "Thử",
            "now": NOW,
            "deadline": NOW + timedelta(minutes=5),
            **more,
        }
    )


def run(function, variables=(), job=None):
    registry = HandlerRegistry([handles("try")(function)])
    return run_handler(registry.find("try"), dict(variables), job or context())


def read(**variables):
    return read_typed(Wanted, {"person": {"name": "An"}, **variables})


def problems(**variables):
    with pytest.raises(UnfitInput) as refused:
        read(**variables)
    return refused.value.problems


class TestInput:
    def test_everything_is_read_as_its_type(self):
        wanted = read(
            person={"name": "An", "personalId": "038090000001", "age": 40},
            amount=2.5,
            copies=2,
            fast=True,
            day="2026-03-02",
            until="2026-03-02T08:00:00+07:00",
            size="large",
            channel="counter",
            names=["Bình", "Chi"],
            people=[{"name": "Dũng"}],
            about={"freely": [1]},
            code="B2",
            note="abcd",
            anything=[None],
        )
        assert wanted == Wanted(
            person=Person("An", "038090000001"),
            amount=Decimal("2.5"),
            copies=2,
            fast=True,
            day=date(2026, 3, 2),
            until=NOW,
            size=Size.LARGE,
            channel="counter",
            names=("Bình", "Chi"),
            people=[Person("Dũng")],
            about={"freely": [1]},
            code="B2",
            note="abcd",
            anything=[None],
        )

    def test_null_is_absent(self):
        nothing = dict.fromkeys(("amount", "copies", "size", "names", "until", "code"))
        assert read(**nothing) == read()
        assert problems(person=None) == {"person": "Expected 'person', but it is missing"}

    def test_moments_with_a_zone_are_read(self):
        assert read(until="2026-03-02T08:00:00@Asia/Ho_Chi_Minh").until == NOW

    @pytest.mark.parametrize(
        ("name", "value", "sentence"),
        [
            ("amount", "5", "Expected a number in 'amount', but found a text"),
            ("amount", True, "Expected a number in 'amount', but found true or false"),
            ("amount", float("nan"), "Expected a number in 'amount', but found a number"),
            ("copies", 1.5, "Expected a whole number in 'copies', but found a number"),
            ("fast", 1, "Expected true or false in 'fast', but found a number"),
            ("names", "An", "Expected a list in 'names', but found a text"),
            ("about", [], "Expected a context in 'about', but found a list"),
            ("person", "An", "Expected a context in 'person', but found a text"),
            ("size", "huge", "Expected one of small, large in 'size', but found another text"),
            ("channel", 1, "Expected a text in 'channel', but found a number"),
            ("code", "b2", "Expected 'code' to match [A-Z][0-9], but it does not"),
            ("code", "B2\n", "Expected 'code' to match [A-Z][0-9], but it does not"),
            ("note", "a", "Expected at least 2 characters in 'note', but there are fewer"),
            ("note", "abcde", "Expected at most 4 characters in 'note', but there are more"),
            ("amount", 0, "Expected 'amount' not to be less than 1, but it is"),
            ("copies", 10, "Expected 'copies' not to be more than 9, but it is"),
        ],
    )
    def test_what_does_not_fit_is_told(self, name, value, sentence):
        assert problems(**{name: value}) == {name: sentence}

    @pytest.mark.parametrize(
        "value",
        ["2026-03-02T08:00:00", "2026-03-02T08:00:00@Mars/Base", "soon", 5],
    )
    def test_a_moment_needs_its_offset(self, value):
        assert "date and time with its offset" in problems(until=value)["until"]

    def test_each_field_has_its_own_sentence(self):
        found = problems(person={}, copies="many", people=[{"name": "An"}, {"name": 5}, 6])
        assert list(found) == ["person.name", "copies", "people[2].name", "people[3]"]

    def test_values_are_not_repeated_in_sentences(self):
        told = problems(code="planted-038090000001", size="planted")
        assert "planted" not in "".join(told.values())

    @given(
        st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=1, max_value=10**9)
    )
    def test_numbers_arrive_exactly(self, amount):
        assert read(amount=write_json(amount)).amount == amount


class TestOutcomes:
    def test_a_dataclass_becomes_variables(self):
        def done(wanted: Wanted, job: JobContext) -> Made:
            return Made(total_amount=wanted.amount * 2, at=job.now)

        assert run(done, {"person": {"name": "An"}, "amount": 4}) == Completed(
            {"totalAmount": 8, "at": "2026-03-02T08:00:00+07:00"}
        )

    def test_a_mapping_or_nothing_becomes_variables(self):
        assert run(lambda variables, job: {"seen": variables["x"]}, {"x": 1}) == Completed(
            {"seen": 1}
        )
        assert run(lambda job: None) == Completed({})

    def test_input_that_does_not_fit_is_no_matter_for_a_retry(self):
        def never(wanted: Wanted, job: JobContext) -> None:
            raise AssertionError("Expected the handler not to be called, but it was")

        outcome = run(never, {"amount": 0})
        assert isinstance(outcome, Failed)
        assert not outcome.retry
        assert [problem.field for problem in outcome.problems] == ["person", "amount"]
        assert outcome.sentence("vi") == "Thiếu “person”. “amount” không được nhỏ hơn 1."

    def test_an_error_for_the_drawing(self):
        def decline(job):
            raise BpmnError("DECLINED", "no money", {"amount": Decimal(5)})

        assert run(decline) == ErrorThrown("DECLINED", "no money", {"amount": 5})

    def test_an_error_whose_variables_are_no_json(self):
        def decline(job):
            raise BpmnError("DECLINED", variables={"what": object()})

        outcome = run(decline)
        assert isinstance(outcome, Failed)
        assert not outcome.retry

    def test_time_must_act(self):
        def later(job):
            raise RetryLater(timedelta(minutes=3), "come back")

        retry = run(later)
        assert retry == Retry(timedelta(minutes=3), "come back", "come back")

    def test_what_must_wait_says_why_to_people_in_their_language(self):
        def later(job):
            raise RetryLater.after(timedelta(hours=9), "notification.quiet-now")

        retry = run(later)
        assert (retry.delay, retry.sentence("en")[:11]) == (timedelta(hours=9), "Quiet hours")
        assert retry.sentence("vi").startswith("Giờ yên lặng")

    @pytest.mark.parametrize(
        ("error", "retry"),
        [
            (ValueError("boo"), True),
            (RecursionError("deep"), True),
            (Conflict("taken"), True),
            (NotFound.of("handlers.dossier.unknown", code="X"), False),
            (InvalidVariables("no", {"a": "Expected a"}), False),
        ],
    )
    def test_a_fault(self, error, retry):
        def fail(job):
            raise error

        outcome = run(fail)
        assert isinstance(outcome, Failed)
        assert outcome.retry is retry
        assert str(error) in outcome.text

    def test_a_fault_with_a_sentence_of_the_catalogue_speaks_vietnamese(self):
        def fail(job):
            raise NotFound.of("handlers.dossier.unknown", code="X")

        outcome = run(fail)
        assert outcome.sentence("vi") == "Không có hồ sơ nào mang mã “X”."
        assert outcome.sentence("en") == "Expected a dossier with code 'X', but there is none"

    @pytest.mark.parametrize("way_out", [SystemExit, KeyboardInterrupt])
    def test_stopping_the_process_passes_through(self, way_out):
        def stop(job):
            raise way_out

        with pytest.raises(way_out):
            run(stop)

    @pytest.mark.parametrize(
        "returned",
        [
            "text",
            [1],
            {1: "number as a name"},
            {"x": object()},
            {"x": float("inf")},
            {"x": datetime(2026, 3, 2)},
            {"x": Decimal("0.12345678901234567890123")},
        ],
    )
    def test_output_that_variables_cannot_hold(self, returned):
        outcome = run(lambda job: returned)
        assert isinstance(outcome, Failed)
        assert not outcome.retry
        assert "output" in outcome.text

    def test_output_that_does_not_fit_the_declared_type(self):
        def wrong(job: JobContext) -> Made:
            return {"totalAmount": "much"}

        outcome = run(wrong)
        assert isinstance(outcome, Failed)
        assert [problem.field for problem in outcome.problems] == ["totalAmount"]

    def test_a_subclass_of_json_values_comes_out_plain(self):
        outcome = run(lambda job: {"size": Size.LARGE, "pair": (1, 2)})
        assert outcome == Completed({"size": "large", "pair": [1, 2]})
        assert type(outcome.variables["size"]) is str


def test_a_context_does_not_show_personal_values():
    assert "038090000001" not in repr(context(variables={"personalId": "038090000001"}))


def test_a_context_without_notices_has_none():
    assert context().notice("ket-qua") is None
