"""What a token remembers: variables the drawing gave a fixed value on its way.

Whatever may write variables that are not followed – people, messages, jobs without output mappings
– makes it forget all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...bpmn.model import Element, SequenceFlow
from .known import UNKNOWN, constant, truth
from .marks import rests
from .steps import Step
from .ways import Spot

Memory = frozenset[tuple[str, Any]]
PLAIN = (str, bool, type(None))
GREATEST = 9
LONGEST = 40

BLANK: Memory = frozenset()


def remembered(memory: Memory, done: tuple[Spot, ...]) -> Memory:
    """What is remembered after these elements are done, from the inside out."""
    for spot in done:
        memory = _after(memory, spot)
    return memory


def is_open(memory: Memory, step: Step) -> bool:
    """Whether the flow of a step can be taken with what is remembered."""
    flow = step.flow
    if flow is None or not memory:
        return True
    spot = step.done[-1]
    known = {**spot.frame.known, **dict(memory)}
    if flow.condition is not None:
        return truth(flow.condition, known) is not False
    return not _is_default_in_vain(spot, flow, known)


def _is_default_in_vain(spot: Spot, flow: SequenceFlow, known: Mapping[str, Any]) -> bool:
    if spot.element.default != flow.id:
        return False
    conditions = (each.condition for each in spot.frame.chart.leaving(spot.element))
    return any(truth(each, known) is True for each in conditions if each)


def _after(memory: Memory, spot: Spot) -> Memory:
    element = spot.element
    found = {} if _may_write_anything(element) else dict(memory)
    known = {**spot.frame.known, **found}
    written = {each.target: constant(each.source, known) for each in element.outputs if each.target}
    for name in _forgotten(spot):
        found.pop(name, None)
    found.update(written)
    return frozenset((name, value) for name, value in found.items() if _is_plain(value))


def _may_write_anything(element: Element) -> bool:
    return rests(element) or (element.job is not None and not element.outputs)


def _is_plain(value: Any) -> bool:
    """Whether a value is worth remembering: one that a loop cannot make ever greater."""
    if isinstance(value, int) and not isinstance(value, bool):
        return abs(value) <= GREATEST
    return value is not UNKNOWN and isinstance(value, PLAIN) and len(str(value)) <= LONGEST


def _forgotten(spot: Spot) -> Iterator[str]:
    """The names an element may write in a way that is not followed."""
    element = spot.element
    if element.script:
        yield element.script.result_variable
    if element.decision:
        yield element.decision.result_variable
    inner = spot.frame.inner(element)
    if inner is not None:
        for each in inner.inward():
            yield from (name for inside in each.elements for name in _names(inside))


def _names(element: Element) -> Iterator[str]:
    yield from (each.target for each in (*element.inputs, *element.outputs))
    if element.script:
        yield element.script.result_variable
