"""What cannot be brought stays in the drawing, and is told by element, place, text and reason."""

import re
from pathlib import Path

import pytest

from procflow.engine.bpmn import importing
from procflow.engine.bpmn.linter import lint_drawing
from procflow.engine.messages import page
from procflow.tests.engine.bpmn.importing.foreign import (
    LISTENER,
    SCRIPT,
    flow,
    input_of,
    task,
)
from procflow.tests.engine.bpmn.importing.noted import CHANGED, REMAINING

ROOM = Path(importing.__file__).parent
MESSAGE = '<message id="M" name="come"/>'


@pytest.mark.parametrize(("inside", "what", "text", "reason"), REMAINING)
def test_what_remains_is_told_and_still_there(bring, inside, what, text, reason):
    brought = bring(inside, root=MESSAGE)
    notes = [note for note in brought.imported.remaining if note.key == f"importing.{reason}"]
    assert [(notes[0].what, notes[0].text)] == [(what, text)]
    assert notes[0].element == "x" and notes[0].line > 0
    assert brought.remaining == [reason] * len(notes)
    assert notes[0].sentence("vi") != notes[0].sentence("en")


@pytest.mark.parametrize(("inside", "what", "text", "reason"), CHANGED)
def test_what_is_different_is_told(bring, inside, what, text, reason):
    brought = bring(inside)
    told = [(note.element, note.what, note.text, note.key) for note in brought.imported.changed]
    assert told == [("x", what, text, f"importing.{reason}")]
    assert all(element.unread == () for element in brought.process.elements.values())


def test_the_process_is_named_for_what_it_says_of_itself(bring):
    brought = bring('<task id="x"/>', process='name="Nghỉ phép" camunda:candidateStarterGroups="a"')
    (note,) = brought.imported.remaining
    assert (note.element, note.label, note.key) == ("P", "Nghỉ phép", "importing.left.starters")


def test_codes_that_are_expressions_are_told_where_they_are_declared(bring):
    root = """<error id="E" name="Lỗi" errorCode="${e}"/><escalation id="F" escalationCode="${f}"/>
      <message id="M" name="come-${bean.id()}"/>"""
    told = [(note.label, note.text, note.key) for note in bring("", root=root).imported.remaining]
    assert told == [
        ("Lỗi", "${e}", "importing.code-expression"),
        ("F", "${f}", "importing.code-expression"),
        ("come-${bean.id()}", "come-${bean.id()}", "importing.juel.method"),
    ]


def test_names_that_are_expressions_become_feel(bring):
    brought = bring("", root='<message id="M" name="come-${id}"/><signal id="S" name="${s}"/>')
    assert brought.remaining == []
    names = re.findall(r'<(?:message|signal) id="." name="=([^"]+)"/>', brought.text)
    assert [name.replace("&quot;", '"') for name in names] == [
        '"come-" + get or else(string(id), "")',
        "s",
    ]


def test_a_flow_without_a_label_is_called_by_its_ends(bring):
    (note,) = bring(flow("${a.b()}")).imported.remaining
    assert note.label == "Trước → Sau"


def test_a_message_is_told_once_where_it_is_first_awaited(bring):
    brought = bring(
        """<startEvent id="s"><messageEventDefinition messageRef="M"/></startEvent>
          <receiveTask id="a" name="Nhận" messageRef="M"/>
          <subProcess id="p" triggeredByEvent="true"><startEvent id="b">
            <messageEventDefinition messageRef="N"/></startEvent></subProcess>
          <intermediateCatchEvent id="c"><messageEventDefinition messageRef="M"/>
          </intermediateCatchEvent>
          <intermediateCatchEvent id="d"><messageEventDefinition messageRef="K"/>
          </intermediateCatchEvent>""",
        root=MESSAGE
        + """<message id="N" name="withdraw"/><message id="K" name="keyed"><extensionElements>
          <zeebe:subscription correlationKey="=code"/></extensionElements></message>""",
    )
    told = [(note.element, note.text) for note in brought.imported.remaining]
    assert set(told) == {("a", "come"), ("b", "withdraw")} and len(told) == 2


def test_long_texts_are_shortened(bring):
    inner = SCRIPT.replace("1 + 1", "return 1; " * 100)
    (note,) = bring(input_of(inner)).imported.remaining
    assert len(note.text) == 200 and note.text.endswith("…")


def test_what_remains_keeps_the_drawing_from_being_deployed(bring):
    brought = bring(task("userTask", 'camunda:assignee="${a.b()}"', LISTENER) + flow("${a.b()}"))
    rules = {f.rule for f in lint_drawing(brought.drawing) if f.severity == "error"}
    assert {"other-engine", "static-text"} <= rules


def test_a_process_that_other_engines_took_to_be_executable(bring):
    content = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
      xmlns:activiti="http://activiti.org/bpmn"><process id="P"/></definitions>"""
    imported = importing.import_drawing("old.bpmn", content.encode())
    assert [note.key for note in imported.changed] == ["importing.executable"]
    assert b'isExecutable="true"' in imported.content
    assert b"activiti" not in imported.content


def test_every_sentence_is_said_of_some_construct():
    said = {reason for _, _, _, reason in (*REMAINING, *CHANGED)}
    told = {"left.starters", "code-expression", "executable", "dropped.retention"}
    of_expressions = {key for key in page("importing") if key.startswith("importing.juel.")}
    answers = {key for key in page("importing") if key.startswith("importing.answer.")}
    rest = set(page("importing")) - of_expressions - answers
    assert {f"importing.{reason}" for reason in said | told} - of_expressions == rest


def test_every_reason_in_the_code_has_its_sentence():
    code = "\n".join(file.read_text() for file in ROOM.rglob("*.py"))
    reasons = set(re.findall(r'Untranslatable\(\s*"([a-z.-]+)"', code))
    reasons |= {f"juel.{reason}" for reason in re.findall(r'JuelError\("([a-z-]+)"', code)}
    assert len(reasons) > 40
    assert {f"importing.{reason}" for reason in reasons} <= set(page("importing"))
