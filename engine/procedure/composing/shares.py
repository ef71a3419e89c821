"""Each step's share of the deadline, by what such steps take of it."""

from __future__ import annotations

from collections.abc import Mapping

from .shape import HOURS_A_DAY, Shape
from .term import Term

APPRAISING, INSPECTING, ANSWERING = "tham-dinh", "kiem-tra-thuc-dia", "tra-loi"
DRAFTING, SIGNING, NUMBERING, RECORDING = "du-thao", "ky", "vao-so", "ghi-nhan"

WEIGHTS: Mapping[Shape, Mapping[str, int]] = {
    Shape.IMMEDIATE: {APPRAISING: 5, SIGNING: 2, NUMBERING: 1},
    Shape.SIMPLE: {APPRAISING: 5, SIGNING: 2, NUMBERING: 1},
    Shape.OPINIONS: {APPRAISING: 4, ANSWERING: 6, DRAFTING: 3, SIGNING: 2, NUMBERING: 1},
    Shape.PARALLEL: {APPRAISING: 4, ANSWERING: 6, DRAFTING: 3, SIGNING: 2, NUMBERING: 1},
    Shape.NOTICE: {RECORDING: 1},
}
OF_AN_INSPECTION = 4
ROUND = 4
"""Shares of more than half a day are given in half days."""


def shares_of(term: Term, shape: Shape, *, on_site: bool) -> dict[str, int]:
    """Working hours for each step; none where nobody knows how long all may take."""
    if term.hours is None:
        return {}
    weights = {**WEIGHTS[shape], **({INSPECTING: OF_AN_INSPECTION} if on_site else {})}
    total = sum(weights.values())
    hours = {step: _rounded(term.hours * weight // total) for step, weight in weights.items()}
    return hours if sum(hours.values()) <= term.hours else {}


def _rounded(hours: int) -> int:
    return max(1, hours - hours % ROUND if hours > ROUND else hours)


def as_duration(hours: int) -> str:
    """As the property `duration` has it: a working day is eight hours."""
    return f"P{hours // HOURS_A_DAY}D" if hours % HOURS_A_DAY == 0 else f"PT{hours}H"


def as_due(hours: int) -> str:
    """The due date of a step that begins now."""
    if hours % HOURS_A_DAY == 0:
        return f"=add working time(now(), working days({hours // HOURS_A_DAY}))"
    return f"=add working time(now(), working hours({hours}))"
