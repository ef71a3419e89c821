"""The linter as a whole: what it looks at, in which order it speaks, how long it takes."""

from pathlib import Path
from time import process_time

from procflow.engine.bpmn.linter import lint_drawing
from procflow.engine.bpmn.reader import read_drawing
from procflow.engine.bpmn.rules.start_with_incoming import RULE as START_WITH_INCOMING
from procflow.engine.bpmn.surroundings import Surroundings

DRAWINGS = Path(__file__).parent / "rules"
BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"


def drawn(inside, before=""):
    content = f'<definitions xmlns="{BPMN}">{before}{inside}</definitions>'
    return read_drawing("drawn.bpmn", content.encode())


def errors(drawing, **around):
    found = lint_drawing(drawing, Surroundings(**around))
    return [finding for finding in found if finding.severity == "error"]


def test_findings_come_in_the_order_of_the_file():
    file = DRAWINGS / "event-kind" / "invalid.bpmn"
    lines = [f.line for f in lint_drawing(read_drawing(file.name, file.read_bytes()))]
    assert len(lines) > 3 and lines == sorted(lines)


def test_a_finding_names_file_line_element_and_label():
    drawing = drawn(
        '<process id="P" isExecutable="true">\n<startEvent id="s" name=" Nhận&#10; hồ sơ "/>\n'
        '<endEvent id="e"/>\n<sequenceFlow id="f" sourceRef="s" targetRef="s"/></process>'
    )
    finding = next(f for f in lint_drawing(drawing) if f.rule == "start-with-incoming")
    assert (finding.file, finding.line, finding.element) == ("drawn.bpmn", 2, "s")
    assert finding.label == "Nhận hồ sơ"
    assert finding.message == "Sự kiện bắt đầu “Nhận hồ sơ” không được có luồng đi vào."


def test_documentary_processes_beside_an_executable_one_are_not_judged():
    wrong = (
        '<process id="Q"><startEvent id="qs"/><endEvent id="qe"><timerEventDefinition/></endEvent>'
        '<sequenceFlow id="qf" sourceRef="qe" targetRef="qs"/>'
        '<sequenceFlow id="qg" sourceRef="qe" targetRef="gone"/><foo/></process>'
    )
    right = (
        '<process id="P" isExecutable="true"><startEvent id="s"/><endEvent id="e"/>'
        '<sequenceFlow id="f" sourceRef="s" targetRef="e"/></process>'
    )
    assert errors(drawn(right + wrong)) == []


def test_processes_of_one_file_may_call_each_other():
    zeebe = "http://camunda.org/schema/zeebe/1.0"
    calling = (
        '<process id="P" isExecutable="true"><callActivity id="c" name="c"><extensionElements>'
        f'<z:calledElement xmlns:z="{zeebe}" processId="Q"/></extensionElements></callActivity>'
        '</process><process id="Q" isExecutable="true"><task id="t"/></process>'
    )
    assert errors(drawn(calling), process_ids=set()) == []


def test_only_the_rules_asked_for_speak():
    file = DRAWINGS / "start-with-incoming" / "invalid.bpmn"
    drawing = read_drawing(file.name, file.read_bytes())
    found = lint_drawing(drawing, rules=[START_WITH_INCOMING])
    assert {finding.rule for finding in found} == {"start-with-incoming"}


def test_what_is_not_known_is_not_judged():
    rules = ("unknown-form", "unknown-group", "unknown-lane", "unknown-job-type", "called-process")
    for rule in rules:
        for file in (DRAWINGS / rule).glob("invalid*near.bpmn"):
            assert errors(read_drawing(file.name, file.read_bytes())) == []


def hundred_elements():
    """Thirty-three decisions in a row, each with a user task on one way."""
    decisions = "".join(
        f'<exclusiveGateway id="x{n}" default="d{n}"/><userTask id="u{n}" name="u{n}"/>'
        f'<exclusiveGateway id="y{n}"/>'
        f'<sequenceFlow id="a{n}" sourceRef="y{n - 1}" targetRef="x{n}"/>'
        f'<sequenceFlow id="b{n}" sourceRef="x{n}" targetRef="u{n}">'
        f"<conditionExpression>=amount &gt; {n}</conditionExpression></sequenceFlow>"
        f'<sequenceFlow id="d{n}" sourceRef="x{n}" targetRef="y{n}"/>'
        f'<sequenceFlow id="c{n}" sourceRef="u{n}" targetRef="y{n}"/>'
        for n in range(1, 34)
    )
    return (
        f'<definitions xmlns="{BPMN}"><process id="P" isExecutable="true">'
        f'<startEvent id="y0"/>{decisions}</process></definitions>'
    )


def test_hundred_elements_are_read_and_linted_in_less_than_a_tenth_of_a_second():
    content = hundred_elements().encode()
    taken = []
    for _ in range(5):
        began = process_time()
        found = lint_drawing(read_drawing("hundred.bpmn", content))
        taken.append(process_time() - began)
    assert [finding for finding in found if finding.severity == "error"] == []
    assert min(taken) < 0.1
