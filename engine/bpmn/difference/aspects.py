"""The sides of a thing in a drawing that can differ, each as text; and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from ..model import (
    Artifact,
    Bounds,
    DataReference,
    Declaration,
    Diagram,
    Drawing,
    Element,
    EventDefinition,
    Lane,
    MessageFlow,
    Participant,
    Process,
    SequenceFlow,
)
from .changes import Thing

Aspect = tuple[str, str]
"""Its name, and the name of the one meant where there are several."""

NOT_TOLD = frozenset({"line", "refers_to"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A thing of a drawing. likeness: what makes it the same thing when its id has changed."""

    thing: Thing
    id: str
    label: str
    likeness: tuple[str, ...]
    aspects: Mapping[Aspect, str]
    place: Mapping[Aspect, str] = field(default_factory=dict)


def described(drawing: Drawing) -> Iterator[Described]:
    """Everything in the drawing, in document order."""
    labels = {e.id: e.label for p in drawing.processes.values() for e in p.elements.values()}
    for process in drawing.processes.values():
        yield _process(process)
    yield from (_pool(each, drawing.diagram) for each in drawing.participants)
    for process in drawing.processes.values():
        yield from (_lane(each, drawing.diagram) for each in process.lanes)
        yield from (_element(process, each, drawing) for each in process.elements.values())
        yield from (_flow(each, labels, drawing.diagram) for each in process.flows.values())
        yield from (_data(each, drawing.diagram) for each in process.references)
        yield from (_note(each, drawing.diagram) for each in process.artifacts)
    yield from (_message_flow(each, drawing.diagram) for each in drawing.message_flows)
    yield from (_note(each, drawing.diagram) for each in drawing.artifacts)
    yield from (_declaration(each) for each in drawing.declarations.values())


def _process(process: Process) -> Described:
    aspects = {
        **_plain(name=process.name, executable=_yes(process.executable)),
        **_plain(documentation=process.documentation, version_tag=process.version_tag),
        **_named("property", process.properties),
    }
    return Described(
        thing=Thing.PROCESS,
        id=process.id,
        label=process.label,
        likeness=(process.label,),
        aspects=aspects,
    )


def _pool(pool: Participant, diagram: Diagram) -> Described:
    return Described(
        thing=Thing.POOL,
        id=pool.id,
        label=pool.name or pool.id,
        likeness=(pool.process or "", pool.name or ""),
        aspects=_plain(name=pool.name, process=pool.process),
        place=_placed(diagram, pool.id),
    )


def _lane(lane: Lane, diagram: Diagram) -> Described:
    return Described(
        thing=Thing.LANE,
        id=lane.id,
        label=lane.label,
        likeness=(lane.label,),
        aspects=_plain(name=lane.name, inside=lane.parent),
        place=_placed(diagram, lane.id),
    )


def _element(process: Process, element: Element, drawing: Drawing) -> Described:
    lane = process.lane_of(element.id)
    aspects = {
        **_plain(
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
        **_named("event", {str(at): _event(each) for at, each in enumerate(element.events, 1)}),
        **_named("input", {each.target: each.source for each in element.inputs}),
        **_named("output", {each.target: each.source for each in element.outputs}),
        **_named("property", element.properties),
        **_named("header", element.job.headers if element.job else {}),
    }
    return Described(
        thing=Thing.ELEMENT,
        id=element.id,
        label=element.label,
        likeness=(element.kind.value, element.label),
        aspects=aspects,
        place=_placed(drawing.diagram, element.id),
    )


def _flags(element: Element) -> dict[Aspect, str]:
    """What is true or false; the usual is not told."""
    return _plain(
        interrupting=None if element.interrupting else _yes(False),
        instantiate=_yes(True) if element.instantiate else None,
        parallel_multiple=_yes(True) if element.parallel_multiple else None,
        event_sub_process=_yes(True) if element.triggered_by_event else None,
        for_compensation=_yes(True) if element.for_compensation else None,
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
        for name, text in _values(part)
        if name != "headers"
    }


def _flow(flow: SequenceFlow, labels: Mapping[str, str], diagram: Diagram) -> Described:
    ends = labels.get(flow.source, flow.source), labels.get(flow.target, flow.target)
    return Described(
        thing=Thing.FLOW,
        id=flow.id,
        label=flow.name or f"{ends[0]} → {ends[1]}",
        likeness=(*ends, flow.condition or ""),
        aspects=_plain(
            name=flow.name, source=flow.source, target=flow.target, condition=flow.condition
        ),
        place=_routed(diagram, flow.id),
    )


def _message_flow(flow: MessageFlow, diagram: Diagram) -> Described:
    return Described(
        thing=Thing.MESSAGE_FLOW,
        id=flow.id,
        label=flow.name or f"{flow.source} → {flow.target}",
        likeness=(flow.source, flow.target, flow.name or ""),
        aspects=_plain(name=flow.name, source=flow.source, target=flow.target),
        place=_routed(diagram, flow.id),
    )


def _declaration(each: Declaration) -> Described:
    return Described(
        thing=Thing.DECLARATION,
        id=each.id,
        label=each.name or each.code or each.id,
        likeness=(each.kind.value, each.name or "", each.code or ""),
        aspects=_plain(kind=each.kind.value, name=each.name, code=each.code, key=each.key),
    )


def _data(each: DataReference, diagram: Diagram) -> Described:
    return Described(
        thing=Thing.DATA,
        id=each.id,
        label=each.name or each.id,
        likeness=(each.kind, each.name or each.id),
        aspects=_plain(name=each.name, kind=each.kind),
        place={**_placed(diagram, each.id), **_routed(diagram, each.id)},
    )


def _note(each: Artifact, diagram: Diagram) -> Described:
    return Described(
        thing=Thing.NOTE,
        id=each.id,
        label=each.text or each.id,
        likeness=(each.kind, each.text),
        aspects=_plain(kind=each.kind, text=each.text),
        place=_placed(diagram, each.id),
    )


def _event(event: EventDefinition) -> str:
    told = [event.kind.value, *(text for _, text in _values(event) if text != event.kind.value)]
    return " ".join(told)


def _values(part: Any) -> Iterator[tuple[str, str]]:
    """The fields of a part that say something."""
    for each in fields(part):
        value = getattr(part, each.name)
        if each.name not in NOT_TOLD and value not in (None, "", ()):
            yield each.name.replace("_", "-"), _text(value)


def _text(value: Any) -> str:
    return _yes(value) if isinstance(value, bool) else str(value)


def _yes(value: bool) -> str:
    return "true" if value else "false"


def _plain(**texts: str | None) -> dict[Aspect, str]:
    return {(name.replace("_", "-"), ""): text for name, text in texts.items() if text}


def _named(aspect: str, texts: Mapping[str, str]) -> dict[Aspect, str]:
    return {(aspect, name): text for name, text in texts.items()}


def _placed(diagram: Diagram, element_id: str) -> dict[Aspect, str]:
    shape = diagram.shapes.get(element_id)
    return _plain(position=_corner(shape.bounds), size=_size(shape.bounds)) if shape else {}


def _routed(diagram: Diagram, element_id: str) -> dict[Aspect, str]:
    edge = diagram.edges.get(element_id)
    if edge is None:
        return {}
    return _plain(route=" ".join(f"{x:g},{y:g}" for x, y in edge.waypoints))


def _corner(box: Bounds) -> str:
    return f"{box.x:g},{box.y:g}"


def _size(box: Bounds) -> str:
    return f"{box.width:g}×{box.height:g}"
