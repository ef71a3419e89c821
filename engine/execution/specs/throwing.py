"""Throwing events: they complete, and then say something to scope, instance or outside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from ...bpmn.model import Element, EventKind
from .awaited import Awaited
from .catching import correlation_key, name_or_code
from .node import Node

if TYPE_CHECKING:
    from ..program import ProcessProgram
    from ..tokens import Token

Throw = Callable[["Token", Awaited, Mapping[str, Any]], None]


class Throwing(Node):
    """Throws between completing and going on; throwing may withdraw the token itself."""

    def __init__(self, program: ProcessProgram, element: Element, name: str | None = None) -> None:
        super().__init__(program, element, name)
        self.event = Awaited.of(program, element.event)

    def _on_complete_hook(self, token: Token) -> None:
        workflow = token.workflow
        values = workflow.variables.local(token)
        self.leave(token)
        workflow.trail.completed(token)
        THROW[self.event.kind](token, self.event, values)
        if token.alive and self.goes_on(token):
            for way in self.choose(token):
                workflow.move(token, way)


def throw_message(token: Token, event: Awaited, values: Mapping[str, Any]) -> None:
    """To the outside; correlated later, with its key, else with the instance's business key."""
    name, key = name_or_code(token, event.value), correlation_key(token, event)
    token.workflow.throw(token, "message", name, key, values)


def throw_signal(token: Token, event: Awaited, values: Mapping[str, Any]) -> None:
    """To whoever waits in this instance now, and to the outside."""
    name = name_or_code(token, event.value)
    token.workflow.throw(token, "signal", name, None, values)
    token.workflow.broadcast(name, values)


def throw_escalation(token: Token, event: Awaited, values: Mapping[str, Any]) -> None:
    """Outwards to the nearest catcher; there must be one."""
    code = name_or_code(token, event.value)
    if not token.workflow.raise_event(token, "escalation", code, values):
        raise token.workflow.failure(token, "uncaught-escalation", code=code)


def throw_error(token: Token, event: Awaited, values: Mapping[str, Any]) -> None:
    """Outwards to the nearest catcher; there must be one."""
    code = name_or_code(token, event.value)
    if not token.workflow.raise_event(token, "error", code, values):
        raise token.workflow.failure(token, "uncaught-error", code=code)


def terminate(token: Token, event: Awaited, values: Mapping[str, Any]) -> None:
    """Ends all of its scope, and nothing outside it."""
    token.workflow.withdraw_inside(token.holder, but=token)


THROW: Mapping[EventKind, Throw] = {
    EventKind.MESSAGE: throw_message,
    EventKind.SIGNAL: throw_signal,
    EventKind.ESCALATION: throw_escalation,
    EventKind.ERROR: throw_error,
    EventKind.TERMINATE: terminate,
}
