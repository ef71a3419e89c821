"""Typed values out of TOML tables: every misfit is kept as a problem, what fits is kept as a value.

A dataclass is a table: a field without a default must be given, `legal_basis` is written
`legal-basis`, `from_` is written `from`. A table that lacks what it must have gives no value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date, time
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from ..errors import Finding
from .lines import Lines, Path, line_of

T = TypeVar("T")

MISFITS: Mapping[Any, str] = {
    str: "procedure.not-text",
    bool: "procedure.not-boolean",
    int: "procedure.not-whole-number",
    Decimal: "procedure.not-number",
    date: "procedure.not-date",
    time: "procedure.not-time",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One misfit; `key` of the message catalogue, `path` to the value in the file."""

    path: Path
    key: str
    arguments: Mapping[str, Any]
    severity: str = "error"

    def finding(self, rule: str, file: str, lines: Lines) -> Finding:
        return Finding(
            rule=rule,
            severity=self.severity,
            key=self.key,
            arguments={"path": shown(self.path), **self.arguments},
            file=file,
            line=line_of(lines, self.path),
            element=shown(self.path) or None,
        )


class TableReader:
    """Reads tables into dataclasses and gathers the problems on the way."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def read(self, kind: type[T], table: Mapping[str, Any], path: Path = ()) -> T | None:
        """The value of the table, or None when something it must have is missing or unfit."""
        known = _known(kind)
        hints = get_type_hints(kind)
        self._refuse_unknown(table, known, path)
        values = {
            known[key].name: self._value(hints[known[key].name], value, (*path, key))
            for key, value in table.items()
            if key in known
        }
        lacking = [key for key, field in known.items() if _must(field) and key not in table]
        for key in lacking:
            self.add((*path, key), "procedure.missing-key", name=key)
        fitting = {name: value for name, value in values.items() if value is not None}
        complete = all(field.name in fitting for field in known.values() if _must(field))
        return kind(**fitting) if complete else None

    def add(self, path: Path, key: str, severity: str = "error", **arguments: Any) -> None:
        self.problems.append(Problem(path, key, arguments, severity))

    def _refuse_unknown(self, table: Mapping[str, Any], known: Iterable[str], path: Path) -> None:
        for key in table:
            if key not in known:
                text, arguments = unknown(key, known)
                self.add((*path, key), text, **arguments)

    def _value(self, hint: Any, value: Any, path: Path) -> Any:
        hint = _without_none(hint)
        if is_dataclass(hint):
            return self._table(hint, value, path)
        item = get_args(hint)[0] if get_origin(hint) is tuple else None
        if item is not None and is_dataclass(item):
            return self._list(item, value, path)
        if get_origin(hint) is not None and issubclass(get_origin(hint), Mapping):
            return self._named(get_args(hint)[1], value, path)
        return self._plain(hint, value, path)

    def _table(self, kind: Any, value: Any, path: Path) -> Any:
        if isinstance(value, Mapping):
            return self.read(kind, value, path)
        return self.add(path, "procedure.not-table")

    def _list(self, kind: Any, value: Any, path: Path) -> Any:
        if not isinstance(value, list):
            return self.add(path, "procedure.not-list-of-tables")
        items = (self._table(kind, item, (*path, index)) for index, item in enumerate(value))
        return tuple(item for item in items if item is not None)

    def _named(self, hint: Any, value: Any, path: Path) -> Any:
        if not isinstance(value, Mapping):
            return self.add(path, "procedure.not-table")
        items = {key: self._value(hint, item, (*path, key)) for key, item in value.items()}
        return {key: item for key, item in items.items() if item is not None}

    def _plain(self, hint: Any, value: Any, path: Path) -> Any:
        """A text is never read as a number or a date: `"50.000"` is fifty thousand to people."""
        if hint is Decimal and type(value) is int:
            return Decimal(value)
        try:
            return msgspec.convert(value, hint, builtin_types=(date, time, Decimal))
        except msgspec.ValidationError:
            return self._misfit(hint, value, path)

    def _misfit(self, hint: Any, value: Any, path: Path) -> None:
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            choices = ", ".join(choice.value for choice in hint)
            return self.add(path, "procedure.not-choice", value=value, choices=choices)
        return self.add(path, MISFITS.get(hint, "procedure.not-list-of-texts"), value=value)


def unknown(key: str, known: Iterable[str]) -> tuple[str, dict[str, str]]:
    """The message for a key nobody knows, with the nearest known one where there is one."""
    near = nearest(key, known)
    if near is None:
        return "procedure.unknown-key", {"name": key, "known": ", ".join(sorted(known))}
    return "procedure.unknown-key-near", {"name": key, "near": near}


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The word most like the given one, or None when none is alike."""
    return next(iter(get_close_matches(word, list(words), n=1)), None)


def written(field: Field[Any]) -> str:
    """How a field is written in the file."""
    return field.name.rstrip("_").replace("_", "-")


def shown(path: Path) -> str:
    """A path for people: `fees[2].amount`, counted from 1."""
    text = "".join(f"[{p + 1}]" if isinstance(p, int) else f".{p}" for p in path)
    return text.lstrip(".")


def _known(kind: Any) -> dict[str, Field[Any]]:
    return {written(field): field for field in fields(kind) if field.metadata.get("read", True)}


def _must(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _without_none(hint: Any) -> Any:
    if get_origin(hint) is not UnionType:
        return hint
    return next(kind for kind in get_args(hint) if kind is not type(None))
