"""Whole drawings of the other engines: brought completely, with picture and all, and executable."""

from pathlib import Path

import pytest
from lxml import etree

from procflow.engine.bpmn.importing import import_drawing
from procflow.engine.bpmn.linter import lint_drawing
from procflow.engine.bpmn.reader import read_drawing
from procflow.engine.bpmn.surroundings import Surroundings
from procflow.engine.procedure.forms import read_form
from procflow.engine.testing import play

DRAWINGS = Path(__file__).parent / "drawings"
FILES = sorted(DRAWINGS.iterdir())
VENDORS = ("camunda.org/schema/1.0", "operaton.org", "flowable.org/bpmn", "activiti.org")


def imported(path):
    return import_drawing(path.name, path.read_bytes())


@pytest.fixture(params=FILES, ids=lambda path: path.name)
def path(request):
    return request.param


def test_nothing_remains_and_nothing_must_be_mended(path):
    brought = imported(path)
    assert brought.remaining == ()
    drawing = read_drawing(path.name, brought.content)
    known = Surroundings(form_ids={*brought.forms, "giao-chia-khoa", "phieu-gop-y", "chung-tu"})
    assert [f for f in lint_drawing(drawing, known) if f.severity == "error"] == []
    assert not any(vendor in brought.content.decode() for vendor in VENDORS)


def test_ids_labels_flows_and_picture_are_those_of_before(path):
    before = read_drawing(path.name, path.read_bytes())
    after = read_drawing(path.name, imported(path).content)
    assert list(after.diagram.shapes.items()) == list(before.diagram.shapes.items())
    assert after.diagram.edges == before.diagram.edges
    assert set(before.ids) <= set(after.ids)
    for old, new in zip(before.processes.values(), after.processes.values(), strict=True):
        assert told(new) == told(old)
        assert [(f.id, f.name, f.source, f.target) for f in new.flows.values()] == [
            (f.id, f.name, f.source, f.target) for f in old.flows.values()
        ]


def told(process):
    elements = process.elements.values()
    own = (process.id, process.name, process.documentation)
    return own, [(each.id, each.name, each.scope, each.documentation) for each in elements]


def test_a_second_import_changes_nothing(path):
    once = imported(path)
    twice = import_drawing(path.name, once.content)
    assert twice.content == once.content
    assert twice.notes == () and twice.forms == {}


def test_the_forms_can_be_read(path):
    for name, content in imported(path).forms.items():
        form = read_form(f"{name}.form", content.encode())
        assert (form.id, form.findings) == (name, ())


@pytest.mark.parametrize(
    "recoded",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("UTF-8", "UTF-16").encode("utf-16"),
    ],
    ids=["byte order mark", "Windows line ends", "UTF-16"],
)
def test_however_the_file_is_encoded(path, recoded):
    content = recoded(path.read_text(encoding="utf-8"))
    assert import_drawing(path.name, content).content == imported(path).content


def test_extensions_of_other_vendors_stay_as_they_are():
    path = DRAWINGS / "xin-nghi-phep.camunda.bpmn"
    root = etree.fromstring(imported(path).content)
    (note,) = root.iter("{urn:example:office}ghi-chu")
    (before,) = etree.fromstring(path.read_bytes()).iter("{urn:example:office}ghi-chu")
    assert etree.tostring(note, with_tail=False, method="c14n", exclusive=True) == etree.tostring(
        before, with_tail=False, method="c14n", exclusive=True
    )
    shape = root.find(".//{*}BPMNShape[@id='h1']")
    assert shape.get("{http://bpmn.io/schema/bpmn/biocolor/1.0}fill") == "#bbdefb"


def test_a_file_without_line_breaks_gets_none(path):
    text = "".join(line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    assert len(import_drawing(path.name, text.encode()).content.splitlines()) <= 3


# -- it runs ------------------------------------------------------------------------------------

DECISION = b"""<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="D" name="D"
  namespace="urn:example"><inputData id="I" name="soNgay"/>
  <decision id="ngay-con-lai" name="con lai"><variable name="con lai"/>
  <informationRequirement id="R"><requiredInput href="#I"/></informationRequirement>
  <literalExpression><text>12 - soNgay</text></literalExpression></decision></definitions>"""
CHILD = b"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="t">
  <process id="luu-ho-so" isExecutable="true"><startEvent id="a"/><scriptTask id="b">
    <extensionElements><zeebe:script expression='=nguoiNop + ": " + string(is defined(soNgay))'
      resultVariable="soLuu"/></extensionElements></scriptTask><endEvent id="c"/>
    <sequenceFlow id="ab" sourceRef="a" targetRef="b"/>
    <sequenceFlow id="bc" sourceRef="b" targetRef="c"/></process></definitions>"""


def leave(days, script, **more):
    brought = imported(DRAWINGS / "xin-nghi-phep.camunda.bpmn")
    forms = {f"{name}.form": form.encode() for name, form in brought.forms.items()}
    files = {"x.bpmn": brought.content, "c.bpmn": CHILD, "d.dmn": DECISION, **forms}
    variables = {"hoTen": "An", "soNgay": days, **more}
    return play(files, process_id="xin-nghi-phep", variables=variables, script=script, restore=True)


def approve(yes):
    return {"user_task": "duyet", "complete": {"dongY": yes}}


TOLD = {"job": "bao-don-vi", "complete": {}}
MORE = {"han": "2026-03-09T17:00:00+07:00", "hanDuyet": "P2D", "donVi": ["a", "b", "c", "d", "e"]}


def test_an_imported_drawing_goes_the_way_it_went():
    played = leave(3, [approve(True), TOLD, TOLD, TOLD], **MORE)
    assert played.is_ended and played.incidents == []
    assert played.has_passed("nop-don", "duyet", "tinh", "bao", "luu", "duoc-nghi")
    assert played.variables["conLai"] == 9
    assert played.variables["soLuu"] == "An: false"


@pytest.mark.parametrize(("days", "yes"), [(13, True), (3, False)])
def test_its_conditions_decide_as_they_did(days, yes):
    assert leave(days, [approve(yes)], **MORE).has_passed("duyet", "bi-tu-choi")


def test_its_timers_and_due_dates_are_those_of_before():
    waiting = leave(3, [], **MORE)
    assert {(wait.kind, wait.element) for wait in waiting.waits} == {
        ("user_task", "duyet"),
        ("timer", "qua-han"),
    }
    assert waiting.waits[0].due.isoformat().startswith("2026-03-09T")
    reminded = leave(3, [{"advance": "P3D"}], **MORE)
    assert ("job", "nhac-viec") in {(wait.kind, wait.name) for wait in reminded.waits}
