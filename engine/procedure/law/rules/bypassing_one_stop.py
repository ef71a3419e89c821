"""Citizens and the officers who decide speak through the one-stop.

No message flow joins a citizen's lane or pool with a lane of specialists, leaders or clerks (Decree
61/2018, article 5.1.e: no direct dealing except through the one-stop). Pools without a process may
be told about in `[lanes]` too, by their label.
"""

from __future__ import annotations

from collections.abc import Iterator

from ....bpmn.model import Drawing
from ...facts import OFFICE_KINDS, LaneKind
from ..acts import one_stop
from ..remark import Remark, of_place
from ..rule import Rule
from ..subject import Subject

INNER = OFFICE_KINDS - {LaneKind.ONE_STOP}


def check(subject: Subject) -> Iterator[Remark]:
    for drawing in subject.folder.drawings:
        for flow in drawing.message_flows:
            kinds = {_kind_at(subject, drawing, end) for end in (flow.source, flow.target)}
            if LaneKind.CITIZEN in kinds and kinds & INNER:
                source, target = (_label(drawing, end) for end in (flow.source, flow.target))
                yield of_place(drawing.file, flow, source=source, target=target)


def _kind_at(subject: Subject, drawing: Drawing, end: str) -> LaneKind | None:
    """Who is at an end of a message flow: by the element's lane, or by the pool's label."""
    found = drawing.find(end)
    lane = found[0].lane_of(end) if found else None
    label = lane.label if lane else _pool_label(drawing, end)
    return subject.lanes.get(label or "")


def _pool_label(drawing: Drawing, end: str) -> str | None:
    return next((pool.name for pool in drawing.participants if pool.id == end), None)


def _label(drawing: Drawing, end: str) -> str:
    found = drawing.find(end)
    return found[1].label if found else _pool_label(drawing, end) or end


RULE = Rule(
    number="P3",
    name="bypassing-one-stop",
    check=check,
    bases=one_stop("Điểm e khoản 1 Điều 5"),
)
