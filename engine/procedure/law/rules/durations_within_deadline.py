"""The steps on the longest normal way take no longer than the published deadline.

A step says its share with `duration` (`P1D` is a working day of eight hours). Counted are the steps
from where the legal clock starts to where it stops; a way through a supplement starts the clock
again and is not counted, and neither are boundary events. Of ways side by side, the longest counts.
A case with a shorter deadline of its own that only some ways may take is a warning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from ...facts import Deadline, DeadlineCase, Unit
from ..acts import TT_01_2018, TT_03_2025, Basis
from ..longest import longest
from ..marks import status_shown
from ..remark import Remark, of_fact
from ..rule import Rule
from ..steps import beyond, first_spots, spots_of
from ..subject import Main, Subject
from ..times import HOURS_A_DAY, days, share_of
from ..ways import Spot, told

HOURS: dict[Unit, int] = {
    Unit.WORKING_DAY: HOURS_A_DAY,
    Unit.DAY: HOURS_A_DAY,
    Unit.WORKING_HOUR: 1,
    Unit.MONTH: 23 * HOURS_A_DAY,
}
"""Hours of working time that a unit can hold at most; a month has 23 working days at most."""


SUPPLEMENT = 5


def check(subject: Subject) -> Iterator[Remark]:
    deadline = subject.facts.deadline
    if deadline is None:
        return
    for main in subject.mains:
        taken, way = _longest(main)
        for path, term in _terms(deadline):
            allowed = _hours(term)
            if allowed is not None and taken > allowed:
                yield _remark(subject, path, taken, allowed, way)


def _remark(
    subject: Subject, path: tuple[str | int, ...], taken: Decimal, allowed: Decimal, way: list[Spot]
) -> Remark:
    steps = told([spot for spot in way if share_of(spot.element)])
    case, severity = ("case", "warning") if "cases" in path else ("", None)
    return of_fact(
        subject, path, case, severity, taken=days(taken), allowed=days(allowed), way=steps
    )


def _terms(deadline: Deadline) -> Iterator[tuple[tuple[str | int, ...], Deadline | DeadlineCase]]:
    yield ("deadline", "value"), deadline
    for index, case in enumerate(deadline.cases):
        yield ("deadline", "cases", index, "value"), case


def _hours(term: Deadline | DeadlineCase) -> Decimal | None:
    """The most working time the term can hold, or None where it cannot be told."""
    if term.unit is Unit.SAME_DAY:
        return Decimal(HOURS_A_DAY)
    return Decimal(term.value * HOURS[term.unit]) if term.unit in HOURS else None


def _longest(main: Main) -> tuple[Decimal, list[Spot]]:
    frames = main.frames
    begun = [
        spot for frame in frames for spot in spots_of(frame) if _clock(spot) in ("start", "restart")
    ]
    begin: Iterable[Spot] = begun or (spot for frame in frames for spot in first_spots(frame))
    return longest(begin, _following, _weight, lambda spot: spot.key)


def _following(spot: Spot) -> Iterator[Spot]:
    """The normal way on: inside unless the whole has its own share, and over no border."""
    if _clock(spot) in ("stop", "pause") or status_shown(spot.frame, spot.element) == SUPPLEMENT:
        return
    inner = spot.frame.inner(spot.element) if share_of(spot.element) is None else None
    inside = first_spots(inner) if inner is not None else []
    after = inside or beyond(spot)
    yield from (each for each in after if _clock(each) != "restart")


def _clock(spot: Spot) -> str | None:
    return spot.element.properties.get("clock")


def _weight(spot: Spot) -> Decimal:
    return share_of(spot.element) or Decimal(0)


RULE = Rule(
    number="P7",
    name="durations-within-deadline",
    check=check,
    bases=(
        Basis(act=TT_01_2018, article="Điều 13"),
        Basis(act=TT_03_2025, like="Điều 13 Thông tư 01/2018/TT-VPCP"),
    ),
)
