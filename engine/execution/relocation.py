"""Where an operator may move a token to: an element of the same scope that a flow could lead to."""

from __future__ import annotations

from ..bpmn.model import Kind
from ..errors import BadInput
from .specs.gateways import Join
from .specs.node import Node
from .tokens import Token

NEVER = frozenset({Kind.START_EVENT, Kind.BOUNDARY_EVENT})


def is_movable(token: Token) -> bool:
    """Whether it lies in the flow; rounds of a multi-instance activity move only as a whole."""
    spec = token.task_spec
    return spec.is_drawn and not (token.listens or spec.is_process or spec.is_round)


def place_to_go(token: Token, to: str) -> Node:
    """The spec of the element. Raises BadInput for one that no flow could lead this token to."""
    program, here = token.task_spec.program, token.task_spec.element
    spec = program.task_specs.get(to)
    if spec is None or not spec.is_drawn or spec.is_process:
        raise BadInput.of("runtime.move.unknown", label=here.label, element=to)
    if spec.element.scope != token.holder.task_spec.element.id:
        raise BadInput.of("runtime.move.other-scope", label=here.label, element=to)
    element = spec.element
    if element.kind in NEVER or element.triggered_by_event or element.for_compensation:
        raise BadInput.of("runtime.move.no-flow", label=here.label, element=to)
    if isinstance(spec, Join) and len(spec.incoming) > 1:
        raise BadInput.of("runtime.move.join", label=here.label, element=to)
    return spec
