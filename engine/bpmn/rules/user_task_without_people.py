"""Somebody can do a user task: an assignee, candidates, or a lane with a candidate group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..chart import Chart
from ..model import Element, Kind
from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    lanes = subject.surroundings.lanes
    if lanes is None:
        return
    for chart, element in subject.elements(Kind.USER_TASK):
        if not _is_assigned(element) and _group(chart, element, lanes) is None:
            yield remark(element, severity="warning")


def _is_assigned(element: Element) -> bool:
    who = element.assignment
    return bool(who.assignee or who.candidate_groups or who.candidate_users)


def _group(chart: Chart, element: Element, lanes: Mapping[str, str | None]) -> str | None:
    lane = chart.process.lane_of(element.id)
    return lanes.get(lane.label) if lane else None


RULE = Rule("user-task-without-people", check)
