"""Drawing into a drawing."""

from pathlib import Path

import pytest

from procflow.engine.bpmn.linter import lint_drawing
from procflow.engine.bpmn.model import Bounds
from procflow.engine.bpmn.reader import read_drawing
from procflow.engine.bpmn.writer import Pencil, Piece, bpmn, extensions, mappings, properties, zeebe
from procflow.engine.errors import NotFound

HOUSE = Path(__file__).parents[4]
FILE = HOUSE / "processes/lib/lib-cap-nhat-trang-thai.bpmn"
PROCESS = "lib-cap-nhat-trang-thai"


@pytest.fixture
def pencil():
    return Pencil(FILE.name, FILE.read_bytes())


def lines_changed(pencil):
    """Lines that are gone, and lines that are new."""
    before, after = FILE.read_text().splitlines(), pencil.content.decode().splitlines()
    return [x for x in before if x not in after], [x.strip() for x in after if x not in before]


def inserted(pencil):
    """A script task between the start and what follows it."""
    node = Piece(
        bpmn("scriptTask"),
        {"id": "tinh", "name": "Tính"},
        (
            extensions(
                Piece(zeebe("script"), {"expression": '="a"', "resultVariable": "a"}),
                properties([("duration", "PT1H")]),
            ),
        ),
    )
    pencil.add_node(PROCESS, node, Bounds(200, 20, 120, 80), lane="lan-he-thong")
    pencil.lead("di-bat-dau-ghi-trang-thai", "tinh", [(100, 60), (200, 60)])
    pencil.add_flow(
        PROCESS, "di-tinh", ("tinh", "ghi-trang-thai"), [(320, 60), (360, 60)], name="rồi"
    )


def test_an_inserted_task_is_read_and_lints(pencil):
    inserted(pencil)
    drawing = pencil.drawing
    process = drawing.processes[PROCESS]
    assert process.elements["tinh"].script.expression == '="a"'
    assert process.lane_of("tinh").id == "lan-he-thong"
    assert [flow.target for flow in process.leaving("bat-dau")] == ["tinh"]
    assert [flow.target for flow in process.leaving("tinh")] == ["ghi-trang-thai"]
    assert drawing.diagram.shapes["tinh"].bounds == Bounds(200, 20, 120, 80)
    assert drawing.diagram.edges["di-bat-dau-ghi-trang-thai"].waypoints == ((100, 60), (200, 60))
    assert not drawing.dangling and not drawing.duplicates
    found = {finding.rule for finding in lint_drawing(drawing) if finding.severity == "error"}
    assert found == {
        finding.rule
        for finding in lint_drawing(read_drawing("x", FILE.read_bytes()))
        if finding.severity == "error"
    }


def test_nothing_else_is_touched(pencil):
    inserted(pencil)
    gone, new = lines_changed(pencil)
    flow = 'id="di-bat-dau-ghi-trang-thai" sourceRef="bat-dau"'
    points = [line for line in gone if "waypoint" in line]
    assert [line.strip() for line in gone if line not in points] == [
        f'<bpmn:sequenceFlow {flow} targetRef="ghi-trang-thai" />'
    ]
    assert 0 < len(points) <= 2
    assert new[0] == "<bpmn:flowNodeRef>tinh</bpmn:flowNodeRef>"
    assert "<bpmn:incoming>di-tinh</bpmn:incoming>" in new


def test_incoming_flows_follow_the_turned_flow(pencil):
    inserted(pencil)
    text = pencil.content.decode()
    assert text.count("<bpmn:incoming>di-bat-dau-ghi-trang-thai</bpmn:incoming>") == 1
    task = text[text.index('id="tinh"') : text.index("</bpmn:scriptTask>")]
    assert "<bpmn:incoming>di-bat-dau-ghi-trang-thai</bpmn:incoming>" in task


def test_properties_and_mappings_are_set_in_place(pencil):
    pencil.set_property("ghi-trang-thai", "duration", "PT1H")
    pencil.set_property("ghi-trang-thai", "duration", "PT2H")
    pencil.set_mapping("ghi-trang-thai", "input", "=1", "status")
    pencil.set_mapping("ghi-trang-thai", "input", "=2", "more")
    pencil.set_mapping("ghi-trang-thai", "output", "=3", "done")
    element = pencil.drawing.processes[PROCESS].elements["ghi-trang-thai"]
    assert element.properties == {"duration": "PT2H"}
    assert [(each.target, each.source) for each in element.inputs] == [
        ("code", "=code"),
        ("status", "=1"),
        ("more", "=2"),
    ]
    assert [(each.target, each.source) for each in element.outputs] == [("done", "=3")]


def test_an_extension_is_replaced_by_one_of_its_name(pencil):
    pencil.set_extension("ghi-trang-thai", Piece(zeebe("taskDefinition"), {"type": "other"}))
    pencil.set_extension("bat-dau", Piece(zeebe("formDefinition"), {"formId": "don"}))
    elements = pencil.drawing.processes[PROCESS].elements
    assert elements["ghi-trang-thai"].job.type == "other"
    assert elements["bat-dau"].form_id == "don"


def test_a_declaration_stands_before_the_diagram(pencil):
    message = Piece(bpmn("message"), {"id": "tin", "name": "tin"})
    pencil.declare(message)
    assert pencil.drawing.declarations["tin"].name == "tin"
    assert pencil.content.index(b'id="tin"') < pencil.content.index(b"BPMNDiagram")


def test_a_lane_is_added(pencil):
    pencil.add_lane(PROCESS, "lan-moi", "Công dân", Bounds(0, 500, 400, 100))
    assert [lane.label for lane in pencil.drawing.processes[PROCESS].lanes] == [
        "Hệ thống",
        "Công dân",
    ]
    assert pencil.drawing.diagram.shapes["lan-moi"].horizontal is True


def test_rerouting_keeps_the_label_or_gives_it_a_place(pencil):
    pencil.reroute("di-bat-dau-ghi-trang-thai", [(0, 0), (5, 0), (5, 5)], Bounds(1, 2, 3, 4))
    edge = pencil.drawing.diagram.edges["di-bat-dau-ghi-trang-thai"]
    assert edge.waypoints == ((0, 0), (5, 0), (5, 5))
    assert edge.label == Bounds(1, 2, 3, 4)
    pencil.reroute("di-bat-dau-ghi-trang-thai", [(0, 0), (9, 0)])
    assert pencil.drawing.diagram.edges["di-bat-dau-ghi-trang-thai"].label == Bounds(1, 2, 3, 4)


def test_ids_that_are_taken_get_a_number(pencil):
    assert pencil.free_id("moi") == "moi"
    assert pencil.free_id("ghi-trang-thai") == "ghi-trang-thai-2"


def test_an_unknown_id_is_refused(pencil):
    with pytest.raises(NotFound, match="Expected 'không-có' in the drawing"):
        pencil.rename("không-có", "x")


def test_a_mapping_is_made_where_there_is_none(pencil):
    pencil.set_mapping("bat-dau", "output", "=1", "one")
    mapped = pencil.drawing.processes[PROCESS].elements["bat-dau"].outputs
    assert [(each.target, each.source) for each in mapped] == [("one", "=1")]
    assert mappings([("=1", "a")]).children[0].name == zeebe("input")
