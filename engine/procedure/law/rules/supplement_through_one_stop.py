"""A supplement is asked for on paper 02, through the one-stop, and comes back to it.

The step that issues the paper (`paper = supplement`) lies in a lane of the one-stop, or one of its
steps follows before the dossier waits. Wherever the dossier waits with status 5, the paper was
issued on the way. After the wait, a step of the one-stop takes the dossier up again, on every way
to the result.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...facts import OFFICE_KINDS, LaneKind
from ..acts import one_stop
from ..frames import Frame
from ..marks import issues, lane_kind, passes_one_stop, rests, status_around
from ..remark import Remark, each_once, of_element
from ..rule import Rule
from ..steps import first_spots, is_last, met, next_spots, spots_of
from ..subject import Main, Subject
from ..ways import Spot

WAITING = 5
OTHERS = (OFFICE_KINDS | {LaneKind.AGENCY}) - {LaneKind.ONE_STOP}

is_supplement = issues("supplement")


def check(subject: Subject) -> Iterator[Remark]:
    for main in subject.mains:
        yield from each_once(_of_main(main))


def _of_main(main: Main) -> Iterator[Remark]:
    for frame in main.frames:
        for spot in spots_of(frame):
            if is_supplement(spot.frame, spot.element) and not passes_through(spot):
                yield of_element(main.subject, spot.frame, spot.element, "bypass")
            if _waits_for_supplement(spot) and not _comes_back(spot):
                yield of_element(main.subject, spot.frame, spot.element, "return")
        for spot in _waits_without_paper(frame):
            yield of_element(main.subject, spot.frame, spot.element, "paper")


def passes_through(spot: Spot) -> bool:
    """Whether the one-stop has its turn at the spot, or on every way from it to a wait or an
    end.
    """
    if passes_one_stop(spot.frame, spot.element):
        return True
    ways = met(next_spots(spot), is_one_stops)
    return not any(
        (rests(each.element) or is_last(each)) and not is_one_stops(each) for each in ways
    )


def is_one_stops(spot: Spot) -> bool:
    return lane_kind(spot.frame, spot.element) is LaneKind.ONE_STOP


def _waits_for_supplement(spot: Spot) -> bool:
    return rests(spot.element) and status_around(spot.frame, spot.element) == WAITING


def _comes_back(spot: Spot) -> bool:
    """Whether no other officer has the dossier before the one-stop has."""
    return not any(_is_others(each) for each in met(next_spots(spot), is_one_stops))


def _is_others(spot: Spot) -> bool:
    return rests(spot.element) and lane_kind(spot.frame, spot.element) in OTHERS


def _waits_without_paper(frame: Frame) -> Iterator[Spot]:
    """The waits for a supplement that a token reaches without passing the paper."""
    ways = met(first_spots(frame), lambda each: is_supplement(each.frame, each.element))
    return (each for each in ways if _waits_for_supplement(each))


RULE = Rule(
    number="P2",
    name="supplement-through-one-stop",
    check=check,
    bases=one_stop("Khoản 4 Điều 19"),
)
