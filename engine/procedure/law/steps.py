"""One token's way through a procedure, step by step, in and out of what it calls."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ...bpmn.chart import is_link
from ...bpmn.model import EventKind, Kind, SequenceFlow
from .frames import Frame
from .ways import Spot

Asked = Callable[[Spot], bool]


@dataclass(frozen=True, slots=True)
class Step:
    """A token comes to `spot`. done: what it completed, from the inside out; flow: by which way."""

    spot: Spot
    done: tuple[Spot, ...] = ()
    flow: SequenceFlow | None = None


def first_spots(frame: Frame) -> list[Spot]:
    """Where tokens of a frame begin."""
    return [Spot(frame, frame.runs.element(move.element)) for move in frame.runs.first]


def steps_from(spot: Spot) -> Iterator[Step]:
    """Where a token may be next: inside, beyond, or over the border. Nothing after the very end."""
    inner = spot.frame.inner(spot.element)
    inside = first_spots(inner) if inner is not None else []
    yield from (Step(each) for each in inside)
    if not inside:
        yield from _beyond(spot, ())
    for boundary in spot.frame.chart.boundaries(spot.element):
        if boundary.event.kind is not EventKind.COMPENSATE:
            yield Step(Spot(spot.frame, boundary))


def next_spots(spot: Spot) -> Iterator[Spot]:
    return (step.spot for step in steps_from(spot))


def beyond(spot: Spot) -> Iterator[Spot]:
    """What follows an element that is done; after an end, what follows the whole scope."""
    return (step.spot for step in _beyond(spot, ()))


def _beyond(spot: Spot, before: tuple[Spot, ...]) -> Iterator[Step]:
    done = (*before, spot)
    steps = [Step(each, done, flow) for each, flow in _targets(spot)]
    yield from steps
    around, holder = spot.frame.around, spot.frame.element
    if steps or around is None or holder is None or holder.triggered_by_event:
        return
    if spot.element.id in spot.frame.main:
        yield from _beyond(Spot(around, holder), done)


def _targets(spot: Spot) -> Iterator[tuple[Spot, SequenceFlow | None]]:
    frame, element = spot.frame, spot.element
    for flow in frame.chart.leaving(element):
        target = frame.chart.element(flow.target)
        if target is not None and flow.id not in frame.closed:
            yield Spot(frame, target), flow
    if is_link(element, Kind.THROW_EVENT):
        for each in frame.elements:
            if is_link(each, Kind.CATCH_EVENT) and each.event.value == element.event.value:
                yield Spot(frame, each), None


def is_last(spot: Spot) -> bool:
    """Whether the procedure itself ends there."""
    return spot.frame.around is None and next(steps_from(spot), None) is None


def turns(frame: Frame) -> Iterator[Frame]:
    """The event sub-processes that may begin while the frame, or what lies in it, is under way."""
    for inside in frame.inward():
        yield from (turn for turn, _ in inside.event_frames())


def met(begin: Iterable[Spot], stops: Asked) -> Iterator[Spot]:
    """Every spot a token may come to, each once; beyond one at which it stops it is not
    followed.
    """
    seen: set[tuple[int, str]] = set()
    waiting = list(begin)
    while waiting:
        spot = waiting.pop()
        if spot.key in seen:
            continue
        seen.add(spot.key)
        yield spot
        if not stops(spot):
            waiting += next_spots(spot)


def spots_of(frame: Frame) -> Iterator[Spot]:
    """Everything in a frame and in what may be entered from it."""
    for inside in frame.inward():
        yield from (Spot(inside, element) for element in inside.elements)
