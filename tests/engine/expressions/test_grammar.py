"""The grammar: each construct gives what the specification says."""

from decimal import Decimal

import pytest

from procflow.engine.expressions import (
    FeelSyntaxError,
    compile_expression,
    compile_unary,
    evaluate,
    evaluate_unary,
    parse_static,
    to_json,
)

PEOPLE = [{"name": "An", "age": 17}, {"name": "Bình", "age": 40}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("10 - 4 - 3", 3),
        ("2 ** 3 ** 2", 64),
        ("-2 ** 2", 4),
        ("2 ** -1", 0.5),
        ("0.1 + 0.2 = 0.3", True),
        (".5 + 1.5e1", 15.5),
        ('"a" + "b"', "ab"),
        ("1 /* one */ + // two\n 2", 3),
        ("not(true)", False),
        ("1 < 2 and 2 < 3", True),
        ("true or null", True),
        ("false and null", False),
        ("true and null", None),
        ("null or false", None),
        ("5 between 1 and 10 and true", True),
        ("5 in (1, > 4)", True),
        ("5 in [1..5)", False),
        ("5 in ]4..6[", True),
        ("[1..3] = [1..3]", True),
        ('"b" in ["a".."c"]', True),
        ("3 in [1, 2, 3]", True),
        ("if 1 > 2 then 3 else 4", 4),
        ("if null then 3 else 4", 4),
        ("for i in 1..3 return i * i", [1, 4, 9]),
        ("for i in 3..1 return i", [3, 2, 1]),
        ("for i in [1..3), j in 1..i return i * 10 + j", [11, 21, 22]),
        ("for i in 1..4 return if i = 1 then 1 else partial[-1] * i", [1, 2, 6, 24]),
        ("for i in 1..3 return count(partial)", [0, 1, 2]),
        ("some x in [1, 2] satisfies x > 1", True),
        ("every x in [1, 2] satisfies x > 1", False),
        ("every x in [] satisfies x > 1", True),
        ("some x in [1, 2], y in [2, 3] satisfies x + y = 5", True),
        ("[1, 2, 3][2]", 2),
        ("[1, 2, 3][-1]", 3),
        ("[1, 2, 3][4]", None),
        ("[1, 2, 3][item > 1]", [2, 3]),
        ("[{item: 1}, {item: 2}][item > 1]", [{"item": 2}]),
        ("5[1]", 5),
        ("people[age >= 18].name", ["Bình"]),
        ("people[name = other][1].age", 17),
        ("people.age", [17, 40]),
        ("{a: 1, b: a + 1}.b", 2),
        ('{"key with spaces": 1}.key with spaces', 1),
        ("{a-b: 1, c: a-b + 1}.c", 2),
        ("{f: function(n) if n < 2 then 1 else n * f(n - 1), r: f(5)}.r", 120),
        ("{f: function(n) if n > 9 then n else g(n), g: function(n) f(n + 1), r: f(3)}.r", 10),
        ("(function(a, b) a - b)(5, 3)", 2),
        ("(function(a, b) a - b)(b: 5, a: 3)", -2),
        ("(function(a: number) a + 1)(1)", 2),
        ("{k: 2, f: function(n) n * k, r: (for i in [1] return f(i))}.r", [2]),
        ('substring(string: "foobar", start position: 4)', "bar"),
        ("1 instance of number", True),
        ("[1] instance of list<number>", True),
        ('[1, "a"] instance of list<number>', False),
        ("{a: 1} instance of context<a: number>", True),
        ("[1..2] instance of range<number>", True),
        ("(function(a: number) a) instance of function<number> -> Any", True),
        ("null instance of Any", False),
        ('@"2026-03-02" instance of date', True),
        ('date("2026-03-02").weekday', 1),
        ("`strange-name` + 1", 8),
        ('"a\\"b\\n\\u0041\\U01F40E\\d"', 'a"b\nA🐎\\d'),
        ('"\\uD83D\\uDC0E"', "🐎"),
        ("Lệ phí * 2", 100_000),
        ("date of birth", "2001-02-03"),
    ],
)
def test_constructs(text, expected):
    context = {
        "people": PEOPLE,
        "other": "An",
        "strange-name": 7,
        "Lệ phí": 50_000,
        "date of birth": "2001-02-03",
    }
    assert to_json(evaluate(text, context)) == expected


