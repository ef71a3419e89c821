"""The picture in a drawing's file: shapes and lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...errors import NotFound
from ..model import Bounds, Diagram, Drawing
from ..reader import read_drawing
from .document import Document
from .order import in_edge, in_plane
from .pieces import Piece
from .source import Mark
from .words import (
    BOUNDS,
    DIAGRAM,
    PLANE,
    WAYPOINT,
    Points,
    bounds,
    bpmn,
    di,
    edge_piece,
    label,
    shape_piece,
    waypoint,
    whole_edge,
    whole_shape,
)


class Sheet:
    """A drawing's file while it is edited. `content` is the file as it is now."""

    def __init__(self, file: str, content: bytes) -> None:
        self._file = file
        self._drawing: Drawing | None = read_drawing(file, content)
        self._document = Document(content)

    @property
    def content(self) -> bytes:
        return self._document.content

    @property
    def drawing(self) -> Drawing:
        """The drawing as it is now."""
        if self._drawing is None:
            self._drawing = read_drawing(self._file, self.content)
        return self._drawing

    def free_id(self, wanted: str) -> str:
        """The id, or the id with the first number that nothing else bears."""
        taken, found, number = self._document.by_id, wanted, 2
        while found in taken:
            found, number = f"{wanted}-{number}", number + 1
        return found

    def draw_all(self, diagram: Diagram) -> None:
        """A whole picture, in the place of the one that is there."""
        for mark in [each for each in self._document.root.children if each.name == DIAGRAM]:
            self._remove(self._document.find(DIAGRAM) or mark)
        shapes = (whole_shape(each) for each in diagram.shapes.values())
        edges = (whole_edge(each) for each in diagram.edges.values())
        plane = Piece(PLANE, {"id": self.free_id("plane"), **self._plane()}, (*shapes, *edges))
        self._append(self._document.root, Piece(DIAGRAM, {"id": self.free_id("diagram")}, (plane,)))

    def _plane(self) -> dict[str, str]:
        """What the picture is of: the collaboration, else the process."""
        roots = {
            each.name: each.attributes.get("id") for each in reversed(self._document.root.children)
        }
        shown = roots.get(bpmn("collaboration")) or roots.get(bpmn("process"))
        return {"bpmnElement": shown} if shown else {}

    def resize(self, element: str, box: Bounds) -> None:
        """Give a shape other bounds; its label stays where it is."""
        shape = self._drawn("BPMNShape", element)
        old = shape.child(BOUNDS) if shape else None
        if old is not None:
            self._replace(old, bounds(box))

    def reroute(self, flow: str, points: Points, place: Bounds | None = None) -> None:
        """Give a line another course. Without a place for it, its label stays where it is."""
        edge = self._drawn("BPMNEdge", flow)
        if edge is None:
            self.draw_edge(flow, points, place)
            return
        for _ in [each for each in edge.children if each.name == WAYPOINT]:
            self._remove_first(flow, WAYPOINT)
        for piece in map(waypoint, points):
            self._document = self._document.in_order(self._edge(flow), piece, in_edge)
        if place is not None:
            self.put_label(flow, place)

    def put_label(self, thing: str, place: Bounds) -> None:
        """Give the name of a shape or a line its place."""
        owner = there(self._drawn("BPMNShape", thing) or self._drawn("BPMNEdge", thing), thing)
        old = owner.child(di("BPMNLabel"))
        if old is not None:
            self._replace(old, label(place))
        else:
            self._append(owner, label(place))

    def draw_shape(
        self, element: str, box: Bounds, place: Bounds | None, more: Mapping[str, str]
    ) -> None:
        """A new shape; place: of its label. more: attributes, such as `isExpanded`."""
        identity = self.free_id(f"{element}_di")
        self._add_to_plane(shape_piece(identity, element, box, place, more))

    def draw_edge(self, flow: str, points: Points, place: Bounds | None) -> None:
        self._add_to_plane(edge_piece(self.free_id(f"{flow}_di"), flow, points, place))

    def _add_to_plane(self, piece: Piece) -> None:
        plane = self._document.find(PLANE)
        if plane is not None:
            self._add(plane, piece, in_plane)

    def _remove_first(self, flow: str, name: str) -> None:
        found = self._edge(flow).child(name)
        if found is not None:
            self._remove(found)

    def _edge(self, flow: str) -> Mark:
        return there(self._drawn("BPMNEdge", flow), flow)

    def _drawn(self, kind: str, element: str) -> Mark | None:
        return self._document.find(di(kind), bpmnElement=element)

    # -- edits of the file --------------------------------------------------------------------

    def _mark(self, element: str) -> Mark:
        return there(self._document.by_id.get(element), element)

    def _add(self, parent: Mark, piece: Piece, rank: Callable[[str], int]) -> None:
        self._set(self._document.in_order(parent, piece, rank))

    def _append(self, parent: Mark, piece: Piece) -> None:
        self._set(self._document.appended(parent, piece))

    def _replace(self, mark: Mark, piece: Piece) -> None:
        self._set(self._document.replaced(mark, piece))

    def _remove(self, mark: Mark) -> None:
        self._set(self._document.removed(mark))

    def _set(self, document: Document) -> None:
        self._document = document
        self._drawing = None


def there(mark: Mark | None, what: str) -> Mark:
    """The mark. Raises NotFound when there is none."""
    if mark is None:
        raise NotFound.of("drawings.not-there", what=what)
    return mark
