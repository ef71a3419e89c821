"""The signs of BPMN, each drawn for a box from 0 to 1 and placed where it is needed.

A path has the commands M, L, C, Q and Z with absolute coordinates. The signs follow BPMN 2.0.2's
figures (tables 10.3, 10.88–10.93, 10.114 and chapter 7.4); the lines are our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import cos, pi, sin

from ..model import EventKind
from .geometry import Point
from .palette import PAPER
from .tags import Tag, number, tag

NUMBER = re.compile(r"-?\d*\.?\d+")
KAPPA = 0.5523
"""Of the Bézier curve that looks like a quarter of a circle."""


class Fill(StrEnum):
    """What a closed part is filled with; `sign` is ink where the sign is a filled one."""

    NONE = "none"
    INK = "ink"
    PAPER = "paper"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Part:
    """contrast: drawn in the paper's colour where the sign is filled."""

    path: str
    fill: Fill = Fill.SIGN
    contrast: bool = False


Sign = tuple[Part, ...]


def circle(x: float, y: float, radius: float) -> str:
    k = radius * KAPPA
    quarters = (
        ((x + k, y - radius), (x + radius, y - k), (x + radius, y)),
        ((x + radius, y + k), (x + k, y + radius), (x, y + radius)),
        ((x - k, y + radius), (x - radius, y + k), (x - radius, y)),
        ((x - radius, y - k), (x - k, y - radius), (x, y - radius)),
    )
    curves = (" ".join(map(pair, quarter)) for quarter in quarters)
    return f"M{pair((x, y - radius))} C" + " C".join(curves) + "Z"


def pair(point: Point) -> str:
    return f"{point[0]:.4f} {point[1]:.4f}"


def polygon(*points: Point) -> str:
    return f"M{' L'.join(map(pair, points))}Z"


def on_circle(x: float, y: float, radius: float, turn: float) -> Point:
    """turn: clockwise from the top, 1 is a whole one."""
    return x + radius * sin(2 * pi * turn), y - radius * cos(2 * pi * turn)


def regular(corners: int, radius: float) -> str:
    return polygon(*(on_circle(0.5, 0.5, radius, each / corners) for each in range(corners)))


def gear(x: float, y: float, radius: float, teeth: int = 8) -> str:
    corners: list[Point] = []
    for tooth in range(teeth):
        for turn, far in ((-0.3, 0.74), (-0.2, 1.0), (0.2, 1.0), (0.3, 0.74)):
            corners.append(on_circle(x, y, radius * far, (tooth + turn) / teeth))
    return polygon(*corners)


def ticks() -> str:
    marks = (
        f"M{pair(on_circle(0.5, 0.5, 0.26, turn / 12))}"
        f" L{pair(on_circle(0.5, 0.5, 0.31, turn / 12))}"
        for turn in range(12)
    )
    return " ".join(marks)


ENVELOPE = "M.22 .3 L.78 .3 L.78 .7 L.22 .7Z"
FLAP = Part("M.22 .3 L.5 .52 L.78 .3", Fill.NONE, contrast=True)
CROSS = (
    "M.29 .21 L.5 .42 L.71 .21 L.79 .29 L.58 .5 L.79 .71 L.71 .79 L.5 .58 L.29 .79 L.21 .71"
    " L.42 .5 L.21 .29Z"
)
PLUS = (
    "M.43 .22 L.57 .22 L.57 .43 L.78 .43 L.78 .57 L.57 .57 L.57 .78 L.43 .78 L.43 .57 L.22 .57"
    " L.22 .43 L.43 .43Z"
)

EVENTS: dict[EventKind, Sign] = {
    EventKind.NONE: (),
    EventKind.MESSAGE: (Part(ENVELOPE), FLAP),
    EventKind.TIMER: (
        Part(circle(0.5, 0.5, 0.31), Fill.PAPER),
        Part(ticks(), Fill.NONE),
        Part("M.53 .29 L.5 .5 L.66 .52", Fill.NONE),
    ),
    EventKind.SIGNAL: (Part("M.5 .22 L.77 .69 L.23 .69Z"),),
    EventKind.CONDITIONAL: (
        Part("M.3 .24 L.7 .24 L.7 .76 L.3 .76Z", Fill.PAPER),
        Part("M.37 .34 L.63 .34 M.37 .45 L.63 .45 M.37 .56 L.63 .56 M.37 .67 L.63 .67", Fill.NONE),
    ),
    EventKind.ERROR: (Part("M.24 .74 L.38 .27 L.57 .54 L.75 .25 L.62 .75 L.43 .48Z"),),
    EventKind.ESCALATION: (Part("M.5 .2 L.71 .76 L.5 .55 L.29 .76Z"),),
    EventKind.COMPENSATE: (
        Part("M.2 .5 L.48 .3 L.48 .7Z"),
        Part("M.48 .5 L.76 .3 L.76 .7Z"),
    ),
    EventKind.CANCEL: (Part(CROSS),),
    EventKind.LINK: (Part("M.22 .39 L.56 .39 L.56 .26 L.8 .5 L.56 .74 L.56 .61 L.22 .61Z"),),
    EventKind.TERMINATE: (Part(circle(0.5, 0.5, 0.29), Fill.INK),),
}
MULTIPLE: Sign = (Part(regular(5, 0.3)),)
PARALLEL_MULTIPLE: Sign = (Part(PLUS),)

