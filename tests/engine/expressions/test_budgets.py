"""A hostile expression ends within 100 ms with an error that names the budget."""

import time

import pytest

from procflow.engine.expressions import (
    Budget,
    BudgetExceeded,
    Environment,
    FeelSyntaxError,
    compile_expression,
    evaluate,
    to_json,
)

LONG = '"' + "a" * 15_000 + '"'
DOUBLING = ", ".join(
    f"{after}: [{before}, {before}]"
    for before, after in zip("abcdefghijklmnopqrs", "bcdefghijklmnopqrst", strict=True)
)
SHARED = "{a: [{x: 1}], " + DOUBLING + ", result: %s}.result"
DEEP_TYPE = "list<" * 20 + "context<x: number>" + ">" * 20

HUGE = (
    '{s0: "%s", s1: s0 + s0, s2: s1 + s1, s3: s2 + s2, s: s3 + s3, a: s + "x", b: s + "y", '
    'zone: "10:00:00@" + s, result: RESULT}.result'
)
LETTERS, DIGITS, PERCENTS = HUGE % ("ế" * 9_000), HUGE % ("1" * 9_000), HUGE % ("%" * 9_000)
LOOP = "for i in 1..100000 return "

HOSTILE = {
    "two loops": "for i in 1..100000, j in 1..100000 return i * j",
    "three quantifiers": "some i in 1..99999, j in 1..99999, k in 1..999 satisfies i + j + k < 0",
    "a long range": "for i in 1..1000000000000 return 1",
    "a large body": "for i in 1..100000 return " + " + ".join(["i"] * 800),
    "recursion": "{f: function(n) f(n + 1), result: f(1)}.result",
    "branching recursion": "{f: function(n) if n < 2 then n else f(n-1) + f(n-2), r: f(60)}.r",
    "powers": "for i in 1..100000 return 1.0000001 ** i",
    "logarithms": "for i in 1..100000 return log(i)",
    "wide decimals": "for i in 1..100000 return decimal(1/3, 6000)",
    "a doubled string": '{f: function(s) f(s + s), r: f("aaaa")}.r',
    "a joined string": f"string join(for i in 1..100000 return {LONG})",
    "a replaced string": f'for i in 1..100000 return replace({LONG}, "a", "bbbbbbbbbbbbbbbbbbb")',
    "copied strings": f"for i in 1..100000 return substring({LONG}, 1)",
    "a doubled list": "{f: function(l) f(concatenate(l, l)), r: f([1, 2, 3, 4])}.r",
    "distinct values": "distinct values(for i in 1..100000 return i)",
    "duplicate values": "duplicate values(for i in 1..100000 return i)",
    "sorting": "sort(for i in 1..100000 return -i, function(a, b) a < b)",
    "partial results": "for i in 1..100000 return partial",
    "shared lists as text": SHARED % "string(t)",
    "shared lists compared": SHARED % "t = [t, t][1]",
    "shared lists flattened": SHARED % "flatten(t)",
    "a path over shared lists": SHARED % "t.x",
    "types of shared lists": SHARED % f"t instance of {DEEP_TYPE}",
    "parameters of shared lists": SHARED % f"(function(p: {DEEP_TYPE}) p)(t)",
    "patterns": f'for i in 1..100000 return matches({LONG}, "(a|b)*a(a|b)" + string(i))',
    "many matches": 'replace("' + "a" * 15_000 + '", "a[^b]*b|a", "")',
    "dates": 'for i in 1..100000 return date("2024-01-01") + duration("P1D") * i',
    "zones": 'for i in 1..100000 return @"2024-01-01T10:00:00@Europe/Paris" + duration("PT1H") * i',
    "ranges from text": 'for i in 1..100000 return range("[1..3]")',
    "amounts in words": "for i in 1..100000 return amount in words(i * 1234567)",
    "contexts": "for i in 1..100000 return get entries({a: 1, b: 2, c: 3})",
    "warnings": "for i in 1..100000 return no such thing + 1",
    "brackets": "(" * 5000 + "1" + ")" * 5000,
    "lists in lists": "[" * 5000 + "]" * 5000,
    "contexts in contexts": "{a:" * 5000 + "1" + "}" * 5000,
    "minus signs": "-" * 15_000 + "1",
    "a row of sums": "+".join(["1"] * 9_900),
    "a long path": "a" + ".b" * 9_000,
    "filters": "a" + "[1]" * 6_000,
    "calls": "f" + "(1)" * 6_000,
    "comparisons": "1" + "=1" * 9_000,
    "conditions": "if a then " * 1_900 + "1",
    "functions": "function(a) " * 1_600 + "1",
    "iterations": "for i in [1] return " * 900 + "1",
    "a long text": "1 + " * 10_000 + "1",
    "items of a long list": "{l: for i in 1..30000 return i, r: for i in l return l[i]}.r",
    "nothing in loops": "some a in 1..1e9, b in [] satisfies true",
    "days": 'every d in @"-999999999-01-01"..@"999999999-12-31" satisfies d != null',
    "zones that are not there": LOOP + 'time("10:00:00@Asia/Nowhere" + string(i))',
    "a zone of a long name": LETTERS.replace("RESULT", LOOP + "time(zone)"),
    "long strings compared": LETTERS.replace("RESULT", LOOP + "a < b"),
    "long strings equal": LETTERS.replace("RESULT", LOOP + "a = b"),
    "long strings in a range": LETTERS.replace("RESULT", LOOP + "a in [a..b]"),
    "long strings sorted": LETTERS.replace(
        "RESULT", "sort(for i in 1..9999 return if odd(i) then a else b)"
    ),
    "long strings begun": LETTERS.replace("RESULT", LOOP + "starts with(a, s)"),
    "long strings in capitals": LETTERS.replace("RESULT", LOOP + "upper case(s)"),
    "long strings trimmed": LETTERS.replace("RESULT", LOOP + "trim(s)"),
    "long strings as JSON": LETTERS.replace("RESULT", "to json(for i in 1..20000 return s)"),
    "long strings as text": LETTERS.replace("RESULT", "string(for i in 1..20000 return s)"),
    "long strings as numbers": DIGITS.replace("RESULT", LOOP + "number(s)"),
    "long strings with separators": DIGITS.replace("RESULT", LOOP + 'number(s, " ", ".")'),
    "long strings in a format": LETTERS.replace(
        "RESULT", f'string format("{"%s" * 3000}", {", ".join(["s"] * 3000)})'
    ),
    "a long format": PERCENTS.replace("RESULT", LOOP + "string format(s)"),
}
OPEN_COMMENTS = "/* " * 6_000
BUDGETS = ("steps", "depth", "list", "string", "text", "tokens")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_expression_ends(text):
    caught, seconds = zip(*(ending_of(text) for _ in range(3)), strict=True)
    assert min(seconds) < 0.1
    assert caught[0].value.budget in BUDGETS
    assert str(caught[0].value.limit) in caught[0].value.sentence("vi")


