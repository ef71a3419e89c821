"""A multi-instance activity says over what it goes, and how its results are collected.

It goes over `inputCollection` or `loopCardinality` times, not both; a number of times that is no
FEEL is a whole number, 0 or more; `outputCollection` and
`outputElement` belong together. If its `behavior` is `None` or `One`, it names the message, signal,
escalation or error that it throws (BPMN 2.0 §10.3.8); `Complex` is not executed.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..attributes import is_whole
from ..model import Element, EventKind, MultiInstance
from ..rule import Remark, Rule, remark
from ..subject import Subject
from ..texts import FEEL_MARK

THROWN = frozenset({EventKind.MESSAGE, EventKind.SIGNAL, EventKind.ESCALATION, EventKind.ERROR})


def check(subject: Subject) -> Iterator[Remark]:
    for _, element in subject.elements():
        if isinstance(element.loop, MultiInstance):
            yield from _checked(element, element.loop)


def _checked(element: Element, loop: MultiInstance) -> Iterator[Remark]:
    if not loop.input_collection and not loop.cardinality:
        yield remark(element, "over-nothing", line=loop.line)
    if loop.input_collection and loop.cardinality:
        yield remark(element, "over-both", line=loop.line)
    if loop.cardinality and not _counts(loop.cardinality):
        yield remark(element, "cardinality", line=loop.line, value=loop.cardinality)
    if bool(loop.output_collection) != bool(loop.output_element):
        yield remark(element, "half-output", line=loop.line)
    if loop.behavior != "All" and not _throws(loop):
        yield remark(element, "behavior", line=loop.line, behavior=loop.behavior)


def _counts(cardinality: str) -> bool:
    return cardinality.startswith(FEEL_MARK) or is_whole(cardinality)


def _throws(loop: MultiInstance) -> bool:
    return loop.thrown is not None and loop.thrown.kind in THROWN


RULE = Rule("multi-instance", check)
