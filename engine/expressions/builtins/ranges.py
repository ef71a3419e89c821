"""How points and ranges lie to each other (DMN 1.5, 10.3.4.12, table 78).

Every relation is written for two ranges; a point is the range from itself to itself.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import eq, lt
from typing import Any

from ..comparison import ordinal
from ..ranges import Range
from ..run import Run
from ..values import kind
from .registry import Implementation, Overload, Unfit, feel

Relation = Callable[["Ends", "Ends"], bool]


class Ends:
    """A range's ends, made comparable; an open end is before or after everything."""

    def __init__(self, run: Run, range_: Range) -> None:
        self.low = None if range_.low is None else ordinal(run, range_.low)
        self.high = None if range_.high is None else ordinal(run, range_.high)
        self.low_in = range_.low_included
        self.high_in = range_.high_included


def as_range(value: Any) -> Range:
    return value if isinstance(value, Range) else Range(value, value, True, True)


def ends(run: Run, left: Any, right: Any) -> tuple[Ends, Ends]:
    """Both as ranges. Raises Unfit unless all their ends are of one type."""
    first, second = as_range(left), as_range(right)
    given = [first.low, first.high, second.low, second.high]
    kinds = {kind(end) for end in given if end is not None}
    if len(kinds) != 1 or not kinds <= ORDERED_KINDS:
        raise Unfit("feel.incomparable", left=kind(left), right=kind(right))
    return Ends(run, first), Ends(run, second)


ORDERED_KINDS = {
    "number",
    "string",
    "date",
    "time",
    "date and time",
    "days and time duration",
    "years and months duration",
}


def known(compare: Callable[[Any, Any], bool], a: Any, b: Any) -> bool:
    """The comparison of two ends; never true of an end that is open."""
    return a is not None and b is not None and compare(a, b)


def before(a: Ends, b: Ends) -> bool:
    return known(lt, a.high, b.low) or (known(eq, a.high, b.low) and not (a.high_in and b.low_in))


def after(a: Ends, b: Ends) -> bool:
    return before(b, a)


def meets(a: Ends, b: Ends) -> bool:
    return a.high_in and b.low_in and known(eq, a.high, b.low)


def met_by(a: Ends, b: Ends) -> bool:
    return meets(b, a)


def overlaps(a: Ends, b: Ends) -> bool:
    return not before(a, b) and not before(b, a)


def starts_earlier(a: Ends, b: Ends) -> bool:
    return (
        (a.low is None and b.low is not None)
        or known(lt, a.low, b.low)
        or (a.low == b.low and a.low_in and not b.low_in)
    )


def ends_earlier(a: Ends, b: Ends) -> bool:
    return (
        (b.high is None and a.high is not None)
        or known(lt, a.high, b.high)
        or (a.high == b.high and b.high_in and not a.high_in)
    )


def same_start(a: Ends, b: Ends) -> bool:
    return bool(a.low == b.low and a.low_in == b.low_in)


def same_end(a: Ends, b: Ends) -> bool:
    return bool(a.high == b.high and a.high_in == b.high_in)


def overlaps_before(a: Ends, b: Ends) -> bool:
    return starts_earlier(a, b) and overlaps(a, b) and not ends_earlier(b, a)


def overlaps_after(a: Ends, b: Ends) -> bool:
    return overlaps_before(b, a)


def finishes(a: Ends, b: Ends) -> bool:
    return same_end(a, b) and not starts_earlier(a, b)


def finished_by(a: Ends, b: Ends) -> bool:
    return finishes(b, a)


def includes(a: Ends, b: Ends) -> bool:
    return not starts_earlier(b, a) and not ends_earlier(a, b)


def during(a: Ends, b: Ends) -> bool:
    return includes(b, a)


def starts(a: Ends, b: Ends) -> bool:
    return same_start(a, b) and not ends_earlier(b, a)


def started_by(a: Ends, b: Ends) -> bool:
    return starts(b, a)


def coincides(a: Ends, b: Ends) -> bool:
    return same_start(a, b) and same_end(a, b)


def implementation(relation: Relation, allowed: str) -> Implementation:
    """A built-in for a relation; `allowed` says of what two shapes: `P` a point, `R` a range."""

    def apply(run: Run, left: Any, right: Any) -> bool:
        shape = "".join("R" if isinstance(value, Range) else "P" for value in (left, right))
        if shape not in allowed.split():
            raise Unfit("feel.range-shapes", left=kind(left), right=kind(right))
        return relation(*ends(run, left, right))

    return apply


def overloads(name: str, relation: Relation, shapes: str) -> tuple[Overload, ...]:
    """One overload for each pair of shapes, with the specification's names of parameters."""
    return tuple(
        feel(f"{name}({', '.join(names)})", 60)(implementation(relation, shape))
        for shape in shapes.split()
        for names in [parameters(shape)]
    )


def parameters(shape: str) -> list[str]:
    if shape in ("PP", "RR"):
        word = "point" if shape == "PP" else "range"
        return [f"{word}1: {PLACES[shape[0]]}", f"{word}2: {PLACES[shape[1]]}"]
    return [f"{WORDS[letter]}: {PLACES[letter]}" for letter in shape]


WORDS = {"P": "point", "R": "range"}
PLACES = {"P": "|".join(sorted(ORDERED_KINDS)), "R": "range"}

RANGES: tuple[Overload, ...] = (
    *overloads("before", before, "PP PR RP RR"),
    *overloads("after", after, "PP PR RP RR"),
    *overloads("meets", meets, "RR"),
    *overloads("met by", met_by, "RR"),
    *overloads("overlaps", overlaps, "RR"),
    *overloads("overlaps before", overlaps_before, "RR"),
    *overloads("overlaps after", overlaps_after, "RR"),
    *overloads("finishes", finishes, "PR RR"),
    *overloads("finished by", finished_by, "RP RR"),
    *overloads("includes", includes, "RP RR"),
    *overloads("during", during, "PR RR"),
    *overloads("starts", starts, "PR RR"),
    *overloads("started by", started_by, "RP RR"),
    *overloads("coincides", coincides, "PP RR"),
)
