"""Durations the drawing says in so many words, in hours of working time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...bpmn.model import Element, EventKind
from ...expressions import DaysTime, WorkingTime, syntax
from .known import FEEL_MARK, UNKNOWN, feel_constant, tree_of

HOURS_A_DAY = 8
ISO = re.compile(r"P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
NANOSECONDS_AN_HOUR = 3_600_000_000_000


def share_of(element: Element) -> Decimal | None:
    """The step's share of the deadline: `duration = P1D` is a working day of eight hours."""
    found = ISO.fullmatch(element.properties.get("duration", ""))
    if found is None or not any(found.groups()):
        return None
    weeks, days, hours, minutes, seconds = (Decimal(each or 0) for each in found.groups())
    whole = (weeks * 5 + days) * HOURS_A_DAY
    return whole + hours + minutes / 60 + seconds / 3600


def spans_in(text: str | None) -> Iterator[Decimal]:
    """The lengths a FEEL text names: `working days(3)`, `duration("P1D")`, negative ones too."""
    tree = tree_of(text)
    if tree is None or text is None:
        return
    feel = text.strip().removeprefix(FEEL_MARK)
    for node in syntax.walk(tree):
        if isinstance(node, syntax.Invocation):
            value = feel_constant(feel[node.start : node.end], {})
            if value is not UNKNOWN and (hours := hours_of(value)) is not None:
                yield hours


def hours_of(value: object) -> Decimal | None:
    """A length in hours of working time; a calendar day counts as one working day."""
    if isinstance(value, WorkingTime):
        return value.days * HOURS_A_DAY + value.hours
    if isinstance(value, DaysTime):
        hours = Decimal(value.nanoseconds) / NANOSECONDS_AN_HOUR
        return hours / 24 * HOURS_A_DAY if abs(hours) >= 24 else hours
    return None


def is_within(element: Element, hours: int) -> bool:
    """Whether the drawing bounds a step, by its share or its due date."""
    share = share_of(element)
    if share is not None:
        return share <= hours
    spans = list(spans_in(element.assignment.due_date))
    return bool(spans) and max(spans) <= hours


def is_timed(element: Element) -> bool:
    """Whether time sets it off."""
    return any(event.kind is EventKind.TIMER for event in element.events)


def days(hours: Decimal) -> Decimal:
    """Hours of working time in days, as people say them."""
    return (hours / HOURS_A_DAY).quantize(Decimal("0.01")).normalize()
