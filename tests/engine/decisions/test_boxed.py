"""Boxed iterations, conditions and filters."""

import pytest

from procflow.tests.engine.decisions.models import decision, feel, literal, value_of

QUOTED = '"x"'


def boxed(kind, over, body, end="satisfies"):
    return (
        f'<{kind} iteratorVariable="each"><in>{literal(over)}</in>'
        f"<{end}>{literal(body)}</{end}></{kind}>"
    )


def filtered(over, match):
    return f"<filter><in>{literal(over)}</in><match>{literal(match)}</match></filter>"


@pytest.mark.parametrize(
    ("kind", "over", "body", "value"),
    [
        ("for", "[1, 2]", "each * 2", "[2, 4]"),
        ("for", "[1..3]", "each", "[1, 2, 3]"),
        ("for", "[1, 2, 3]", "partial", "[[], [[]], [[], [[]]]]"),
        ("for", '"abc"', "each", "null"),
        ("some", "[1, 2]", 'if each = 1 then true else "no boolean"', "true"),
        ("some", "[1, 2]", 'if each = 1 then false else "no boolean"', "null"),
        ("every", "[1, 2]", 'if each = 1 then true else "no boolean"', "null"),
        ("every", "[]", "false", "true"),
    ],
)
def test_iterations(kind, over, body, value):
    end = "return" if kind == "for" else "satisfies"
    assert value_of(decision("D", boxed(kind, over, body, end))) == feel(value)


def test_an_outer_variable_named_partial_is_seen_by_quantifiers():
    logic = (
        f'<context><contextEntry><variable name="partial"/>{literal("7")}</contextEntry>'
        f"<contextEntry>{boxed('some', '[7]', 'each = partial')}</contextEntry></context>"
    )
    assert value_of(decision("D", logic)) is True


def test_cells_of_a_relation_have_their_columns_types():
    relation = (
        '<relation><column name="a" typeRef="number"/><column name="b"/>'
        f"<row>{literal('[1]')}{literal('[1]')}</row><row>{literal('null')}{literal('2')}</row>"
        f"<row>{literal(QUOTED)}{literal('3')}</row></relation>"
    )
    assert value_of(decision("D", relation)) == feel(
        "[{a: 1, b: [1]}, {a: null, b: 2}, {a: null, b: 3}]"
    )


@pytest.mark.parametrize(
    ("over", "match", "value"),
    [
        ("[1, 2, 3]", "item > 1", "[2, 3]"),
        ("[{a: 1}, {a: 2}, {b: 3}]", "a > 1", "[{a: 2}]"),
        ("[{item: 1}, {item: 2}]", "item > 1", "[{item: 2}]"),
        ("5", "item > 1", "[5]"),
        ("null", "true", "null"),
        ("[1, 2]", '"no boolean"', "null"),
        ("[1, 2]", "2", "null"),
        ("[1, 2]", "null", "[]"),
    ],
)
def test_filters(over, match, value):
    assert value_of(decision("D", filtered(over, match))) == feel(value)
