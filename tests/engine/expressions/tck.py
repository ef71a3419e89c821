"""The DMN TCK as data: its cases, and how a result is held against what a case expects.

    python tests/engine/expressions/tck.py            a table of what passes, as in the docs
    python tests/engine/expressions/tck.py --failures every case that does not

Measured are decisions that are FEEL alone: literal expressions and contexts of them, with inputs
and other such decisions as variables. The whole of DMN is measured by `tests/engine/decisions`.
The files are looked for in the folder PROCFLOW_TCK names, else in `shared/dmn-tck` beside the
checkout. Whoever can evaluate a decision can be measured: `measure(cases, evaluate)`.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from procflow.engine.expressions import (
    Date,
    DateTime,
    Environment,
    Range,
    Time,
    compile_expression,
    evaluate,
)
from procflow.engine.expressions import from_json as native
from procflow.engine.expressions.types import BUILT_IN_TYPES, ContextOf, ListOf, Named, Type

XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
LEVELS = ("compliance-level-2", "compliance-level-3")
NOT_FEEL_ALONE = ("0085-decision-services", "0076-feel-external-java")
PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
ENVIRONMENT = Environment(datetime(2026, 3, 2, 8, tzinfo=UTC), zone=UTC)
TEMPORAL = {"date": "date", "time": "time", "dateTime": "date and time", "duration": "duration"}


@dataclass(frozen=True, slots=True)
class Case:
    """One result one test case expects of one decision or invocable."""

    level: int
    folder: str
    model: Path
    id: str
    node: str
    invocable: str | None
    inputs: dict[str, Any]
    expected: Any
    error: bool

    @property
    def name(self) -> str:
        return f"{self.folder}/{self.id}/{self.node}"


@dataclass(frozen=True, slots=True)
class Result:
    """What a case gave. `problem` is None when it passed."""

    case: Case
    problem: str | None


def folder() -> Path | None:
    """Where the files are, or None."""
    named = os.environ.get("PROCFLOW_TCK")
    beside = Path(__file__).resolve().parents[4] / "shared" / "dmn-tck"
    found = Path(named) if named else beside
    return found if (found / LEVELS[0]).is_dir() else None


def cases(root: Path) -> Iterator[Case]:
    """All cases of levels 2 and 3."""
    for level, name in enumerate(LEVELS, 2):
        for path in sorted((root / name).glob("*/*.xml")):
            yield from _cases_of_file(level, path)


def _cases_of_file(level: int, path: Path) -> Iterator[Case]:
    tests = etree.parse(path, PARSER)
    model = path.parent / tests.findtext("{*}modelName")
    for case in tests.iter("{*}testCase"):
        inputs = {node.get("name"): value_of(node) for node in case.findall("{*}inputNode")}
        for node in case.findall("{*}resultNode"):
            yield Case(
                level,
                path.parent.name,
                model,
                case.get("id"),
                node.get("name"),
                case.get("invocableName"),
                inputs,
                value_of(node.find("{*}expected")),
                node.get("errorResult") == "true",
            )


def value_of(element: Any) -> Any:
    """The value an `inputNode`, `expected`, `item` or `component` holds."""
    if element is None or element.get(f"{XSI}nil") == "true":
        return None
    components = element.findall("{*}component")
    if components:
        return {part.get("name"): value_of(part) for part in components}
    listed = element.find("{*}list")
    if listed is not None:
        nil = listed.get(f"{XSI}nil") == "true"
        return None if nil else [value_of(item) for item in listed.findall("{*}item")]
    return _simple(element.find("{*}value"))


def _simple(element: Any) -> Any:
    if element is None or element.get(f"{XSI}nil") == "true":
        return None
    text = element.text or ""
    type_ = element.get(f"{XSI}type", "string").rpartition(":")[2]
    if type_ in TEMPORAL:
        return evaluate(f"{TEMPORAL[type_]}(text)", {"text": text.strip()})
    if type_ == "boolean":
        return text.strip() == "true"
    return text if type_ in ("string", "anySimpleType") else Decimal(text.strip())


def same(actual: Any, expected: Any) -> bool:
    """Whether a result is what a case expects; numbers to 8 digits, as in the TCK's own runner."""
    actual = native(actual)
    if isinstance(expected, Decimal) and isinstance(actual, Decimal):
        return abs(actual - expected) <= Decimal("1e-8") * max(1, abs(expected))
    if isinstance(expected, list) and isinstance(actual, list):
        return len(actual) == len(expected) and all(map(same, actual, expected))
    if isinstance(expected, dict) and isinstance(actual, dict):
        return actual.keys() == expected.keys() and all(
            same(actual[key], expected[key]) for key in expected
        )
    if isinstance(expected, Time | DateTime | Date | Range):
        return str(actual) == str(expected)
    return type(actual) is type(expected) and bool(actual == expected)


def measure(chosen: Iterable[Case], evaluate_case: Callable[[Case], Any]) -> list[Result]:
    """The result of every case; an exception is a problem, whatever the case expects."""
    return [Result(case, problem(case, evaluate_case)) for case in chosen]


