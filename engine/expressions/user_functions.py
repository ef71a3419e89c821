"""Functions that are written in FEEL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .functions import Closure, Function, Scope
from .run import Run, Spot
from .values import kind

if TYPE_CHECKING:
    from .types import Type


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
            value = type_.coerced(run, argument)
            if value is None and argument is not None:
                return run.warn(
                    spot,
                    "feel.parameter-type",
                    function=self.name,
                    name=name,
                    expected=str(type_),
                    given=kind(argument),
                )
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
