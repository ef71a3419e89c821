"""The tree of an expression. Every node knows where it starts and ends in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from .types import Type


@dataclass(slots=True, eq=False)
class Node:
    """A part of an expression; `start` and `end` are offsets into its text."""

    start: int
    end: int


@dataclass(slots=True, eq=False)
class Literal(Node):
    value: Any


@dataclass(slots=True, eq=False)
class AtLiteral(Node):
    """`@"2026-03-02"`: a date, a time, a date and time or a duration."""

    lexical: str


@dataclass(slots=True, eq=False)
class Name(Node):
    name: str


@dataclass(slots=True, eq=False)
class Path(Node):
    source: Node
    name: str


@dataclass(slots=True, eq=False)
class Filter(Node):
    source: Node
    condition: Node


@dataclass(slots=True, eq=False)
class Invocation(Node):
    """A call; `names` is empty for positional arguments, else it names each of them."""

    callee: Node
    arguments: list[Node]
    names: tuple[str, ...]


@dataclass(slots=True, eq=False)
class Negation(Node):
    operand: Node


@dataclass(slots=True, eq=False)
class Arithmetic(Node):
    operator: str
    left: Node
    right: Node


@dataclass(slots=True, eq=False)
class Comparison(Node):
    operator: str
    left: Node
    right: Node


@dataclass(slots=True, eq=False)
class Logic(Node):
    """`and` or `or` over two or more operands."""

    operator: str
    operands: list[Node]


@dataclass(slots=True, eq=False)
class Between(Node):
    operand: Node
    low: Node
    high: Node


@dataclass(slots=True, eq=False)
class In(Node):
    operand: Node
    test: Node


@dataclass(slots=True, eq=False)
class Tests(Node):
    """Several tests of which one must hold: `in (1, > 5)`."""

    items: list[Node]


@dataclass(slots=True, eq=False)
class InstanceOf(Node):
    operand: Node
    type: Type


@dataclass(slots=True, eq=False)
class If(Node):
    condition: Node
    yes: Node
    no: Node


@dataclass(slots=True, eq=False)
class Iteration(Node):
    """`name in source`, or `name in source .. end` when `until` is given."""

    name: str
    source: Node
    until: Node | None


@dataclass(slots=True, eq=False)
class For(Node):
    iterations: list[Iteration]
    body: Node


@dataclass(slots=True, eq=False)
class Quantified(Node):
    """`some … satisfies` or `every … satisfies`."""

    quantifier: str
    iterations: list[Iteration]
    body: Node


@dataclass(slots=True, eq=False)
class Parameter(Node):
    name: str
    type: Type


@dataclass(slots=True, eq=False)
class FunctionDefinition(Node):
    """`function(a, b) body`; an external body is kept and never run."""

    parameters: list[Parameter]
    body: Node
    external: bool


@dataclass(slots=True, eq=False)
class ListLiteral(Node):
    items: list[Node]


@dataclass(slots=True, eq=False)
class Entry(Node):
    key: str
    value: Node


@dataclass(slots=True, eq=False)
class ContextLiteral(Node):
    entries: list[Entry]


@dataclass(slots=True, eq=False)
class RangeLiteral(Node):
    low: Node
    high: Node
    low_included: bool
    high_included: bool


@dataclass(slots=True, eq=False)
class UnaryRange(Node):
    """`< 5`, `>= 5`, `= 5`, `!= 5`: a range with one end, or a test."""

    operator: str
    endpoint: Node


@dataclass(slots=True, eq=False)
class UnaryTests(Node):
    """A cell of a decision table: `-`, `1, 2`, `not(> 5)`. No items: anything goes."""

    items: list[Node]
    negated: bool


def children(node: Node) -> Iterator[Node]:
    """The nodes directly below a node, in the order they are written."""
    for field in fields(node):
        value = getattr(node, field.name)
        if isinstance(value, Node):
            yield value
        elif isinstance(value, list):
            yield from value


def walk(node: Node) -> Iterator[Node]:
    """A node and all below it."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(children(current))
