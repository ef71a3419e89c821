"""FEEL's types, as `instance of` and typed parameters use them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .functions import Function
from .parse_values import parse_temporal
from .ranges import Range
from .run import Run
from .temporal import Date, DateTime, Time
from .user_functions import UserFunction
from .values import TEMPORAL, kind, native
from .zones import UTC

PART_STEPS = 4
READ_STEPS = 50


class Type:
    """A FEEL type. The DMN room adds its item definitions as subclasses.

    Whoever looks into lists and contexts pays for it to the run.
    """

    def holds(self, run: Run, value: Any) -> bool:
        """Whether a value other than null is of the type."""
        raise NotImplementedError

    def conforms(self, run: Run, value: Any) -> bool:
        """Whether the value may stand where the type is asked for; null always may."""
        return value is None or self.holds(run, value)

    def coerced(self, run: Run, value: Any) -> Any:
        """The value as this type, or None (DMN 1.5, 10.3.2.9.4).

        A list of one is taken for its item, an item for a list of one, a date for the midnight in
        UTC that begins it.
        """
        if self.conforms(run, value):
            return value
        if run.from_json:
            value = self.read(run, value)
            if self.conforms(run, value):
                return value
        if type(value) is list:
            inner = native(value[0]) if len(value) == 1 else None
            return inner if inner is not None and self.holds(run, inner) else None
        return self._widened(run, value)

    def read(self, run: Run, value: Any) -> Any:  # noqa: ARG002 - most values are what they are
        """What a JSON value stands for where this type is asked for: a text may be a date.

        A value that stands for nothing of the type is returned as it is.
        """
        return value

    def _widened(self, run: Run, value: Any) -> Any:
        for wider in ([value], DateTime(value, Time(0, UTC)) if type(value) is Date else None):
            if wider is not None and self.holds(run, wider):
                return wider
        return None


@dataclass(frozen=True, slots=True)
class Anything(Type):
    """`Any`."""

    def holds(self, run: Run, value: Any) -> bool:  # noqa: ARG002 - that is the point
        return True

    def __str__(self) -> str:
        return "Any"


@dataclass(frozen=True, slots=True)
class Simple(Type):
    """A type without parts, such as `number` or `days and time duration`."""

    name: str

    def holds(self, run: Run, value: Any) -> bool:  # noqa: ARG002 - it has no parts to pay for
        return kind(value) == self.name

    def read(self, run: Run, value: Any) -> Any:
        if type(value) is not str or self.name not in TEMPORAL:
            return value
        run.spend(READ_STEPS)
        read = parse_temporal(value)
        return value if read is None else read

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Null(Type):
    """`Null`, the type of null alone."""

    def holds(self, run: Run, value: Any) -> bool:  # noqa: ARG002 - no value but null is
        return False

    def __str__(self) -> str:
        return "Null"


@dataclass(frozen=True, slots=True)
class ListOf(Type):
    item: Type

    def holds(self, run: Run, value: Any) -> bool:
        if type(value) is not list:
            return False
        run.spend(PART_STEPS * len(value))
        return all(self.item.conforms(run, native(item)) for item in value)

    def read(self, run: Run, value: Any) -> Any:
        if type(value) is not list:
            return value
        run.spend(PART_STEPS * len(value))
        return [self.item.read(run, item) for item in value]

    def __str__(self) -> str:
        return f"list<{self.item}>"


@dataclass(frozen=True, slots=True)
class ContextOf(Type):
    """A context that has at least these entries."""

    entries: tuple[tuple[str, Type], ...]

    def holds(self, run: Run, value: Any) -> bool:
        if not isinstance(value, Mapping):
            return False
        run.spend(PART_STEPS * len(self.entries))
        return all(
            name in value and type_.conforms(run, native(value[name]))
            for name, type_ in self.entries
        )

    def read(self, run: Run, value: Any) -> Any:
        if not isinstance(value, Mapping):
            return value
        run.spend(PART_STEPS * len(value))
        parts = ((name, type_) for name, type_ in self.entries if name in value)
        return {**value, **{name: type_.read(run, value[name]) for name, type_ in parts}}

    def __str__(self) -> str:
        return f"context<{', '.join(f'{name}: {type_}' for name, type_ in self.entries)}>"


@dataclass(frozen=True, slots=True)
class RangeOf(Type):
    item: Type

    def holds(self, run: Run, value: Any) -> bool:
        return isinstance(value, Range) and all(
            self.item.conforms(run, end) for end in (value.low, value.high)
        )

    def __str__(self) -> str:
        return f"range<{self.item}>"


@dataclass(frozen=True, slots=True)
class FunctionOf(Type):
    parameters: tuple[Type, ...]
    result: Type

    def holds(self, run: Run, value: Any) -> bool:  # noqa: ARG002 - it has no parts to pay for
        if not isinstance(value, Function):
            return False
        if not isinstance(value, UserFunction):
            return len(value.parameter_names) == len(self.parameters)
        return self._holds_user_function(value)

    def _holds_user_function(self, function: UserFunction) -> bool:
        """A result the function's text does not tell is taken for the right one."""
        return (
            len(function.types) == len(self.parameters)
            and all(map(accepts, function.types, self.parameters))
            and (function.result is ANY or accepts(self.result, function.result))
        )

    def __str__(self) -> str:
        return f"function<{', '.join(map(str, self.parameters))}> -> {self.result}"


@dataclass(frozen=True, slots=True)
class Named(Type):
    """A type known by name only; `resolve` finds it before anything is evaluated."""

    name: str

    def holds(self, run: Run, value: Any) -> bool:  # noqa: ARG002 - an unknown type has no values
        return False

    def __str__(self) -> str:
        return self.name


ANY = Anything()
BUILT_IN_TYPES: dict[str, Type] = {
    "Any": ANY,
    "Null": Null(),
    "list": ListOf(ANY),
    "context": ContextOf(()),
    "range": RangeOf(ANY),
    "duration": Simple("days and time duration"),
    "dayTimeDuration": Simple("days and time duration"),
    "yearMonthDuration": Simple("years and months duration"),
    "dateTime": Simple("date and time"),
} | {
    name: Simple(name)
    for name in (
        "number",
        "string",
        "boolean",
        "date",
        "time",
        "date and time",
        "days and time duration",
        "years and months duration",
        "working time",
        "function",
    )
}


def accepts(wider: Type, narrower: Type) -> bool:
    """Whether every value of the narrower type is one of the wider (DMN 1.5, 10.3.2.9.2)."""
    if isinstance(wider, Anything) or wider == narrower:
        return True
    match wider, narrower:
        case (ListOf(a), ListOf(b)) | (RangeOf(a), RangeOf(b)):
            return accepts(a, b)
        case ContextOf(a), ContextOf(b):
            has = dict(b)
            return all(name in has and accepts(type_, has[name]) for name, type_ in a)
        case FunctionOf(a, result), FunctionOf(b, narrow_result):
            fits = len(a) == len(b) and all(map(accepts, b, a))
            return fits and accepts(result, narrow_result)
    return False


def resolve(type_: Type, known: Mapping[str, Type]) -> Type:
    """The type with every named part replaced by what it stands for; unknown names stay."""
    match type_:
        case Named(name):
            return known.get(name, type_)
        case ListOf(item):
            return ListOf(resolve(item, known))
        case RangeOf(item):
            return RangeOf(resolve(item, known))
        case ContextOf(entries):
            return ContextOf(tuple((name, resolve(part, known)) for name, part in entries))
        case FunctionOf(parameters, result):
            parts = tuple(resolve(part, known) for part in parameters)
            return FunctionOf(parts, resolve(result, known))
    return type_
