"""New steps as the drawing writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...bpmn.layout.sizes import ACTIVITY, EVENT, GATEWAY
from ...bpmn.writer import Piece, bpmn, extensions, mappings, properties, zeebe

Pairs = Sequence[tuple[str, str]]

__all__ = ["ACTIVITY", "EVENT", "GATEWAY"]


def gateway(identity: str, name: str, *, citizens: bool = False) -> Piece:
    """An exclusive gateway. citizens: the citizen chooses there."""
    choice = (extensions(properties([("choice", "citizen")])),) if citizens else ()
    return Piece(bpmn("exclusiveGateway"), {"id": identity, "name": name}, choice)


def call(
    identity: str,
    name: str,
    process: str,
    inputs: Pairs,
    outputs: Pairs = (),
    marks: Mapping[str, str] | None = None,
) -> Piece:
    """A call activity that sees all variables and gives back those it maps."""
    called = {
        "processId": process,
        "propagateAllParentVariables": "true",
        "propagateAllChildVariables": "false",
    }
    inside = (Piece(zeebe("calledElement"), called), mappings(inputs, outputs))
    return _step("callActivity", identity, name, inside, marks)


def job(
    identity: str,
    name: str,
    job_type: str,
    inputs: Pairs,
    outputs: Pairs = (),
    marks: Mapping[str, str] | None = None,
) -> Piece:
    inside = (Piece(zeebe("taskDefinition"), {"type": job_type}), mappings(inputs, outputs))
    return _step("serviceTask", identity, name, inside, marks)


def user_task(
    identity: str,
    name: str,
    form: str | None = None,
    marks: Mapping[str, str] | None = None,
    *,
    due: str | None = None,
    inputs: Pairs = (),
    outputs: Pairs = (),
) -> Piece:
    """Work for the people of the lane it stands in."""
    asked = (Piece(zeebe("formDefinition"), {"formId": form}),) if form else ()
    dated = (Piece(zeebe("taskSchedule"), {"dueDate": due}),) if due else ()
    mapped = (mappings(inputs, outputs),) if inputs or outputs else ()
    inside = (Piece(zeebe("userTask")), *asked, *dated, *mapped)
    return _step("userTask", identity, name, inside, marks)


def milestone(identity: str, name: str) -> Piece:
    """Something that has come to pass in the lane it stands in; nothing waits for it."""
    return _step("intermediateThrowEvent", identity, name, (), None)


def online_start(identity: str, name: str, form: str) -> Piece:
    inside = (
        Piece(zeebe("formDefinition"), {"formId": form}),
        mappings(outputs=[('="online"', "channel")]),
    )
    return _step("startEvent", identity, name, inside, {"channel": "online"})


def _step(
    kind: str,
    identity: str,
    name: str,
    inside: Sequence[Piece],
    marks: Mapping[str, str] | None,
) -> Piece:
    """marks: procflow's own properties."""
    told = (properties(marks.items()),) if marks else ()
    held = (extensions(*inside, *told),) if inside or told else ()
    return Piece(bpmn(kind), {"id": identity, "name": name}, held)
