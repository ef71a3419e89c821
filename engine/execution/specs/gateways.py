"""Gateways. A token that waits at a join knows the flow it came by; no tree is searched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ...bpmn.model import Element
from ..tokens import WAITING
from ..variables import View
from ..written import Written
from .node import Node, Way

if TYPE_CHECKING:
    from ..program import ProcessProgram
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
    """Holds tokens by incoming flow; the earliest of each is used, others wait for a next round."""

    is_join = True
    decides_at_rest = False

    def waiting_by_flow(self, token: Token) -> dict[str, Token]:
        earliest: dict[str, Token] = {}
        for other in token.holder.children:
            if other.task_spec is self and other._state == WAITING and not other.listens:
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

    def fire(self, token: Token) -> Token:
        """One token of each flow goes in, one goes on."""
        first, *others = self.waiting_by_flow(token).values()
        for other in others:
            token.workflow.absorb(other)
        token.workflow.undecided.pop(first.id, None)
        first.internal_data.clear()
        first._ready()
        return first


class ParallelGateway(Join):
    def arrived(self, token: Token) -> None:
        if len(self.waiting_by_flow(token)) >= len(self.incoming):
            self.fire(token)

    def choose(self, token: Token) -> Iterable[Way]:
        return self.ways


class InclusiveGateway(Join):
    """Fires when no token elsewhere in the scope can still reach an empty incoming flow.

    BPMN 2.0.2, table 13.3: a token that reaches an empty flow does not count if it also reaches a
    filled one, by sequence flows: what a boundary event has sent ahead does not let the rest go
    its own way. `sources[flow]` are the nodes that reach the flow without passing this gateway.
    """

    decides_at_rest = True
    sources: Mapping[str, frozenset[str]] = {}
    sources_by_flow: Mapping[str, frozenset[str]] = {}

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
        known = here.intersection(self.sources_by_flow)
        hopeful = empty.difference(*(self.sources_by_flow[flow] for flow in known))
        return not any(
            other.task_spec.name in hopeful and not other.listens and other.task_spec is not self
            for other in token.holder.children
        )


class ComplexGateway(InclusiveGateway):
    """Starts when its activation condition holds, swallows what still comes, then resets.

    BPMN 2.0.2, table 13.5. Conditions see `activationCount`, the tokens that wait, and
    `waitingForStart`. Between start and reset a listener keeps the flows that have come, `begun`.
    On reset only flows whose condition speaks of `waitingForStart` are looked at again.
    """

    def __init__(self, program: ProcessProgram, element: Element, name: str | None = None) -> None:
        super().__init__(program, element, name)
        self.activation = program.optional(element.activation_condition)

    def arrived(self, token: Token) -> None:
        token.workflow.undecided[token.id] = self
        if self._watcher(token.holder) is None:
            self._start(token)

    def decide(self, token: Token) -> bool:
        watcher = self._watcher(token.holder)
        if watcher is None:
            return self._start(token)
        begun = watcher.internal_data["begun"]
        if not self.nothing_can_come(token, {*begun, *self.waiting_by_flow(token)}):
            return False
        self._reset(watcher, begun)
        return True

    def choose(self, token: Token) -> Iterable[Way]:
        return self.taken(token, self._phase(token, token.internal_data["count"], True))

    def _watcher(self, scope: Token) -> Token | None:
        return next((t for t in scope.children if t.task_spec is self and t.listens), None)

    def _start(self, token: Token) -> bool:
        workflow, flows = token.workflow, list(self.waiting_by_flow(token))
        count = sum(self._waits_here(other) for other in token.holder.children)
        phase = self._phase(token, count, True)
        if self.activation is not None and not workflow.holds(token, self.activation, phase):
            return False
        self.fire(token).internal_data["count"] = count
        if len(self.incoming) > 1:
            watcher = workflow.new_token(self, token.holder)
            watcher.triggered = True
            watcher.internal_data["begun"] = flows
            watcher._set_state(WAITING)
            workflow.undecided[watcher.id] = self
        return True

    def _reset(self, watcher: Token, begun: list[str]) -> None:
        workflow, scope = watcher.workflow, watcher.holder
        late = {f: t for f, t in self.waiting_by_flow(watcher).items() if f not in begun}
        phase = self._phase(watcher, len(late), False)
        for way, condition in self.again:
            if workflow.holds(watcher, condition, phase):
                workflow.move(watcher, way)
        for token in late.values():
            workflow.absorb(token)
        workflow.withdraw(watcher)
        scope.task_spec.progress(scope)

    @property
    def again(self) -> list[tuple[Way, Written]]:
        """Flows that are looked at on reset."""
        return [
            (w, w.condition) for w in self.ways if w.condition and _speaks_of_phase(w.condition)
        ]

    def _waits_here(self, token: Token) -> bool:
        return token.task_spec is self and token._state == WAITING and not token.listens

    def _phase(self, token: Token, count: int, starting: bool) -> View:
        seen = token.workflow.variables.seen_from(token)
        return seen.with_names({"activationCount": count, "waitingForStart": starting})


def _speaks_of_phase(condition: Written) -> bool:
    return condition.feel is not None and "waitingForStart" in condition.feel.variables


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
