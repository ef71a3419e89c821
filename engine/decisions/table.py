"""Decision tables: which rules hit, and what the hit policy makes of them (DMN 1.5, 8.2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..expressions.comparison import equal
from ..expressions.run import Spot
from ..expressions.types import Type
from ..expressions.values import items
from . import model
from .aggregation import aggregate
from .cells import Cells, Evaluate, Test
from .domain import Domain, domain_of
from .index import ColumnIndex, bits
from .model import HitPolicy
from .run import ModelRun, RuleHit


@dataclass(frozen=True, slots=True)
class Column:
    """An input: its value, the values it may have, its type."""

    label: str
    value: Evaluate
    allowed: Test | None
    type: Type


@dataclass(frozen=True, slots=True)
class Cell:
    """A test on one input; `indexed` when the column's index knows its answer."""

    column: int
    test: Test
    indexed: bool


@dataclass(frozen=True, slots=True)
class Row:
    rule: model.Rule
    cells: tuple[Cell, ...]
    outputs: tuple[Evaluate, ...]


Output = Any
Hits = list[tuple[Row, Output]]


class Table:
    """A compiled table. `spot` names it in warnings."""

    def __init__(
        self,
        spot: Spot,
        boxed: model.DecisionTable,
        columns: Sequence[Column],
        rows: Sequence[Row],
        outputs: Sequence[OutputColumn],
        index: Sequence[ColumnIndex],
    ) -> None:
        self._spot = spot
        self._policy = boxed.hit_policy
        self._aggregation = boxed.aggregation
        self._columns = columns
        self._rows = rows
        self._outputs = outputs
        self._index = index

    def evaluate(self, run: ModelRun, context: Mapping[str, Any]) -> Any:
        values = self._inputs(run, context)
        if values is None:
            return None
        hits = [(row, self._output(run, context, row)) for row in self._hit(run, context, values)]
        return self._default(run, context) if not hits else self._decided(run, context, hits)

    # -- inputs ----------------------------------------------------------------------------------

    def _inputs(self, run: ModelRun, context: Mapping[str, Any]) -> list[Any] | None:
        values = []
        for column in self._columns:
            value = column.value(run, context)
            fitting = column.type.coerced(run, value)
            if value is not None and not self._allowed(run, context, column, fitting):
                return None
            values.append(fitting)
        return values

    def _allowed(
        self, run: ModelRun, context: Mapping[str, Any], column: Column, value: Any
    ) -> bool:
        if value is None:
            run.warn(self._spot, "decisions.wrong-type", name=column.label, type=str(column.type))
            return False
        if column.allowed and not _all_allowed(run, context, column.allowed, value):
            run.warn(self._spot, "decisions.value-not-allowed", name=column.label)
            return False
        return True

    def _hit(self, run: ModelRun, context: Mapping[str, Any], values: list[Any]) -> list[Row]:
        served = [index.serves(value) for index, value in zip(self._index, values, strict=True)]
        hits = []
        for number in bits(self._candidates(values, served)):
            row = self._rows[number]
            run.spend(1)
            if all(
                (cell.indexed and served[cell.column])
                or cell.test(run, context, values[cell.column])
                for cell in row.cells
            ):
                hits.append(row)
                if self._policy is HitPolicy.FIRST:
                    break
        return hits

    def _candidates(self, values: list[Any], served: list[bool]) -> int:
        """The rows that no index rules out, as bits."""
        mask = (1 << len(self._rows)) - 1
        for index, value, serves in zip(self._index, values, served, strict=True):
            if serves:
                mask &= index.rows(value)
        return mask

    # -- outputs ---------------------------------------------------------------------------------

    def _output(self, run: ModelRun, context: Mapping[str, Any], row: Row) -> Output:
        return self._composed(run, [output(run, context) for output in row.outputs])

    def _composed(self, run: ModelRun, values: Sequence[Any]) -> Output:
        """One output is the value itself, several are a context."""
        fitted = [
            column.type.coerced(run, value)
            for column, value in zip(self._outputs, values, strict=False)
        ]
        if len(self._outputs) == 1:
            return fitted[0] if fitted else None
        names = [column.name for column in self._outputs]
        return dict(zip(names, fitted, strict=False))

    def _default(self, run: ModelRun, context: Mapping[str, Any]) -> Any:
        if not any(column.default for column in self._outputs):
            return run.warn(self._spot, "decisions.no-rule", name=self._spot.text)
        return self._composed(
            run,
            [column.default(run, context) if column.default else None for column in self._outputs],
        )

    # -- hit policies ----------------------------------------------------------------------------

    def _decided(self, run: ModelRun, context: Mapping[str, Any], hits: Hits) -> Any:
        match self._policy:
            case HitPolicy.UNIQUE:
                return self._unique(run, hits)
            case HitPolicy.ANY:
                return self._any(run, hits)
            case HitPolicy.FIRST:
                return self._one(run, hits[0])
            case HitPolicy.PRIORITY:
                return self._one(run, self._by_priority(run, context, hits)[0])
            case HitPolicy.OUTPUT_ORDER:
                return self._several(run, self._by_priority(run, context, hits))
            case HitPolicy.RULE_ORDER:
                return self._several(run, hits)
        return self._collected(run, hits)

    def _unique(self, run: ModelRun, hits: Hits) -> Any:
        if len(hits) > 1:
            return self._conflict(run, "decisions.not-unique", hits)
        return self._one(run, hits[0])

    def _any(self, run: ModelRun, hits: Hits) -> Any:
        first = hits[0][1]
        if any(equal(run, first, output) is not True for _, output in hits[1:]):
            return self._conflict(run, "decisions.not-the-same", hits)
        return self._one(run, hits[0])

    def _conflict(self, run: ModelRun, key: str, hits: Hits) -> None:
        rules = ", ".join(str(row.rule.number) for row, _ in hits)
        run.warn(self._spot, key, name=self._spot.text, rules=rules)

    def _one(self, run: ModelRun, hit: tuple[Row, Output]) -> Any:
        self._note(run, [hit])
        return hit[1]

    def _several(self, run: ModelRun, hits: Hits) -> list[Any]:
        self._note(run, hits)
        return [output for _, output in hits]

    def _collected(self, run: ModelRun, hits: Hits) -> Any:
        outputs = self._several(run, hits)
        if self._aggregation is None:
            return outputs
        if len(self._outputs) == 1:
            return aggregate(run, self._spot, self._aggregation, outputs)
        return {
            column.name: aggregate(
                run, self._spot, self._aggregation, [output[column.name] for output in outputs]
            )
            for column in self._outputs
        }

    def _by_priority(self, run: ModelRun, context: Mapping[str, Any], hits: Hits) -> Hits:
        """By the order of the output values, the first column before the others."""
        return sorted(hits, key=lambda hit: self._rank(run, context, hit[1]))

    def _rank(self, run: ModelRun, context: Mapping[str, Any], output: Output) -> list[int]:
        if len(self._outputs) == 1:
            return [self._outputs[0].rank(run, context, output)]
        return [column.rank(run, context, output[column.name]) for column in self._outputs]

    def _note(self, run: ModelRun, hits: Hits) -> None:
        for row, output in hits:
            named = output if len(self._outputs) > 1 else {self._outputs[0].name: output}
            annotation = "; ".join(filter(None, row.rule.annotations))
            run.hits.append(RuleHit(self._spot.text, row.rule.number, named, annotation))


