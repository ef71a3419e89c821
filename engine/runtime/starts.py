"""What a drawing can be set off by from outside, and which messages it can receive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..bpmn.model import Element, EventDefinition, EventKind, Kind, Process
from ..expressions import Environment, compile_expression
from ..model.definition import StartEvent
from ..storage.deployments import ANY_NAME
from .alarm import first_alarm, frozen


def start_events(
    process: Process, definition: str, environment: Environment
) -> Iterator[StartEvent]:
    """The message, signal and timer start events of the process itself; timers are armed from now.

    Raises BadTimer and FeelError for a timer that has no moment.
    """
    for element in setting_off(process):
        for place, event in enumerate(element.events):
            if event.kind in _MADE:
                made = _MADE[event.kind](process.id, element, event, definition, environment)
                yield replace(made, place=place)


def setting_off(process: Process) -> Iterator[Element]:
    """Start events, receive tasks that instantiate, and the events after such an event gateway."""
    for element in process.inside(process.id):
        if element.kind is Kind.EVENT_GATEWAY and element.instantiate:
            yield from (process.elements[flow.target] for flow in process.leaving(element.id))
        elif element.kind is Kind.START_EVENT or element.instantiate:
            yield element


def _named(
    process_id: str,
    element: Element,
    event: EventDefinition,
    definition: str,
    environment: Environment,
) -> StartEvent:
    return StartEvent(
        process_id=process_id,
        element=element.id,
        definition=definition,
        kind=event.kind.value,
        name=_static(event.value, environment),
    )


def _static(name: str | None, environment: Environment) -> str | None:
    """The name, which may be an expression that needs no variables."""
    if name is None or not name.strip().startswith("="):
        return name
    found = compile_expression(name.strip()[1:]).evaluate({}, environment).value
    return found if isinstance(found, str) else None


def _timed(
    process_id: str,
    element: Element,
    event: EventDefinition,
    definition: str,
    environment: Environment,
) -> StartEvent:
    armed = first_alarm(event.timer or "", event.value or "", environment)
    return StartEvent(
        process_id=process_id,
        element=element.id,
        definition=definition,
        kind=event.kind.value,
        due=armed["due"],
        armed=frozen(armed),
    )


_MADE = {EventKind.MESSAGE: _named, EventKind.SIGNAL: _named, EventKind.TIMER: _timed}


def plain_start(process: Process) -> Element | None:
    """The start event without a cause, if there is one."""
    starts = (each for each in process.inside(process.id) if each.kind is Kind.START_EVENT)
    return next((start for start in starts if start.event.kind is EventKind.NONE), None)


def conditional_starts(process: Process) -> list[Element]:
    """The start events that somebody's variables set off, in document order."""
    inside = process.inside(process.id)
    starts = [each for each in inside if each.kind is Kind.START_EVENT]
    return [start for start in starts if _conditions(start)]


def first_holding(
    starts: list[Element], variables: Mapping[str, Any], environment: Environment
) -> Element | None:
    """The first with a condition that holds for the variables. Raises FeelError."""
    return next(
        (
            start
            for start in starts
            for condition in _conditions(start)
            if compile_expression(condition).evaluate(variables, environment).value is True
        ),
        None,
    )


def _conditions(start: Element) -> list[str]:
    found = (each.value for each in start.events if each.kind is EventKind.CONDITIONAL)
    return [value.strip().removeprefix("=") for value in found if value]


def messages_received(process: Process) -> Iterator[str]:
    """The names of messages the process can receive; ANY_NAME for one that is an expression."""
    for element in process.elements.values():
        if element.kind in _THROWERS:
            continue
        for event in element.events:
            if event.kind is EventKind.MESSAGE and event.value:
                yield ANY_NAME if event.value.startswith("=") else event.value


_THROWERS = frozenset({Kind.END_EVENT, Kind.THROW_EVENT, Kind.SEND_TASK})
