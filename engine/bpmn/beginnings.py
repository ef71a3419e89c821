"""Whether a process can be begun without an event: by somebody, or by a call."""

from __future__ import annotations

from .model import Element, EventKind, Kind, Process


def begins_plainly(process: Process) -> bool:
    """Whether somebody may just start it: at a plain start event, or where nothing leads to."""
    inside = list(process.inside(process.id))
    starts = [element for element in inside if element.kind is Kind.START_EVENT]
    if starts:
        return any(start.event.kind is EventKind.NONE for start in starts)
    reached = {flow.target for flow in process.flows.values()}
    return any(_begins_unasked(element) for element in inside if element.id not in reached)


def _begins_unasked(element: Element) -> bool:
    return not (
        element.attached_to
        or element.triggered_by_event
        or element.for_compensation
        or element.instantiate
    )
