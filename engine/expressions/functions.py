"""Functions as FEEL values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .run import Run, Spot
    from .types import Type

Scope = Any  # None, or a pair (value, Scope): the innermost local value first
Closure = Callable[["Run", Scope], Any]


class Function:
    """A function. Subclasses say what a call gives; the DMN room adds its own."""

    name: str = "function"

    @property
    def parameter_names(self) -> tuple[str, ...]:
        """The names a call may use for the arguments."""
        raise NotImplementedError

    def invoke(self, run: Run, spot: Spot, arguments: Sequence[Any]) -> Any:
        """The value for arguments by position; null with a warning when they do not fit."""
        raise NotImplementedError

    def invoke_named(
        self, run: Run, spot: Spot, names: Sequence[str], arguments: Sequence[Any]
    ) -> Any:
        """The value for arguments by name."""
        given = dict(zip(names, arguments, strict=True))
        known = self.parameter_names
        for name in names:
            if name not in known:
                return run.warn(spot, "feel.unknown-parameter", function=self.name, name=name)
        return self.invoke(run, spot, [given.get(name) for name in known])


class UserFunction(Function):
    """A function written in FEEL, together with the values it was written among."""

    __slots__ = ("body", "context", "cost", "parameters", "result", "scope", "types")

    def __init__(
        self,
        parameters: tuple[str, ...],
        types: tuple[Type, ...],
        result: Type,
        body: Closure,
        cost: int,
        scope: Scope,
        context: Mapping[str, Any],
    ) -> None:
        self.parameters = parameters
        self.types = types
        self.result = result
        self.body = body
        self.cost = cost
        self.scope = scope
        self.context = context

    @property
    def parameter_names(self) -> tuple[str, ...]:
        return self.parameters

    def invoke(self, run: Run, spot: Spot, arguments: Sequence[Any]) -> Any:
        if len(arguments) != len(self.parameters):
            return run.warn(
                spot,
                "feel.arity",
                function=self.name,
                expected=len(self.parameters),
                given=len(arguments),
            )
        scope = self.scope
        for name, type_, argument in zip(self.parameters, self.types, arguments, strict=True):
            value = type_.coerced(argument)
            if value is None and argument is not None:
                return run.warn(spot, "feel.parameter-type", name=name, expected=str(type_))
            scope = (value, scope)
        return self._evaluated(run, scope)

    def _evaluated(self, run: Run, scope: Scope) -> Any:
        run.spend(self.cost)
        run.deeper()
        caller, run.context = run.context, self.context
        value = self.body(run, scope)
        run.context = caller
        run.depth -= 1
        return value
