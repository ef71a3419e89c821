"""What the fields of a settings dataclass may be, told from their types.

`str`, `int`, `bool`, `Literal`, `tuple[str, ...]`, `Secret`, and each of them `| None`; a dataclass
is a section, `| None` one that may be left out; `Mapping[str, dataclass]` is a section an entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from ..engine.model.secret import Secret

PREFIX = "PROCFLOW_"


def sections(kind: type[Any]) -> Iterator[tuple[Field[Any], Any]]:
    """The fields that are settings, with their types; a field without words is none."""
    hints = get_type_hints(kind)
    return ((each, hints[each.name]) for each in fields(kind) if each.metadata)


def section_of(hint: Any) -> type[Any] | None:
    """The dataclass of a section; None for what is no section."""
    given = plain(hint)
    return given if isinstance(given, type) and is_dataclass(given) else None


def entries_of(hint: Any) -> Any:
    """The type of the entries of a mapping; None for what is no mapping."""
    return get_args(hint)[1] if get_origin(hint) is Mapping else None


def plain(hint: Any) -> Any:
    """The type without `| None`."""
    if get_origin(hint) in (UnionType, Union):
        (given,) = (each for each in get_args(hint) if each is not NoneType)
        return given
    return hint


def is_secret(hint: Any) -> bool:
    return plain(hint) is Secret


def is_needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def may_be_left_out(field: Field[Any]) -> bool:
    """Whether the whole section may be missing."""
    return field.default is None


def environment_name(*names: str) -> str:
    return PREFIX + "_".join(names).upper().replace("-", "_").replace(".", "_")
