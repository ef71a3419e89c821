"""When a timer start event is due, and what it remembers for its next round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from ..bpmn.model import EventDefinition
from ..execution.timers import BadTimer, arm, next_round
from ..expressions import Environment, FeelError, compile_expression
from ..model.definition import StartEvent


def first_alarm(timer: str, text: str, environment: Environment) -> dict[str, Any]:
    """What the timer remembers at first. Raises BadTimer, FeelError."""
    text = text.strip()
    value: Any = text
    if text.startswith("="):
        value = compile_expression(text[1:]).evaluate({}, environment).value
    return arm(timer, value, environment)


def has_alarm(event: EventDefinition, environment: Environment) -> bool:
    """Whether the timer has a moment before there is any instance."""
    try:
        return bool(first_alarm(event.timer or "", event.value or "", environment))
    except (BadTimer, FeelError):
        return False


def next_alarm(event: StartEvent, environment: Environment) -> StartEvent:
    """The start event after its timer fired: armed for the next round, or never again."""
    armed = event.armed or {}
    if "every" not in armed:
        return replace(event, due=None, armed=None)
    following = next_round(thawed(armed), environment)
    if following is None:
        return replace(event, due=None, armed=None)
    return replace(event, due=following["due"], armed=frozen(following))


def frozen(armed: Mapping[str, Any]) -> dict[str, Any]:
    """What a timer remembers, as JSON."""
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in armed.items()
    }


def thawed(armed: Mapping[str, Any]) -> dict[str, Any]:
    moments = {"due", "first"}
    return {
        name: datetime.fromisoformat(value) if name in moments else value
        for name, value in armed.items()
    }
