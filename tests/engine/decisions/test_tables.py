"""Decision tables: hit policies, defaults, warnings, and the rules that explain a value."""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from procflow.engine.decisions import read_model
from procflow.engine.errors import NotFound
from procflow.engine.expressions import evaluate_unary
from procflow.tests.engine.decisions.tables import dmn, model

FEE = (
    {"channel": "string", "pages": "number"},
    {"fee": ""},
    [['"online"', "-", "0"], ['"counter"', "<= 2", "2000 * pages"], ["-", "> 2", "1000"]],
)


def evaluate(table, **inputs):
    return table.evaluate("D", inputs)


def test_unique_gives_the_only_rule_and_says_which():
    found = evaluate(model(*FEE), channel="counter", pages=2)
    assert found.value == Decimal(4000)
    assert [(hit.decision, hit.rule) for hit in found.rules] == [("D", 2)]


def test_unique_with_two_hits_is_null_and_names_the_rules():
    found = evaluate(model(*FEE), channel="online", pages=3)
    assert found.value is None
    assert [warning.key for warning in found.warnings] == ["decisions.not-unique"]
    assert "1, 3" in found.warnings[0].message("vi")


def test_no_hit_without_default_is_null_with_a_warning():
    found = evaluate(model(*FEE), channel="post", pages=1)
    assert found.value is None
    assert "D" in found.warnings[0].message("vi")


def test_the_default_is_taken_when_no_rule_hits():
    default = "<defaultOutputEntry><text>7</text></defaultOutputEntry>"
    table = model(FEE[0], {"fee": default}, FEE[2])
    assert evaluate(table, channel="post", pages=1).value == Decimal(7)


def test_first_stops_at_the_first():
    assert evaluate(model(*FEE, policy="FIRST"), channel="online", pages=3).value == Decimal(0)


def test_any_wants_the_same_outputs():
    same = model({"n": "number"}, {"o": ""}, [["> 1", "1"], ["> 2", "1"]], policy="ANY")
    other = model({"n": "number"}, {"o": ""}, [["> 1", "1"], ["> 2", "2"]], policy="ANY")
    assert evaluate(same, n=5).value == Decimal(1)
    assert evaluate(other, n=5).warnings[0].key == "decisions.not-the-same"


ORDER = '<outputValues><text>"high", "middle", "low"</text></outputValues>'
RISKS = [["> 1", '"low"'], ["> 2", '"high"'], ["> 3", '"middle"']]


@pytest.mark.parametrize(
    ("policy", "value"),
    [
        ("PRIORITY", "high"),
        ("OUTPUT ORDER", ["high", "middle", "low"]),
        ("RULE ORDER", ["low", "high", "middle"]),
        ("COLLECT", ["low", "high", "middle"]),
    ],
)
def test_several_hits(policy, value):
    table = model({"n": "number"}, {"o": ORDER}, RISKS, policy=policy)
    assert evaluate(table, n=9).value == value


@pytest.mark.parametrize(("what", "value"), [("SUM", 6), ("MIN", 1), ("MAX", 3), ("COUNT", 3)])
def test_collect_aggregates(what, value):
    rules = [["> 1", "1"], ["> 2", "2"], ["> 3", "3"]]
    table = model({"n": "number"}, {"o": ""}, rules, policy="COLLECT", aggregation=what)
    assert evaluate(table, n=9).value == Decimal(value)


def test_several_outputs_are_a_context():
    table = model({"n": "number"}, {"a": "", "b": ""}, [["-", "1", "n + 1"]])
    assert evaluate(table, n=1).value == {"a": Decimal(1), "b": Decimal(2)}


def test_an_input_of_another_type_is_null_with_a_warning():
    found = evaluate(model(*FEE), channel="counter", pages="two")
    assert found.value is None
    assert any("pages" in warning.message("vi") for warning in found.warnings)


def test_an_input_is_taken_as_its_type():
    rules = [['"online"', "1"], ["-", "2"]]
    table = model({"channel": "string"}, {"o": ""}, rules, "FIRST", drawn=False)
    assert evaluate(table, channel=["online"]).value == 1
    assert evaluate(table, channel=["online", "counter"]).value is None


def test_an_input_that_is_a_list_has_allowed_items():
    allowed = "<inputValues><text>&quot;a&quot;, &quot;b&quot;</text></inputValues></input>"
    rules = [['list contains(?, "a")', "1"], ["-", "2"]]
    content = dmn({"v": "list"}, {"o": ""}, rules, "FIRST").replace(b"</input>", allowed.encode())
    table = read_model("m.dmn", {"m.dmn": content})
    assert [evaluate(table, v=value).value for value in (["a", "b"], ["b"], ["c"])] == [1, 2, None]


def test_a_column_may_hold_cells_of_several_kinds():
    rules = [["1", "1"], ['"a"', "2"], ["[5..9]", "3"], ['"b", 3', "4"], ["-", "5"]]
    table = model({"v": "Any"}, {"o": ""}, rules, "FIRST")
    found = [evaluate(table, v=value).value for value in (1, "a", 7, "b", 3, "c", None)]
    assert found == [1, 2, 3, 4, 4, 5, 5]


def test_a_table_of_thousands_of_rules_is_loaded_in_no_time():
    rules = [[f"[{number}..{number + 1})", str(number)] for number in range(3000)]
    started = time.process_time()
    table = model({"n": "number"}, {"o": ""}, rules)
    assert time.process_time() - started < 3
    assert evaluate(table, n=2999).value == 2999


def test_spaces_in_names_do_not_count():
    table = model({"số  trang": "number"}, {"o": ""}, [["> 5", "1"], ["-", "2"]], "FIRST")
    assert table.evaluate(" D ", {"số  trang": 6}).value == 1
    assert table.evaluate("D", {"số trang": 6}).value == 1


def test_a_table_without_drawn_inputs_sees_what_is_given():
    """As Camunda's modeler draws it."""
    table = model(*FEE, drawn=False)
    assert evaluate(table, channel="counter", pages=2).value == Decimal(4000)
    assert evaluate(table, channel="counter").value is None


def test_an_input_that_is_drawn_is_seen_only_where_it_is_required():
    other = '<decision id="E" name="E"><literalExpression><text>pages</text></literalExpression>'
    found = model(*FEE, extra=f"{other}</decision>").evaluate("E", {"pages": 2})
    assert found.value is None
    assert "feel.unknown-variable" in [warning.key for warning in found.warnings]


def test_an_unknown_decision_is_named():
    with pytest.raises(NotFound, match="'X'"):
        model(*FEE).evaluate("X", {})


CELLS = some.sampled_from(
    ["-", "1", "2, 3", "not(2)", "[1..3]", "]1..3[", "< 2", ">= 3", "null", "? > 1"]
)
ROWS = some.lists(CELLS, min_size=1, max_size=6)


@given(rows=ROWS, n=some.one_of(some.none(), some.integers(0, 5)))
def test_the_index_hits_the_rules_that_unary_tests_hit(rows, n):
    rules = [[cell, str(place)] for place, cell in enumerate(rows)]
    table = model({"n": "number"}, {"o": ""}, rules, policy="RULE ORDER")
    hit = [place for place, cell in enumerate(rows) if evaluate_unary(cell, n, {}) is True]
    assert [int(each) for each in evaluate(table, n=n).value or []] == hit
