"""An instance comes to life in another version of its drawing.

Tokens keep their numbers, their variables and what they remember; timers keep the moment they are
due. What the new version listens for besides is listened for, what it dropped is forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..errors import Conflict
from ..model.migration import Obstacle
from .counterparts import flow_of
from .program import ProcessProgram
from .specs.catching import Catching
from .specs.gateways import ComplexGateway, EventGateway, Join
from .specs.node import Node
from .specs.repetition import Body
from .specs.scopes import Scope
from .tokens import WAITING, Token
from .workflow import TokenWorkflow


class Unmigratable(Conflict):
    """The instance cannot move to the other version; `obstacles` say why."""

    def __init__(self, obstacles: Iterable[Obstacle]) -> None:
        self.obstacles = tuple(obstacles)
        super().__init__("; ".join(each.sentence("en") for each in self.obstacles))


@dataclass(frozen=True, slots=True)
class Move:
    """From one program to another; elements: new ids by old ids. former: what specs come from."""

    old: ProcessProgram
    new: ProcessProgram
    elements: Mapping[str, str]
    former: dict[Node, Node] = field(default_factory=dict)

    def spec(self, spec: Node) -> Node:
        """The spec to go on with; the old one where the new version has none that fits."""
        if spec.program is not self.old:
            return spec
        found = self.new.start if spec is self.old.start else self._named(spec.name)
        if found is None or not found.continues(spec):
            return spec
        self.former[found] = spec
        return found

    def _named(self, name: str) -> Node | None:
        renamed = self.name(name)
        return None if renamed is None else self.new.task_specs.get(renamed)

    def name(self, name: str) -> str | None:
        """A spec's name: the element's id, with what the engine put behind it."""
        element, mark, rest = name.partition("#")
        renamed = self.elements.get(element)
        return None if renamed is None else renamed + mark + rest

    def flow(self, flow: str) -> str | None:
        return flow_of(self.old.drawn, self.new.drawn, self.elements, flow)


def settle(workflow: TokenWorkflow, move: Move) -> None:
    """Make the tokens at home in the new version. Raises Unmigratable, ExecutionFailure."""
    here = [token for token in workflow.tasks.values() if _is_of(token, move)]
    obstacles = [found for token in here for found in _obstacles(token, move)]
    if obstacles:
        raise Unmigratable(obstacles)
    for token in here:
        if token.alive and token.listens and not _is_expected(token):
            workflow.withdraw(token)
    staying = [token for token in here if token.alive]
    for token in staying:
        token.internal_data = _renamed(token.internal_data, move)
        token.task_spec.moved(token, move.former[token.task_spec])
        workflow.touched.add(token.id)
    for token in staying:
        _listen(token, move)
    for token in staying:
        spec = token.task_spec
        if isinstance(spec, Join) and token.alive and _waits_in_flow(token):
            spec.arrived(token)
    workflow.look_again()


def _is_of(token: Token, move: Move) -> bool:
    return token.task_spec.program in (move.old, move.new)


def _waits_in_flow(token: Token) -> bool:
    return token._state == WAITING and not token.listens


# -- what stands in the way -----------------------------------------------------------------------


def _obstacles(token: Token, move: Move) -> Iterator[Obstacle]:
    spec = token.task_spec
    if spec.program is move.old:
        if not token.listens:
            yield _homeless(spec, move)
        return
    if not token.listens and not _is_at_home(token):
        yield _obstacle("other-scope", move.former[spec])
    yield from _forgetful(token, move)


def _homeless(spec: Node, move: Move) -> Obstacle:
    element = move.elements.get(spec.element.id)
    if element is None or element not in move.new.drawn.elements:
        return _obstacle("no-counterpart", spec)
    return _obstacle("other-kind", spec, other=move.new.drawn.elements[element].label)


def _obstacle(key: str, spec: Node, **more: str) -> Obstacle:
    element = spec.element
    arguments = {"label": element.label, "element": element.id, **more}
    return Obstacle(key=f"runtime.migration.{key}", element=element.id, arguments=arguments)


def _is_at_home(token: Token) -> bool:
    """Whether it lies in the scope that its element is drawn in."""
    spec, holder = token.task_spec, token.parent
    if holder is None or spec.is_process or spec.element.for_compensation or not spec.is_drawn:
        return True
    if spec.is_round:
        return isinstance(holder.task_spec, Body) and holder.task_spec.each is spec
    return holder.task_spec.element.id == spec.element.scope


def _forgetful(token: Token, move: Move) -> Iterator[Obstacle]:
    """What it remembers by a name that the new version does not know."""
    notes, spec = token.internal_data, move.former[token.task_spec]
    for flow in _flows(token):
        if move.flow(flow) is None:
            yield _obstacle("flow-gone", spec, flow=flow)
    for name in _names(notes):
        if move.name(name) not in move.new.task_specs:
            known = move.old.task_specs[name]
            yield _obstacle("no-counterpart", known)


def _flows(token: Token) -> list[str]:
    """By which tokens have come to a gateway."""
    notes = token.internal_data
    if isinstance(token.task_spec, ComplexGateway) and token.listens:
        return list(notes["begun"])
    return [notes["via"]] if "via" in notes else []


def _names(notes: Mapping[str, Any]) -> Iterator[str]:
    for item in (*notes.get("done", ()), *notes.get("todo", ())):
        if isinstance(item, str):
            yield item
        else:
            yield from (item[key] for key in ("of", "handler", "undo") if key in item)
            yield from _names(item)


# -- moving ---------------------------------------------------------------------------------------


def _renamed(notes: Mapping[str, Any], move: Move) -> dict[str, Any]:
    renamed = dict(notes)
    for key in ("of", "handler", "undo"):
        if isinstance(notes.get(key), str):
            renamed[key] = move.name(notes[key])
    for key in ("done", "todo"):
        if key in notes:
            renamed[key] = [
                move.name(item) if isinstance(item, str) else _renamed(item, move)
                for item in notes[key]
            ]
    if "via" in notes:
        renamed["via"] = move.flow(notes["via"])
    if "begun" in notes and isinstance(notes["begun"], list):
        renamed["begun"] = [move.flow(flow) for flow in notes["begun"]]
    return renamed


def _listen(token: Token, move: Move) -> None:
    """Begin to wait for what the new version waits for besides; what is spent stays spent."""
    if not token.alive or token.listens:
        return
    before = _listeners(token, move.former[token.task_spec])
    known = {child.task_spec for child in token.children} | {move.spec(each) for each in before}
    for spec in _listeners(token, token.task_spec):
        if spec not in known:
            token.workflow.listen(spec, token)


def _listeners(token: Token, spec: Node) -> list[Node]:
    """What listens for a token at the spec that is no listener itself."""
    listeners: list[Node] = [each for each in spec.boundaries if each.waits]
    if isinstance(spec, Scope) and not token.internal_data.get("interrupted"):
        listeners += [each for each in spec.event_starts if each.waits]
    if isinstance(spec, EventGateway):
        listeners += [way.target for way in spec.ways]
    return listeners


def _is_expected(listener: Token) -> bool:
    spec, holder = listener.task_spec, listener.holder
    if isinstance(spec, ComplexGateway):
        return True
    around = holder.task_spec
    if isinstance(around, Catching) and spec in around.parts:
        return True
    return spec in _listeners(holder, around)
