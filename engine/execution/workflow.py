"""SpiffWorkflow's Workflow with the task tree as a tree of scopes, and an agenda for tree walks."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from SpiffWorkflow.workflow import Workflow

from ..expressions import Environment
from ..model.trail import Happening, Thrown
from .evaluating import Evaluating
from .library import Library
from .program import ProcessProgram
from .tokens import COMPLETED, READY, STARTED, WAITING, Token
from .trail import NOTHING, Trail
from .variables import Variables

if TYPE_CHECKING:
    from .specs.gateways import Join
    from .specs.node import Node, Way

LIMIT = 250_000
"""Elements that may run in one step; a drawing that needs more runs round without a wait."""


class TokenWorkflow(Evaluating, Workflow):  # type: ignore[misc]  # SpiffWorkflow ships no types
    """Lives for one step: restored, stepped, saved. Holds no finished task at rest."""

    tasks: dict[int, Token]
    task_tree: Token

    def __init__(
        self,
        program: ProcessProgram,
        library: Library,
        environment: Environment,
        variables: bytes | None = None,
        last_number: int = 0,
    ) -> None:
        super().__init__(program, deserializing=True)  # deserializing: no root task, no prediction
        self.library = library
        self.environment = environment
        self.trail = Trail()
        self.variables = Variables(variables, self.trail.changed)
        self.thrown: list[Thrown] = []
        self.agenda: deque[Token] = deque()
        self.undecided: dict[
            int, Join
        ] = {}  # inclusive and complex joins, decided when all else rests
        self.conditional: dict[int, Token] = {}  # looked at when all else rests
        self.touched: set[int] = set()
        self.last_number = last_number
        self.known = last_number  # numbers up to here were there before this step
        self._looked_at = 0

    # -- tokens ---------------------------------------------------------------

    def new_token(self, spec: Node, parent: Token | None) -> Token:
        self.last_number += 1
        return Token(self, spec, None if parent is None else parent.id, self.last_number)

    def place(self, spec: Node, parent: Token) -> Token:
        """A token appears; its spec decides at once whether it is ready or waits."""
        token = self.new_token(spec, parent)
        self.trail.entered(token)
        spec._update(token)
        return token

    def listen(self, spec: Node, parent: Token) -> Token:
        """A listener appears under the scope, activity or gateway it listens for."""
        token = self.new_token(spec, parent)
        token.triggered = True
        spec.wait(token)
        return token

    def move(self, token: Token, way: Way) -> None:
        """The token goes along the flow: a new one stands in the same scope, if it admits it."""
        if way.is_drawn:
            self.trail.taken(token, way.id)
        scope = token.holder
        if not scope.task_spec.admits(scope, way.target):
            return
        arrived = self.new_token(way.target, scope)
        if way.target.is_join:
            arrived.internal_data["via"] = way.id
        self.trail.entered(arrived)
        way.target._update(arrived)

    def lift(self, token: Token, scope: Token) -> None:
        """The token goes on in a scope further out."""
        token.holder._children.pop(token.id)
        token._parent = scope.id
        scope._children[token.id] = None

    def absorb(self, token: Token) -> None:
        """A join takes the token in; nothing follows from it."""
        token._set_state(COMPLETED)
        self._remove_task(token.id)

    def withdraw(self, token: Token) -> None:
        """Cancel the token and all it holds, innermost first."""
        for child in reversed(token.children):
            self.withdraw(child)
        if token._state != COMPLETED:
            if token.task_spec.is_drawn and not token.listens:
                self.trail.note(Happening.CANCELLED, token)
            token.cancel()
        self._remove_task(token.id)

    def withdraw_inside(self, scope: Token, but: Token | None = None) -> None:
        for child in scope.children:
            if child is not but and child.alive:
                self.withdraw(child)

    def close(self, token: Token) -> None:
        """Nothing is left inside: the token completes next, before anything else runs."""
        self.agenda.appendleft(token)

    # -- SpiffWorkflow's hooks ------------------------------------------------

    def _task_completed_notify(self, token: Token) -> None:
        """Stock: remembers the task, looks for a spec called `End`, updates all waiting tasks."""
        if not token.alive:  # what it threw has withdrawn it
            return
        holder = token.parent
        if holder is None:
            self.completed = True
            return
        holder.task_spec.collect(holder, token)
        if not token.alive:  # what its completion threw has withdrawn it
            return
        self._remove_task(token.id)
        holder.task_spec.progress(holder)

    def _remove_task(self, number: int) -> None:
        token = self.tasks.pop(number)
        if token.task_spec.can_wait:
            self.touched.add(number)
        self.undecided.pop(number, None)
        self.conditional.pop(number, None)
        token.task_spec.forget(token)
        if token._parent in self.tasks:
            self.tasks[token._parent]._children.pop(number, None)

    # -- running --------------------------------------------------------------

    def begin(self, at: str | None, known: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        """Start the instance: at the plain start, or at the named event."""
        root = self.task_tree = self.new_token(self.spec.start, None)
        self.variables.open(root.id)
        self.variables.set_local(root, known, root)
        self.spec.start.begin(root, at, values)

    def run_to_wait(self) -> None:
        left = LIMIT
        while self.go_on():
            left -= 1
            if left < 0:
                raise self.failure(self.task_tree, "endless-loop", elements=LIMIT)

    def go_on(self) -> bool:
        """Run the next of the agenda, or settle what waits for all to rest. False: all rests."""
        if not self.agenda:
            return self._settle()
        self._run(self.agenda.popleft())
        return True

    def _run(self, token: Token) -> None:
        """What was withdrawn meanwhile is passed over."""
        if not token.alive:
            return
        if token._state == READY:
            token.run()
        elif token._state == STARTED and token.task_spec.is_done(token):
            token.complete()

    def _settle(self) -> bool:
        """All else rests: conditions see settled variables, and joins know who may still come."""
        return self._look_at_conditions() or self._decide_joins()

    def _look_at_conditions(self) -> bool:
        if not self.has_unseen_changes:
            return False
        for token in list(self.conditional.values()):
            if token.alive and token.task_spec.has_become_true(token):
                self.deliver(token, {})
                return True
        self._looked_at = self.variables.version
        return False

    @property
    def has_unseen_changes(self) -> bool:
        """Whether conditions must still be looked at."""
        return self._looked_at != self.variables.version

    def look_again(self) -> None:
        """A new condition is to be looked at although no variable has changed."""
        self._looked_at = -1

    def _decide_joins(self) -> bool:
        for number, join in list(self.undecided.items()):
            if number in self.tasks and join.decide(self.tasks[number]):
                return True
        return False

    # -- events ---------------------------------------------------------------

    def deliver(
        self, token: Token, variables: Mapping[str, Any], about: Mapping[str, Any] = NOTHING
    ) -> None:
        """What the token waits for has come."""
        self.trail.note(Happening.TRIGGERED, token, about)
        token.task_spec.triggered_by(token, variables)

    def throw(
        self, token: Token, kind: str, name: str, key: str | None, values: Mapping[str, Any]
    ) -> None:
        """Something for the outside, kept until the step is committed."""
        self.thrown.append(
            Thrown(
                kind=kind,
                name=name,
                key=key,
                variables=values,
                element=token.task_spec.element.id,
                token=token.id,
            )
        )

    def broadcast(self, name: str, values: Mapping[str, Any]) -> None:
        """A signal reaches whoever waits for it now, in this instance."""
        for token in [t for t in self.tasks.values() if t.task_spec.waits_for_signal(t, name)]:
            if token.alive and token._state == WAITING:
                self.deliver(token, values, {"name": name})

    def raise_event(
        self,
        origin: Token,
        kind: str,
        code: str | None,
        values: Mapping[str, Any] = NOTHING,
        text: str = "",
    ) -> bool:
        """Error or escalation: from the origin outwards to the nearest catcher. Whether caught."""
        holder: Token | None = origin
        inner: Token | None = None
        while holder is not None:
            catcher = holder.task_spec.catcher(holder, inner, kind, code)
            if catcher is not None:
                catcher.triggered_at(holder, values, {"code": code, "text": text})
                return True
            holder, inner = holder.parent, holder
        return False

    def stuck(self) -> list[Token]:
        """Tokens that wait in vain: nothing in the instance can be moved from outside any more."""
        if self.completed or any(t.task_spec.can_move(t) for t in self.tasks.values()):
            return []
        return [t for t in self.tasks.values() if t._state == WAITING and not t.listens] or [
            t for t in self.tasks.values() if not t._children
        ]
