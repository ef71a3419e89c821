"""A drawing as a stack of shapes, lines and names, from the back to the front."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..model import (
    Artifact,
    Bounds,
    DataReference,
    Drawing,
    Element,
    Lane,
    Participant,
    Process,
    SequenceFlow,
    Shape,
)
from .activities import activity
from .badges import badges_at, corner_of
from .documents import artifact, data
from .edges import (
    ASSOCIATION,
    CONDITIONAL_FLOW,
    DATA_ASSOCIATION,
    DEFAULT_FLOW,
    MESSAGE_FLOW,
    PLAIN_FLOW,
    Line,
    edge,
)
from .events import event
from .gateways import gateway
from .geometry import around, box_of, halfway
from .labels import edge_label, edge_label_box, shape_label, shape_label_box
from .overlay import Overlay
from .palette import PAINTS, Paint
from .pools import lane, pool
from .tags import Tag, group
from .visible import Visible

DATA_LINES = frozenset({"dataInputAssociation", "dataOutputAssociation"})


class Scene:
    """How what is shown of a drawing is drawn. only: these ids and nothing else."""

    def __init__(
        self, drawing: Drawing, overlay: Overlay, only: Collection[str] | None = None
    ) -> None:
        self.drawing = drawing
        self.overlay = overlay
        self.visible = Visible(drawing, only)

    def tags(self) -> Iterator[Tag]:
        """Pools and lanes, then what holds others, then lines, then the rest, then names."""
        yield from self._pools()
        yield from self._lanes()
        yield from self._artifacts("group")
        yield from map(self._element, self.visible.holding)
        yield from self._lines()
        yield from map(self._element, self.visible.standing)
        yield from self._data()
        yield from self._artifacts("textAnnotation")
        yield from self._labels()
        yield from self._badges()

    def extent(self) -> Bounds | None:
        """The box around all that is shown, names included."""
        boxes = [shape.bounds for shape in self.visible.shapes.values()]
        boxes += [box_of(each.waypoints) for each in self.visible.edges.values()]
        return around([*boxes, *self._label_boxes()])

    def _paint(self, element_id: str) -> Paint:
        return PAINTS[self.overlay.tone(element_id)]

    def _pools(self) -> Iterator[Tag]:
        for each in self.drawing.participants:
            shape = self.visible.shapes.get(each.id)
            if shape is not None:
                paint = self._paint(each.id)
                yield _group(each, pool(each.name or "", shape, paint, empty=not each.process))

    def _lanes(self) -> Iterator[Tag]:
        for process in self.visible.processes:
            for each in process.lanes:
                shape = self.visible.shapes.get(each.id)
                if shape is not None:
                    yield _group(each, lane(each.name or "", shape, self._paint(each.id)))

    def _element(self, element: Element) -> Tag:
        return _group(element, self._body(element, self.visible.shapes[element.id]))

    def _body(self, element: Element, shape: Shape) -> list[Tag]:
        paint = self._paint(element.id)
        if element.kind.is_event:
            return event(element, shape.bounds, paint)
        if element.kind.is_gateway:
            return gateway(element, shape.bounds, paint, marker=shape.marker_visible is not False)
        return activity(element, shape.bounds, paint, expanded=element.id in self.visible.open)

    def _lines(self) -> Iterator[Tag]:
        kinds = {name: (title, line) for name, title, line in _lines_of(self.drawing)}
        for name, each in self.visible.edges.items():
            if name in kinds:
                title, line = kinds[name]
                drawn = edge(each.waypoints, line, self._paint(name))
                yield group(drawn, title=title, data_element=name)

    def _data(self) -> Iterator[Tag]:
        for process in self.visible.processes:
            for each in process.references:
                shape = self.visible.shapes.get(each.id)
                if shape is not None:
                    yield _group(each, data(each, shape.bounds, self._paint(each.id)))

    def _artifacts(self, kind: str) -> Iterator[Tag]:
        for each in _artifacts_of(self.drawing):
            shape = self.visible.shapes.get(each.id)
            if shape is not None and each.kind == kind:
                drawn = artifact(each, shape.bounds, self._paint(each.id))
                yield group(drawn, title=each.text or None, data_element=each.id)

    def _labels(self) -> Iterator[Tag]:
        for element in self._named_outside():
            shape = self.visible.shapes[element.id]
            yield group(shape_label(element.name or "", shape, self._paint(element.id)))
        for name, text in self._named_lines():
            yield group(edge_label(text, self.visible.edges[name], self._paint(name)))

    def _label_boxes(self) -> Iterator[Bounds]:
        for element in self._named_outside():
            yield shape_label_box(element.name or "", self.visible.shapes[element.id])
        for name, text in self._named_lines():
            yield edge_label_box(text, self.visible.edges[name])

    def _named_outside(self) -> Iterator[Element]:
        """Events and gateways with a name."""
        return (e for e in self.visible.standing if e.name and not e.kind.is_activity)

    def _named_lines(self) -> Iterator[tuple[str, str]]:
        for name, title, _ in _lines_of(self.drawing):
            if title and name in self.visible.edges:
                yield name, title

    def _badges(self) -> Iterator[Tag]:
        for name, badges in self.overlay.badges.items():
            if name in self.visible.shapes:
                box = self.visible.shapes[name].bounds
                yield from badges_at(corner_of(box, badges), badges)
            elif name in self.visible.edges:
                yield from badges_at(halfway(self.visible.edges[name].waypoints), badges)


def _lines_of(drawing: Drawing) -> Iterator[tuple[str, str | None, Line]]:
    """All lines of a drawing: id, name and how it is drawn."""
    for process in drawing.processes.values():
        for flow in process.flows.values():
            yield flow.id, flow.name, _line_of(process, flow)
        for reference in process.references:
            if reference.kind in DATA_LINES:
                yield reference.id, None, DATA_ASSOCIATION
        for each in process.associations:
            yield each.id, None, ASSOCIATION
    for each in drawing.associations:
        yield each.id, None, ASSOCIATION
    for message in drawing.message_flows:
        yield message.id, message.name, MESSAGE_FLOW


def _artifacts_of(drawing: Drawing) -> Iterator[Artifact]:
    yield from (each for process in drawing.processes.values() for each in process.artifacts)
    yield from drawing.artifacts


def _line_of(process: Process, flow: SequenceFlow) -> Line:
    source = process.elements.get(flow.source)
    if source is None:
        return PLAIN_FLOW
    if source.default == flow.id:
        return DEFAULT_FLOW
    return CONDITIONAL_FLOW if flow.condition and source.kind.is_activity else PLAIN_FLOW


def _group(thing: Element | Lane | Participant | DataReference, tags: list[Tag]) -> Tag:
    return group(tags, title=thing.name or None, data_element=thing.id)
