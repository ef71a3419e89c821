"""Writes `bpmn.md`, what is executed and what is refused: `python docs/reference/write_bpmn.py`.

Every line is a drawing that a test plays or lints.
"""

from __future__ import annotations

import inspect
import sys
from pathlib import Path

from procflow.engine.bpmn.linter import lint_drawing
from procflow.engine.bpmn.reader import read_drawing
from procflow.engine.bpmn.rule import Rule
from procflow.engine.bpmn.rules import RULES
from procflow.tests.engine.bpmn.test_rules import WORLD
from procflow.tests.engine.testing.conformance.cases import (
    GROUPS,
    NOT_EXECUTED,
    Case,
    cases,
)
from procflow.tests.engine.testing.conformance.cases import RULES as DRAWINGS

PAGE = Path(__file__).parent / "bpmn.md"
ROOT = Path(__file__).parents[2]

INTRODUCTION = """# BPMN: what is executed, what is refused

Files are BPMN 2.0 with the Camunda 8 (`zeebe:`) extension elements and FEEL. What is accepted means
what BPMN says, and for extension elements what Camunda's documentation says; the rest is refused at
deployment. Each line is a drawing. Those under *Executed* are played by `play`, saved and restored
after every step, and leave no open wait when they end (`test_conformance.py`); the others are
linted (`test_rules.py`). Long runs – ten thousand rounds, two thousand instances, chains of a
thousand, twenty diamonds – are in `tests/engine/execution/test_long.py`, random drawings in
`test_random.py`. Where the standards can be read in two ways, see
[decision 3](../decisions/0003-spiffworkflow-core.md). The page is written by `write_bpmn.py`.
"""


def written() -> str:
    played = list(cases())
    executed = "\n".join(section(group, played) for group in GROUPS)
    return (
        f"{INTRODUCTION}\n## Executed\n\n{executed}\n"
        f"## Refused: constructs that are not executed\n\n{not_executed()}\n"
        f"## Refused: what BPMN forbids, and what cannot end well\n\n{forbidden()}"
    )


def section(group: str, played: list[Case]) -> str:
    rows = "".join(row(case) for case in played if case.group == group)
    title = group.replace("-", " ").replace("sub p", "sub-p").capitalize()
    return f"### {title}\n\n| construct | comes to | drawing |\n|---|---|---|\n{rows}"


def row(case: Case) -> str:
    outcome = "incident" if case.incidents else case.state
    return f"| {case.construct} | {outcome} | {link(case.drawing)} |\n"


def not_executed() -> str:
    rows = "".join(
        f"| {construct} | {rule_link(name.partition('/')[0])} "
        f"| {link(DRAWINGS / f'{name}.bpmn')} |\n"
        for construct, name in NOT_EXECUTED.items()
    )
    return f"| construct | rule | drawing |\n|---|---|---|\n{rows}"


def forbidden() -> str:
    rows = "".join(
        f"| {first_line(rule)} | {severity(rule)} | {rule_link(rule.name)} | {drawings(rule)} |\n"
        for rule in RULES
        if rule.set == "correct"
    )
    return f"| what holds | else | rule | drawings |\n|---|---|---|---|\n{rows}"


def severity(rule: Rule) -> str:
    """The worst that is said of its invalid drawings."""
    found = {
        finding.severity
        for path in invalid(rule)
        for finding in lint_drawing(read_drawing(path.name, path.read_bytes()), WORLD)
        if finding.rule == rule.name
    }
    return "refused" if "error" in found else "warned"


def drawings(rule: Rule) -> str:
    return ", ".join(link(path) for path in invalid(rule))


def invalid(rule: Rule) -> list[Path]:
    return sorted((DRAWINGS / rule.name).glob("invalid*.bpmn"))


def first_line(rule: Rule) -> str:
    return inspect.cleandoc(inspect.getmodule(rule.check).__doc__ or "").splitlines()[0]


def rule_link(name: str) -> str:
    return f"[{name}](rules/{name}.md)"


def link(path: Path) -> str:
    return f"[{path.stem}](../../{path.relative_to(ROOT).as_posix()})"


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8")
    sys.stdout.write(f"{PAGE.name}\n")
