"""Functions of a model: what they take, what they give, how they call each other."""

from xml.sax.saxutils import escape

import pytest

from procflow.engine.errors import Refused
from procflow.engine.expressions import BudgetExceeded, FeelError
from procflow.tests.engine.decisions.models import (
    decision,
    function,
    knowing,
    literal,
    model,
    requiring,
    value_of,
)

FUNCTION_TYPE = (
    '<itemDefinition name="tTwice"><functionItem outputTypeRef="number">'
    '<parameters name="n" typeRef="number"/></functionItem></itemDefinition>'
)
SERVICE = (
    '<inputData id="x" name="x"><variable name="x" typeRef="number"/></inputData>'
    '<inputData id="y" name="y"><variable name="y" typeRef="string"/></inputData>'
    + decision("X", literal("x + 1"), "number", requiring("x"))
    + decision("Y", literal("y"), "string", requiring("y"))
    + '<decisionService id="S" name="S"><variable name="S" typeRef="{type}"/>'
    '<outputDecision href="#X"/><outputDecision href="#Y"/>'
    '<inputData href="#x"/><inputData href="#y"/></decisionService>'
    + '<decisionService id="T" name="T"><variable name="T" typeRef="{type}"/>'
    '<outputDecision href="#X"/><inputData href="#x"/></decisionService>'
)


@pytest.mark.parametrize(
    ("type_", "own_type", "value"),
    [
        ("Any", "Any", 8),
        ("number", "number", 8),
        ("number", "Any", 8),
        ("Any", "number", 8),
        ("tTwice", "Any", 8),
        ("tTwice", "number", 8),
        ("function", "Any", 8),
        ("string", "Any", None),
        ("Any", "string", None),
    ],
)
def test_a_type_is_the_functions_own_or_that_of_its_result(type_, own_type, value):
    twice = function("twice", {"n": "number"}, literal("n * 2"), type_, own_type)
    called = decision("D", literal("twice(4)"), needs=knowing("twice"))
    assert value_of(FUNCTION_TYPE, twice, called) == value


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ("function(n) n * 2", 8),
        ("function(n: number) n + 1", 5),
        ("abs", 4),
        ('function(n) "four"', None),
        ("function(n, m) n", None),
        ("4", None),
    ],
)
def test_a_function_may_be_given_to_a_function(given, value):
    applied = function("apply", {"f": "tTwice", "n": "number"}, literal("f(n)"))
    called = decision("D", literal(f"apply({given}, 4)"), needs=knowing("apply"))
    assert value_of(FUNCTION_TYPE, applied, called) == value


@pytest.mark.parametrize("type_", ["Any", "number", "tTwice"])
def test_a_services_type_is_its_own_or_that_of_its_result(type_):
    loaded = model(FUNCTION_TYPE, SERVICE.replace("{type}", type_))
    assert loaded.invoke("T", {"x": 1}).value == 2


def test_an_entrys_type_is_that_of_what_its_function_gives():
    logic = (
        '<context><contextEntry><variable name="f" typeRef="number"/><functionDefinition>'
        f'<formalParameter name="n"/>{literal("n * 2")}</functionDefinition></contextEntry>'
        f"<contextEntry>{literal('[f(4), f(null)]')}</contextEntry></context>"
    )
    assert value_of(decision("D", logic)) == [8, None]


def test_a_name_comes_before_an_id():
    named = decision("E", literal("2")).replace('name="E"', 'name="D"', 1)
    assert value_of(decision("D", literal("1")).replace('name="D"', 'name="C"', 1), named) == 2


def test_an_argument_that_is_missing_is_null():
    found = model(SERVICE.replace("{type}", "Any")).invoke("S", {"x": 1})
    assert found.value == {"X": 2, "Y": None}
    assert "y" in found.warnings[0].message("vi")


