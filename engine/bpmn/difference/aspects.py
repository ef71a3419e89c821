"""The sides of a thing in a drawing that can differ, each as text; and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..model import (
    Artifact,
    Bounds,
    DataReference,
    Declaration,
    Diagram,
    Drawing,
    Element,
    Lane,
    MessageFlow,
    Participant,
    Process,
    SequenceFlow,
)
from .changes import Thing
from .element_aspects import element_aspects
from .texts import Aspect, named, plain, yes


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
        **plain(name=process.name, executable=yes(process.executable)),
        **plain(documentation=process.documentation, version_tag=process.version_tag),
        **named("property", process.properties),
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
        aspects=plain(name=pool.name, process=pool.process),
        place=_placed(diagram, pool.id),
    )


def _lane(lane: Lane, diagram: Diagram) -> Described:
    return Described(
        thing=Thing.LANE,
        id=lane.id,
        label=lane.label,
        likeness=(lane.label,),
        aspects=plain(name=lane.name, inside=lane.parent),
        place=_placed(diagram, lane.id),
    )


def _element(process: Process, element: Element, drawing: Drawing) -> Described:
    return Described(
        thing=Thing.ELEMENT,
        id=element.id,
        label=element.label,
        likeness=(element.kind.value, element.label),
        aspects=element_aspects(process, element),
        place=_placed(drawing.diagram, element.id),
    )


def _flow(flow: SequenceFlow, labels: Mapping[str, str], diagram: Diagram) -> Described:
    ends = labels.get(flow.source, flow.source), labels.get(flow.target, flow.target)
    return Described(
        thing=Thing.FLOW,
        id=flow.id,
        label=flow.name or f"{ends[0]} → {ends[1]}",
        likeness=(*ends, flow.condition or ""),
        aspects=plain(
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
        aspects=plain(name=flow.name, source=flow.source, target=flow.target),
        place=_routed(diagram, flow.id),
    )


def _declaration(each: Declaration) -> Described:
    return Described(
        thing=Thing.DECLARATION,
        id=each.id,
        label=each.name or each.code or each.id,
        likeness=(each.kind.value, each.name or "", each.code or ""),
        aspects=plain(kind=each.kind.value, name=each.name, code=each.code, key=each.key),
    )


def _data(each: DataReference, diagram: Diagram) -> Described:
    return Described(
        thing=Thing.DATA,
        id=each.id,
        label=each.name or each.id,
        likeness=(each.kind, each.name or each.id),
        aspects=plain(name=each.name, kind=each.kind),
        place={**_placed(diagram, each.id), **_routed(diagram, each.id)},
    )


def _note(each: Artifact, diagram: Diagram) -> Described:
    return Described(
        thing=Thing.NOTE,
        id=each.id,
        label=each.text or each.id,
        likeness=(each.kind, each.text),
        aspects=plain(kind=each.kind, text=each.text),
        place=_placed(diagram, each.id),
    )


def _placed(diagram: Diagram, element_id: str) -> dict[Aspect, str]:
    shape = diagram.shapes.get(element_id)
    return plain(position=_corner(shape.bounds), size=_size(shape.bounds)) if shape else {}


def _routed(diagram: Diagram, element_id: str) -> dict[Aspect, str]:
    edge = diagram.edges.get(element_id)
    if edge is None:
        return {}
    return plain(route=" ".join(f"{x:g},{y:g}" for x, y in edge.waypoints))


def _corner(box: Bounds) -> str:
    return f"{box.x:g},{box.y:g}"


def _size(box: Bounds) -> str:
    return f"{box.width:g}×{box.height:g}"