def _all_allowed(run: ModelRun, context: Mapping[str, Any], allowed: Test, value: Any) -> bool:
    """Whether a value is among the allowed ones, or every item of a list."""
    if allowed(run, context, value):
        return True
    return type(value) is list and all(allowed(run, context, item) for item in items(value))


@dataclass(frozen=True, slots=True)
class OutputColumn:
    """An output: its name, its type, its values in order of priority, what is taken by default."""

    name: str
    type: Type
    default: Evaluate | None
    values: Evaluate

    def rank(self, run: ModelRun, context: Mapping[str, Any], value: Any) -> int:
        """The place of a value in the order of priority; the last for one that is not listed."""
        listed = self.values(run, context)
        places = (place for place, one in enumerate(listed) if equal(run, one, value) is True)
        return next(places, len(listed))


def compile_table(
    cells: Cells,
    boxed: model.DecisionTable,
    names: frozenset[str],
    types: Sequence[Type],
    results: Sequence[Type],
) -> Evaluate:
    """The table as a function of the run and the variables it sees."""
    columns = [
        Column(
            clause.label,
            cells.expression(clause.expression, names, clause.line),
            cells.tests(clause.values or "", names, clause.line),
            type_,
        )
        for clause, type_ in zip(boxed.inputs, types, strict=True)
    ]
    domains = [[domain_of(text) for text in rule.conditions] for rule in boxed.rules]
    rows = [_row(cells, *pair, names) for pair in zip(boxed.rules, domains, strict=True)]
    outputs = [
        _output_column(cells, clause, names, type_)
        for clause, type_ in zip(boxed.outputs, results, strict=True)
    ]
    index = [ColumnIndex([row[place] for row in domains]) for place in range(len(columns))]
    return Table(cells.spot(cells.owner_name), boxed, columns, rows, outputs, index).evaluate


def _row(
    cells: Cells, rule: model.Rule, domains: Sequence[Domain | None], names: frozenset[str]
) -> Row:
    before = len(rule.conditions)
    tests = [
        cells.tests(text, names, line)
        for text, line in zip(rule.conditions, rule.lines[:before], strict=True)
    ]
    kept = [
        Cell(place, test, domain is not None)
        for place, (test, domain) in enumerate(zip(tests, domains, strict=True))
        if test is not None
    ]
    outputs = [
        cells.expression(text or "null", names, line)
        for text, line in zip(rule.outputs, rule.lines[before:], strict=True)
    ]
    return Row(rule, tuple(kept), tuple(outputs))


def _output_column(
    cells: Cells, clause: model.OutputClause, names: frozenset[str], type_: Type
) -> OutputColumn:
    default = cells.expression(clause.default, names, clause.line) if clause.default else None
    values = cells.expression(f"[{clause.values or ''}]", names, clause.line)
    return OutputColumn(clause.name or cells.owner_name, type_, default, values)
