"""From Python types to shapes, and both ways between JSON values and dataclasses."""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from math import isfinite
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from ..errors import BadConfiguration, UnfitInput
from ..model.job_type import Limits, Words
from .leaves import LEAVES, text
from .mark import LABEL, Label
from .shape import AnyContext, Choice, Entry, Leaf, ListOf, Nullable, Record, Shape
from .unfit import Unfit

_Typed = TypeVar("_Typed")


def read_typed(kind: type[_Typed], values: Mapping[str, Any]) -> _Typed:
    """Fill a dataclass from JSON values. Raises UnfitInput: a problem for each field at fault."""
    try:
        return cast("_Typed", shape_of(kind).read(values, ""))
    except Unfit as unfit:
        raise UnfitInput(str(unfit), *unfit.problems) from None


def write_json(value: Any) -> Any:
    """The JSON value of a dataclass, a container or a plain value; field names become `camelCase`.

    Raises TypeError for what has no JSON value, ValueError for a number or time it would change.
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {camel(f.name): write_json(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {_text_key(key): write_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [write_json(item) for item in value]
    return _plain(value)


def _plain(value: Any) -> Any:
    match value:
        case None | bool() | int():
            return value
        case str():
            return str(value)
        case Decimal() | float():
            return _number(value)
        case datetime():
            return _moment(value)
        case date():
            return value.isoformat()
    raise TypeError(f"Expected a value that JSON can hold, but found a {type(value).__name__}")


def _number(value: Decimal | float) -> int | float:
    if not isfinite(value):
        raise ValueError("Expected a finite number, but found NaN or infinity")
    if isinstance(value, float):
        return value
    if value == value.to_integral_value():
        return int(value)
    if Decimal(repr(float(value))) != value:
        raise ValueError("Expected a number JSON keeps exactly, but found one with more digits")
    return float(value)


def _moment(value: datetime) -> str:
    if value.tzinfo is None:
        raise ValueError("Expected a date and time with its offset, but found one without")
    return value.isoformat()


def _text_key(key: Any) -> str:
    if not isinstance(key, str):
        raise TypeError(f"Expected texts as names in a context, but found a {type(key).__name__}")
    return key


def camel(name: str) -> str:
    """The drawing's name for a Python name: `personal_id` is `personalId`."""
    first, *others = name.strip("_").split("_")
    return first + "".join(part.capitalize() for part in others)


def shape_of(kind: Any) -> Shape:
    """The shape of a type. Raises BadConfiguration for a type no JSON value can be read as."""
    if kind in LEAVES:
        return Leaf(*LEAVES[kind])
    if isinstance(kind, type) and is_dataclass(kind):
        return _record(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return Choice(tuple(member.value for member in kind), kind)
    return _generic(kind, get_origin(kind) or kind, get_args(kind))


def _generic(kind: Any, origin: Any, arguments: tuple[Any, ...]) -> Shape:
    if origin in (Union, types.UnionType):
        return _union(kind, arguments)
    if origin is Literal and all(isinstance(value, str) for value in arguments):
        return Choice(arguments, text)
    if origin in (dict, Mapping):
        return AnyContext()
    if origin in (list, Sequence):
        return ListOf(shape_of(arguments[0] if arguments else Any), list)
    if origin is tuple and arguments[1:] == (...,):
        return ListOf(shape_of(arguments[0]), tuple)
    raise BadConfiguration(f"Expected a type that JSON values can be read as, but found {kind!r}")


def _union(kind: Any, arguments: tuple[Any, ...]) -> Shape:
    others = [argument for argument in arguments if argument is not type(None)]
    if len(others) != 1:
        raise BadConfiguration(f"Expected one type, or one type and None, but found {kind!r}")
    return Nullable(shape_of(others[0]))


def _record(kind: type) -> Record:
    hints = hints_of(kind)
    return Record(kind, tuple(_entry(f, hints[f.name]) for f in fields(kind) if f.init))


def _entry(field: Field[Any], kind: Any) -> Entry:
    given = field.default is not MISSING or field.default_factory is not MISSING
    name = camel(field.name)
    return Entry(
        field.name, name, shape_of(kind), given, field.metadata.get(LABEL) or unlabelled(name)
    )


def unlabelled(name: str) -> Label:
    return Label(words=Words(name, name), hint=None, feel=None, choices={}, limits=Limits())


def hints_of(thing: Any) -> dict[str, Any]:
    """The resolved annotations. Raises BadConfiguration when a name in them is not to be found."""
    try:
        return get_type_hints(thing)
    except NameError as error:
        name = getattr(thing, "__qualname__", thing)
        raise BadConfiguration(
            f"Expected the types named by '{name}' in its module, but found no {error.name!r}"
        ) from None
