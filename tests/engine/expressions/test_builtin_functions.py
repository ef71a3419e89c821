"""Built-in functions: what they give, and null with a cause where they give nothing."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procflow.engine.expressions import (
    AssertionFailed,
    Environment,
    WorkingTime,
    compile_expression,
    evaluate,
    to_json,
)
from procflow.engine.expressions.builtins import BUILTINS
from procflow.engine.expressions.builtins.vietnamese import number_in_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('substring("foobar", 3)', "obar"),
        ('substring("foobar", -2, 1)', "a"),
        ('substring("foobar", 0)', None),
        ('string length("🐎ab")', 3),
        ('upper case("đường")', "ĐƯỜNG"),
        ('substring before("foobar", "bar")', "foo"),
        ('substring before("foobar", "x")', ""),
        ('substring after("foobar", "ob")', "ar"),
        ('substring after("foobar", "")', "foobar"),
        ('contains("foobar", "ob")', True),
        ('split("a;b;;c", ";")', ["a", "b", "", "c"]),
        ('string join(["a", null, "c"], "-")', "a-c"),
        ('string join(["a", "b"], ", ", "[", "]")', "[a, b]"),
        ('extract("tel 0912 and 0913", "[0-9]+")', ["0912", "0913"]),
        ('trim("  a ")', "a"),
        ('is blank(" ")', True),
        ('to base64("FEEL")', "RkVFTA=="),
        ('string format("%s: %,.2f (%d%%)", "a", 1234.5, 7)', "a: 1,234.50 (7%)"),
        ('string format("%05.1f|%3s", 2.25, "x")', "002.3|  x"),
        ('string format("%d", "x")', None),
        ('string format("%s")', None),
        ("string(1.50)", "1.5"),
        ('string([1, "a", null, {b: date("2026-03-02")}])', '[1, "a", null, {b: 2026-03-02}]'),
        ("string([1..3))", "[1..3)"),
        ("string(null)", None),
        ('number("1.000,5", ".", ",")', 1000.5),
        ('number("abc")', None),
        ("decimal(1/3, 2)", 0.33),
        ("decimal(2.5, 0)", 2),
        ("floor(-1.5)", -2),
        ("ceiling(1.23, 1)", 1.3),
        ("round up(-5.5, 0)", -6),
        ("round half up(2.5)", 3),
        ("round half down(2.5)", 2),
        ("round down(1234, -2)", 1200),
        ("modulo(-12, 5)", 3),
        ("sqrt(16)", 4),
        ("sqrt(-1)", None),
        ("log(0)", None),
        ("odd(3) and even(4)", True),
        ("odd(0.5)", False),
        ("min([3, 1, 2])", 1),
        ('max("a", "c", "b")', "c"),
        ("min([])", None),
        ("sum([1, 2, 3])", 6),
        ("sum([])", None),
        ('sum([1, "a"])', None),
        ("mean(1, 2, 3)", 2),
        ("median([8, 2, 5, 3, 4])", 4),
        ("median([6, 1, 2, 3])", 2.5),
        ("stddev([2, 4, 7, 5])", None),
        ("mode([6, 3, 9, 6, 6])", [6]),
        ("product([2, 3, 4])", 24),
        ("all([true, null])", None),
        ("all([])", True),
        ("any([null, true])", True),
        ("count(5)", 1),
        ("append([1], 2, 3)", [1, 2, 3]),
        ("concatenate([1], [2, 3])", [1, 2, 3]),
        ("insert before([1, 3], 2, 2)", [1, 2, 3]),
        ("remove([1, 2, 3], 2)", [1, 3]),
        ("list replace([2, 4, 7], 3, 6)", [2, 4, 6]),
        ("list replace([2, 4, 7], function(item, newItem) item < newItem, 5)", [5, 5, 7]),
        ("sublist([4, 5, 6], 2)", [5, 6]),
        ("sublist([4, 5, 6], -2, 1)", [5]),
        ("reverse([1, 2])", [2, 1]),
        ("index of([1, 2, 2], 2)", [2, 3]),
        ("union([1, 2], [2, 3])", [1, 2, 3]),
        ("distinct values([1, 1.0, 2])", [1, 2]),
        ("duplicate values([1, 2, 1])", [1]),
        ("flatten([1, [2, [3]]])", [1, 2, 3]),
        ("partition([1, 2, 3], 2)", [[1, 2], [3]]),
        ("is empty([])", True),
        ("sort([3, 1, 2])", [1, 2, 3]),
        ("sort([3, 1, 2], function(x, y) x > y)", [3, 2, 1]),
        ("sort([1, 2], function(x, y) 5)", None),
        ('get value({a: {b: 1}}, ["a", "b"])', 1),
        ('get value({a: 1}, "b")', None),
        ("get entries({a: 1})", [{"key": "a", "value": 1}]),
        ('context([{key: "a", value: 1}])', {"a": 1}),
        ('context put({a: {b: 1}}, ["a", "c"], 2)', {"a": {"b": 1, "c": 2}}),
        ("context merge([{a: 1}, {a: 2, b: 3}])", {"a": 2, "b": 3}),
        ("put all({a: 1}, {b: 2})", {"a": 1, "b": 2}),
        ("is defined(people)", True),
        ("is defined(nothing)", False),
        ("is defined(value: 5)", True),
        ("is defined(values: 5)", None),
        ("is defined(missing)", False),
        ("is defined(people.name)", False),
        ("get or else(missing, 5)", 5),
        ("get or else(people.name, 5)", 5),
        ("get or else(default: 5, value: missing)", 5),
        ("get or else(default: 5, value: 6)", 6),
        ("get or else(a: 1, b: 2)", None),
        ("put all([{a: 1}, {b: 2}])", {"a": 1, "b": 2}),
        ('number("1,500", ",")', 1500),
        ('number("1.500,5", ".")', None),
        (
            'string(date and time(@"2020-07-31T14:27:30@Europe/Berlin", "Z"))',
            "2020-07-31T12:27:30Z",
        ),
        (
            'string(date and time(@"2020-07-31T14:27:30Z", "+07:00"))',
            "2020-07-31T21:27:30+07:00",
        ),
        ("assert(5, true)", 5),
        ('to json({a: [1, 0.5, @"P1D", null]})', '{"a":[1,0.5,"P1D",null]}'),
        (r'from json("{\"a\": [1, 0.1]}").a', [1, 0.1]),
        ('from json("nope")', None),
        ("is(1, 1.0)", True),
        ('is(@"10:00:00Z", @"10:00:00+00:00")', True),
        ('is(@"10:00:00", @"10:00:00Z")', False),
        ("before([1..5], (5..8])", True),
        ("overlaps([1..5], [5..8])", True),
        ("includes([1..10], 10)", True),
        ("after(1, (function(x) x)(0))", True),
        ("finishes(range: [1..10], point: 10)", True),
        ("before(point: 3, range: [1..2])", False),
        ("before(range: [1..2], point: 3)", True),
        ("after(range: [1..2], point: 3)", False),
        ('before(1, "a")', None),
        ('range("[1..3]") = [1..3]', True),
        ('range("[x..3]")', None),
        ("vnd(150000)", "150.000 đ"),
        ("vnd(-1234567.5)", "-1.234.568 đ"),
        ("amount in words(150000)", "Một trăm năm mươi nghìn đồng"),
        ('amount in words(21, "ngày")', "Hai mươi mốt ngày"),
        ("amount in words(1.5)", None),
        ("working days(3)", "working days(3)"),
        ("working days(1) + working hours(4)", "working days(1) + working hours(4)"),
        ("working days(1.5)", None),
    ],
)
def test_functions(text, expected):
    context = {"people": {}, "nothing": None}
    if text.startswith("stddev"):
        assert abs(evaluate(text, context) - Decimal("2.08166599946613")) < Decimal("1e-12")
    else:
        assert to_json(evaluate(text, context)) == expected


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (105, "một trăm linh năm"),
        (1_005, "một nghìn không trăm linh năm"),
        (1_000_000, "một triệu"),
        (2_050_000, "hai triệu không trăm năm mươi nghìn"),
        (3_000_000_100, "ba tỷ một trăm"),
        (-7, "âm bảy"),
    ],
)
def test_amounts_in_words(number, words):
    assert number_in_words(number) == words


@given(st.lists(st.integers(-1000, 1000), max_size=30))
def test_lists_are_sorted_and_summed_as_python_does(numbers):
    context = {"numbers": numbers}
    assert evaluate("sort(numbers)", context) == sorted(numbers)
    assert evaluate("sort(numbers, function(a, b) a < b)", context) == sorted(numbers)
    assert evaluate("sum(numbers)", context) == (sum(numbers) if numbers else None)
    assert evaluate("distinct values(numbers)", context) == list(dict.fromkeys(numbers))


@given(st.integers(-(10**12), 10**12), st.integers(-(10**6), 10**6).filter(bool))
def test_modulo_has_the_sign_of_the_divisor(dividend, divisor):
    context = {"a": dividend, "b": divisor}
    assert evaluate("modulo(a, b)", context) == dividend % divisor


def test_a_failed_assertion_ends_the_evaluation():
    with pytest.raises(AssertionFailed, match="too young") as caught:
        evaluate('assert(age, age >= 18, "too young")', {"age": 17})
    assert "too young" in caught.value.sentence("vi")


class OfficeHours:
    """A calendar on which a working day is a day."""

    def add(self, start: datetime, time: WorkingTime) -> datetime:
        return start + timedelta(days=time.days, hours=float(time.hours))


def test_working_time_is_laid_on_the_environments_calendar():
    environment = Environment(
        datetime(2026, 3, 2, 8, tzinfo=UTC), OfficeHours(), calendars={"xã": OfficeHours()}
    )
    text = "add working time(now(), working days(2) + working hours(3))"
    assert to_json(evaluate(text, {}, environment)) == "2026-03-04T18:00:00+07:00"
    named = 'add working time(date("2026-03-02"), working days(1), "xã")'
    assert to_json(evaluate(named, {}, environment)) == "2026-03-03T00:00:00+07:00"
    unknown = compile_expression('add working time(now(), working days(1), "tỉnh")')
    assert [w.key for w in unknown.evaluate({}, environment).warnings] == ["feel.no-calendar"]


@pytest.mark.parametrize("name", sorted(BUILTINS))
def test_no_function_takes_what_is_no_argument_of_it(name):
    result = compile_expression(f"{name}(no such parameter: 1)").evaluate({})
    assert result.value is None
    assert result.warnings
