"""Every construct of BPMN, played by the public test kit, restored after every step."""

from runpy import run_path

import pytest

from procflow.engine.bpmn.linter import lint_drawing
from procflow.engine.bpmn.reader import read_drawing
from procflow.engine.testing import play
from procflow.tests.engine.testing.conformance.cases import HERE, NOT_EXECUTED, RULES, cases

CASES = list(cases())
WRITER = HERE.parents[3] / "docs" / "reference" / "write_bpmn.py"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.group}-{case.drawing.stem}")
def test_it_means_what_bpmn_says(case):
    played = play(
        case.files,
        process_id=case.process,
        variables=case.variables,
        script=case.script,
        auto=case.auto,
        restore=True,
    )
    assert played.passed == case.passed.split()
    assert played.variables == (case.variables if case.known is None else case.known)
    assert sorted(f"{wait.kind} {wait.element}" for wait in played.waits) == sorted(case.waits)
    assert [f"{each.kind} {each.element}" for each in played.incidents] == list(case.incidents)
    assert played.state == case.state


@pytest.mark.parametrize("name", NOT_EXECUTED.values())
def test_it_is_refused(name):
    path = RULES / f"{name}.bpmn"
    findings = lint_drawing(read_drawing(path.name, path.read_bytes()))
    found = [each for each in findings if each.rule == path.parent.name]
    assert found and {each.severity for each in found} == {"error"}


def test_every_drawing_is_told_of():
    told = {file for case in CASES for file in case.files}
    assert told == {*HERE.glob("*/*.bpmn"), *HERE.glob("*/*.dmn")}
    assert len({case.drawing for case in CASES}) == len(CASES)


def test_the_page_of_the_reference_is_current():
    """If this fails, run `python docs/reference/write_bpmn.py`."""
    page = run_path(str(WRITER))
    assert page["PAGE"].read_text(encoding="utf-8") == page["written"]()
