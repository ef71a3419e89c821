"""The base of all specs: what any flow node does with a token.

SpiffWorkflow calls the underscored hooks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from SpiffWorkflow.specs.base import TaskSpec

from ...bpmn.model import Element
from ..mappings import map_in, map_out, targets
from ..written import Written

if TYPE_CHECKING:
    from ...model.wait import Wait
    from ..program import ProcessProgram
    from ..tokens import Token
    from .catching import Catching


@dataclass(eq=False, slots=True)
class Way:
    """An outgoing sequence flow, joined to the spec it leads to."""

    id: str
    target: Node
    condition: Written | None
    is_default: bool
    is_drawn: bool = True


class Node(TaskSpec):  # type: ignore[misc]  # SpiffWorkflow ships no types
    """A flow node. `name` differs from the element's id for specs that are not drawn themselves."""

    can_wait = False
    is_join = False
    is_process = False
    is_drawn = True
    is_manual = False
    owns_scope = False
    is_round = False

    def __init__(self, program: ProcessProgram, element: Element, name: str | None = None) -> None:
        super().__init__(program, name or element.id, manual=self.is_manual)
        self.program = program
        self.element = element
        self.ways: list[Way] = []
        self.incoming: list[str] = []
        self.boundaries: list[Catching] = []
        self.undone_by: Node | None = None
        self.undo_event: Node | None = None
        self.inputs_mapped = targets(program, element.inputs)
        self.outputs_mapped = targets(program, element.outputs)
        self.is_local = self.owns_scope or bool(element.inputs or element.outputs)

    # -- SpiffWorkflow's hooks ------------------------------------------------

    def test(self) -> None:
        """Stock: refuses a spec without inputs. The linter has checked the drawing."""

    def _predict_hook(self, token: Token) -> None:
        """Stock: grows a tree of possible futures. There is none."""

    def _on_cancel(self, token: Token) -> None:
        """Stock: emits an event nobody listens to."""

    def _update_hook(self, token: Token) -> bool:
        """Stock: merges the parent's data. Here: a token arrives."""
        self.enter(token)
        return True

    def _on_ready_hook(self, token: Token) -> None:
        self.listen_for(token)
        if not self.manual:
            token.workflow.agenda.append(token)

    def _run_hook(self, token: Token) -> bool | None:
        return True

    def _on_complete_hook(self, token: Token) -> None:
        workflow = token.workflow
        if token._children:
            workflow.withdraw_inside(token)
        self.leave(token)
        ways = self.choose(token) if self.goes_on(token) else ()
        if self.is_drawn:
            workflow.trail.completed(token)
        for way in ways:
            workflow.move(token, way)

    # -- what a spec may change -----------------------------------------------

    def enter(self, token: Token) -> None:
        """A token has arrived: open its scope, map the inputs."""
        if self.is_local:
            token.workflow.variables.open(token.id)
            if self.inputs_mapped:
                map_in(token, self.inputs_mapped)

    def listen_for(self, token: Token) -> None:
        """Begin to wait for what may happen while the activity lasts."""
        for boundary in self.boundaries:
            if boundary.waits:
                token.workflow.listen(boundary, token)

    def accept(self, token: Token, values: Mapping[str, Any]) -> None:
        """Values from outside: into the own scope if outputs are mapped, else outwards."""
        variables = token.workflow.variables
        if self.outputs_mapped:
            variables.set_local(token, values, token)
        else:
            variables.propagate(token, values, token)

    def goal(self, token: Token) -> Token:
        """Where results go first: a round keeps what the output element of its body names."""
        return token if self.is_round else token.holder

    def leave(self, token: Token) -> None:
        """The token is about to go on: map the outputs, remember what could be undone."""
        if self.outputs_mapped:
            map_out(token, self.outputs_mapped)
        if self.undone_by is not None:
            record_compensation(token, {"of": self.element.id, "handler": self.undone_by.name})

    def goes_on(self, token: Token) -> bool:
        """Whether what is around lets the token go on now that it is done here."""
        holder = token.parent
        return holder is None or holder.task_spec.releases(holder, self)

    def choose(self, token: Token) -> Iterable[Way]:
        """The flows that the token takes, in document order."""
        return self.taken(token)

    def taken(self, token: Token, context: Mapping[str, Any] | None = None) -> Iterable[Way]:
        """Every flow whose condition holds; the default flow if none does."""
        holds = token.workflow.holds
        taken = [
            way
            for way in self.ways
            if not way.is_default
            and (way.condition is None or holds(token, way.condition, context))
        ]
        if taken or not self.ways:
            return taken
        default = [way for way in self.ways if way.is_default]
        if not default:
            raise token.workflow.failure(token, "no-flow-taken")
        return default

    def releases(self, token: Token, child: Node) -> bool:
        """Whether a child of this token that is done may go on along its flows."""
        return True

    def admits(self, token: Token, child: Node) -> bool:
        """Whether a token that goes on inside this one may enter the element now."""
        return True

    def collect(self, token: Token, child: Token) -> None:
        """A child of this token has completed and is about to vanish."""

    def progress(self, token: Token) -> None:
        """A child of this token has vanished."""

    def is_done(self, token: Token) -> bool:
        """Whether a started token may complete, now that its turn has come on the agenda."""
        return False

    def forget(self, token: Token) -> None:
        """The token is gone, and its variables with it, unless they are kept for a compensation."""
        notes = token.internal_data
        if "done" in notes:
            drop_records(token, notes["done"])
        if not notes.get("kept"):
            token.workflow.variables.close(token.id)

    def catcher(
        self, token: Token, inner: Token | None, kind: str, code: str | None
    ) -> Catching | None:
        """Who, at this token, catches an error or escalation from inside it or from itself."""
        return best_match(self.boundaries, kind, code)

    def begin_here(self, root: Token, values: Mapping[str, Any]) -> None:
        """The instance begins at this element."""
        root.workflow.place(self, root)

    def restored(self, token: Token) -> None:
        """The token has come back from a snapshot."""

    # -- another version ------------------------------------------------------

    def continues(self, former: Node) -> bool:
        """Whether a token of the former version's spec may go on here."""
        return type(self) is type(former)

    def moved(self, token: Token, former: Node) -> None:
        """The token has come from the former version's spec."""

    # -- waits ----------------------------------------------------------------

    def wait(self, token: Token) -> None:
        """Begin to wait for the element's event. Only catching events do."""
        raise NotImplementedError(self.name)

    def wait_of(self, token: Token) -> Wait | None:
        """What the outside must do or bring for this token."""
        return None

    def can_move(self, token: Token) -> bool:
        """Whether something from outside may still move this token."""
        return False

    def waits_for_signal(self, token: Token, name: str) -> bool:
        return False

    def has_become_true(self, token: Token) -> bool:
        return False

    def triggered_by(self, token: Token, values: Mapping[str, Any]) -> None:
        """The event the token waited for has come."""
        raise NotImplementedError(self.name)

    def triggered_at(
        self, holder: Token, values: Mapping[str, Any], caught: Mapping[str, Any] | None = None
    ) -> None:
        """The event has happened at the scope or activity this one belongs to."""
        raise NotImplementedError(self.name)


class PassThrough(Node):
    """None events, plain and manual tasks, ends of links: nothing but passing."""


def best_match(catchers: Iterable[Catching], kind: str, code: str | None) -> Catching | None:
    """A catcher of just this code before one of any code."""
    fitting = [each for each in catchers if each.catches(kind, code)]
    exact = [each for each in fitting if each.catches_only(kind, code)]
    return next(iter(exact or fitting), None)


# -- notes for compensation -----------------------------------------------------------------------


def record_compensation(token: Token, record: dict[str, Any]) -> None:
    """The scope remembers what could be undone; with the token's own variables, if it has any."""
    if token.workflow.variables.scope(token.id) is not None:
        token.internal_data["kept"] = True
        record["scope"] = token.id
    token.holder.internal_data.setdefault("done", []).append(record)


def drop_records(token: Token, records: Iterable[dict[str, Any]]) -> None:
    """What can no longer be undone needs its variables no more."""
    waiting = list(records)
    while waiting:
        record = waiting.pop()
        if "scope" in record:
            token.workflow.variables.close(record["scope"])
        waiting.extend(record.get("done", ()))