def problem(case: Case, evaluate_case: Callable[[Case], Any]) -> str | None:
    """Why a case fails, or None."""
    try:
        actual = evaluate_case(case)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return None if same(actual, case.expected) else f"expected {case.expected}, but found {actual}"


def table(results: Iterable[Result]) -> str:
    """Passed of all, by level, and for the cases that expect a value."""
    passed: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for result in results:
        for row in _rows(result.case):
            total[row] += 1
            passed[row] += result.problem is None
    lines = ["| cases | passed | of | % |", "| --- | --- | --- | --- |"]
    for row in sorted(total):
        share = 100 * passed[row] / total[row]
        lines.append(f"| {row} | {passed[row]} | {total[row]} | {share:.1f} |")
    return "\n".join(lines)


def _rows(case: Case) -> list[str]:
    row = f"level {case.level}"
    return [row] if case.expected is None else [row, f"{row}, not null"]


class Model:
    """One file's decisions, and the types it defines."""

    def __init__(self, path: Path) -> None:
        root = etree.parse(path, PARSER).getroot()
        self.decisions = {
            decision.get("name"): decision for decision in root.findall("{*}decision")
        }
        self.inputs = [node.get("name") for node in root.findall("{*}inputData")]
        self.types = {
            item.get("name"): self.type_of(item) for item in root.findall("{*}itemDefinition")
        }
        self.has_functions = root.find("{*}businessKnowledgeModel") is not None

    def type_of(self, item: Any) -> Type:
        components = item.findall("{*}itemComponent")
        reference = item.findtext("{*}typeRef", "Any").strip().rpartition(":")[2]
        made: Type = BUILT_IN_TYPES.get(reference) or Named(reference)
        if components:
            made = ContextOf(tuple((part.get("name"), self.type_of(part)) for part in components))
        return ListOf(made) if item.get("isCollection") == "true" else made

    def is_literal(self, name: str) -> bool:
        decision = self.decisions.get(name)
        return decision is not None and (
            decision.find("{*}literalExpression") is not None
            or self._is_plain_context(decision.find("{*}context"))
        )

    def _is_plain_context(self, context: Any) -> bool:
        return context is not None and all(
            entry.find("{*}literalExpression") is not None for entry in context
        )

    def value(self, name: str, inputs: Mapping[str, Any]) -> Any:
        decision = self.decisions[name]
        variables = dict.fromkeys(self.inputs) | dict(inputs)
        for required in decision.iterfind(".//{*}requiredDecision"):
            other = self._by_reference(required.get("href"))
            variables[other] = self.value(other, inputs)
        literal = decision.find("{*}literalExpression")
        if literal is not None:
            return self._evaluated(literal, variables)
        return self._context(decision.find("{*}context"), variables)

    def _by_reference(self, reference: str) -> str:
        wanted = reference.rpartition("#")[2]
        return next(
            name for name, decision in self.decisions.items() if decision.get("id") == wanted
        )

    def _context(self, context: Any, variables: dict[str, Any]) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        for entry in context:
            literal = entry.find("{*}literalExpression")
            name = entry.find("{*}variable").get("name")
            entries[name] = self._evaluated(literal, variables | entries)
        return entries

    def _evaluated(self, literal: Any, variables: Mapping[str, Any]) -> Any:
        text = literal.findtext("{*}text")
        expression = compile_expression(text, variables, self.types)
        return expression.evaluate(variables, ENVIRONMENT).value


class Models:
    """Evaluates the cases that are FEEL alone."""

    def __init__(self) -> None:
        self.model = cache(Model)

    def can_evaluate(self, case: Case) -> bool:
        if case.invocable or case.folder in NOT_FEEL_ALONE:
            return False
        model = self.model(case.model)
        return (
            model.is_literal(case.node) and not model.has_functions and self._needs_met(model, case)
        )

    def _needs_met(self, model: Model, case: Case) -> bool:
        decision = model.decisions[case.node]
        references = decision.iterfind(".//{*}requiredDecision")
        return all(
            any(
                other.get("id") == reference.get("href").rpartition("#")[2]
                and model.is_literal(name)
                for name, other in model.decisions.items()
            )
            for reference in references
        )

    def evaluate(self, case: Case) -> Any:
        return self.model(case.model).value(case.node, case.inputs)

    def text(self, case: Case) -> str:
        decision = self.model(case.model).decisions[case.node]
        return " ".join((decision.findtext("{*}literalExpression/{*}text") or "").split())


def main() -> None:
    root = folder()
    if root is None:
        sys.exit("Expected the TCK's files in $PROCFLOW_TCK or ../shared/dmn-tck, but found none")
    models = Models()
    results = measure(filter(models.can_evaluate, cases(root)), models.evaluate)
    lines = [table(results)]
    if "--failures" in sys.argv:
        lines += [
            f"{result.case.name}  {models.text(result.case)}  =>  {result.problem}"
            for result in results
            if result.problem
        ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
