"""After it was accepted a dossier reaches who resolves it within a working day.

Between the receipt (`paper = receipt`) and the first step of another office than the one-stop, a
step of the one-stop is bounded by a working day, with `duration` or a due date (Decree 61/2018,
article 18.2: the same working day, or the beginning of the next one for what came after 15:00).
"""

from __future__ import annotations

from collections.abc import Iterator

from ...facts import OFFICE_KINDS, LaneKind
from ..acts import one_stop
from ..marks import issues, lane_kind, rests
from ..remark import Remark, each_once, of_element
from ..rule import Rule
from ..steps import met, next_spots, spots_of
from ..subject import Main, Subject
from ..times import HOURS_A_DAY, is_within
from ..ways import Spot

RESOLVING = (OFFICE_KINDS | {LaneKind.AGENCY}) - {LaneKind.ONE_STOP}

is_receipt = issues("receipt")


def check(subject: Subject) -> Iterator[Remark]:
    for main in subject.mains:
        yield from each_once(_of_main(main))


def _of_main(main: Main) -> Iterator[Remark]:
    for frame in main.frames:
        receipts = (each for each in spots_of(frame) if is_receipt(each.frame, each.element))
        begin = (after for receipt in receipts for after in next_spots(receipt))
        for spot in met(begin, _is_resolvers):
            if _holds_up(spot) and not is_within(spot.element, HOURS_A_DAY):
                yield of_element(main.subject, spot.frame, spot.element)


def _is_resolvers(spot: Spot) -> bool:
    return lane_kind(spot.frame, spot.element) in RESOLVING


def _holds_up(spot: Spot) -> bool:
    return rests(spot.element) and lane_kind(spot.frame, spot.element) is LaneKind.ONE_STOP


RULE = Rule(
    number="P8",
    name="same-day-hand-over",
    check=check,
    bases=one_stop("Khoản 2 Điều 18"),
    severity="warning",
)