def test_a_function_of_the_specification_may_be_shadowed_by_a_context():
    assert evaluate("{odd: function(n) 42, r: odd(1)}.r", {}) == 42


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("a-b", (), 1),
        ("a-b", ("a-b",), 7),
        ("a - b", ("a-b",), 7),
        ("fee and tax", ("fee and tax",), 9),
        ("fee and tax", (), None),
        ("if x", ("if x",), 4),
    ],
)
def test_known_names_decide_what_a_name_is(text, names, expected):
    context = {"a": 3, "b": 2, "a-b": 7, "fee and tax": 9, "fee": 1, "tax": None, "if x": 4}
    assert compile_expression(text, names).evaluate(context).value == expected


def test_a_name_is_found_whatever_its_spaces():
    assert evaluate("monthly   income", {"monthly income": 5}) == 5
    assert compile_expression("monthly income").evaluate({"monthly  income": 5}).value == 5


@pytest.mark.parametrize(
    ("text", "variables"),
    [
        ('amount > 100 and status = "ok"', {"amount", "status"}),
        ("for i in items return i * factor", {"items", "factor"}),
        ("{a: 1, b: a + c}", {"c"}),
        ("count(items)", {"items"}),
        ("function(x) x + y", {"y"}),
        ("orders[price > limit]", {"orders", "price", "limit"}),
        ("orders[item > 1]", {"orders"}),
        ("a.b.c", {"a"}),
        ("1 + 1", set()),
    ],
)
def test_variables_are_the_names_read(text, variables):
    assert compile_expression(text).variables == variables


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("1 +", 1, 4),
        ("", 1, 1),
        ("1 2", 1, 3),
        ("a +\n  * b", 2, 3),
        ("if a then b", 1, 12),
        ("[1, 2", 1, 6),
        ('"open', 1, 1),
        ("a # b", 1, 3),
        ("{a 1}", 1, 2),
        ("f(a: 1, 2)", 1, 9),
        ("for in x return 1", 1, 5),
        ("x instance of list<number", 1, 26),
        ("1e9999", 1, 1),
        ("(1..2", 1, 6),
    ],
)
def test_a_fault_is_placed(text, line, column):
    with pytest.raises(FeelSyntaxError) as caught:
        compile_expression(text)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert caught.value.text == text
    assert f"{line}" in caught.value.sentence("vi")
    assert str(caught.value) == caught.value.sentence("en")


@pytest.mark.parametrize(
    ("tests", "value", "expected"),
    [
        ("-", 5, True),
        ("5", 5, True),
        ("5, 6", 6, True),
        ("< 5", 5, False),
        ("[1..5]", 5, True),
        ("not(1, 2)", 3, True),
        ("not(1, 2)", 2, False),
        ("not(x) and true", 3, False),
        ('"a", "b"', "b", True),
        ("? > 3 and ? < 10", 5, True),
        ("x", 7, True),
        ("> x", 8, True),
        ("null", None, True),
        ("5", None, False),
        ("< 5", None, None),
        ("true", True, True),
        ("true", False, False),
        ("list contains(?, 2)", [1, 2], True),
        ("[1, 2]", 2, True),
        ('starts with(?, "A")', "An", True),
        ("> 5, null", None, True),
    ],
)
def test_unary_tests(tests, value, expected):
    assert evaluate_unary(tests, value, {"x": 7}) is expected


def test_unary_tests_tell_their_variables():
    assert compile_unary("> limit, ? = other").variables == {"limit", "other"}


def test_an_attribute_is_static_text_unless_it_begins_with_an_equals_sign():
    assert parse_static("PT1H").evaluate({}).value == "PT1H"
    assert parse_static("= 1 + 1").evaluate({}).value == Decimal(2)
    assert parse_static("1 + 1").variables == frozenset()


def test_a_row_of_operators_may_be_long():
    assert evaluate(" + ".join(["1"] * 300), {}) == 300
    assert evaluate(" and ".join(["true"] * 2000), {}) is True
