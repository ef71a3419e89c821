"""Which names stand for what, known while compiling. One scope is one value at run time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(slots=True, eq=False)
class Names:
    """Names bound by an expression itself, innermost first."""

    parent: Names | None


@dataclass(slots=True, eq=False)
class Local(Names):
    """One name: of an iteration, a parameter, `?`, `partial`. `used` tells whether it is read."""

    name: str
    used: bool = False


@dataclass(slots=True, eq=False)
class Entries(Names):
    """The keys of a context literal by their position; its value is the context being made.

    Keys below `certain` are bound, those below `possible` may be by the time a function is called.
    """

    positions: dict[str, int]
    certain: int
    possible: int

    def has(self, name: str) -> bool:
        return self.positions.get(name, self.possible) < self.possible

    def surely_has(self, name: str) -> bool:
        return self.positions.get(name, self.certain) < self.certain


@dataclass(slots=True, eq=False)
class Item(Names):
    """The element a filter looks at: `item`, and its own entries by their names."""


def chain(names: Names | None) -> Iterator[Names]:
    """All scopes, innermost first."""
    while names is not None:
        yield names
        names = names.parent


def binds(names: Names | None, name: str) -> bool:
    """Whether an expression itself binds the name; items of filters do not count."""
    return any(
        (isinstance(scope, Local) and scope.name == name)
        or (isinstance(scope, Entries) and scope.has(name))
        for scope in chain(names)
    )