def test_a_comment_that_is_not_closed_is_told_at_once():
    started = time.process_time()
    with pytest.raises(FeelSyntaxError) as caught:
        evaluate("1 " + OPEN_COMMENTS, {})
    assert time.process_time() - started < 0.1
    assert caught.value.column == 3
    assert "chú thích" in caught.value.sentence("vi")


def ending_of(text):
    """The error, and the seconds of processor time until it came."""
    started = time.process_time()
    with pytest.raises(BudgetExceeded) as caught:
        evaluate(text, {})
    return caught, time.process_time() - started


def test_many_names_alike_are_told_apart_in_no_time():
    context = {f"a-{number}": number for number in range(5_000)}
    started = time.process_time()
    assert evaluate("+".join(["a-4999"] * 200), context) == 4999 * 200
    assert time.process_time() - started < 0.2


def test_the_budget_is_the_environments():
    small = Environment(budget=Budget(steps=100))
    text = "for i in 1..50 return i + 1"
    assert len(evaluate(text, {})) == 50
    with pytest.raises(BudgetExceeded) as caught:
        evaluate(text, {}, small)
    assert (caught.value.budget, caught.value.limit) == ("steps", 100)


def test_a_budget_is_for_one_evaluation():
    expression = compile_expression("sum(for i in 1..5000 return i)")
    assert {expression.evaluate({}).value for _ in range(100)} == {12_502_500}


def test_what_procedures_do_stays_far_below_the_budget():
    items = [
        {"code": str(number), "fee": number * 1000, "paid": number % 2 == 0}
        for number in range(2000)
    ]
    assert evaluate("sum(items[not(paid)].fee)", {"items": items}) == 1_000_000_000


def test_warnings_are_kept_up_to_a_number():
    text = "for i in 1..500 return missing"
    found = compile_expression(text).evaluate({}, Environment(budget=Budget(warnings=7)))
    assert len(found.warnings) == 7


def test_a_shared_list_cannot_grow_on_its_way_out():
    shared = evaluate(SHARED % "t", {})
    with pytest.raises(BudgetExceeded):
        to_json([shared] * 10)


def test_a_list_cannot_come_to_hold_itself():
    assert evaluate("for i in 1..3 return partial", {}) == [[], [[]], [[], [[]]]]


def test_deep_values_from_outside_are_no_crash():
    deep = []
    for _ in range(5_000):
        deep = [deep]
    with pytest.raises(BudgetExceeded):
        evaluate("string(deep)", {"deep": deep})
    with pytest.raises(BudgetExceeded):
        to_json(deep)
