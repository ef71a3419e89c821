"""The whole drawing, part by part, with its picture."""

from __future__ import annotations

from collections.abc import Iterator

from ...bpmn.layout.whole import lay_out
from ...bpmn.writer import Pencil, Piece, bpmn, extensions, fresh_drawing, properties
from ..facts import LaneKind
from .lanes import ORDER
from .names import COUNTER_MESSAGE, WITHDRAWAL_MESSAGE, WITHDRAWING, counter_message_name
from .parts.acceptance import accept, compare
from .parts.agencies import consult
from .parts.appraisal import appraise
from .parts.collection import collect
from .parts.deciding import decide
from .parts.handing_over import hand_over
from .parts.reception import receive
from .parts.recording import record
from .parts.withdrawal import withdraw
from .plan import Plan
from .sketch import Sketch
from .wording import shortened

LONGEST_NAME = 110
"""Of a pool: what fits beside the lanes."""

NAMESPACE = "https://procflow.vn/quy-trinh"


def draw(plan: Plan) -> bytes:
    """The file of the drawing."""
    sketch = sketched(plan)
    content = fresh_drawing(f"so-do-{plan.slug}", NAMESPACE, _roots(plan, sketch))
    pencil = Pencil(f"{plan.slug}.bpmn", content)
    pencil.draw_all(lay_out(pencil.drawing, sketch.places))
    return pencil.content


def sketched(plan: Plan) -> Sketch:
    sketch = Sketch()
    so = compare(sketch, plan, receive(sketch, plan))
    if not (plan.charge.at_return and plan.has_result):
        so = collect(sketch, plan, so)
    so = accept(sketch, plan, so)
    if plan.has_result:
        so = decide(sketch, plan, consult(sketch, plan, appraise(sketch, plan, so)))
        hand_over(sketch, plan, so)
    else:
        record(sketch, plan, so)
    withdraw(sketch)
    return sketch


def _roots(plan: Plan, sketch: Sketch) -> Iterator[Piece]:
    name = shortened(plan.facts.name, LONGEST_NAME)
    pool = {"id": f"be-{plan.slug}", "name": name, "processRef": plan.slug}
    held = (Piece(bpmn("participant"), pool),)
    yield Piece(bpmn("collaboration"), {"id": f"hop-tac-{plan.slug}"}, held)
    yield _process(plan, sketch)
    if plan.on_paper:
        yield _message(COUNTER_MESSAGE, counter_message_name(plan.slug))
    yield _message(WITHDRAWAL_MESSAGE, WITHDRAWING)


def _process(plan: Plan, sketch: Sketch) -> Piece:
    attributes = {"id": plan.slug, "name": plan.facts.name, "isExecutable": "true"}
    told = extensions(properties([("procedure.code", plan.facts.code)]))
    lanes = tuple(_lanes(plan, sketch))
    held = Piece(bpmn("laneSet"), {"id": f"cac-lan-{plan.slug}"}, lanes)
    return Piece(bpmn("process"), attributes, (told, held, *sketch.written()))


def _lanes(plan: Plan, sketch: Sketch) -> Iterator[Piece]:
    """A lane for each kind that has something to do; the citizen's in any case."""
    for kind in ORDER:
        members = sketch.members(kind)
        if members or kind is LaneKind.CITIZEN:
            named = {"id": f"lan-{kind}", "name": plan.label(kind)}
            each = (Piece(bpmn("flowNodeRef"), text=name) for name in members)
            yield Piece(bpmn("lane"), named, tuple(each))


def _message(identity: str, name: str) -> Piece:
    return Piece(bpmn("message"), {"id": identity, "name": name})
