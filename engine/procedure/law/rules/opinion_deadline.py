"""Asking another agency for its opinion says what, whom, by when, and what happens in silence.

That is every wait in a lane of the kind `agency`: a user task has a form (what), people or a group
(whom), a due date (by when) and a timer on it or around it (silence); a message that is waited for
has the timer.
"""

from __future__ import annotations

from collections.abc import Iterator

from ....bpmn.model import Element, Kind
from ...facts import LaneKind
from ..acts import one_stop
from ..frames import Frame
from ..marks import lane_kind, rests
from ..remark import Remark, each_once, of_element
from ..rule import Rule
from ..subject import Main, Subject
from ..times import is_timed


def check(subject: Subject) -> Iterator[Remark]:
    for main in subject.mains:
        yield from each_once(_of_main(main))


def _of_main(main: Main) -> Iterator[Remark]:
    for frame, element in main.everything():
        if not _asks(frame, element):
            continue
        if element.kind is Kind.USER_TASK:
            for lack in _lacks(main, frame, element):
                yield of_element(main.subject, frame, element, lack)
        if not _times_out(frame, element):
            yield of_element(main.subject, frame, element, "timeout")


def _asks(frame: Frame, element: Element) -> bool:
    """Whether the agency is waited for there; what follows an event gateway is judged with it."""
    if not rests(element) or is_timed(element):
        return False
    return lane_kind(frame, element) is LaneKind.AGENCY and not _follows_gateway(frame, element)


def _follows_gateway(frame: Frame, element: Element) -> bool:
    sources = (frame.chart.element(flow.source) for flow in frame.chart.arriving(element))
    return any(each is not None and each.kind is Kind.EVENT_GATEWAY for each in sources)


def _lacks(main: Main, frame: Frame, element: Element) -> Iterator[str]:
    if not element.form_id:
        yield "content"
    if not _is_addressed(main, frame, element):
        yield "addressee"
    if not element.assignment.due_date:
        yield "deadline"


def _is_addressed(main: Main, frame: Frame, element: Element) -> bool:
    told = element.assignment
    if told.assignee or told.candidate_groups or told.candidate_users:
        return True
    lane = frame.chart.process.lane_of(element.id)
    facts = main.subject.facts.lanes.get(lane.label) if lane else None
    return bool(facts and facts.group)


def _times_out(frame: Frame, element: Element) -> bool:
    """Whether time ends the wait: on the element, around it, or beside it at an event gateway."""
    hosts = [element, *frame.chart.enclosing(element)]
    if any(is_timed(each) for host in hosts for each in frame.chart.boundaries(host)):
        return True
    targets = (frame.chart.element(flow.target) for flow in frame.chart.leaving(element))
    gateway = element.kind is Kind.EVENT_GATEWAY
    return gateway and any(each is not None and is_timed(each) for each in targets)


RULE = Rule(
    number="P6",
    name="opinion-deadline",
    check=check,
    bases=one_stop("Khoản 5 Điều 19"),
)
