"""Functions that are written in FEEL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .arguments import fitted
from .functions import Closure, Function, Scope
from .run import Run, Spot

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
        values = fitted(run, spot, self, self.types, arguments)
        if values is None:
            return None
        scope = self.scope
        for value in values:
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
