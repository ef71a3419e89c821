"""What must be there before a step can be raised."""

from __future__ import annotations

from ....bpmn.model import Element, Process
from ..draft import Draft
from ..outcome import Left
from ..walk import is_direct, only_next

Found = tuple[Process, Element] | None


def whole_way(found: Found) -> Left | None:
    """A step in the process itself, with ways in and one way out."""
    if found is None:
        return Left("elsewhere")
    process, step = found
    if not is_direct(process, step):
        return Left("inside", {"element": step.label})
    if only_next(process, step.id) is None or not list(process.arriving(step.id)):
        return Left("shape", {"element": step.label})
    return None


def way_in(found: Found) -> Left | None:
    """A step in the process itself that some flow leads to."""
    if found is None:
        return Left("elsewhere")
    process, step = found
    if not is_direct(process, step):
        return Left("inside", {"element": step.label})
    return None if list(process.arriving(step.id)) else Left("shape", {"element": step.label})


def missing_process(draft: Draft, *needed: str) -> Left | None:
    """The first of these processes that is nowhere."""
    gone = next((each for each in needed if not draft.knows(each)), None)
    return Left("library", {"process": gone}) if gone else None
