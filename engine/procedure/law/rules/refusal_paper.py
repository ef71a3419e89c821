"""A dossier is refused on paper 03, with a reason, before the deadline, and through the one-stop.

A way to an end with status 3 passes a step with `paper = refusal`. A `dossier.issue-paper` job says
the reason as its `content`. Where the legal clock was started (`clock = start`), it is stopped on
the way of the refusal. That no step of the one-stop hands the refusal over is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator

from ....bpmn.model import Element
from ..acts import one_stop
from ..frames import Frame
from ..marks import issues, job_of, status_shown
from ..remark import Remark, each_once, of_element
from ..rule import Rule
from ..steps import is_last, met, next_spots, spots_of
from ..subject import Main, Subject
from ..ways import Question, Spot, is_end, nothing, told, way
from .supplement_through_one_stop import passes_through

REFUSED = 3

is_refusal = issues("refusal")


def check(subject: Subject) -> Iterator[Remark]:
    for main in subject.mains:
        yield from each_once(each for frame in main.frames for each in _of_frame(main, frame))


def _of_frame(main: Main, frame: Frame) -> Iterator[Remark]:
    question = Question(ends=_refuses, lost=nothing, avoid=is_refusal)
    if spots := way(frame, question):
        last = spots[-1]
        yield of_element(main.subject, last.frame, last.element, "paper", way=told(spots))
    started = {spot.key for spot in _under_the_clock(frame)}
    for spot in spots_of(frame):
        if is_refusal(spot.frame, spot.element):
            yield from _of_paper(main, spot, runs=spot.key in started)


def _of_paper(main: Main, spot: Spot, *, runs: bool) -> Iterator[Remark]:
    element = spot.element
    if job_of(element) == "dossier.issue-paper" and not _has_content(element):
        yield of_element(main.subject, spot.frame, element, "reason")
    if runs and not _stops(spot) and any(is_last(each) for each in met(next_spots(spot), _stops)):
        yield of_element(main.subject, spot.frame, element, "clock")
    if not passes_through(spot):
        yield of_element(main.subject, spot.frame, element, "bypass", "warning")


def _has_content(element: Element) -> bool:
    return any(each.target == "content" and each.source.strip() for each in element.inputs)


def _under_the_clock(frame: Frame) -> Iterator[Spot]:
    """What a token may meet after the legal clock was started and before it is stopped."""
    begun = (each for each in spots_of(frame) if each.element.properties.get("clock") == "start")
    return met(begun, _stops)


def _stops(spot: Spot) -> bool:
    return spot.element.properties.get("clock") == "stop"


def _refuses(frame: Frame, element: Element) -> bool:
    return is_end(element) and status_shown(frame, element) == REFUSED


RULE = Rule(
    number="P4",
    name="refusal-paper",
    check=check,
    bases=one_stop("Khoản 8 Điều 19"),
)
