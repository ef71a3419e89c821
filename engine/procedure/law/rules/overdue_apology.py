"""A dossier that will be late is apologised for, a day before the deadline at the latest, and once.

A procedure with a deadline of two days or more has a timer from which a step with `paper = apology`
is reached, and no way to that step but through a timer. Where the timer's date says how long before
the due date it is (`working hours(-12)`), that is a working day or more. Where the timer can go off
again – the step it sits on may be done again, or it repeats – a gateway on the way asks a variable
that is counted up on the way (Decree 61/2018, article 19.9: one new appointment at most).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ....bpmn.model import Element
from ...facts import Deadline, Unit
from ..acts import one_stop
from ..conditions import variables_in
from ..frames import Frame
from ..marks import issues
from ..remark import Remark, each_once, of_element, of_place
from ..rule import Rule
from ..steps import first_spots, met, next_spots, spots_of, turns
from ..subject import Main, Subject
from ..times import HOURS_A_DAY, is_timed, spans_in
from ..ways import Spot

LEAST: dict[Unit, int] = {
    Unit.WORKING_DAY: 2,
    Unit.DAY: 2,
    Unit.WORKING_HOUR: 2 * HOURS_A_DAY,
    Unit.HOUR: 48,
    Unit.MONTH: 1,
}

is_apology = issues("apology")


def check(subject: Subject) -> Iterator[Remark]:
    if not is_long(subject.facts.deadline):
        return
    for main in subject.mains:
        yield from each_once(each for frame in main.frames for each in _of_frame(main, frame))


def is_long(deadline: Deadline | None) -> bool:
    """Whether there is a day before the deadline on which one could apologise."""
    if deadline is None or deadline.unit not in LEAST:
        return False
    return deadline.value >= LEAST[deadline.unit]


def _of_frame(main: Main, frame: Frame) -> Iterator[Remark]:
    spots = list(spots_of(frame))
    papers = {spot.key for spot in spots if _apologises(spot)}
    if not papers:
        yield of_place(main.drawn.file, main.drawn.process, "none")
        return
    begin = [*first_spots(frame), *(spot for turn in turns(frame) for spot in first_spots(turn))]
    for spot in met(begin, _is_timed):
        if spot.key in papers and not _is_timed(spot):
            yield of_element(main.subject, spot.frame, spot.element, "no-timer")
    for timer in filter(_is_timed, spots):
        if any(spot.key in papers for spot in met([timer], _apologises)):
            yield from _of_timer(main, timer)


def _of_timer(main: Main, timer: Spot) -> Iterator[Remark]:
    lead = _lead(timer)
    if lead is not None and lead < HOURS_A_DAY:
        yield of_element(main.subject, timer.frame, timer.element, "late", hours=lead.normalize())
    if _may_go_off_again(timer) and not _is_guarded(timer):
        yield of_element(main.subject, timer.frame, timer.element, "again")


def _lead(timer: Spot) -> Decimal | None:
    """How many hours of working time before the due date, where the drawing says it."""
    texts = [event.value for event in timer.element.events if event.value]
    written = [each for text in texts for each in _sources(timer.frame, text)]
    spans = [-span for text in (*texts, *written) for span in spans_in(text) if span < 0]
    return min(spans, default=None)


def _sources(frame: Frame, text: str) -> Iterator[str]:
    """What the drawing writes into the variables a text reads."""
    names = {variable[0] for variable in variables_in(text)}
    for element in frame.chart.elements():
        yield from (each.source for each in element.outputs if each.target in names)
        if element.script and element.script.result_variable in names:
            yield element.script.expression


def _may_go_off_again(timer: Spot) -> bool:
    element = timer.element
    if any(event.timer == "cycle" and not _is_single(event.value) for event in element.events):
        return True
    host = timer.frame.chart.element(element.attached_to)
    if host is None:
        return any(each.key == timer.key for each in met(next_spots(timer), lambda _: False))
    at = Spot(timer.frame, host)
    return any(each.key == at.key for each in met(next_spots(at), lambda _: False))


def _is_single(cycle: str | None) -> bool:
    return (cycle or "").lstrip('=" ').startswith("R1/")


def _is_guarded(timer: Spot) -> bool:
    """Whether every way to the apology passes a gateway that asks what was written on the way."""
    between = list(met([timer], _apologises))
    written = {name for spot in between for name in _written(spot.element)}
    ways = met([timer], lambda spot: _apologises(spot) or _asks(spot, written))
    return not any(_apologises(spot) for spot in ways)


def _written(element: Element) -> Iterator[str]:
    yield from (each.target for each in element.outputs)
    if element.script:
        yield element.script.result_variable


def _asks(spot: Spot, written: set[str]) -> bool:
    flows = spot.frame.chart.leaving(spot.element)
    read = {variable[0] for flow in flows for variable in variables_in(flow.condition)}
    return bool(read & written)


def _apologises(spot: Spot) -> bool:
    return is_apology(spot.frame, spot.element)


def _is_timed(spot: Spot) -> bool:
    return is_timed(spot.element)


RULE = Rule(
    number="P5",
    name="overdue-apology",
    check=check,
    bases=one_stop("Khoản 9 Điều 19"),
)
