"""Sentences of the room: bpmn. A page for what the rules of the linter look at."""

from __future__ import annotations

from . import activity, connection, event, expression, file, gateway, soundness, surroundings

SENTENCES: dict[str, tuple[str, str]] = {
    **file.FILE,
    **connection.CONNECTION,
    **gateway.GATEWAY,
    **event.EVENT,
    **activity.ACTIVITY,
    **expression.EXPRESSION,
    **surroundings.SURROUNDINGS,
    **soundness.SOUNDNESS,
}
