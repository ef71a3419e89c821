"""Edits of a drawing: elements, flows and lanes, each with its picture."""

from __future__ import annotations

from collections.abc import Mapping

from ..model import Bounds
from ..names import BPMN, XSI
from .order import in_definitions, in_lane, in_node, in_scope
from .pieces import Piece
from .sheet import Sheet, there
from .source import Mark
from .words import Points, bpmn, zeebe


class Pencil(Sheet):
    """Draws into a drawing's file. Raises NotFound for ids that are not in it."""

    # -- elements -----------------------------------------------------------------------------

    def add_node(
        self,
        scope: str,
        node: Piece,
        box: Bounds,
        *,
        lane: str | None = None,
        label: Bounds | None = None,
        shape: Mapping[str, str] | None = None,
    ) -> str:
        """A flow node in a process or sub-process, with its shape; gives its id.

        shape: attributes of the shape, such as `isExpanded`.
        """
        identity = node.attributes["id"]
        self._add(self._mark(scope), node, in_scope)
        if lane is not None:
            self._add(self._mark(lane), Piece(bpmn("flowNodeRef"), text=identity), in_lane)
        self.draw_shape(identity, box, label, shape or {})
        return identity

    def rename(self, element: str, name: str) -> None:
        self.set_attribute(element, "name", name)

    def set_attribute(self, element: str, name: str, value: str) -> None:
        self._set_on(self._mark(element), name, value)

    def set_property(self, element: str, name: str, value: str) -> None:
        """A `zeebe:property`, new or with a new value."""
        holder = self._extension(element, "properties")
        same = (each for each in holder.children if each.attributes.get("name") == name)
        found = next(same, None)
        if found is not None:
            self._set_on(found, "value", value)
        else:
            self._append(holder, Piece(zeebe("property"), {"name": name, "value": value}))

    def set_mapping(self, element: str, direction: str, source: str, target: str) -> None:
        """An `input` or `output` of `zeebe:ioMapping`, new or from a new source."""
        holder = self._extension(element, "ioMapping")
        name = zeebe(direction)
        same = (
            each
            for each in holder.children
            if each.name == name and each.attributes.get("target") == target
        )
        found = next(same, None)
        if found is not None:
            self._set_on(found, "source", source)
        else:
            piece = Piece(name, {"source": source, "target": target})
            self._add(holder, piece, lambda each: int(each == zeebe("output")))

    def start_by_message(self, start: str, name: str) -> None:
        """Let a start event wait for a message of this name, declared beside the processes."""
        message = self.declare(Piece(bpmn("message"), {"id": self.free_id(name), "name": name}))
        definition = Piece(bpmn("messageEventDefinition"), {"messageRef": message})
        self._add(self._mark(start), definition, in_node)

    def set_extension(self, element: str, piece: Piece) -> None:
        """An extension element, in the place of one of the same name if there is one."""
        holder = self._extension_elements(element)
        found = holder.child(piece.name)
        if found is not None:
            self._replace(found, piece)
        else:
            self._append(holder, piece)

    def declare(self, piece: Piece) -> str:
        """A message, error, signal or escalation beside the processes; gives its id."""
        self._add(self._document.root, piece, in_definitions)
        return piece.attributes["id"]

    # -- flows --------------------------------------------------------------------------------

    def add_flow(
        self,
        scope: str,
        flow: str,
        ends: tuple[str, str],
        points: Points,
        *,
        name: str | None = None,
        condition: str | None = None,
        label: Bounds | None = None,
    ) -> str:
        """A sequence flow with its line; gives its id."""
        source, target = ends
        called = {"name": name} if name else {}
        attributes = {"id": flow, **called, "sourceRef": source, "targetRef": target}
        inside = (self._condition(condition),) if condition else ()
        self._add(self._mark(scope), Piece(bpmn("sequenceFlow"), attributes, inside), in_scope)
        self._add_end(source, "outgoing", flow)
        self._add_end(target, "incoming", flow)
        self.draw_edge(flow, points, label)
        return flow

    def lead(self, flow: str, target: str, points: Points) -> None:
        """Let a flow lead to another element."""
        self._drop_end(self._mark(flow).attributes["targetRef"], "incoming", flow)
        self.set_attribute(flow, "targetRef", target)
        self._add_end(target, "incoming", flow)
        self.reroute(flow, points)

    def _add_end(self, element: str, side: str, flow: str) -> None:
        self._add(self._mark(element), Piece(bpmn(side), text=flow), in_node)

    def _drop_end(self, element: str, side: str, flow: str) -> None:
        for each in self._mark(element).children:
            if each.name == bpmn(side) and self._text(each).rpartition(":")[2] == flow:
                self._remove(each)
                return

    # -- lanes --------------------------------------------------------------------------------

    def add_lane(self, process: str, lane: str, name: str, box: Bounds) -> str:
        """A lane in the process's first set of lanes, with its shape; gives its id."""
        lanes = there(self._mark(process).child(bpmn("laneSet")), f"{process}: laneSet")
        self._append(lanes, Piece(bpmn("lane"), {"id": lane, "name": name}))
        self.draw_shape(lane, box, None, {"isHorizontal": "true"})
        return lane

    # -- within -------------------------------------------------------------------------------

    def _set_on(self, mark: Mark, name: str, value: str) -> None:
        self._set(self._document.with_attribute(mark, name, value))

    def _text(self, mark: Mark) -> str:
        return self.content[mark.opened : mark.closing].decode().strip()

    def _extension_elements(self, element: str) -> Mark:
        name = bpmn("extensionElements")
        if self._mark(element).child(name) is None:
            self._add(self._mark(element), Piece(name), in_node)
        return there(self._mark(element).child(name), name)

    def _extension(self, element: str, name: str) -> Mark:
        """A `zeebe:` extension element, made where there is none."""
        holder = self._extension_elements(element)
        if holder.child(zeebe(name)) is None:
            self._append(holder, Piece(zeebe(name)))
        return there(self._extension_elements(element).child(zeebe(name)), name)

    def _condition(self, text: str) -> Piece:
        prefix = self._document.prefixes.get(BPMN, "")
        kind = f"{prefix}:tFormalExpression" if prefix else "tFormalExpression"
        return Piece(bpmn("conditionExpression"), {f"{{{XSI}}}type": kind}, text=text)
