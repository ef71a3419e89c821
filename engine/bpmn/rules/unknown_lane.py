"""Every lane with work for people in it is told about in the facts: whose it is.

`[lanes]` in `procedure.toml` gives each lane's label its kind and candidate group.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Lane, Process
from ..nearest import nearest
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    known = subject.surroundings.lanes
    if known is None:
        return
    for process in subject.processes:
        for lane in _innermost(process):
            if lane.label not in known:
                near = nearest(lane.label, known)
                yield remark(lane, "near" if near else "", near=near)


def _innermost(process: Process) -> list[Lane]:
    """The lanes that hold elements and no further lanes."""
    around = {lane.parent for lane in process.lanes}
    return [lane for lane in process.lanes if lane.elements and lane.id not in around]


RULE = Rule("unknown-lane", check)
