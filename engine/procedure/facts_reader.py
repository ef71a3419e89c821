"""Reads `procedure.toml` and says what is missing in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from .facts import (
    OFFICE_KINDS,
    PAPER_KINDS,
    LaneKind,
    ProcedureFacts,
    Reason,
    ServiceLevel,
    Unit,
)
from .formulas import fault
from .lines import Path, toml_lines
from .tables import Problem, TableReader, unknown
from .toml_file import parse_toml

RULE = "facts"

MANDATORY = (
    "code",
    "name",
    "field",
    "who",
    "agencies",
    "steps",
    "manners",
    "components",
    "sets",
    "deadline",
    "results",
    "legal-basis",
    "level",
    "lanes",
)


def read_facts(file: str, content: bytes) -> ProcedureFacts:
    """The facts of a `procedure.toml`, with a finding for each fault.

    Raises Refused when the file is no TOML at all.
    """
    text, table = parse_toml(file, content, RULE)
    reader = TableReader()
    facts = reader.read(ProcedureFacts, table) or ProcedureFacts()
    problems = [*reader.problems, *_missing(table), *_of_facts(facts)]
    lines = toml_lines(text)
    findings = tuple(problem.finding(RULE, file, lines) for problem in problems)
    return replace(facts, file=file, findings=findings)


def _missing(table: dict[str, Any]) -> Iterator[Problem]:
    """Decree 63/2010 art. 8.2; no list is empty except the results of a procedure without one."""
    for key in MANDATORY:
        if key not in table or (key != "results" and table[key] in ("", [], {})):
            yield Problem((key,), "procedure.missing-fact", {"name": key})


def _of_facts(facts: ProcedureFacts) -> Iterator[Problem]:
    yield from _of_deadline(facts)
    yield from _of_fees(facts)
    yield from _of_lanes(facts)
    yield from _of_level(facts)
    yield from _of_legal_basis(facts)
    yield from _of_papers(facts)
    yield from _of_conditions(facts)
    yield from _of_sources(facts)


def _of_deadline(facts: ProcedureFacts) -> Iterator[Problem]:
    if facts.deadline is None:
        return
    yield from _of_term(facts.deadline, ("deadline",))
    for index, case in enumerate(facts.deadline.cases):
        yield from _of_term(case, ("deadline", "cases", index))


def _of_term(term: Any, path: Path) -> Iterator[Problem]:
    if term.unit is Unit.OTHER and not term.text:
        yield Problem((*path, "text"), "procedure.deadline-without-text", {})
    if term.unit not in (Unit.OTHER, Unit.SAME_DAY) and term.value < 1:
        yield Problem((*path, "value"), "procedure.deadline-without-value", {"unit": term.unit})
    if term.unit is Unit.SAME_DAY and term.cutoff is None:
        yield Problem((*path, "cutoff"), "procedure.same-day-without-cutoff", {}, "warning")


def _of_fees(facts: ProcedureFacts) -> Iterator[Problem]:
    for index, fee in enumerate(facts.fees):
        if fee.amount is None and not fee.text:
            yield Problem(("fees", index), "procedure.fee-without-amount", {"name": fee.name})
        if fee.amount is not None and (fee.amount < 0 or fee.amount % 1):
            arguments = {"name": fee.name, "amount": fee.amount}
            yield Problem(("fees", index, "amount"), "procedure.fee-not-in-dong", arguments)


def _of_lanes(facts: ProcedureFacts) -> Iterator[Problem]:
    for label, lane in facts.lanes.items():
        if lane.kind in OFFICE_KINDS and not lane.group:
            yield Problem(("lanes", label), "procedure.lane-without-group", {"lane": label})
    if facts.lanes and not any(lane.kind is LaneKind.CITIZEN for lane in facts.lanes.values()):
        yield Problem(("lanes",), "procedure.no-citizen-lane", {}, "advice")


def _of_level(facts: ProcedureFacts) -> Iterator[Problem]:
    """Decree 224/2026 art. 14: a partial service says which of the four reasons, and which law."""
    level = facts.level
    if level is None or level.declared is ServiceLevel.FULL:
        return
    if level.reason is None:
        choices = ", ".join(Reason)
        yield Problem(("level",), "procedure.level-without-reason", {"choices": choices})
    if not level.law:
        yield Problem(("level",), "procedure.level-without-law", {})


def _of_legal_basis(facts: ProcedureFacts) -> Iterator[Problem]:
    for index, act in enumerate(facts.legal_basis):
        if act.until is not None and act.until < act.from_:
            arguments = {"number": act.number, "from_": act.from_, "until": act.until}
            yield Problem(("legal-basis", index), "procedure.act-ends-before", arguments)


def _of_papers(facts: ProcedureFacts) -> Iterator[Problem]:
    for kind in facts.papers:
        if kind not in PAPER_KINDS:
            key, arguments = unknown(kind, PAPER_KINDS)
            yield Problem(("papers", kind), key, arguments)


def _of_conditions(facts: ProcedureFacts) -> Iterator[Problem]:
    for path, when in _whens(facts):
        error = fault(when) if when else None
        if error is not None:
            yield Problem(path, error.key, error.arguments)


def _whens(facts: ProcedureFacts) -> Iterator[tuple[Path, str]]:
    cases = facts.deadline.cases if facts.deadline else ()
    for index, component in enumerate(facts.components):
        yield ("components", index, "when"), component.when
    for index, fee in enumerate(facts.fees):
        yield ("fees", index, "when"), fee.when
    for index, case in enumerate(cases):
        yield ("deadline", "cases", index, "when"), case.when


def _of_sources(facts: ProcedureFacts) -> Iterator[Problem]:
    for name in facts.sources:
        if name not in MANDATORY:
            key, arguments = unknown(name, MANDATORY)
            yield Problem(("sources", name), key, arguments)
