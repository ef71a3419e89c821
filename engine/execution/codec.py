"""Snapshot: tokens as msgpack rows, variables as JSON. The program is found by its key.

Rows are in order of creation, so parents come first. Specs are named, not numbered: a later
release may build them in another order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from ..expressions import Environment
from .failures import ExecutionFailure
from .library import Library
from .tokens import Token
from .workflow import TokenWorkflow

if TYPE_CHECKING:
    from .specs.node import Node

FORMAT = 1

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder().decode


@dataclass(frozen=True, slots=True)
class Snapshot:
    """positions: where the tokens stand. variables: JSON; None when the step changed none."""

    positions: bytes
    variables: bytes | None


def encode(workflow: TokenWorkflow) -> Snapshot:
    numbers: dict[Node, int] = {}
    rows = [
        (
            token.id,
            token._parent or 0,
            numbers.setdefault(token.task_spec, len(numbers)),
            token._state,
            token.triggered,
            token.internal_data or None,
        )
        for token in workflow.tasks.values()
    ]
    keys = list({spec.program.key: None for spec in numbers})
    specs = [(keys.index(spec.program.key), spec.name) for spec in numbers]
    agenda = [token.id for token in workflow.agenda if token.alive]
    state = (workflow.last_number, workflow.completed, agenda, workflow.has_unseen_changes)
    variables = workflow.variables.encode() if workflow.variables.changed else None
    return Snapshot(_encode((FORMAT, state, keys, specs, rows)), variables)


def unmoved(spec: Node) -> Node:
    """Goes on where it was."""
    return spec


def decode(
    positions: bytes,
    variables: bytes,
    program_key: str,
    library: Library,
    environment: Environment,
    moved: Callable[[Node], Node] = unmoved,
) -> TokenWorkflow:
    """Each token goes on at the spec that `moved` gives for the one it was saved at.

    Raises ExecutionFailure for a format this release does not know.
    """
    version, *rest = _decode(positions)
    if version != FORMAT:
        raise ExecutionFailure(
            "snapshot-format",
            element="",
            label=program_key,
            process="",
            definition=program_key,
            format=version,
        )
    (last_number, completed, agenda, unseen), keys, names, rows = rest
    program = library.program(program_key)
    workflow = TokenWorkflow(program, library, environment, variables, last_number)
    workflow.completed = completed
    programs = [library.program(key).task_specs for key in keys]
    _thaw(workflow, [moved(programs[number][name]) for number, name in names], rows)
    workflow.agenda.extend(workflow.tasks[number] for number in agenda)
    if unseen:
        workflow.look_again()
    return workflow


def _thaw(workflow: TokenWorkflow, specs: list[Node], rows: list[list[Any]]) -> None:
    for number, parent, spec, state, triggered, notes in rows:
        Token(workflow, specs[spec], parent or None, number, state, triggered, notes)
    workflow.task_tree = next(iter(workflow.tasks.values()))
    for token in workflow.tasks.values():
        token.task_spec.restored(token)