@pytest.mark.parametrize("name", ["S", "twice"])
def test_an_argument_of_another_type_is_told(name):
    parts = (SERVICE.replace("{type}", "Any"), function("twice", {"x": "number"}, literal("x")))
    arguments = {"x": "one", "y": "y"}
    found = model(*parts).invoke(name, arguments)
    assert found.value is None
    assert "'x'" in found.warnings[0].message("en")
    assert "phải là số" in found.warnings[0].message("vi")


def test_functions_may_call_each_other():
    even, odd = (
        literal(f"if n = 0 then {first} else {other}(n - 1)")
        for first, other in (("true", "is odd"), ("false", "is even"))
    )
    parts = (
        function("is even", {"n": "number"}, even, needs=knowing("is odd")),
        function("is odd", {"n": "number"}, odd, needs=knowing("is even")),
        decision("D", literal("[is even(7), is odd(7)]"), needs=knowing("is even", "is odd")),
    )
    assert value_of(*parts) == [False, True]


HOSTILE = {
    "branching recursion": (
        function("f", {"n": "number"}, literal("if n < 2 then n else f(n-1) + f(n-2)")),
        decision("D", literal("f(60)"), needs=knowing("f")),
    ),
    "endless recursion": (
        function("f", {"n": "number"}, literal("f(n + 1)")),
        decision("D", literal("f(1)"), needs=knowing("f")),
    ),
    "a service in a loop": (
        SERVICE.replace("{type}", "Any"),
        decision("D", literal("for i in 1..100000 return T(i)"), needs=knowing("T")),
    ),
    "a boxed loop": (
        decision(
            "D",
            f'<for iteratorVariable="i"><in>{literal("[1..1e15]")}</in>'
            f"<return>{literal('i')}</return></for>",
        ),
    ),
    "a type of itself": (
        '<itemDefinition name="A"><typeRef>A</typeRef></itemDefinition>',
        decision("D", literal("1"), "A"),
    ),
    "a costly constraint": (
        '<itemDefinition name="A"><typeRef>number</typeRef><allowedValues>'
        "<text>count(for i in 1..10000 return i) > ?</text></allowedValues></itemDefinition>"
        '<itemDefinition name="As" isCollection="true"><typeRef>A</typeRef></itemDefinition>',
        decision("D", literal("for i in 1..1000 return i"), "As"),
    ),
    "a long sum": (decision("D", literal("+".join(["1"] * 3000))),),
}


COSTLY = {
    "a loop": "count(for i in 1..1000000 return i)",
    "deep text": 'from json("' + "[" * 4500 + "]" * 4500 + '")',
    "a failing assertion": "assert(1, false)",
    "recursion": "{f: function(n) f(n + 1), r: f(1)}.r",
}
HUGE = {
    "characters": "1 + " * 10_000 + "1",
    "tokens": "+".join(["1"] * 9_900),
    "comparisons": "=".join(["1"] * 2_000),
    "brackets": "(" * 300 + "1" + ")" * 300,
}


@pytest.mark.parametrize("text", COSTLY.values(), ids=COSTLY)
def test_a_costly_cell_is_not_worked_out_when_loading(text):
    table = (
        "<decisionTable><input><inputExpression><text>1</text></inputExpression></input>"
        "<output/><rule><inputEntry><text>CELL</text></inputEntry>"
        "<outputEntry><text>1</text></outputEntry></rule></decisionTable>"
    )
    loaded = model(decision("D", table.replace("CELL", escape(text))))
    with pytest.raises(FeelError):
        loaded.evaluate("D", {})


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE)
def test_a_huge_expression_is_a_finding(text):
    with pytest.raises(Refused) as refused:
        model(decision("D", literal(text)), decision("E", literal("1 +")))
    assert [finding.element for finding in refused.value.findings] == ["D", "E"]
    assert all(len(finding.sentence("vi")) < 1_000 for finding in refused.value.findings)


@pytest.mark.parametrize("parts", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_model_ends(parts):
    with pytest.raises(BudgetExceeded):
        model(*parts).evaluate("D", {})
