from pathlib import Path

import pytest

DRAWINGS = Path(__file__).parents[1] / "engine" / "bpmn" / "importing" / "drawings"
LEFT = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
  <process id="p" isExecutable="true"><startEvent id="s" name="Nộp"/>
    <userTask id="u" name="Duyệt" camunda:candidateGroups="clerks"
      camunda:assignee="${users.first()}" camunda:asyncBefore="true"/>
    <endEvent id="e" name="Xong"/>
    <sequenceFlow id="a" sourceRef="s" targetRef="u"/>
    <sequenceFlow id="b" sourceRef="u" targetRef="e"/></process></definitions>"""


@pytest.fixture
def old(tmp_path):
    file = tmp_path / "leave.bpmn"
    file.write_text(LEFT)
    return file


@pytest.fixture
def whole(tmp_path):
    source = DRAWINGS / "xin-nghi-phep.camunda.bpmn"
    file = tmp_path / "nghi.bpmn20.xml"
    file.write_bytes(source.read_bytes())
    return file


def test_what_could_not_be_brought_is_a_table_and_code_1(procflow, old, tmp_path):
    ran = procflow("import", old)
    assert ran.code == 1
    assert ran.out.startswith("Wrote leave.procflow.bpmn.\n")
    assert "could not be brought and is left to you (1):" in ran.out
    (row,) = (line for line in ran.out.splitlines() if "users.first()" in line)
    assert row.split()[:3] == ["5", "Duyệt", "(u)"]
    for part in ("camunda:assignee", "${users.first()}", "calls the method first(…)"):
        assert part in row
    assert ran.out.endswith("Next: procflow lint leave.procflow.bpmn\n")
    written = (tmp_path / "leave.procflow.bpmn").read_text()
    assert 'candidateGroups="clerks"' in written and 'camunda:assignee="${users' in written
    assert old.read_text() == LEFT


def test_all_brought_is_code_0_with_the_forms_beside(procflow, whole, tmp_path):
    ran = procflow("import", whole, "--language", "vi")
    assert ran.code == 0
    assert "Mọi thứ đã được chuyển." in ran.out
    written = {file.name for file in tmp_path.iterdir()} - {whole.name}
    assert written == {
        "nghi.procflow.bpmn",
        "xin-nghi-phep-nop-don.form",
        "xin-nghi-phep-duyet.form",
    }


def test_for_programs(procflow, old):
    ran = procflow("import", old, "--json")
    assert ran.code == 1
    (remaining,), (changed,) = ran.value["remaining"], ran.value["changed"]
    assert remaining == {
        "element": "u",
        "label": "Duyệt",
        "line": 5,
        "what": "camunda:assignee",
        "text": "${users.first()}",
        "reason": "importing.juel.method",
        "message": "The expression calls the method first(…); FEEL calls no Java code.",
    }
    assert changed["reason"] == "importing.dropped.async"
    assert [Path(file).name for file in ran.value["files"]] == ["leave.procflow.bpmn"]


def test_the_new_file_may_lie_elsewhere(procflow, whole, tmp_path):
    target = tmp_path / "new" / "nghi.bpmn"
    assert procflow("import", whole, "-o", target).code == 0
    assert {file.suffix for file in target.parent.iterdir()} == {".bpmn", ".form"}


@pytest.mark.parametrize("there", ["nghi.procflow.bpmn", "xin-nghi-phep-duyet.form"])
def test_nothing_is_written_over_unless_told_so(procflow, whole, tmp_path, there):
    (tmp_path / there).write_text("mine")
    before = {file.name for file in tmp_path.iterdir()}
    ran = procflow("import", whole)
    assert ran.code == 2
    assert f"{there} is there already" in ran.err
    assert {file.name for file in tmp_path.iterdir()} == before
    assert (tmp_path / there).read_text() == "mine"
    assert procflow("import", whole, "--force").code == 0
    assert (tmp_path / there).read_text() != "mine"


def test_the_drawing_itself_is_not_written_over(procflow, old):
    assert procflow("import", old, "-o", old).code == 2
    assert old.read_text() == LEFT


def test_what_is_no_drawing_is_a_finding(procflow, tmp_path):
    (tmp_path / "x.bpmn").write_text("<html/>")
    ran = procflow("import", tmp_path / "x.bpmn")
    assert ran.code == 1
    assert "Expected a BPMN 2.0 drawing" in ran.out + ran.err
    assert [file.name for file in tmp_path.iterdir()] == ["x.bpmn"]


def test_the_imported_drawing_can_be_held_against_the_rules(procflow, tmp_path):
    source = DRAWINGS / "gop-y.operaton.bpmn"
    (tmp_path / "old.bpmn").write_bytes(source.read_bytes())
    assert procflow("import", "old.bpmn", "-o", "new/gop-y.bpmn").code == 0
    findings = procflow("lint", "new", "--json").value["findings"]
    errors = {each["rule"] for each in findings if each["severity"] == "error"}
    assert errors == {"unknown-form", "unknown-job-type"}
