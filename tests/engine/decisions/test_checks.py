"""Tables are checked before anybody relies on them."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from procflow.engine.decisions import check_tables, read_model
from procflow.engine.decisions.domain import domain_of
from procflow.engine.decisions.reader import read_definitions
from procflow.engine.errors import BadDrawing, Refused
from procflow.tests.engine.decisions.tables import dmn, model


def findings(*arguments, **more):
    found = check_tables(read_definitions("m.dmn", dmn(*arguments, **more)))
    return [(finding.key.partition(".")[2], finding) for finding in found]


def keys(*arguments, **more):
    return [key for key, _ in findings(*arguments, **more)]


NUMBER = {"n": "number"}
OUT = {"o": ""}


def test_a_sound_table_has_no_findings():
    assert keys(NUMBER, OUT, [["< 0", "1"], ["[0..10]", "2"], ["> 10", "3"]]) == []


def test_overlapping_rules_are_shown_with_their_numbers_and_an_example():
    ((key, finding),) = findings(NUMBER, OUT, [["<= 10", "1"], [">= 10", "2"]])
    assert key == "overlap" and finding.severity == "error"
    assert "1, 2" in finding.message and "n = 10" in finding.message


def test_not_all_overlaps_of_many_rules_are_told():
    rules = [["-", str(number)] for number in range(300)]
    assert keys({"n": "number"}, {"o": ""}, rules).count("overlap") == 100


def test_equal_outputs_may_overlap_under_any():
    assert keys(NUMBER, OUT, [["<= 10", "1"], [">= 10", "1"]], policy="ANY") == []
    assert keys(NUMBER, OUT, [["<= 10", "1"], [">= 10", "2"]], policy="ANY") == ["overlap"]


def test_gaps_are_described():
    ((key, finding),) = findings(
        {"a": "string", "n": "number"}, OUT, [['"x"', "-", "1"], ['not("x")', "> 5", "2"]]
    )
    assert key == "gap" and "<= 5" in finding.message


def test_a_default_closes_all_gaps():
    default = "<defaultOutputEntry><text>0</text></defaultOutputEntry>"
    assert keys(NUMBER, {"o": default}, [["> 5", "2"]]) == []


def test_a_rule_behind_others_is_unreachable_under_first():
    rules = [["< 5", "1"], [">= 5", "2"], ["7", "3"]]
    assert keys(NUMBER, OUT, rules, policy="FIRST") == ["unreachable"]


def test_a_cell_of_another_type_is_an_error():
    assert "cell-type" in keys(NUMBER, OUT, [['"five"', "1"]])


def test_a_cell_that_reads_a_variable_proves_nothing():
    assert keys(NUMBER, OUT, [["> m", "1"], ["<= m", "2"]]) == []


# -- models that cannot be loaded ---------------------------------------------------------------


def test_all_findings_of_a_bad_model_come_at_once():
    with pytest.raises(Refused) as refused:
        model({"n": "nummer"}, OUT, [["> > 1", "1"], ["2", "1 +"]])
    found = {finding.key for finding in refused.value.findings}
    assert {"decisions.unknown-type", "decisions.syntax"} <= found
    assert {finding.label for finding in refused.value.findings} <= {"D", "n"}


def test_rows_have_as_many_cells_as_the_table_has_columns():
    with pytest.raises(Refused) as refused:
        model(NUMBER, OUT, [["1"]])
    assert refused.value.findings[0].arguments["rule"] == 1


@pytest.mark.parametrize(
    "content",
    [b"", b"<a", b"<!DOCTYPE a><a/>", b"<a/>", b'<definitions xmlns="urn:other"/>'],
)
def test_what_is_no_dmn_is_refused(content):
    with pytest.raises((BadDrawing, Refused)):
        read_model("m.dmn", {"m.dmn": content})


def test_decisions_must_not_require_themselves():
    need = '<informationRequirement><requiredDecision href="#{}"/></informationRequirement>'
    logic = "<literalExpression><text>1</text></literalExpression>"
    circle = "".join(
        f'<decision id="{one}" name="{one}">{need.format(other)}{logic}</decision>'
        for one, other in (("A", "B"), ("B", "A"))
    )
    with pytest.raises(Refused) as refused:
        model(NUMBER, OUT, [["-", "1"]], extra=circle)
    assert [finding.key for finding in refused.value.findings] == ["decisions.cycle"]


# -- domains ------------------------------------------------------------------------------------

PARTS = some.sampled_from(["1", "3", "[1..4]", "]2..5[", "< 2", "> 3", ">= 4", "<= 1", "!= 3"])


CELL = some.lists(PARTS, min_size=1, max_size=3)


@given(first=CELL, second=CELL)
def test_domains_are_an_algebra_of_sets(first, second):
    one, two = domain_of(", ".join(first)), domain_of(", ".join(second))
    for value in (x / 2 for x in range(-1, 13)):
        inside = one.holds(value), two.holds(value)
        assert one.meets(two).holds(value) == (inside[0] and inside[1])
        assert one.without(two).holds(value) == (inside[0] and not inside[1])
        assert one.complement().holds(value) != inside[0]
