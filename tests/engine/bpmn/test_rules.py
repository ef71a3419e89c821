"""Every rule, by the drawings beside it: `valid*.bpmn` are clean, `invalid*.bpmn` are not.

In an invalid drawing the places the rule must speak of have ids that begin with `bad`; there and
nowhere else it speaks. `invalid-<case>.bpmn` is answered with the sentence of that case.
"""

from pathlib import Path
from runpy import run_path

import pytest

from procflow.engine.bpmn.linter import lint_drawing
from procflow.engine.bpmn.reader import read_drawing
from procflow.engine.bpmn.rules import RULES
from procflow.engine.bpmn.surroundings import Surroundings
from procflow.engine.messages import page
from procflow.engine.model.job_type import FieldFacts, JobTypeFacts, Words

DRAWINGS = Path(__file__).parent / "rules"
WRITER = Path(__file__).parents[3] / "docs" / "reference" / "write_rules.py"
VALID = sorted(DRAWINGS.glob("*/valid*.bpmn"))
INVALID = sorted(DRAWINGS.glob("*/invalid*.bpmn"))
WITHOUT_ELEMENT = {"missing-id", "no-executable-process"}
OF_THE_FILE = {"unknown-attribute/invalid-extension"}


def job_type(name, inputs=(), outputs=(), raises=()):
    words = Words("việc", "work")
    fields = {
        each: FieldFacts(name=each, kind="Any", required=True, label=words) for each in inputs
    }
    given = {
        each: FieldFacts(name=each, kind="Any", required=True, label=words) for each in outputs
    }
    codes = dict.fromkeys(raises, words)
    return JobTypeFacts(
        type=name, version=1, title=words, inputs=fields, outputs=given, raises=codes
    )


WORLD = Surroundings(
    job_types={
        each.type: each
        for each in (
            job_type("free", outputs=["receipt"]),
            job_type("risky", raises=["LOST"]),
            job_type("heavy", inputs=["amount", "weight"]),
            job_type("tell", inputs=["template"]),
            job_type("print", inputs=["templateFile"]),
        )
    },
    process_ids={"other", "listener"},
    uncallable={"listener"},
    decision_ids={"fee"},
    form_ids={"application"},
    notices={"received"},
    documents={"receipt"},
    form_fields={"application": {"amount", "applicant"}},
    groups={"clerks", "leaders"},
    lanes={"Clerk": "clerks", "System": None},
    start_variables={"amount", "code", "items"},
    messages={"paid", "sent"},
)


def name_of(path):
    return f"{path.parent.name}/{path.stem}"


def lint(path):
    return lint_drawing(read_drawing(path.name, path.read_bytes()), WORLD)


def expected_places(path):
    drawing = read_drawing(path.name, path.read_bytes())
    return {each for each in drawing.ids if each.startswith("bad")}


@pytest.mark.parametrize("path", VALID, ids=name_of)
def test_valid_drawing_has_no_errors_and_is_passed_by_its_rule(path):
    findings = lint(path)
    assert [f for f in findings if f.severity == "error" or f.rule == path.parent.name] == []


@pytest.mark.parametrize("path", INVALID, ids=name_of)
def test_invalid_drawing_is_found_where_it_is_bad(path):
    findings = [f for f in lint(path) if f.rule == path.parent.name]
    assert findings
    if path.parent.name not in WITHOUT_ELEMENT and name_of(path) not in OF_THE_FILE:
        assert {f.element for f in findings} == expected_places(path)
    for finding in findings:
        assert finding.file == path.name and finding.line
        assert finding.sentence("vi") and finding.sentence("en")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_has_a_valid_and_an_invalid_drawing(rule):
    assert list((DRAWINGS / rule.name).glob("valid*.bpmn"))
    assert list((DRAWINGS / rule.name).glob("invalid*.bpmn"))


def test_every_sentence_of_a_rule_is_said_of_some_invalid_drawing():
    said = {finding.key for path in INVALID for finding in lint(path)}
    rules = {rule.name for rule in RULES}
    keys = {key for key in page("bpmn") if key.split(".")[1] in rules}
    assert keys - said == set()


@pytest.mark.parametrize("path", INVALID, ids=name_of)
def test_case_of_the_file_name_is_the_case_of_the_finding(path):
    case = path.stem.removeprefix("invalid").removeprefix("-")
    keys = {f.key for f in lint(path) if f.rule == path.parent.name}
    key = f"bpmn.{path.parent.name}.{case}"
    assert key in keys or key not in page("bpmn")


def test_pages_of_the_reference_are_those_of_the_rules():
    """If this fails, run `python docs/reference/write_rules.py`."""
    pages = run_path(str(WRITER))["written"]()
    assert {file: file.read_text(encoding="utf-8") for file in pages} == pages
    assert set(pages) == set(WRITER.with_name("rules").glob("*.md"))


def test_rule_names_are_those_of_their_modules():
    modules = [rule.check.__module__.rpartition(".")[2] for rule in RULES]
    assert [rule.name.replace("-", "_") for rule in RULES] == modules
