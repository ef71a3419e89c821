"""A notice without a result: looked at, recorded, answered that it was."""

from __future__ import annotations

from ..names import RECORDING_FORM
from ..plan import Plan
from ..shares import RECORDING
from ..sketch import Open, Sketch, So
from .appraisal import SPECIALIST, begin, inspect, worked
from .handing_over import appear, finish


def record(sketch: Sketch, plan: Plan, so: So) -> So:
    begun = inspect(sketch, plan, begin(sketch, plan, so))
    name = "Xem xét, ghi nhận thông báo"
    piece = worked(plan, RECORDING, name, RECORDING_FORM, {"clock": "stop"})
    noted = sketch.put(piece, SPECIALIST, begun.column, 0)
    sketch.lead(begun.opens, noted)
    so = appear(sketch, plan, So(begun.column + 1, (Open(noted),)), "4")
    return finish(sketch, plan, so, "Báo đã ghi nhận", "Đã ghi nhận")
