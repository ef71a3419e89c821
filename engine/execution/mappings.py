"""Input and output mappings: an expression, and the variable that its value goes to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..bpmn.model import VariableMapping
from .written import Written

if TYPE_CHECKING:
    from .program import ProcessProgram
    from .tokens import Token


@dataclass(frozen=True, slots=True)
class Target:
    """`name`, or `name.inner.inner`: a place inside a context."""

    source: Written
    name: str
    inside: tuple[str, ...]

    def put(self, whole: Any, value: Any) -> Any:
        """The variable's new value, with what was there beside the new place."""
        return _put(whole, self.inside, value)


def _put(whole: Any, inside: tuple[str, ...], value: Any) -> Any:
    if not inside:
        return value
    kept = whole if isinstance(whole, Mapping) else {}
    return {**kept, inside[0]: _put(kept.get(inside[0]), inside[1:], value)}


def targets(program: ProcessProgram, mappings: Iterable[VariableMapping]) -> tuple[Target, ...]:
    return tuple(_target(program, mapping) for mapping in mappings)


def _target(program: ProcessProgram, mapping: VariableMapping) -> Target:
    name, *inside = (part.strip() for part in mapping.target.split("."))
    return Target(program.expression(mapping.source), name, tuple(inside))


def map_in(token: Token, inputs: Iterable[Target]) -> None:
    """Into the token's own scope, one after the other: a later one sees an earlier one."""
    workflow = token.workflow
    seen = workflow.variables.seen_from(token)
    for target in inputs:
        value = workflow.value(token, target.source, seen)
        if target.inside:
            value = target.put(workflow.variables.local(token).get(target.name), value)
        workflow.variables.set_local(token, {target.name: value}, token)


def map_out(token: Token, outputs: Iterable[Target]) -> None:
    """From the token's scope outwards, by Zeebe's propagation."""
    workflow, goal = token.workflow, token.task_spec.goal(token)
    seen, outside = workflow.variables.seen_from(token), workflow.variables.seen_from(goal)
    for target in outputs:
        value = workflow.value(token, target.source, seen)
        if target.inside:
            value = target.put(outside.get(target.name), value)
        workflow.variables.propagate(goal, {target.name: value}, token)