USER: Sign = (
    Part("M.08 .95 L.08 .8 C.08 .62 .25 .56 .5 .56 C.75 .56 .92 .62 .92 .8 L.92 .95Z", Fill.PAPER),
    Part(circle(0.5, 0.3, 0.22), Fill.PAPER),
    Part(
        "M.28 .28 C.32 .02 .68 .02 .72 .28 C.6 .3 .5 .24 .46 .18 C.42 .25 .36 .28 .28 .28Z",
        Fill.INK,
    ),
)
MANUAL: Sign = (
    Part(
        "M.06 .48 L.34 .2 C.44 .12 .54 .2 .46 .3 L.38 .38 L.9 .38 C1 .38 1 .5 .9 .5"
        " C.98 .5 .98 .62 .88 .62 C.94 .62 .94 .74 .84 .74 C.9 .74 .88 .86 .78 .86"
        " L.24 .86 C.12 .86 .06 .78 .06 .66Z",
        Fill.PAPER,
    ),
    Part("M.9 .5 L.58 .5 M.88 .62 L.58 .62 M.84 .74 L.58 .74", Fill.NONE),
)
SERVICE: Sign = (
    Part(gear(0.38, 0.38, 0.36), Fill.PAPER),
    Part(circle(0.38, 0.38, 0.12), Fill.PAPER),
    Part(gear(0.68, 0.68, 0.32), Fill.PAPER),
    Part(circle(0.68, 0.68, 0.11), Fill.PAPER),
)
SCRIPT: Sign = (
    Part(
        "M.28 .06 L.96 .06 C.72 .24 .72 .38 .82 .54 C.92 .7 .92 .84 .74 .95 L.06 .95"
        " C.28 .8 .28 .64 .18 .48 C.08 .32 .1 .16 .28 .06Z",
        Fill.PAPER,
    ),
    Part("M.24 .28 L.68 .28 M.28 .5 L.74 .5 M.34 .72 L.8 .72", Fill.NONE),
)
SEND: Sign = (
    Part("M.04 .2 L.96 .2 L.96 .84 L.04 .84Z", Fill.INK),
    Part("M.04 .2 L.5 .56 L.96 .2", Fill.NONE, contrast=True),
)
RECEIVE: Sign = (
    Part("M.04 .2 L.96 .2 L.96 .84 L.04 .84Z", Fill.PAPER),
    Part("M.04 .2 L.5 .56 L.96 .2", Fill.NONE),
)
RECEIVE_FIRST: Sign = (
    Part(circle(0.5, 0.5, 0.5), Fill.NONE),
    *(Part(ENVELOPE, Fill.PAPER), Part(FLAP.path, Fill.NONE)),
)
DECISION: Sign = (
    Part("M.04 .14 L.96 .14 L.96 .88 L.04 .88Z", Fill.PAPER),
    Part("M.04 .14 L.96 .14 L.96 .36 L.04 .36Z", Fill.INK),
    Part("M.04 .62 L.96 .62 M.34 .36 L.34 .88", Fill.NONE),
)

LOOP: Sign = (
    Part("M.3 .86 C.02 .72 .02 .28 .3 .14 C.6 0 .94 .2 .92 .52 C.9 .76 .7 .9 .5 .88", Fill.NONE),
    Part("M.06 .84 L.32 .88 L.34 .62", Fill.NONE),
)
PARALLEL: Sign = (Part("M.16 .1 L.16 .9 M.5 .1 L.5 .9 M.84 .1 L.84 .9", Fill.NONE),)
SEQUENTIAL: Sign = (Part("M.1 .16 L.9 .16 M.1 .5 L.9 .5 M.1 .84 L.9 .84", Fill.NONE),)
COMPENSATION: Sign = (
    Part("M0 .5 L.48 .12 L.48 .88Z", Fill.PAPER),
    Part("M.48 .5 L.96 .12 L.96 .88Z", Fill.PAPER),
)
AD_HOC: Sign = (
    Part(
        "M.04 .62 C.16 .3 .32 .24 .5 .42 C.68 .6 .82 .56 .96 .34 L.96 .5 C.84 .78 .66 .8 .48 .62"
        " C.32 .46 .18 .52 .04 .8Z",
        Fill.INK,
    ),
)
COLLAPSED: Sign = (
    Part("M0 0 L1 0 L1 1 L0 1Z", Fill.PAPER),
    Part("M.5 .2 L.5 .8 M.2 .5 L.8 .5", Fill.NONE),
)


def placed(path: str, corner: Point, size: float) -> str:
    """The path of a unit box in a box of this size at this corner."""
    turn = iter(range(len(path)))

    def moved(found: re.Match[str]) -> str:
        axis = next(turn) % 2
        return number(corner[axis] + float(found[0]) * size)

    return NUMBER.sub(moved, path)


def drawn(
    sign: Iterable[Part],
    corner: Point,
    size: float,
    ink: str,
    *,
    filled: bool = False,
    stroke: float = 1.2,
) -> list[Tag]:
    """The sign in a box; `filled` is how BPMN draws what is thrown."""
    return [
        tag(
            "path",
            d=placed(part.path, corner, size),
            fill=_fill(part, ink, filled),
            stroke=PAPER if part.contrast and (filled or sign == SEND) else ink,
            stroke_width=stroke,
            stroke_linejoin="round",
        )
        for part in sign
    ]


def _fill(part: Part, ink: str, filled: bool) -> str:
    if part.fill is Fill.NONE:
        return "none"
    inked = part.fill is Fill.INK or (part.fill is Fill.SIGN and filled)
    return ink if inked else PAPER
