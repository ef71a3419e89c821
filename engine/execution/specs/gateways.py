"""Gateways. A token that waits at a join knows the flow it came by; no tree is searched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ..tokens import WAITING
from .node import Node, Way

if TYPE_CHECKING:
    from ..tokens import Token
    from .events import CatchEvent


class ExclusiveGateway(Node):
    def choose(self, token: Token) -> Iterable[Way]:
        """The first flow in document order whose condition holds, else the default flow."""
        holds, ways = token.workflow.holds, self.ways
        for way in ways:
            if not way.is_default and (way.condition is None or holds(token, way.condition)):
                return (way,)
        default = [way for way in ways if way.is_default]
        if ways and not default:
            raise token.workflow.failure(token, "no-flow-taken")
        return default


class Join(Node):
    """Holds tokens by incoming flow; the earliest of each flow is used, further ones stay for the next round."""

    is_join = True
    decides_at_rest = False

    def waiting_by_flow(self, token: Token) -> dict[str, Token]:
        earliest: dict[str, Token] = {}
        for other in token.holder.children:
            if other.task_spec is self and other._state == WAITING:
                earliest.setdefault(other.internal_data.get("via", ""), other)
        return earliest

    def _update_hook(self, token: Token) -> bool:
        token._set_state(WAITING)
        self.arrived(token)
        return False

    def arrived(self, token: Token) -> None:
        raise NotImplementedError(self.name)

    def decide(self, token: Token) -> bool:
        """All else rests: fire if no further token can come. Whether it fired."""
        return False

    def restored(self, token: Token) -> None:
        if token._state == WAITING and self.decides_at_rest:
            token.workflow.undecided[token.id] = self

    def fire(self, token: Token) -> None:
        """One token of each flow goes in, one goes on."""
        first, *others = self.waiting_by_flow(token).values()
        for other in others:
            token.workflow.absorb(other)
        token.workflow.undecided.pop(first.id, None)
        first.internal_data.clear()
        first._ready()


class ParallelGateway(Join):
    def arrived(self, token: Token) -> None:
        if len(self.waiting_by_flow(token)) >= len(self.incoming):
            self.fire(token)

    def choose(self, token: Token) -> Iterable[Way]:
        return self.ways


class InclusiveGateway(Join):
    """Fires when no token elsewhere in the scope can still reach an empty incoming flow.

    BPMN 2.0.2, table 13.3: a token that reaches an empty flow does not count if it also reaches a
    filled one. `sources[flow]` are the nodes that reach the flow without passing this gateway.
    """

    decides_at_rest = True
    sources: Mapping[str, frozenset[str]] = {}

    def arrived(self, token: Token) -> None:
        if len(self.incoming) < 2:
            token._ready()
        else:
            token.workflow.undecided[token.id] = self

    def decide(self, token: Token) -> bool:
        if not self.nothing_can_come(token, self.waiting_by_flow(token)):
            return False
        self.fire(token)
        return True

    def nothing_can_come(self, token: Token, filled: Iterable[str]) -> bool:
        here = set(filled)
        empty = {name for flow in self.incoming if flow not in here for name in self.sources[flow]}
        hopeful = empty.difference(*(self.sources[flow] for flow in here if flow in self.sources))
        return not any(
            other.task_spec.name in hopeful and not other.listens and other.task_spec is not self
            for other in token.holder.children
        )


class ComplexGateway(InclusiveGateway):
    """Starts when its activation condition holds, then swallows what still comes, then resets.

    BPMN 2.0.2, table 13.5. Conditions see `activationCount` (tokens that wait) and `waitingForStart`.
    When it resets, flows with a condition that holds are taken again; flows without one are not.
    """

    activation: Any = None

    def arrived(self, token: Token) -> None:
        token.workflow.undecided[token.id] = self
        if self._begun(token) is None:
            self._try(token)

    def decide(self, token: Token) -> bool:
        begun = self._begun(token)
        if begun is None:
            return self._try(token)
        if not self.nothing_can_come(token, {*begun, *self.waiting_by_flow(token)}):
            return False
        self._reset(token)
        return True

    def _begun(self, token: Token) -> list[str] | None:
        """The flows of the first phase, when it is over."""
        found: list[str] | None = token.holder.internal_data.get(f"begun {self.name}")
        return found

    def _try(self, token: Token) -> bool:
        raise NotImplementedError(self.name)

    def _reset(self, token: Token) -> None:
        raise NotImplementedError(self.name)


class EventGateway(Node):
    """Waits with one listener for each following event; the first to come decides."""

    def _update_hook(self, token: Token) -> bool:
        self.enter(token)
        token._set_state(WAITING)
        for way in self.ways:
            token.workflow.listen(way.target, token)
        return False

    def decide(self, token: Token, event: CatchEvent, values: Mapping[str, Any]) -> None:
        """Go on at the event that came, in the gateway's place."""
        workflow, scope = token.workflow, token.holder
        way = next(way for way in self.ways if way.target is event)
        workflow.withdraw_inside(token)
        workflow.trail.completed(token)
        workflow.trail.taken(token, way.id)
        event.place_triggered(workflow, scope, values)
        workflow.absorb(token)
