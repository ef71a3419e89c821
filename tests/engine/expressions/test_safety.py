"""Random text and random expressions: no exception but FEEL's own, no hang, no way out."""

import os
import re
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procflow.engine.expressions import (
    FeelError,
    FeelSyntaxError,
    check_expression,
    compile_expression,
    compile_unary,
    evaluate,
    evaluate_unary,
    explain,
    to_json,
)
from procflow.engine.expressions.builtins import BUILTINS
from procflow.engine.expressions.types import BUILT_IN_TYPES

CONTEXT = {
    "a": 1,
    "b": "text",
    "c": [1, 2.5, None, {"a": 1}],
    "d": {"a": {"b": [True, False]}},
    "monthly income": 10**40,
    "odd": float("nan"),
    "object": object(),
    "deep": [[[[1]]]],
}
WORDS = [
    *re.split(
        r"\s+",
        """1 2.5 -1 1e400 0 a b c d item partial ? null true false "" "a" "P1D"
        "2026-03-02" "[1..3]" "(a+)+" @"PT1H" @"2026-03-02T08:00:00Z" `a` "open + - * / ** <
        <= > >= = != and or not( between in instance of . .. , : ( ) [ ] { } -> if then else
        for return some every satisfies function( external 1..5 ]1 [1 monthly income""",
    ),
    *BUILTINS,
    *BUILT_IN_TYPES,
    "// comment\n",
    "/* comment */",
]
LITERALS = re.split(
    r"\s+",
    """1 -2 0.1 1e6000 "a" "2026-03-02" "PT1H" true null a b c d odd object
    deep item missing [] {} @"P1Y" @"2026-03-02" @"10:00:00@Asia/Ho_Chi_Minh" [1..5)
    @"2026-03-02T24:00:00+07:00" """.strip(),
)
OPERATORS = re.split(" ", "+ - * / ** < <= > >= = != and or in")
PATIENT = settings(
    deadline=None,
    max_examples=int(os.environ.get("PROCFLOW_FUZZ", "1000")),
    suppress_health_check=[HealthCheck.too_slow],
)


def literals():
    return st.sampled_from([*LITERALS, "monthly income"])


def composed(inner):
    pair = st.tuples(inner, inner)
    triple = st.tuples(inner, inner, inner)
    operator = st.sampled_from(OPERATORS)
    called = st.tuples(st.sampled_from(sorted(BUILTINS)), st.lists(inner, max_size=3))
    return st.one_of(
        st.tuples(inner, operator, inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
        inner.map("-{}".format),
        triple.map(lambda t: "(if {} then {} else {})".format(*t)),
        triple.map(lambda t: "({} between {} and {})".format(*t)),
        pair.map(lambda t: "(for x in {} return {})".format(*t)),
        pair.map(lambda t: "(for x in 1..9, y in {} return {})".format(*t)),
        pair.map(lambda t: "(some x in {} satisfies {})".format(*t)),
        pair.map(lambda t: "(every x in {} satisfies x = {})".format(*t)),
        pair.map(lambda t: "{}[{}]".format(*t)),
        pair.map(lambda t: "[{}, {}]".format(*t)),
        pair.map(lambda t: "{{a: {}, b: {}}}".format(*t)),
        pair.map(lambda t: "[{}..{}]".format(*t)),
        pair.map(lambda t: "(function(x) {})({})".format(*t)),
        pair.map(lambda t: "sort({}, function(x, y) {})".format(*t)),
        inner.map("{}.a".format),
        inner.map("({} instance of list<number>)".format),
        called.map(lambda t: f"{t[0]}({', '.join(t[1])})"),
    )


expressions = st.recursive(literals(), composed, max_leaves=12)


def use(text):
    """Everything that can be done with a text. FEEL's own errors are fine."""
    for language in ("vi", "en"):
        for finding in check_expression(text, known=CONTEXT):
            assert finding.message(language)
    try:
        found = compile_expression(text, CONTEXT).evaluate(CONTEXT)
        to_json(found.value)
    except FeelError as error:
        assert error.sentence("vi")
        return
    for warning in found.warnings:
        assert warning.message("vi")
        assert warning.message("en")


@PATIENT
@given(st.text(max_size=80))
def test_any_text(text):
    use(text)


@PATIENT
@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_any_row_of_words(text):
    use(text)


@PATIENT
@given(expressions)
def test_any_expression(text):
    started = time.process_time()
    use(text)
    assert time.process_time() - started < 1


@PATIENT
@given(expressions)
def test_what_the_grammar_makes_is_read(text):
    compile_expression(text)


@PATIENT
@given(expressions, literals())
def test_any_unary_test(text, value):
    for tests in (text, f"not({text})", f"< {text}, {value}"):
        try:
            assert evaluate_unary(tests, CONTEXT.get(value), CONTEXT) in (True, False, None)
        except FeelSyntaxError:
            with pytest.raises(FeelSyntaxError):
                compile_unary(tests, CONTEXT)
        except FeelError as error:
            assert error.sentence("en")


@PATIENT
@given(expressions)
def test_evaluating_twice_gives_the_same(text):
    expression = compile_expression(text)
    try:
        first, second = expression.evaluate(CONTEXT), expression.evaluate(CONTEXT)
    except FeelError:
        return
    assert str(to_json(first.value)) == str(to_json(second.value))
    assert first.warnings == second.warnings


@PATIENT
@given(expressions)
def test_an_explanation_ends_with_the_value(text):
    try:
        value = evaluate(text, CONTEXT)
    except FeelError:
        return
    assert str(to_json(explain(text, CONTEXT)[-1].value)) == str(to_json(value))


class Secret:
    """An object that must stay out of reach."""

    value = "secret"

    def __getattr__(self, name):
        raise AssertionError(f"an expression reached for {name}")

    def __getitem__(self, key):
        raise AssertionError(f"an expression reached for {key}")


@pytest.mark.parametrize(
    "text",
    [
        "o",
        "o.value",
        "o.__class__",
        "o.a.b",
        "[o].value",
        "{x: o}.x.value",
        "o[1]",
        'get value(o, "value")',
        "string(o)",
        "o = o",
        "o()",
        "o.value()",
        "for x in o return x.value",
        "get entries(o)",
        "count.__globals__",
        "(function() 1).__code__",
        '"a".__class__',
        "count.invoke",
    ],
)
def test_no_attribute_of_an_object_is_reachable(text):
    found = compile_expression(text).evaluate({"o": Secret()})
    assert "secret" not in str(to_json(found.value))
