"""The business key of an instance whose drawing finds it.

A dossier has its code only when it has been opened. A process that sets its variable `businessKey`
gives its instance that key: it is found by it, and so are its waits for messages without a
correlation key of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..execution import Execution
from ..model.instance import ProcessInstance
from ..model.trail import Happening, TrailEvent
from ..model.wait import MessageWait, Wait

KEY = "businessKey"


def named(instance: ProcessInstance, trail: Sequence[TrailEvent]) -> ProcessInstance:
    """The instance under the last key that its process set; only a text names it."""
    given = [event.about["after"] for event in trail if _names(event, instance)]
    if given and isinstance(given[-1], str) and given[-1]:
        return replace(instance, business_key=given[-1])
    return instance


def _names(event: TrailEvent, instance: ProcessInstance) -> bool:
    """Whether the instance's own process, and none it calls, set the variable."""
    return (
        event.happening is Happening.SET
        and event.about["name"] == KEY
        and event.definition == instance.definition
        and event.element == instance.process_id
    )


def moved_by_name(
    before: ProcessInstance, after: ProcessInstance, execution: Execution, opened: Sequence[Wait]
) -> list[Wait]:
    """The waits to be written: those opened, and those that the new business key moves."""
    if after.business_key == before.business_key:
        return list(opened)
    numbers = {wait.number for wait in opened}
    keyless = (w for w in execution.waits() if isinstance(w, MessageWait) and w.key is None)
    return [*opened, *(wait for wait in keyless if wait.number not in numbers)]
