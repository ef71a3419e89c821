"""How a built-in function is declared, and how its arguments are fitted to it.

    @feel("substring(string: string, start position: number, length?: number)")
    def substring(run, string, start, length): ...

A type is a FEEL type's name, several joined by `|`, `any`, or `list<number>` and the like; a
question mark behind a type lets null through, one behind a name lets the argument be left out
(and null through). Three dots before a name gather all remaining arguments.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ..functions import Function
from ..run import Run, Spot
from ..temporal import Date, DateTime, Time
from ..values import items, kind, native
from ..zones import UTC

Implementation = Callable[..., Any]
CALL_STEPS = 15
RESULT_KINDS = {
    "Decimal": "number",
    "str": "string",
    "bool": "boolean",
    "list": "list",
    "dict": "context",
    "Date": "date",
    "Time": "time",
    "DateTime": "date and time",
    "DaysTime": "days and time duration",
    "YearsMonths": "years and months duration",
    "WorkingTime": "working time",
    "Range": "range",
}


class Unfit(Exception):
    """The arguments give no result. Carries the cause for the warning."""

    def __init__(self, key: str, **arguments: Any) -> None:
        super().__init__(key)
        self.key = key
        self.arguments = arguments


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a built-in. `kinds` is empty for any value."""

    name: str
    kinds: frozenset[str]
    item: str | None
    nullable: bool
    optional: bool
    gathers: bool

    def fitted(self, run: Run, value: Any) -> Any:
        """The value as this parameter takes it. Raises Unfit when it does not."""
        value = value if type(value) is not list else self._list(run, value)
        if not self.kinds or kind(value) in self.kinds:
            return value
        if value is None:
            return self._null()
        return self._converted(value)

    def _null(self) -> None:
        if not self.nullable:
            raise Unfit("feel.parameter-type", name=self.name, expected=self.expected, given="null")

    def _list(self, run: Run, value: list[Any]) -> Any:
        if self.kinds and "list" not in self.kinds:
            return native(value[0]) if len(value) == 1 else value
        run.spend(len(value))
        return self._checked(items(value))

    def _checked(self, value: list[Any]) -> list[Any]:
        if self.item:
            for element in value:
                if kind(element) != self.item:
                    raise Unfit(
                        "feel.item-type", name=self.name, expected=self.item, given=kind(element)
                    )
        return value

    def _converted(self, value: Any) -> Any:
        if "list" in self.kinds and type(value) is not list:
            return self._checked([value])
        if "date and time" in self.kinds and type(value) is Date:
            return DateTime(value, Time(0, UTC))
        raise Unfit(
            "feel.parameter-type", name=self.name, expected=self.expected, given=kind(value)
        )

    @property
    def expected(self) -> str:
        return " | ".join(sorted(self.kinds))


@dataclass(frozen=True, slots=True)
class Overload:
    """One way to call a built-in."""

    name: str
    signature: str
    parameters: tuple[Parameter, ...]
    implementation: Implementation
    steps: int

    @property
    def result(self) -> str | None:
        """The FEEL type of what it gives, null aside; None where that depends."""
        annotation = str(self.implementation.__annotations__.get("return", ""))
        return RESULT_KINDS.get(annotation.removesuffix(" | None").partition("[")[0])

    @property
    def least(self) -> int:
        return sum(not parameter.optional for parameter in self.parameters)

    @property
    def most(self) -> int | None:
        gathers = bool(self.parameters) and self.parameters[-1].gathers
        return None if gathers else len(self.parameters)

    def takes(self, count: int) -> bool:
        """Whether so many arguments by position may be given."""
        return self.least <= count and (self.most is None or count <= self.most)

    def begins_with(self, names: Sequence[str]) -> bool:
        """Whether the parameters are of these names in this order, more may follow."""
        own = [parameter.name for parameter in self.parameters]
        return own[: len(names)] == list(names)

    def call(self, run: Run, arguments: Sequence[Any]) -> Any:
        """The value. Raises Unfit."""
        run.spend(self.steps)
        parameters = self.parameters
        fitted = [
            parameter.fitted(run, argument)
            for parameter, argument in zip(parameters, arguments, strict=False)
        ]
        for argument in arguments[len(parameters) :]:
            fitted.append(parameters[-1].fitted(run, argument))  # noqa: PERF401 - rare
        if self.most is not None:
            fitted += [None] * (len(parameters) - len(fitted))
        return self.implementation(run, *fitted)


