"""Who drafts a result, who signs it, and who numbers and issues it are different people.

On every way to a published result there is a user task in a lane of specialists, one in a lane of
leaders, and one in a lane of clerks (văn thư).
"""

from __future__ import annotations

from collections.abc import Iterator

from ....bpmn.model import Element, Kind
from ...facts import LaneKind
from ..acts import ND_30_2020, Basis
from ..frames import Frame
from ..marks import lane_kind
from ..remark import Remark, of_place
from ..rule import Rule
from ..subject import Main, Subject
from ..ways import Mark, told, way

ROLES = {
    "drafted": LaneKind.SPECIALIST,
    "signed": LaneKind.LEADER,
    "numbered": LaneKind.CLERK,
}


def check(subject: Subject) -> Iterator[Remark]:
    if not subject.facts.results:
        return
    for main in subject.mains:
        for case, kind in ROLES.items():
            yield from _of_role(main, case, kind)


def _of_role(main: Main, case: str, kind: LaneKind) -> Iterator[Remark]:
    question = main.success(worked_by(kind))
    spots = next((found for frame in main.frames if (found := way(frame, question))), None)
    if spots:
        yield of_place(main.drawn.file, main.drawn.process, case, way=told(spots))


def worked_by(kind: LaneKind) -> Mark:
    """The mark of user tasks in lanes of a kind."""

    def is_theirs(frame: Frame, element: Element) -> bool:
        return element.kind is Kind.USER_TASK and lane_kind(frame, element) is kind

    return is_theirs


RULE = Rule(
    number="P11",
    name="distinct-signing",
    check=check,
    bases=(Basis(act=ND_30_2020),),
    severity="warning",
)
