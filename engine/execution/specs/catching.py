"""What all catching events share: waiting, being triggered, several events at once."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ...bpmn.model import Element, EventKind
from ...expressions import to_json
from ...model.trail import Happening
from ...model.wait import MessageWait, SignalWait, TimerWait, Wait
from .. import timers
from ..tokens import WAITING
from ..waits import common
from ..written import Written
from .awaited import NONE, Awaited
from .node import Node

if TYPE_CHECKING:
    from ..program import ProcessProgram
    from ..tokens import Token
    from ..workflow import TokenWorkflow


class Catching(Node):
    """Waits for one event; with `parts` for several: any of them, or all (`parallelMultiple`)."""

    can_wait = True

    def __init__(
        self,
        program: ProcessProgram,
        element: Element,
        name: str | None = None,
        part: int | None = None,
    ) -> None:
        super().__init__(program, element, name)
        events = [Awaited.of(program, event) for event in element.events] or [NONE]
        self.events = events if part is None else [events[part]]
        self.parts: list[EventPart] = []

    @property
    def event(self) -> Awaited:
        return self.events[0]

    @property
    def condition(self) -> Written | None:
        """Of a conditional event."""
        return self.event.value

    @property
    def waits(self) -> bool:
        """Whether something must be listened for."""
        return any(event.is_listened_for for event in self.events)

    def catches(self, kind: str, code: str | None) -> bool:
        return any(e.kind == kind and e.code in (None, code) for e in self.events)

    def catches_only(self, kind: str, code: str | None) -> bool:
        return any(e.kind == kind and e.code == code and code is not None for e in self.events)

    # -- waiting --------------------------------------------------------------

    def wait(self, token: Token) -> None:
        """Arm the wait: everything that must be known of it is kept with the token."""
        if self.parts:
            for part in self.parts:
                if part.waits:
                    token.workflow.listen(part, token)
        else:
            _ARM[self.event.kind](self, token)
        token._set_state(WAITING)

    def rearm(self, listener: Token) -> None:
        """After an event that did not interrupt: a cycle goes on, another timer is spent."""
        if self.parts:
            self._gather_again(listener)
            return
        if self.event.kind is not EventKind.TIMER:
            return
        following = timers.next_round(listener.internal_data, listener.workflow.environment)
        if following is None:
            listener.workflow.withdraw(listener)
        else:
            listener.internal_data = following
            listener.workflow.touched.add(listener.id)

    def _gather_again(self, listener: Token) -> None:
        if self.element.parallel_multiple:
            listener.workflow.variables.close(listener.id)
            self.wait(listener)

    def has_become_true(self, token: Token) -> bool:
        """A condition triggers when it turns from false to true, not as long as it is true.

        A null is warned of when it is looked at for the first time.
        """
        if self.event.value is None:
            return False
        held = token.internal_data["held"]
        holds = token.workflow.holds(token, self.event.value, warn=held is None)
        token.internal_data["held"] = holds
        return holds and not held

    def restored(self, token: Token) -> None:
        if "held" in token.internal_data:
            token.workflow.conditional[token.id] = token

    # -- another version ------------------------------------------------------

    def continues(self, former: Node) -> bool:
        """Whether it waits for events of the same kinds."""
        return (
            isinstance(former, Catching)
            and super().continues(former)
            and [event.kind for event in self.events] == [event.kind for event in former.events]
            and self.element.parallel_multiple == former.element.parallel_multiple
        )

    def moved(self, token: Token, former: Node) -> None:
        """A timer keeps the moment it is due, a message the key it is awaited with."""
        assert isinstance(former, Catching)  # noqa: S101 - it continues this one
        if token._state == WAITING and not self.parts:
            _MOVED.get(self.event.kind, _keep_notes)(self, token, former)

    # -- triggered ------------------------------------------------------------

    def place_triggered(
        self,
        workflow: TokenWorkflow,
        scope: Token,
        values: Mapping[str, Any],
        caught: Mapping[str, Any] | None = None,
        happening: Happening = Happening.CAUGHT,
    ) -> Token:
        """A token that need not wait any more."""
        token = workflow.new_token(self, scope)
        if caught is not None:
            workflow.trail.note(happening, token, caught)
        workflow.trail.entered(token)
        self.enter(token)
        self.accept(token, values)
        token._ready()
        return token

    def part_came(self, gathering: Token, part: Token, values: Mapping[str, Any]) -> None:
        """One of several events has come."""
        workflow, variables = gathering.workflow, gathering.workflow.variables
        if self.element.parallel_multiple:
            values = {**variables.kept(gathering, "came", {}), **values}
            variables.keep(gathering, "came", values)
            workflow.withdraw(part)
            if any(child.task_spec in self.parts for child in gathering.children):
                return
        self.triggered_by(gathering, values)

    # -- waits ----------------------------------------------------------------

    def can_move(self, token: Token) -> bool:
        return token._state == WAITING

    def waits_for_signal(self, token: Token, name: str) -> bool:
        return (
            token._state == WAITING
            and self.event.kind is EventKind.SIGNAL
            and not self.parts
            and self.name_of(token) == name
        )

    def name_of(self, token: Token) -> str:
        static = self.event.value.text if self.event.value else ""
        return str(token.internal_data.get("name", static))

    def wait_of(self, token: Token) -> Wait | None:
        if token._state != WAITING or self.parts:
            return None
        kind, notes = self.event.kind, token.internal_data
        if kind is EventKind.TIMER:
            return TimerWait(**common(token), due=notes["due"])
        if kind is EventKind.MESSAGE:
            return MessageWait(**common(token), name=self.name_of(token), key=notes.get("key"))
        if kind is EventKind.SIGNAL:
            return SignalWait(**common(token), name=self.name_of(token))
        return None


def _arm_timer(spec: Catching, token: Token) -> None:
    workflow = token.workflow
    assert spec.event.value is not None  # noqa: S101 - the linter refuses a timer without a value
    value = workflow.evaluate(token, spec.event.value)
    try:
        token.internal_data.update(timers.arm(spec.event.timer, value, workflow.environment))
    except timers.BadTimer as error:
        raise workflow.unfit(token, "timer-value", spec.event.value, value) from error


def _arm_message(spec: Catching, token: Token) -> None:
    _keep_name(spec, token)
    if spec.event.key is not None:
        token.internal_data["key"] = correlation_key(token, spec.event)


def _keep_name(spec: Catching, token: Token) -> None:
    if spec.event.value is not None and not spec.event.value.is_static:
        token.internal_data["name"] = name_or_code(token, spec.event.value)


def _arm_condition(spec: Catching, token: Token) -> None:
    token.internal_data["held"] = None
    token.workflow.conditional[token.id] = token
    token.workflow.look_again()


_ARM = {
    EventKind.TIMER: _arm_timer,
    EventKind.MESSAGE: _arm_message,
    EventKind.SIGNAL: _keep_name,
    EventKind.CONDITIONAL: _arm_condition,
}


def _keep_notes(spec: Catching, token: Token, former: Catching) -> None:
    """What is awaited has no words of its own."""


def _keep_due(spec: Catching, token: Token, former: Catching) -> None:
    """A cycle that is none any more, or has become one, is due once more."""
    if spec.event.timer != former.event.timer:
        for name in ("first", "every", "round", "left"):
            token.internal_data.pop(name, None)


def _keep_key(spec: Catching, token: Token, former: Catching) -> None:
    _new_name(spec, token, former)
    if spec.event.key is None:
        token.internal_data.pop("key", None)
    elif "key" not in token.internal_data:
        token.internal_data["key"] = correlation_key(token, spec.event)


def _new_name(spec: Catching, token: Token, former: Catching) -> None:
    token.internal_data.pop("name", None)
    _keep_name(spec, token)


_MOVED = {
    EventKind.TIMER: _keep_due,
    EventKind.MESSAGE: _keep_key,
    EventKind.SIGNAL: _new_name,
}


def name_or_code(token: Token, written: Written | None) -> str:
    """The name or code of an event, as written or evaluated."""
    value = "" if written is None else token.workflow.value(token, written)
    if isinstance(value, str):
        return value
    assert written is not None  # noqa: S101 - without one it is a string
    raise token.workflow.unfit(token, "event-name", written, value)


def correlation_key(token: Token, event: Awaited) -> str | None:
    """The key as text; Camunda allows a string or a number."""
    if event.key is None:
        return None
    value = token.workflow.evaluate(token, event.key)
    if isinstance(value, str) and value:
        return value
    if isinstance(value, Decimal):
        return str(to_json(value))
    raise token.workflow.unfit(token, "correlation-key", event.key, value)


class EventPart(Catching):
    """One of several events; listens under the token or listener that gathers them."""

    is_drawn = False

    def __init__(self, program: ProcessProgram, whole: Catching, number: int) -> None:
        super().__init__(program, whole.element, f"{whole.element.id}#{number}", number)
        self.whole = whole

    def triggered_by(self, token: Token, values: Mapping[str, Any]) -> None:
        gathering = token.holder
        self.rearm(token)
        self.whole.part_came(gathering, token, values)