class Builtin(Function):
    """A built-in function with all its overloads."""

    def __init__(self, name: str, overloads: tuple[Overload, ...]) -> None:
        self.name = name
        self.overloads = overloads

    @property
    def parameter_names(self) -> tuple[str, ...]:
        return tuple(parameter.name for parameter in self.overloads[0].parameters)

    def invoke(self, run: Run, spot: Spot, arguments: Sequence[Any]) -> Any:
        count = len(arguments)
        fitting = [overload for overload in self.overloads if overload.takes(count)]
        if not fitting:
            return run.warn(
                spot, "feel.arity", function=self.name, expected=self.arities, given=count
            )
        return self._first(run, spot, ((overload, arguments) for overload in fitting))

    def invoke_named(
        self, run: Run, spot: Spot, names: Sequence[str], arguments: Sequence[Any]
    ) -> Any:
        given = dict(zip(names, arguments, strict=True))
        fitting = self._named(names)
        if not fitting:
            return run.warn(
                spot, "feel.unknown-parameter", function=self.name, name=", ".join(names)
            )
        return self._first(
            run, spot, ((overload, _ordered(overload, given)) for overload in fitting)
        )

    def _named(self, names: Sequence[str]) -> list[Overload]:
        """The overloads with parameters of these names, those in the same order first.

        The order alone tells `before(point, range)` from `before(range, point)`.
        """
        fitting = [
            overload
            for overload in self.overloads
            if set(names) <= {parameter.name for parameter in overload.parameters}
        ]
        return sorted(fitting, key=lambda overload: not overload.begins_with(names))

    def _first(self, run: Run, spot: Spot, calls: Iterable[tuple[Overload, Sequence[Any]]]) -> Any:
        """The value of the first overload whose parameters the arguments fit."""
        cause: Unfit | None = None
        run.spot = spot
        for overload, arguments in calls:
            try:
                return overload.call(run, arguments)
            except Unfit as unfit:
                cause = unfit
            except ArithmeticError:
                cause = Unfit("feel.no-number")
        assert cause is not None  # noqa: S101 - there is one call at least
        return run.warn(spot, cause.key, **{"function": self.name, **cause.arguments})

    @property
    def result(self) -> str | None:
        """The FEEL type all overloads give, null aside; None where they differ."""
        kinds = {overload.result for overload in self.overloads}
        return kinds.pop() if len(kinds) == 1 else None

    def takes(self, count: int, names: Collection[str]) -> bool:
        """Whether a call with so many arguments, or with these names, may give a value."""
        if names:
            return any(
                set(names) <= {parameter.name for parameter in overload.parameters}
                for overload in self.overloads
            )
        return any(overload.takes(count) for overload in self.overloads)

    @property
    def arities(self) -> str:
        """How many arguments may be given, for people: `1`, `2-3`, `1+`."""
        shown = []
        for overload in self.overloads:
            most = overload.most
            if most == overload.least:
                shown.append(str(most))
            else:
                shown.append(f"{overload.least}+" if most is None else f"{overload.least}-{most}")
        return " / ".join(dict.fromkeys(shown))


def _ordered(overload: Overload, given: dict[str, Any]) -> list[Any]:
    """Arguments by name in the order of the parameters; a list for gathered ones is spread."""
    arguments: list[Any] = []
    for parameter in overload.parameters:
        value = given.get(parameter.name)
        if not parameter.gathers:
            arguments.append(value)
        elif parameter.name in given:
            arguments += value if type(value) is list else [value]
    return arguments


def feel(signature: str, steps: int = CALL_STEPS) -> Callable[[Implementation], Overload]:
    """Mark a Python function as the implementation of a built-in's overload.

    steps: what a call costs, its arguments aside; 10 steps are about a microsecond.
    """

    def mark(implementation: Implementation) -> Overload:
        name, _, rest = signature.partition("(")
        parameters = rest.rstrip(")")
        parsed = tuple(map(_parameter, parameters.split(", "))) if parameters else ()
        return Overload(name, signature, parsed, implementation, steps)

    return mark


def _parameter(text: str) -> Parameter:
    name, _, type_ = text.partition(": ")
    gathers, optional = name.startswith("..."), name.endswith("?")
    nullable = optional or type_.endswith("?") or type_ == "any"
    kinds = type_.rstrip("?")
    item = kinds[5:-1] if kinds.startswith("list<") else None
    alternatives = ["list"] if item else kinds.split("|")
    return Parameter(
        name.removeprefix("...").removesuffix("?"),
        frozenset() if kinds == "any" else frozenset(alternatives),
        item,
        nullable,
        optional or gathers,
        gathers,
    )


def table(overloads: Iterable[Overload]) -> dict[str, Function]:
    """All built-ins by name, each with its overloads in the order given."""
    grouped: dict[str, list[Overload]] = {}
    for overload in overloads:
        grouped.setdefault(overload.name, []).append(overload)
    return {name: Builtin(name, tuple(group)) for name, group in grouped.items()}
