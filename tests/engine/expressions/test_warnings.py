"""A null carries its cause: position, part and sentence."""

import pytest

from procflow.engine.expressions import Environment, compile_expression, compile_unary


def warnings(text, context=None):
    return compile_expression(text).evaluate(context or {}).warnings


@pytest.mark.parametrize(
    ("text", "key", "line", "column", "part"),
    [
        ("amount > 100", "feel.unknown-variable", 1, 1, "amount"),
        ("1 +\n  fee.total", "feel.no-entry", 2, 3, "fee.total"),
        ("nothing.a", "feel.path-of-null", 1, 1, "nothing.a"),
        ("fee.a.b", "feel.no-entry", 1, 1, "fee.a"),
        ('1 + "a"', "feel.arithmetic", 1, 1, '1 + "a"'),
        ("1 / 0", "feel.division-by-zero", 1, 1, "1 / 0"),
        ("10 ** 9999", "feel.no-number", 1, 1, "10 ** 9999"),
        ('1 = "a"', "feel.incomparable", 1, 1, '1 = "a"'),
        ('1 < "a"', "feel.incomparable", 1, 1, '1 < "a"'),
        ('-"a"', "feel.negation", 1, 1, '-"a"'),
        ("if 5 then 1 else 2", "feel.not-boolean", 1, 4, "5"),
        ("[1][2]", "feel.no-such-item", 1, 1, "[1][2]"),
        ("nothing[1]", "feel.filter-of-null", 1, 1, "nothing[1]"),
        ('[1]["a"]', "feel.not-boolean", 1, 1, '[1]["a"]'),
        ("for i in nothing return i", "feel.iteration-of-null", 1, 10, "nothing"),
        ("for i in 1..1.5 return i", "feel.no-steps", 1, 10, "1"),
        ('["a"..1]', "feel.range-ends", 1, 1, '["a"..1]'),
        ("{a: 1, a: 2}", "feel.doubled-key", 1, 1, "{a: 1, a: 2}"),
        ("fee()", "feel.not-a-function", 1, 1, "fee"),
        ("unknown(1)", "feel.unknown-variable", 1, 1, "unknown"),
        ("count(1, 2)", "feel.arity", 1, 1, "count(1, 2)"),
        ("count(x: 1)", "feel.unknown-parameter", 1, 1, "count(x: 1)"),
        ('floor("a")', "feel.parameter-type", 1, 1, 'floor("a")'),
        (
            '(function(a: number) a)("x")',
            "feel.parameter-type",
            1,
            1,
            'function(a: number) a)("x")',
        ),
        ("(function(a) a)()", "feel.arity", 1, 2, "function(a) a)()"),
        ('@"foo"', "feel.not-temporal", 1, 1, '@"foo"'),
        ('date("foo")', "feel.not-convertible", 1, 1, 'date("foo")'),
        ('matches("a", "(")', "feel.pattern", 1, 1, 'matches("a", "(")'),
        ("1 instance of tNothing", "feel.unknown-type", 1, 1, "1 instance of tNothing"),
        ("fee.total.x", "feel.no-entry", 1, 1, "fee.total"),
        ('"a".b', "feel.no-property", 1, 1, '"a".b'),
        (
            "(function() external {java: {}})()",
            "feel.external-function",
            1,
            2,
            "function() external {java: {}}",
        ),
    ],
)
def test_each_cause(text, key, line, column, part):
    found = warnings(text, {"fee": {}, "nothing": None})[0]
    assert found.key == key
    if key not in ("feel.parameter-type", "feel.arity") or part.startswith(("count", "floor")):
        assert (found.line, found.column, found.expression) == (line, column, part)
    assert found.message("vi") != found.message("en")


def test_types_are_named_in_the_readers_language():
    found = warnings('1 < "a"')[0]
    assert found.message("vi") == "Không so sánh được số với chuỗi"
    assert (
        found.message("en") == "Expected values of one type to compare, but found number and string"
    )


def test_a_legitimate_null_is_no_warning():
    context = {"nothing": None}
    for text in ("nothing", "nothing = null", "nothing != null", "get or else(nothing, 1)"):
        assert warnings(text, context) == ()


def test_one_cause_is_told_once():
    found = warnings("missing.applicant.names[1].first")
    assert [(warning.key, warning.expression) for warning in found] == [
        ("feel.unknown-variable", "missing")
    ]


def test_a_default_silences_what_it_replaces():
    assert warnings("get or else(missing.a, 1) + 1") == ()
    assert warnings("is defined(missing)") == ()


def test_a_filter_asks_each_item_once():
    assert len(warnings("[1, 2, 3][missing]")) == 3


def test_an_undecided_cell_says_so():
    found = compile_unary("> 5").evaluate("a", {})
    assert found.value is None
    assert [warning.key for warning in found.warnings] == ["feel.test-undecided"]


def test_a_value_feel_does_not_know_is_null():
    found = compile_expression("thing").evaluate({"thing": object()}, Environment())
    assert found.value is None
    assert (
        found.warnings[0].message("en") == "Expected 'thing' to be a JSON value, but it is a object"
    )
