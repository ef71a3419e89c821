"""Inputs from JSON, which knows no dates: the type a model declares says what a text stands for."""

import pytest

from procflow.engine.expressions import to_json
from procflow.engine.testing import play
from procflow.tests.engine.decisions.models import decision, literal, model, requiring

PERSON = (
    '<itemDefinition name="tPerson"><itemComponent name="born"><typeRef>date</typeRef>'
    '</itemComponent><itemComponent name="leaves" isCollection="true"><typeRef>date</typeRef>'
    "</itemComponent></itemDefinition>"
)
ADULT = (
    '<itemDefinition name="tAdult"><typeRef>date</typeRef><allowedValues>'
    '<text>&lt; date("2010-01-01")</text></allowedValues></itemDefinition>'
)
TABLE = (
    '<decisionTable><input><inputExpression typeRef="date"><text>day</text></inputExpression>'
    '</input><output typeRef="string"/><rule><inputEntry><text>&gt;= date("2026-07-01")</text>'
    '</inputEntry><outputEntry><text>"new law"</text></outputEntry></rule></decisionTable>'
)


def datum(type_):
    return f'<inputData id="x" name="x"><variable name="x" typeRef="{type_}"/></inputData>'


def decided(type_, value, text, *, from_json=True):
    drawn = model(PERSON, ADULT, datum(type_), decision("D", literal(text), needs=requiring("x")))
    return to_json(drawn.evaluate("D", {"x": value}, from_json=from_json).value)


@pytest.mark.parametrize(
    ("type_", "value", "text", "result"),
    [
        ("date", "2026-03-01", "x.year", 2026),
        ("time", "08:30:00", "x.minute", 30),
        ("dateTime", "2026-03-01T08:30:00+07:00", "x.hour", 8),
        ("dateTime", "2026-03-01", "x.hour", 0),
        ("dayTimeDuration", "P2D", "x.days", 2),
        ("yearMonthDuration", "P1Y2M", "x.months", 2),
        ("tPerson", {"born": "1990-05-06", "leaves": ["2026-01-02"]}, "x.born.month", 5),
        ("tPerson", {"born": "1990-05-06", "leaves": ["2026-01-02"]}, "x.leaves[1].day", 2),
        ("tAdult", "1990-05-06", "x.year", 1990),
        ("string", "2026-03-01", "x", "2026-03-01"),
        ("Any", "2026-03-01", "x", "2026-03-01"),
        ("date", "tomorrow", "x", None),
        ("tAdult", "2020-05-06", "x", None),
    ],
)
def test_a_text_is_read_as_the_type_that_is_declared(type_, value, text, result):
    assert decided(type_, value, text) == result


def test_other_inputs_are_of_their_own_types():
    assert decided("date", "2026-03-01", "x", from_json=False) is None


def test_a_column_without_input_data_reads_texts_too():
    drawn = model(decision("D", TABLE))
    assert drawn.evaluate("D", {"day": "2026-08-01"}, from_json=True).value == "new law"


def test_a_process_gives_its_variables_to_a_decision_so(tmp_path):
    (tmp_path / "d.dmn").write_text(
        '<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="m">'
        + decision("D", TABLE)
        + "</definitions>"
    )
    (tmp_path / "p.bpmn").write_text(
        '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" '
        'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="t">'
        '<process id="p" isExecutable="true"><startEvent id="s"/>'
        '<businessRuleTask id="b"><extensionElements>'
        '<zeebe:calledDecision decisionId="D" resultVariable="law"/></extensionElements>'
        '</businessRuleTask><endEvent id="e"/>'
        '<sequenceFlow id="f" sourceRef="s" targetRef="b"/>'
        '<sequenceFlow id="g" sourceRef="b" targetRef="e"/></process></definitions>'
    )
    files = [tmp_path / "p.bpmn", tmp_path / "d.dmn"]
    played = play(files, process_id="p", variables={"day": "2026-08-01"})
    assert played.variables["law"] == "new law"
