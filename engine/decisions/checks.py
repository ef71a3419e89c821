"""What is wrong with the tables of a model: overlaps, gaps, rules that never count, wrong types.

A table whose cells are all constant is a set of boxes in the space of its inputs, and is checked
exactly; a cell that reads a variable may mean anything, so its rule proves nothing. The work is
bounded: a table that would need more than `LIMIT` boxes is not checked for gaps, and no more than
`OVERLAPS` overlaps are told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from ..errors import Finding
from . import model
from .boxes import Box, minus
from .domain import HIGHEST, LOWEST, Cut, Domain, domain_of, everything
from .notes import Notes

LIMIT = 2_000
SHOWN, OVERLAPS = 3, 100
Owner = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Checked:
    """A table with its constant cells; `boxes` has None for a rule that proves nothing."""

    owner: Owner
    table: model.DecisionTable
    whole: Box
    boxes: tuple[Box | None, ...]

    def number(self, place: int) -> int:
        return self.table.rules[place].number


def check_tables(definitions: model.Definitions) -> list[Finding]:
    """The findings of all tables of a model; overlaps under U and wrong types are errors."""
    notes = Notes(definitions.file)
    for owner, table in _tables(definitions):
        cells = [[domain_of(text) for text in rule.conditions] for rule in table.rules]
        _wrong_types(notes, owner, table, cells)
        checked = _checked(owner, table, cells)
        if checked:
            _overlaps(notes, checked)
            _unreachable(notes, checked)
            _gaps(notes, checked)
    return notes.findings


def _tables(definitions: model.Definitions) -> Iterator[tuple[Owner, model.DecisionTable]]:
    for node in definitions.nodes.values():
        logic = node.logic if isinstance(node, model.Decision) else None
        if isinstance(node, model.KnowledgeModel) and node.function:
            logic = node.function.body
        if isinstance(logic, model.DecisionTable):
            yield (node.id, node.name), logic


# -- the space of a table -----------------------------------------------------------------------


def _checked(
    owner: Owner, table: model.DecisionTable, cells: list[list[Domain | None]]
) -> Checked | None:
    """The table as boxes; None when a column has no kind to speak of."""
    columns = [
        _column(clause, [row[place] for row in cells if place < len(row)])
        for place, clause in enumerate(table.inputs)
    ]
    whole = tuple(column for column in columns if column)
    if len(whole) != len(columns):
        return None
    boxes = tuple(_box(rule, row, whole) for rule, row in zip(table.rules, cells, strict=True))
    return Checked(owner, table, whole, boxes)


def _column(clause: model.InputClause, domains: Sequence[Domain | None]) -> Domain | None:
    """All values an input may have: those it lists, else those of the kind its cells have."""
    listed = domain_of(clause.values) if clause.values else None
    kinds = {domain.kind for domain in (*domains, listed) if domain}
    kinds |= {"boolean"} if clause.type == "boolean" else set()
    if len(kinds) > 1:
        return None
    kind = kinds.pop() if kinds else "string"
    return listed or everything(kind)


def _box(rule: model.Rule, row: Sequence[Domain | None], whole: Box) -> Box | None:
    box = []
    for text, domain, column in zip(rule.conditions, row, whole, strict=False):
        if domain is None and text not in ("", "-"):
            return None
        box.append(column if domain is None else domain.meets(column))
    return tuple(box)


# -- checks -------------------------------------------------------------------------------------


def _wrong_types(
    notes: Notes, owner: Owner, table: model.DecisionTable, cells: list[list[Domain | None]]
) -> None:
    for rule, row in zip(table.rules, cells, strict=True):
        for clause, domain in zip(table.inputs, row, strict=False):
            known = clause.type in ("number", "string", "boolean", "date")
            if domain and known and domain.kind not in (clause.type, "boolean"):
                notes.add(
                    "error",
                    "decisions.cell-type",
                    rule.line,
                    owner,
                    rule=rule.number,
                    input=clause.label,
                    type=clause.type,
                    found=domain.kind,
                )


def _overlaps(notes: Notes, checked: Checked) -> None:
    """Under U no input may hit two rules; under A only rules that give the same."""
    table = checked.table
    if table.hit_policy not in (model.HitPolicy.UNIQUE, model.HitPolicy.ANY):
        return
    for earlier, later, shared in islice(_shared_pairs(checked), OVERLAPS):
        notes.add(
            "error",
            "decisions.overlap",
            table.rules[later].line,
            checked.owner,
            rules=f"{checked.number(earlier)}, {checked.number(later)}",
            example=_described(table, shared),
        )


def _shared_pairs(checked: Checked) -> Iterator[tuple[int, int, Box]]:
    """Two rules that hit the same, and what they hit; under A they give something different."""
    rules = checked.table.rules
    any_ = checked.table.hit_policy is model.HitPolicy.ANY
    for later, box in enumerate(checked.boxes):
        for earlier in range(later):
            shared = _shared(checked.boxes[earlier], box)
            if shared and not (any_ and rules[earlier].outputs == rules[later].outputs):
                yield earlier, later, shared


def _shared(first: Box | None, second: Box | None) -> Box | None:
    if first is None or second is None:
        return None
    shared: list[Domain] = []
    for a, b in zip(first, second, strict=True):
        both = a.meets(b)
        if not both.spans:
            return None
        shared.append(both)
    return tuple(shared)


def _unreachable(notes: Notes, checked: Checked) -> None:
    """A rule without values, or under F behind rules that take all of them."""
    first = checked.table.hit_policy is model.HitPolicy.FIRST
    before: list[Box] = []
    for place, box in enumerate(checked.boxes):
        if box is None:
            continue
        left = minus([box], before if first else [], LIMIT)
        if left is not None and not any(all(d.spans for d in each) for each in left):
            rule = checked.table.rules[place]
            notes.add(
                "warning", "decisions.unreachable", rule.line, checked.owner, rule=rule.number
            )
        before.append(box)


def _gaps(notes: Notes, checked: Checked) -> None:
    """Inputs for which no rule hits, where the table has no default."""
    known = [box for box in checked.boxes if box is not None]
    if len(known) < len(checked.boxes) or any(out.default for out in checked.table.outputs):
        return
    left = minus([checked.whole], known, LIMIT)
    for box in (left or [])[:SHOWN]:
        notes.add(
            "warning",
            "decisions.gap",
            checked.table.line,
            checked.owner,
            example=_described(checked.table, box),
        )


# -- words --------------------------------------------------------------------------------------


def _described(table: model.DecisionTable, box: Box) -> str:
    parts = (
        f"{clause.label} {_span(domain)}"
        for clause, domain in zip(table.inputs, box, strict=True)
        if domain.spans and domain != everything(domain.kind)
    )
    return ", ".join(parts) or "–"


def _span(domain: Domain) -> str:
    """The first span of a domain in the notation of a cell."""
    low, high = domain.spans[0]
    if low != LOWEST and high != HIGHEST and low[1] == high[1]:
        return f"= {_value(low)}"
    if low == LOWEST:
        return f"{'<=' if high[2] else '<'} {_value(high)}"
    if high == HIGHEST:
        return f"{'>' if low[2] else '>='} {_value(low)}"
    return f"{']' if low[2] else '['}{_value(low)}..{_value(high)}{']' if high[2] else '['}"


def _value(cut: Cut) -> str:
    value = cut[1]
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return 'date("{:04}-{:02}-{:02}")'.format(*value)
    return f'"{value}"' if isinstance(value, str) else str(value)
