"""Writes facts as `procedure.toml`, in the order of the reference; what is at its default is left
out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Any

from ..facts import ProcedureFacts
from ..tables import written as key_of

ALWAYS = frozenset({"results"})
"""Written even when empty: a procedure without results says so."""

SOURCE = frozenset({"source", "checked"})

ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\f": "\\f",
    "\r": "\\r",
}


def to_toml(facts: ProcedureFacts, comments: tuple[str, ...] = ()) -> str:
    """The file. comments: lines for people, at its head."""
    lines = [f"# {' '.join(comment.split())}".rstrip() for comment in comments]
    if lines:
        lines.append("")
    lines += _table(facts, ())
    return "\n".join(lines) + "\n"


def _table(value: Any, path: tuple[str, ...]) -> Iterator[str]:
    """The values of a table, then the tables inside it."""
    told = [(field, getattr(value, field.name)) for field in _told(value)]
    for field, each in told:
        if not _is_table(each):
            yield f"{key_of(field)} = {_value(each)}"
    for field, each in told:
        if _is_table(each):
            yield from _inner(each, (*path, key_of(field)))


def _inner(value: Any, path: tuple[str, ...]) -> Iterator[str]:
    name = ".".join(path)
    if isinstance(value, Mapping):
        yield from ("", f"[{name}]")
        yield from (f"{_text(key)} = {_inline(each)}" for key, each in value.items())
    elif isinstance(value, tuple):
        for each in value:
            yield from ("", f"[[{name}]]", *_table(each, path))
    else:
        yield from ("", f"[{name}]", *_table(value, path))


def _told(value: Any) -> Iterator[Field[Any]]:
    """The fields that say something; where a fact comes from stands last."""
    own = sorted(fields(value), key=lambda field: field.name in SOURCE)
    for field in own:
        if not field.metadata.get("read", True):
            continue
        each = getattr(value, field.name)
        if field.name in ALWAYS or not _is_default(field, each):
            yield field


def _is_default(field: Field[Any], value: Any) -> bool:
    if field.default is not MISSING:
        return bool(value == field.default and type(value) is type(field.default))
    made = field.default_factory
    return made is not MISSING and value == made()


def _is_table(value: Any) -> bool:
    if isinstance(value, tuple):
        return bool(value) and is_dataclass(value[0])
    return isinstance(value, Mapping) or is_dataclass(value)


def _inline(value: Any) -> str:
    pairs = ((key_of(field), getattr(value, field.name)) for field in _told(value))
    return "{ " + ", ".join(f"{key} = {_value(each)}" for key, each in pairs) + " }"


def _value(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case StrEnum():
            return _text(value.value)
        case str():
            return _text(value)
        case int() | Decimal():
            return f"{value:f}" if isinstance(value, Decimal) else str(value)
        case date() | time():
            return value.isoformat()
    return _list(value)


def _list(values: tuple[Any, ...]) -> str:
    if not values:
        return "[]"
    if len(values) == 1:
        return f"[{_value(values[0])}]"
    return "[\n" + "".join(f"  {_value(each)},\n" for each in values) + "]"


def _text(text: str) -> str:
    """A basic string; what TOML does not allow as it stands is escaped."""
    return '"' + "".join(_letter(letter) for letter in text) + '"'


def _letter(letter: str) -> str:
    if letter in ESCAPES:
        return ESCAPES[letter]
    number = ord(letter)
    return f"\\u{number:04X}" if number < 0x20 or number == 0x7F else letter
