"""Who works which lane: the lanes the facts name, and the usual ones where they name none."""

from __future__ import annotations

from collections.abc import Mapping

from ..catalogue.draft import LANES
from ..facts import Lane, LaneKind, ProcedureFacts
from .shape import Shape

AGENCY_LANES = {
    Shape.OPINIONS: "Cơ quan được hỏi ý kiến",
    Shape.PARALLEL: "Cơ quan phối hợp",
}
AGENCY_GROUP = "co-quan"

ORDER = (
    LaneKind.CITIZEN,
    LaneKind.ONE_STOP,
    LaneKind.SPECIALIST,
    LaneKind.AGENCY,
    LaneKind.LEADER,
    LaneKind.CLERK,
    LaneKind.SYSTEM,
)
"""How lanes are drawn, from the top."""


def lanes_of(facts: ProcedureFacts, shape: Shape) -> dict[str, Lane]:
    """Every lane by its label, in the order in which they are drawn."""
    usual = dict(LANES)
    if shape in AGENCY_LANES:
        usual[AGENCY_LANES[shape]] = Lane(kind=LaneKind.AGENCY, group=AGENCY_GROUP)
    found: dict[str, Lane] = {}
    for kind in ORDER:
        own = {label: lane for label, lane in facts.lanes.items() if lane.kind is kind}
        found |= own or {label: lane for label, lane in usual.items() if lane.kind is kind}
    return found


def label_of(lanes: Mapping[str, Lane], kind: LaneKind) -> str:
    """The first lane of a kind."""
    return next(label for label, lane in lanes.items() if lane.kind is kind)
