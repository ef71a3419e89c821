"""Wherever a dossier waits it has one of the ten statuses, and it ends with 3, 7, 8 or 10.

An element that waits says the status itself (`dossier.status`), or what it lies in or is called by
does. An end of the procedure says that the dossier was refused (3), withdrawn (7), stopped (8) or
returned (10); 9 is for what waits to be returned. The end of a way beside the main one, at which
the dossier does not end, has none.
"""

from __future__ import annotations

from collections.abc import Iterator

from ....bpmn.model import Element
from ...status import TERMINAL
from ..acts import ND_224_2026, Basis, one_stop
from ..frames import Frame
from ..marks import rests, status_around, status_shown
from ..remark import Remark, each_once, of_element
from ..rule import Rule
from ..subject import Main, Subject
from ..ways import Question, Spot, always, is_end, nothing, way


def check(subject: Subject) -> Iterator[Remark]:
    for main in subject.mains:
        yield from each_once((*_of_rests(main), *_of_ends(main)))


def _of_rests(main: Main) -> Iterator[Remark]:
    for frame, element in main.everything():
        if rests(element) and status_around(frame, element) is None:
            yield of_element(main.subject, frame, element, "rest")


def _of_ends(main: Main) -> Iterator[Remark]:
    for frame in main.frames:
        for spot in _unended(frame):
            yield _of_end(main, spot.frame, spot.element)


def _unended(frame: Frame) -> Iterator[Spot]:
    """The last spots of runs that pass no end with a status a dossier may end with."""
    found: set[tuple[int, str]] = set()

    def is_passed(inside: Frame, element: Element) -> bool:
        if not is_end(element) or not is_outermost(inside):
            return False
        known = Spot(inside, element).key in found
        return known or status_shown(inside, element) in TERMINAL

    question = Question(ends=always, lost=nothing, avoid=is_passed)
    while (spots := way(frame, question)) and spots[-1].key not in found:
        found.add(spots[-1].key)
        yield spots[-1]


def is_outermost(frame: Frame) -> bool:
    """Whether the dossier itself ends with the frame: the process, or an event sub-process of
    it.
    """
    if frame.around is None or frame.element is None:
        return True
    return frame.element.triggered_by_event and frame.around.around is None


def _of_end(main: Main, frame: Frame, element: Element) -> Remark:
    status = status_shown(frame, element)
    if status is None or not is_end(element):
        return of_element(main.subject, frame, element, "end")
    return of_element(main.subject, frame, element, "not-terminal", status=status)


RULE = Rule(
    number="P1",
    name="dossier-status",
    check=check,
    bases=(*one_stop("Điều 18"), Basis(act=ND_224_2026, article="Điểm g khoản 1 Điều 15")),
)
