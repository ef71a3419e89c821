"""Evaluating decisions: what is required first, each once, then the decision itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..expressions.arguments import fitted
from ..expressions.functions import Function
from ..expressions.run import Run, Spot
from ..expressions.values import native
from . import model
from .boxed import CALL_STEPS, BoxedFunction, conforming
from .graph import CompiledNode, Seen
from .names import folded
from .run import ModelRun
from .types import result_of

Key = tuple[str, str]
Given = Mapping[str, Any]

MISSING = object()


class Sight(dict[str, Any]):
    """What a decision sees: what it requires, and what is given that its model draws nowhere.

    Camunda lets a decision see every variable; a table drawn in its modeler has no input data.
    """

    __slots__ = ("_drawn", "_given")

    def __init__(self, seen: Given, given: Given, drawn: frozenset[str]) -> None:
        super().__init__(seen)
        self._given = given
        self._drawn = drawn

    def __missing__(self, name: str) -> Any:
        if name in self._drawn:
            raise KeyError(name)
        return self._given[name]

    def __contains__(self, name: object) -> bool:
        return super().__contains__(name) or (name not in self._drawn and name in self._given)


class Decisions:
    """The values of one run. `given`: inputs by the names of their variables.

    given_decisions: decisions whose values are given (to a decision service) by their keys.
    imported: what is given for an imported model, under the name of the import.
    """

    def __init__(
        self, run: ModelRun, given: Given, given_nodes: Mapping[Key, Any] | None = None
    ) -> None:
        self._run = run
        self._given = given
        self._values: dict[Key, Any] = dict(given_nodes or {})

    def value(self, compiled: CompiledNode) -> Any:
        """The value of an input, a decision, or the function of a knowledge model or service."""
        if compiled.key not in self._values:
            self._values[compiled.key] = self._made(compiled)
        return self._values[compiled.key]

    def _made(self, compiled: CompiledNode) -> Any:
        match compiled.node:
            case model.InputDatum():
                return self._input(compiled)
            case model.Decision():
                return self._decision(compiled)
            case model.Service():
                return ServiceFunction(compiled, self)
        return self._function(compiled)

    def _input(self, compiled: CompiledNode) -> Any:
        spot = _spot(compiled)
        names = (compiled.node.variable.name, compiled.node.name)
        value = next((self._given[name] for name in names if name in self._given), MISSING)
        if value is MISSING:
            value = self._spaced(compiled.node.name)
        if value is MISSING:
            return self._run.warn(spot, "decisions.input-missing", name=compiled.node.name)
        return conforming(self._run, spot, native(value), compiled.type)

    def _spaced(self, name: str) -> Any:
        """What is given under the name with other spaces."""
        if " " not in name:
            return MISSING
        keys = (key for key in self._given if folded(str(key)) == name)
        return next((self._given[key] for key in keys), MISSING)

    def _decision(self, compiled: CompiledNode) -> Any:
        if compiled.logic is None:
            return self._run.warn(_spot(compiled), "decisions.no-logic", name=compiled.node.name)
        self._run.deeper()
        seen = self.context(compiled.sees)
        value = compiled.logic(self._run, Sight(seen, self._given, compiled.graph.drawn))
        self._run.depth -= 1
        return conforming(self._run, _spot(compiled), value, compiled.type)

    def _function(self, compiled: CompiledNode) -> Any:
        if compiled.logic is None:
            return self._run.warn(_spot(compiled), "decisions.no-logic", name=compiled.node.name)
        context: dict[str, Any] = {}
        made = compiled.logic(self._run, context)
        self._values[compiled.key] = made
        context |= self.context(compiled.sees) | {compiled.node.variable.name: made}
        if isinstance(made, BoxedFunction):
            made.becomes(compiled.node.name, compiled.type)
        return made

    def context(self, sees: Sequence[Seen]) -> dict[str, Any]:
        """The variables a node sees; those of an imported model are entries of a context."""
        context: dict[str, Any] = {}
        for seen in sees:
            target = context.setdefault(seen.prefix, {}) if seen.prefix else context
            target[seen.node.node.variable.name] = self._seen(seen)
        return context

    def _seen(self, seen: Seen) -> Any:
        if not seen.prefix or seen.node.key in self._values:
            return self.value(seen.node)
        inner = self._given.get(seen.prefix)
        given = inner if isinstance(inner, Mapping) else self._given
        value = Decisions(self._run, given, self._values).value(seen.node)
        self._values[seen.node.key] = value
        return value


class ServiceFunction(Function):
    """A decision service, called with its input decisions and input data (DMN 1.5, 10.4)."""

    def __init__(self, compiled: CompiledNode, decisions: Decisions) -> None:
        self._compiled = compiled
        self._decisions = decisions
        node = compiled.node
        if not isinstance(node, model.Service):
            raise TypeError(
                f"Expected a decision service, but '{node.name}' is {type(node).__name__}"
            )
        self.name = node.name
        find = compiled.graph.find
        self._parameters = [find(each) for each in (*node.input_data, *node.input_decisions)]
        self._outputs = [find(each) for each in node.outputs]

    @property
    def parameter_names(self) -> tuple[str, ...]:
        return tuple(parameter.node.variable.name for parameter in self._parameters)

    def invoke(self, run: Run, spot: Spot, arguments: Sequence[Any]) -> Any:
        types = [parameter.type for parameter in self._parameters]
        values = fitted(run, spot, self, types, arguments)
        if values is None:
            return None
        keys = (parameter.key for parameter in self._parameters)
        return self._result(run, spot, dict(zip(keys, values, strict=True)))

    def _result(self, run: Run, spot: Spot, values: dict[Key, Any]) -> Any:
        if not isinstance(run, ModelRun):
            raise TypeError("Expected a decision service to be called in a run of its model")
        run.deeper()
        run.spend(CALL_STEPS)
        inner = Decisions(run, {}, values)
        found = {output.node.variable.name: inner.value(output) for output in self._outputs}
        run.depth -= 1
        single = next(iter(found.values())) if len(found) == 1 else found
        return conforming(run, spot, single, result_of(self._compiled.type))


def _spot(compiled: CompiledNode) -> Spot:
    name = compiled.node.name
    return Spot(name, 0, len(name))
