"""What other agencies do between the appraisal and the draft: opinions, or parts of their own.

Opinions are asked of all at once, and silence is assent; parts run side by side and are waited for.
"""

from __future__ import annotations

import json

from ....bpmn.writer import Piece
from ...facts import LaneKind
from ...raising.nodes import call
from ..lanes import AGENCY_GROUP
from ..names import DRAFTING_FORM
from ..pieces import begin_event, end, for_each, fork, sub_process
from ..plan import Plan
from ..shape import Shape
from ..shares import ANSWERING, DRAFTING, as_due, as_duration
from ..sketch import Open, Sketch, So
from ..wording import as_label
from .appraisal import SPECIALIST, apologise, worked

AGENCY = LaneKind.AGENCY
ASKING, HANDING = "lib-lay-y-kien", "lib-co-quan-phoi-hop"
AGENCIES = (
    f'=for each in get or else(agencyNames, []) return {{name: each, group: "{AGENCY_GROUP}"}}'
)
OPINION = "={agency: agency.name, opinion: opinion, content: opinionContent, silent: silent}"


def consult(sketch: Sketch, plan: Plan, so: So) -> So:
    """Nothing at all in a shape without other agencies."""
    if not plan.has_middle:
        return so
    goes_on, fails = so.opens
    piece = _asking(plan) if plan.shape is Shape.OPINIONS else _side_by_side(plan)
    theirs = sketch.put(piece, AGENCY, so.column, 0)
    name = "Tổng hợp, dự thảo kết quả"
    ours = worked(plan, DRAFTING, name, DRAFTING_FORM)
    drafted = sketch.put(ours, SPECIALIST, so.column + 1, 0)
    sketch.lead((goes_on,), theirs)
    sketch.lead((Open(theirs), fails), drafted)
    late = theirs if waits_there(plan) else drafted
    apologise(sketch, plan, late, so.column + 1)
    return So(so.column + 3, (Open(drafted),))


def waits_there(plan: Plan) -> bool:
    """Whether a late dossier waits for the agencies: silence does not end it before."""
    if plan.shape is Shape.PARALLEL:
        return True
    return plan.term.hours is not None and plan.answer_hours >= plan.term.hours


def _asking(plan: Plan) -> Piece:
    inputs = [
        ("=agency", "agency"),
        ("=appraisalNote", "question"),
        (as_due(plan.answer_hours), "answerBy"),
    ]
    kept = [(f"={name}", name) for name in ("opinion", "opinionContent", "silent")]
    asking = call("lay-y-kien", "Lấy ý kiến từng cơ quan", ASKING, inputs, kept, _marks(plan))
    return for_each(asking, AGENCIES, "agency", ("opinions", OPINION))


def _side_by_side(plan: Plan) -> Piece:
    """A branch for each agency; all are waited for."""
    inside = Sketch()
    begun = inside.put(begin_event("gui-ho-so-lien-thong", "Gửi hồ sơ"), AGENCY, 0, 0)
    split = inside.put(fork("gui-dong-thoi", "Gửi đồng thời"), AGENCY, 1, 0)
    joined = inside.put(fork("du-cac-co-quan", "Đủ các cơ quan"), AGENCY, 3, 0)
    over = inside.put(end("da-du-phan-viec", "Đã đủ phần việc"), AGENCY, 4, 0)
    inside.chain(begun, split)
    for number, name in enumerate(plan.agencies, 1):
        part = inside.put(_part(plan, number, name), AGENCY, 2, number - 1)
        inside.chain(split, part, joined)
    inside.chain(joined, over)
    name = "Các cơ quan phối hợp giải quyết"
    return sub_process("lien-thong", name, tuple(inside.written()), {"dossier.status": "4"})


def _part(plan: Plan, number: int, name: str) -> Piece:
    inputs = [
        (f"={agency_value(name)}", "agency"),
        ("=appraisalNote", "question"),
        (as_due(plan.answer_hours), "answerBy"),
    ]
    outputs = [
        ("={agency: agency.name, result: partResult, content: partContent}", f"part{number}")
    ]
    label = as_label(name, f"cơ quan thứ {number}")
    called = f"Phần việc của {label}"
    return call(f"phan-viec-{number}", called, HANDING, inputs, outputs, _marks(plan))


def agency_value(name: str) -> str:
    """FEEL of one agency: its name, and the group whose people answer."""
    text = json.dumps(name, ensure_ascii=False)
    return f'{{name: {text}, group: "{AGENCY_GROUP}"}}'


def _marks(plan: Plan) -> dict[str, str]:
    hours = plan.shares.get(ANSWERING)
    within = hours is not None and hours >= plan.answer_hours
    share = {"duration": as_duration(plan.answer_hours)} if within else {}
    return {"dossier.status": "4", **share}
