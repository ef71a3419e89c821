"""Every rule of law, by the folders beside it: `valid*` pass it, `invalid*` do not.

A folder holds what differs from `base`, a lawful procedure. In an invalid one the places the rule
must speak of have ids that begin with `bad`, or stand on lines marked so; there and nowhere else it
speaks. `invalid-<case>` is answered with the sentence of that case.
"""

from datetime import date
from pathlib import Path

import pytest

from procflow.engine.messages import page
from procflow.engine.procedure.folder import read_procedure
from procflow.engine.procedure.law.check import law_findings
from procflow.engine.procedure.law.rules import RULES

HERE = Path(__file__).parent
FOLDERS = HERE / "rules"
VALID = sorted(FOLDERS.glob("*/valid*"))
INVALID = sorted(FOLDERS.glob("*/invalid*"))
TODAY = date(2026, 11, 25)


def files_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def procedure(folder):
    return read_procedure(files_of(HERE / "base") | files_of(folder))


def findings_of(folder, day=TODAY):
    return [f for f in law_findings(procedure(folder), day) if f.rule == folder.parent.name]


def name_of(path):
    return f"{path.parent.name}/{path.name}"


def marked(folder):
    """The ids and the lines that are marked as bad."""
    read = procedure(folder)
    ids = {each for drawing in read.drawings for each in drawing.ids if each.startswith("bad")}
    lines = {
        (name, number)
        for name, content in read.files.items()
        for number, line in enumerate(content.decode().splitlines(), 1)
        if "# bad" in line or ('"bad"' in line and name.endswith(".form"))
    }
    return ids, lines


def test_the_base_is_lawful():
    folder = read_procedure(files_of(HERE / "base"))
    assert folder.findings == ()
    assert law_findings(folder, TODAY) == []


@pytest.mark.parametrize("folder", VALID, ids=name_of)
def test_a_valid_folder_passes_its_rule(folder):
    assert procedure(folder).findings == ()
    assert findings_of(folder) == []


@pytest.mark.parametrize("folder", INVALID, ids=name_of)
def test_an_invalid_folder_is_found_where_it_is_bad(folder):
    findings = findings_of(folder)
    ids, lines = marked(folder)
    assert {f.element for f in findings if f.file == "drawing.bpmn"} == ids
    assert {(f.file, f.line) for f in findings if f.file != "drawing.bpmn"} == lines
    assert findings and all(f.line for f in findings)
    assert all(f.sentence("vi") != f.sentence("en") for f in findings)


@pytest.mark.parametrize("folder", INVALID, ids=name_of)
def test_the_case_of_the_name_is_the_case_of_the_finding(folder):
    rule = folder.parent.name
    cases = {
        key.removeprefix(f"law.{rule}").lstrip(".") for key in page("law") if rule_of(key) == rule
    }
    named = folder.name.removeprefix("invalid").lstrip("-")
    case = max((each for each in cases if named.startswith(each)), key=len)
    assert {f.key for f in findings_of(folder)} == {f"law.{rule}.{case}" if case else f"law.{rule}"}


def rule_of(key):
    return key.split(".")[1]


def test_every_sentence_is_said_of_some_invalid_folder():
    said = {finding.key for folder in INVALID for finding in findings_of(folder)}
    assert set(page("law")) == said


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_has_a_valid_and_an_invalid_folder(rule):
    assert list((FOLDERS / rule.name).glob("valid*"))
    assert list((FOLDERS / rule.name).glob("invalid*"))


def test_every_folder_belongs_to_a_rule_and_every_rule_to_its_module():
    assert {folder.name for folder in FOLDERS.iterdir()} == {rule.name for rule in RULES}
    modules = [rule.check.__module__.rpartition(".")[2] for rule in RULES]
    assert [rule.name.replace("-", "_") for rule in RULES] == modules


def test_the_whole_check_list_is_there():
    numbers = {f"L{n}" for n in range(1, 13)} | {f"P{n}" for n in range(1, 15)} | {"M2", "M3", "M4"}
    assert {rule.number for rule in RULES} == numbers
    assert len(RULES) == len(numbers)
