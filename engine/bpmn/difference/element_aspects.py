"""The sides of an element that can differ."""

from __future__ import annotations

from ..model import Element, EventDefinition, Process
from .texts import Aspect, named, plain, values, yes


def element_aspects(process: Process, element: Element) -> dict[Aspect, str]:
    lane = process.lane_of(element.id)
    return {
        **plain(
            name=element.name,
            kind=element.kind.value,
            inside=None if element.scope == process.id else element.scope,
            lane=lane.label if lane else None,
            attached_to=element.attached_to,
            documentation=element.documentation,
            form=element.form_id,
            default=element.default,
            compensated_by=element.compensated_by,
            activation_condition=element.activation_condition,
            direction=element.direction,
        ),
        **_flags(element),
        **_parts(element),
        **named("event", {str(at): _event(each) for at, each in enumerate(element.events, 1)}),
        **named("input", {each.target: each.source for each in element.inputs}),
        **named("output", {each.target: each.source for each in element.outputs}),
        **named("property", element.properties),
        **named("header", element.job.headers if element.job else {}),
    }


def _flags(element: Element) -> dict[Aspect, str]:
    """What is true or false; the usual is not told."""
    return plain(
        interrupting=None if element.interrupting else yes(False),
        instantiate=yes(True) if element.instantiate else None,
        parallel_multiple=yes(True) if element.parallel_multiple else None,
        event_sub_process=yes(True) if element.triggered_by_event else None,
        for_compensation=yes(True) if element.for_compensation else None,
        start_quantity=str(element.start_quantity) if element.start_quantity != 1 else None,
        completion_quantity=_unless_one(element.completion_quantity),
    )


def _unless_one(count: int) -> str | None:
    return None if count == 1 else str(count)


def _parts(element: Element) -> dict[Aspect, str]:
    """What an element is given beside its events and mappings."""
    parts = {
        "job": element.job,
        "assignment": element.assignment,
        "script": element.script,
        "called": element.called,
        "decision": element.decision,
        "loop": element.loop,
        "ad-hoc": element.ad_hoc,
    }
    return {
        (aspect, name): text
        for aspect, part in parts.items()
        if part is not None
        for name, text in values(part)
        if name != "headers"
    }


def _event(event: EventDefinition) -> str:
    told = [event.kind.value, *(text for _, text in values(event) if text != event.kind.value)]
    return " ".join(told)
