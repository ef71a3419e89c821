"""A type as a shape: how a JSON value becomes a typed value, and what an analyst calls that type.

Field names are `snake_case` in Python and `camelCase` in the drawing. A context may have more
entries than its dataclass has fields: they are left alone. `null` counts as absent where the type
has no None.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from ..errors import Problem
from .leaves import Reader
from .limits import beyond
from .mark import Label
from .unfit import Unfit, wrong_kind


class Shape(Protocol):
    """A type. `kind` is the word for it in the drawing."""

    @property
    def kind(self) -> str: ...

    def read(self, value: Any, path: str) -> Any:
        """The typed value. Raises Unfit."""


@dataclass(frozen=True, slots=True)
class Leaf:
    kind: str
    reader: Reader

    def read(self, value: Any, path: str) -> Any:
        try:
            return self.reader(value)
        except ValueError:
            raise wrong_kind(path, self.kind, value) from None


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some texts; `make` turns the text into the typed value."""

    values: tuple[str, ...]
    make: Reader
    kind: str = "string"

    def read(self, value: Any, path: str) -> Any:
        if not isinstance(value, str):
            raise wrong_kind(path, self.kind, value)
        if value not in self.values:
            listed = {"choices": ", ".join(self.values)}
            raise Unfit(Problem(field=path, key="handlers.not-a-choice", arguments=listed))
        return self.make(value)


@dataclass(frozen=True, slots=True)
class Nullable:
    inner: Shape

    @property
    def kind(self) -> str:
        return self.inner.kind

    def read(self, value: Any, path: str) -> Any:
        return None if value is None else self.inner.read(value, path)


@dataclass(frozen=True, slots=True)
class ListOf:
    """`make` is list or tuple."""

    items: Shape
    make: type[list[Any]] | type[tuple[Any, ...]]
    kind: str = "list"

    def read(self, value: Any, path: str) -> Sequence[Any]:
        if not isinstance(value, list | tuple):
            raise wrong_kind(path, self.kind, value)
        read, problems = [], list[Problem]()
        for number, item in enumerate(value, start=1):
            try:
                read.append(self.items.read(item, f"{path}[{number}]"))
            except Unfit as unfit:
                problems.extend(unfit.problems)
        if problems:
            raise Unfit(*problems)
        return self.make(read)


@dataclass(frozen=True, slots=True)
class AnyContext:
    kind: str = "context"

    def read(self, value: Any, path: str) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise wrong_kind(path, self.kind, value)
        return dict(value)


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of a record: its names in Python and in the drawing."""

    attribute: str
    name: str
    shape: Shape
    has_default: bool
    label: Label

    @property
    def required(self) -> bool:
        return not self.has_default and not isinstance(self.shape, Nullable)

    def is_absent(self, value: Any) -> bool:
        return value is None and not (isinstance(self.shape, Nullable) and not self.has_default)

    def read(self, value: Any, path: str) -> Any:
        typed = self.shape.read(value, path)
        problems = tuple(beyond(self.label.limits, typed, path))
        if problems:
            raise Unfit(*problems)
        return typed


@dataclass(frozen=True, slots=True)
class Record:
    """A dataclass."""

    type: type
    entries: tuple[Entry, ...]
    kind: str = "context"

    def read(self, value: Any, path: str) -> Any:
        if not isinstance(value, Mapping):
            raise wrong_kind(path, self.kind, value)
        given, problems = dict[str, Any](), list[Problem]()
        for entry in self.entries:
            try:
                given.update(self._entry(entry, value.get(entry.name), path))
            except Unfit as unfit:
                problems.extend(unfit.problems)
        if problems:
            raise Unfit(*problems)
        return self.type(**given)

    def _entry(self, entry: Entry, value: Any, path: str) -> dict[str, Any]:
        where = f"{path}.{entry.name}" if path else entry.name
        if not entry.is_absent(value):
            return {entry.attribute: entry.read(value, where)}
        if entry.required:
            raise Unfit(Problem(field=where, key="handlers.missing"))
        return {}
