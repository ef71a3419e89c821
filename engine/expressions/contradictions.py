"""Conditions on one thing that no value can meet together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from . import syntax
from .syntax import Node

MAX_BOUNDS = 50


@dataclass(frozen=True, slots=True)
class Bound:
    """`subject operator value`, the value a number or a string."""

    node: Node
    subject: tuple[str, ...]
    operator: str
    value: Decimal | str


def contradiction(operands: Sequence[Node]) -> Node | None:
    """The first operand that cannot hold together with one before it, or None."""
    bounds = [bound for operand in operands if (bound := _bound(operand))]
    for first, second in combinations(bounds[:MAX_BOUNDS], 2):
        if first.subject == second.subject and _exclude(first, second):
            return second.node
    return None


def _bound(node: Node) -> Bound | None:
    if not isinstance(node, syntax.Comparison) or not isinstance(node.right, syntax.Literal):
        return None
    subject, value = _subject(node.left), node.right.value
    if subject is None or type(value) not in (Decimal, str):
        return None
    return Bound(node, subject, node.operator, value)


def _subject(node: Node) -> tuple[str, ...] | None:
    """A variable or a path from one, as its names."""
    names: list[str] = []
    while isinstance(node, syntax.Path):
        names.append(node.name)
        node = node.source
    return (node.name, *reversed(names)) if isinstance(node, syntax.Name) else None


def _exclude(a: Bound, b: Bound) -> bool:
    """Whether no value meets both."""
    if isinstance(a.value, str) is not isinstance(b.value, str):
        return True
    if a.operator == "=":
        return not _meets(a.value, b)
    if b.operator == "=":
        return not _meets(b.value, a)
    return _beyond(a, b) or _beyond(b, a)


def _meets(value: Decimal | str, bound: Bound) -> bool:
    order = (value > bound.value) - (value < bound.value)  # type: ignore[operator]  # of one type
    return order in ORDERS[bound.operator]


def _beyond(low: Bound, high: Bound) -> bool:
    """Whether `low` asks for more than `high` allows."""
    if low.operator not in (">", ">=") or high.operator not in ("<", "<="):
        return False
    touching = low.operator == ">=" and high.operator == "<="
    if low.value == high.value:
        return not touching
    return low.value > high.value  # type: ignore[operator]  # of one type


ORDERS = {
    "=": (0,),
    "!=": (-1, 1),
    "<": (-1,),
    "<=": (-1, 0),
    ">": (1,),
    ">=": (0, 1),
}
