"""The tree of a JUEL expression (JSR 245, Expression Language 2.2), as far as it is translated."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Literal:
    value: str | Decimal | bool | None


@dataclass(frozen=True, slots=True)
class Name:
    name: str


@dataclass(frozen=True, slots=True)
class Now:
    """`now()`, or `dateTime()`: the functions every Camunda 7 expression has."""


@dataclass(frozen=True, slots=True)
class Member:
    """`base.name`, or `base['name']`."""

    base: Node
    name: str


@dataclass(frozen=True, slots=True)
class Item:
    """`base[index]`, counted from 0."""

    base: Node
    index: int


@dataclass(frozen=True, slots=True)
class Unary:
    """operator: `!`, `-` or `empty`."""

    operator: str
    operand: Node


@dataclass(frozen=True, slots=True)
class Binary:
    """Arithmetic and comparisons."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Logic:
    """`&&` or `||` over two or more operands."""

    operator: str
    operands: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """`condition ? yes : no`."""

    condition: Node
    yes: Node
    no: Node


Node: TypeAlias = Literal | Name | Now | Member | Item | Unary | Binary | Logic | Choice

Template: TypeAlias = tuple[str | Node, ...]
"""Plain text and expressions in turns, as in `Dossier ${code}`."""
