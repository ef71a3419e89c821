"""Catching events, each with what it does when its event comes.

A spec serves two kinds of task: the token that passes it, and the listener that waits for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...model.trail import Happening
from .catching import Catching

if TYPE_CHECKING:
    from ..tokens import Token
    from .gateways import EventGateway
    from .scopes import EventSubProcess


class CatchEvent(Catching):
    """Intermediate catch event and receive task."""

    instantiated_by: EventGateway | None = None

    def _update_hook(self, token: Token) -> bool:
        self.enter(token)
        if not self.waits:
            return True
        self.wait(token)
        self.listen_for(token)
        return False

    def _on_ready_hook(self, token: Token) -> None:
        token.workflow.agenda.append(token)

    def begin_here(self, root: Token, values: Mapping[str, Any]) -> None:
        given = values if self.outputs_mapped else {}
        if self.instantiated_by is None:
            self.place_triggered(root.workflow, root, given, {}, Happening.TRIGGERED)
        else:
            gateway = root.workflow.place(self.instantiated_by, root)
            self.instantiated_by.decide(gateway, self, given)

    def triggered_by(self, token: Token, values: Mapping[str, Any]) -> None:
        if token.listens:
            gateway: EventGateway = token.holder.task_spec
            gateway.decide(token.holder, self, values)
        else:
            token.workflow.withdraw_inside(token)
            self.accept(token, values)
            token._ready()


class StartEvent(Catching):
    """Begins an instance when its event comes; the runtime waits for it."""

    def begin_here(self, root: Token, values: Mapping[str, Any]) -> None:
        given = values if self.outputs_mapped else {}
        self.place_triggered(root.workflow, root, given, {}, Happening.TRIGGERED)


class BoundaryEvent(Catching):
    """Listens under its host; takes a new token beside it."""

    def triggered_by(self, token: Token, values: Mapping[str, Any]) -> None:
        host = token.holder
        if not self.element.interrupting:
            self.rearm(token)
        self.triggered_at(host, values)

    def triggered_at(
        self, holder: Token, values: Mapping[str, Any], caught: Mapping[str, Any] | None = None
    ) -> None:
        self.place_triggered(holder.workflow, holder.holder, values, caught)
        if self.element.interrupting:
            holder.workflow.withdraw(holder)


class EventSubProcessStart(Catching):
    """As listener: child of the scope it may interrupt. As token: in its event sub-process."""

    event_sub_process: EventSubProcess

    def triggered_by(self, token: Token, values: Mapping[str, Any]) -> None:
        scope = token.holder
        if not self.element.interrupting:
            self.rearm(token)
        self.triggered_at(scope, values)

    def triggered_at(
        self, holder: Token, values: Mapping[str, Any], caught: Mapping[str, Any] | None = None
    ) -> None:
        if self.element.interrupting:
            holder.workflow.withdraw_inside(holder)
            holder.internal_data["interrupted"] = True
        self.event_sub_process.open_at(holder, self, values, caught)
