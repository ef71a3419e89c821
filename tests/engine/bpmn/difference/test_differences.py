"""What differs is told by what it means, not by how the file is written."""

from pathlib import Path

import pytest
from lxml import etree

from procflow.engine.bpmn.difference import ChangeKind, Thing, compare
from procflow.engine.bpmn.model import Bounds
from procflow.engine.bpmn.reader import read_drawing
from procflow.engine.bpmn.writer import Pencil, Piece, bpmn

HOUSE = Path(__file__).parents[4]
FILE = HOUSE / "processes/lib/lib-cap-nhat-trang-thai.bpmn"
CONTENT = FILE.read_bytes()
PROCESS = "lib-cap-nhat-trang-thai"
DRAWINGS = sorted((HOUSE / "processes").rglob("*.bpmn"))


def changed(old, new):
    comparison = compare(read_drawing("old", old), read_drawing("new", new))
    return {change.id: change for change in comparison.changes}


def told(change):
    return {(each.aspect, each.of): (each.before, each.after) for each in change.differences}


@pytest.fixture
def pencil():
    return Pencil(FILE.name, CONTENT)


@pytest.mark.parametrize("file", DRAWINGS, ids=[file.stem for file in DRAWINGS])
def test_a_drawing_written_otherwise_is_the_same(file):
    tree = etree.fromstring(file.read_bytes(), etree.XMLParser(remove_blank_text=True))
    assert changed(file.read_bytes(), etree.tostring(tree)) == {}


def test_a_new_and_a_gone_element(pencil):
    task = Piece(bpmn("task"), {"id": "moi", "name": "Bước mới"})
    pencil.add_node(PROCESS, task, Bounds(1, 2, 3, 4))
    found = changed(CONTENT, pencil.content)
    assert {(c.kind, c.thing, c.label) for c in found.values()} == {
        (ChangeKind.ADDED, Thing.ELEMENT, "Bước mới")
    }
    found = changed(pencil.content, CONTENT)
    assert found["moi"].kind is ChangeKind.REMOVED


def test_a_changed_element_says_what_changed(pencil):
    pencil.rename("ghi-trang-thai", "Ghi")
    pencil.set_property("ghi-trang-thai", "duration", "PT1H")
    pencil.set_mapping("ghi-trang-thai", "input", "=4", "status")
    (change,) = changed(CONTENT, pencil.content).values()
    assert change.kind is ChangeKind.CHANGED
    assert told(change) == {
        ("name", ""): ("Ghi trạng thái hồ sơ", "Ghi"),
        ("property", "duration"): (None, "PT1H"),
        ("input", "status"): ("=status", "=4"),
    }


def test_a_shape_that_only_moved(pencil):
    pencil.resize("ghi-trang-thai", Bounds(0, 0, 120, 80))
    (change,) = changed(CONTENT, pencil.content).values()
    assert change.kind is ChangeKind.MOVED
    assert {each.aspect for each in change.differences} == {"position"}


def test_a_flow_that_leads_elsewhere(pencil):
    pencil.lead("di-khong-toi-duoc-chi-ghi", "da-bao", [(0, 0), (1, 1)])
    change = changed(CONTENT, pencil.content)["di-khong-toi-duoc-chi-ghi"]
    assert change.kind is ChangeKind.CHANGED
    assert told(change)["target", ""] == ("chi-ghi", "da-bao")


def test_an_element_with_a_new_id_is_found_by_its_label():
    renamed = CONTENT.replace(b"gui-thong-bao", b"Activity_0x1")
    found = changed(CONTENT, renamed)
    change = found["Activity_0x1"]
    assert (change.kind, change.was) == (ChangeKind.CHANGED, "gui-thong-bao")
    assert not any(each.kind in (ChangeKind.ADDED, ChangeKind.REMOVED) for each in found.values())


def test_lane_pool_process_and_declaration():
    new = (
        CONTENT.replace(b'name="H\xe1\xbb\x87 th\xe1\xbb\x91ng"', b'name="System"')
        .replace(b'errorCode="NOTICE_UNREACHABLE"', b'errorCode="OTHER"')
        .replace(b"<bpmn:documentation>", b"<bpmn:documentation>x")
    )
    found = changed(CONTENT, new)
    assert found["lan-he-thong"].thing is Thing.LANE
    assert told(found["loi-khong-bao-duoc"])["code", ""] == ("NOTICE_UNREACHABLE", "OTHER")
    assert found[PROCESS].differences[0].aspect == "documentation"
    assert told(found["ghi-trang-thai"])["lane", ""] == ("Hệ thống", "System")


def test_an_event_that_listens_for_something_else():
    old = CONTENT
    new = old.replace(b'cancelActivity="true"', b"").replace(
        b'attachedToRef="gui-thong-bao"', b'attachedToRef="gui-thong-bao" cancelActivity="false"'
    )
    change = changed(old, new)["khong-toi-duoc"]
    assert told(change) == {("interrupting", ""): (None, "false")}
