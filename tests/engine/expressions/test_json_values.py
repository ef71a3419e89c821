"""From FEEL to JSON and back."""

import json
from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procflow.engine.expressions import FeelError, evaluate, from_json, to_json

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.text(max_size=5)
    | st.integers(-(10**33), 10**33)
    | st.floats(-1e15, 1e15),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=10,
)


@given(json_values)
def test_json_comes_back_as_it_was(value):
    assert to_json(from_json(value)) == value


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("Infinity")])
def test_what_is_no_finite_number_is_null(value):
    assert to_json([value]) == [None]
    assert evaluate("to json(values)", {"values": [value]}) == "[null]"


def test_a_whole_number_beyond_all_readers_is_a_text():
    (written,) = json.loads(evaluate("to json(values)", {"values": [10**5000]}))
    assert Decimal(written) == Decimal("1E+5000")


@given(json_values)
def test_reading_a_variable_changes_nothing(value):
    before = json.dumps(value, sort_keys=True)
    found = to_json(evaluate("[x, x = x, [x][1]]", {"x": value}))
    assert found[0] == value
    assert found[2] == value
    assert json.dumps(value, sort_keys=True) == before


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("1.50"), 1.5),
        (Decimal("2.0"), 2),
        (Decimal("0.1234567890123456789"), "0.1234567890123456789"),
        (Decimal("1E+6000"), "1E+6000"),
        ((1, 2), [1, 2]),
        (object(), None),
    ],
)
def test_numbers_keep_their_digits(value, expected):
    assert to_json(value) == expected
    assert type(to_json(value)) is type(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[1..5)", "[1..5)"),
        ("(< 5)", "< 5"),
        ("count", None),
        ("{a: function() 1}", {"a": None}),
        ('@"P1DT2H"', "P1DT2H"),
        ('@"2026-03-02T08:00:00@Asia/Ho_Chi_Minh"', "2026-03-02T08:00:00@Asia/Ho_Chi_Minh"),
        ("working hours(4.5)", "working hours(4.5)"),
    ],
)
def test_values_json_has_not_become_text(text, expected):
    assert to_json(evaluate(text, {})) == expected


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_null(number):
    assert from_json(number) is None
    assert evaluate("n + 1", {"n": number}) is None


def test_a_decimal_that_is_no_number_is_feels_own_error():
    with pytest.raises(FeelError):
        evaluate("n < 1", {"n": Decimal("NaN")})


class Chained(Mapping):
    """A context that tells which names were asked for."""

    def __init__(self, **values):
        self.values = values
        self.asked = []

    def __getitem__(self, name):
        self.asked.append(name)
        return self.values[name]

    def __iter__(self):
        return iter(self.values)

    def __len__(self):
        return len(self.values)


def test_only_the_names_read_are_asked_for():
    context = Chained(a=1, b=Chained(c=2), big=[object()] * 3)
    assert evaluate("a + b.c", context) == 3
    assert context.asked == ["a", "b"]
