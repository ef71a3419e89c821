"""The reader: everything the model has a place for, from one drawing."""

from pathlib import Path

import pytest

from procflow.engine.bpmn.model import (
    Bounds,
    EventKind,
    Kind,
    MultiInstance,
    StandardLoop,
    VariableMapping,
)
from procflow.engine.bpmn.reader import read_drawing

FILE = Path(__file__).parent / "drawings" / "everything.bpmn"


@pytest.fixture(scope="module")
def drawing():
    return read_drawing(FILE.name, FILE.read_bytes())


@pytest.fixture(scope="module")
def process(drawing):
    return drawing.processes["procedure"]


def line_with(text):
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_drawing_knows_its_tool_and_leaves_nothing_unread(drawing, process):
    assert (drawing.platform, drawing.platform_version) == ("Camunda Cloud", "8.6.0")
    assert drawing.unread == process.unread == ()
    assert [each.id for each in process.elements.values() if each.unread] == []
    assert (drawing.duplicates, drawing.dangling, drawing.nameless) == ((), (), ())


def test_process_facts(process):
    assert process.executable and process.label == "Thủ tục mẫu"
    assert process.version_tag == "2026-01" and process.documentation == "Vẽ để thử."
    assert process.properties == {"procedure.code": "1.001612"}


def test_pools_and_message_flows(drawing):
    assert [(pool.name, pool.process) for pool in drawing.participants] == [
        ("Một cửa", "procedure"),
        ("Công dân", None),
    ]
    (flow,) = drawing.message_flows
    assert (flow.source, flow.target, flow.name) == ("citizen", "await_payment", "Nộp phí")


def test_nested_lanes_give_the_innermost(process):
    assert [(lane.label, lane.parent) for lane in process.lanes] == [
        ("Cơ quan", None),
        ("Chuyên viên", "lane_office"),
    ]
    assert process.lane_of("appraise").id == "lane_clerk"
    assert process.lane_of("start").id == "lane_office"
    assert process.lane_of("late").id == "lane_clerk"
    assert process.lane_of("call") is None


def test_data_is_kept_as_documentation(process):
    assert {(each.kind, each.id) for each in process.references} == {
        ("dataObject", "paper"),
        ("dataObjectReference", "paper_ref"),
        ("dataStoreReference", "store"),
        ("dataInputAssociation", "reads_paper"),
    }


def test_user_task(process):
    element = process.elements["appraise"]
    assert element.label == "Thẩm định hồ sơ"
    assert element.line == line_with('id="appraise"')
    assert (element.kind, element.scope, element.form_id) == (
        Kind.USER_TASK,
        "procedure",
        "tham-dinh",
    )
    who = element.assignment
    assert (who.assignee, who.candidate_groups, who.candidate_users) == (
        "=officer",
        "chuyen-vien, lanh-dao",
        "an",
    )
    assert (who.due_date, who.follow_up_date, who.priority) == (
        '=now() + duration("P2D")',
        "P1D",
        "70",
    )
    assert element.default == "to_call"
    assert element.properties == {"dossier.status": "4"}


def test_mappings_keep_their_order_and_lines(process):
    element = process.elements["appraise"]
    assert element.inputs == (VariableMapping("=dossier.code", "code", line_with('target="code"')),)
    assert [each.target for each in element.outputs] == ["appraisal.result"]


def test_multi_instance_and_standard_loop(process):
    several, again = process.elements["appraise"].loop, process.elements["request"].loop
    assert isinstance(several, MultiInstance) and several.sequential
    assert (several.input_collection, several.input_element) == ("=officers", "officer")
    assert (several.output_collection, several.output_element) == ("votes", "=result")
    assert several.completion_condition == "=numberOfCompletedInstances > 1"
    assert isinstance(again, StandardLoop)
    assert (again.condition, again.maximum, again.test_before) == ("=again", 3, True)


def test_shared_event_definition_is_found(process):
    late = process.elements["late"]
    assert (late.attached_to, late.interrupting) == ("appraise", False)
    assert (late.event.kind, late.event.timer, late.event.value) == (
        EventKind.TIMER,
        "duration",
        "P3D",
    )


def test_compensation_is_bound_by_the_dotted_line(process):
    assert process.elements["appraise"].compensated_by == "take_back"
    assert process.elements["take_back"].for_compensation


def test_conditions_lose_the_blanks_around_them(process):
    assert process.flows["to_pay"].condition == "=fee > 0"
    assert process.flows["to_call"].condition is None


def test_job_script_call_and_decision(process):
    job = process.elements["request"].job
    assert (job.type, job.retries, job.headers) == ("payment.request", "5", {"fee": "le-phi"})
    script = process.elements["count"].script
    assert (script.expression, script.result_variable) == ("=count(votes)", "n")
    called = process.elements["call"].called
    assert (called.process_id, called.binding, called.version_tag) == ("lib", "versionTag", "v2")
    assert called.propagate_all_parent_variables and not called.propagate_all_child_variables
    decision = process.elements["decide"].decision
    assert (decision.decision_id, decision.result_variable, decision.binding) == (
        "fee",
        "fee",
        "deployment",
    )


def test_scopes(process):
    assert process.elements["request"].scope == "inner"
    assert process.flows["inner_flow"].scope == "inner"
    assert process.elements["watch"].triggered_by_event
    assert [each.id for each in process.inside("free")] == ["count", "decide"]
    free = process.elements["free"].ad_hoc
    assert (free.ordering, free.completion_condition) == ("Sequential", "=n > 1")
    assert (free.cancel_remaining, free.active_elements) == (False, "=chosen")


def test_events(process):
    elements = process.elements
    message = elements["await_payment"].event
    assert (message.kind, message.value, message.key) == (
        EventKind.MESSAGE,
        "paid",
        "=dossier.code",
    )
    start = elements["watch_start"]
    assert (start.event.kind, start.event.value, start.interrupting) == (
        EventKind.ESCALATION,
        "LATE",
        False,
    )
    assert elements["watch_end"].event.value == "LOST"
    assert [event.value for event in elements["several"].events] == ["stop", "=n > 2"]
    assert elements["several"].parallel_multiple
    assert elements["link_out"].event.value == "sang trang"
    assert elements["start"].event.kind is EventKind.NONE
    assert elements["complex"].activation_condition == "=activationCount > 1"


def test_picture(drawing):
    shapes, edges = drawing.diagram.shapes, drawing.diagram.edges
    assert shapes["office"].horizontal is True and shapes["office"].expanded is None
    assert shapes["inner"].bounds == Bounds(100.5, 20.0, 300.0, 200.0)
    assert shapes["inner"].expanded is True
    assert shapes["inner"].label == Bounds(110.0, 225.0, 60.0, 14.0)
    assert edges["to_pay"].waypoints == ((10.0, 20.0), (100.0, 20.0))
