"""Throwing events: they complete, and then say something to scope, instance or outside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...bpmn.model import Element
from ...model.trail import Happening
from .awaited import NONE, Awaited
from .catching import correlation_key, name_or_code
from .node import Node

if TYPE_CHECKING:
    from ..program import ProcessProgram
    from ..tokens import Token


class Throwing(Node):
    """Throws between completing and going on; throwing may withdraw the token itself."""

    def __init__(self, program: ProcessProgram, element: Element, name: str | None = None) -> None:
        super().__init__(program, element, name)
        events = [Awaited.of(program, event) for event in element.events]
        self.event = events[0] if events else NONE

    def _on_complete_hook(self, token: Token) -> None:
        workflow = token.workflow
        values = workflow.variables.local(token)
        self.leave(token)
        workflow.trail.completed(token)
        self.throw(token, values)
        if token.alive:
            for way in self.choose(token):
                workflow.move(token, way)

    def throw(self, token: Token, values: Mapping[str, Any]) -> None:
        raise NotImplementedError(self.name)

    def name_of(self, token: Token) -> str:
        return name_or_code(token, self.event.value)


class ThrowMessage(Throwing):
    """To the outside; correlated later, with its key, else with the instance's business key."""

    def throw(self, token: Token, values: Mapping[str, Any]) -> None:
        key = correlation_key(token, self.event)
        token.workflow.throw(token, "message", self.name_of(token), key, values)


class ThrowSignal(Throwing):
    """To whoever waits in this instance now, and to the outside."""

    def throw(self, token: Token, values: Mapping[str, Any]) -> None:
        name = self.name_of(token)
        token.workflow.throw(token, "signal", name, None, values)
        token.workflow.broadcast(name, values)


class ThrowEscalation(Throwing):
    """Outwards to the nearest catcher; that nobody catches it is only noted."""

    def throw(self, token: Token, values: Mapping[str, Any]) -> None:
        code = self.name_of(token)
        if not token.workflow.raise_event(token, "escalation", code, values):
            token.workflow.trail.note(Happening.UNCAUGHT, token, {"code": code})


class ErrorEnd(Throwing):
    """Outwards to the nearest catcher; there must be one."""

    def throw(self, token: Token, values: Mapping[str, Any]) -> None:
        code = self.name_of(token)
        if not token.workflow.raise_event(token, "error", code, values):
            raise token.workflow.failure(token, "uncaught-error", code=code)


class TerminateEnd(Throwing):
    """Ends all of its scope, and nothing outside it."""

    def throw(self, token: Token, values: Mapping[str, Any]) -> None:
        token.workflow.withdraw_inside(token.holder, but=token)
