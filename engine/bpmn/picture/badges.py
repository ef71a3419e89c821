"""Badges on the corners of elements, and the legend below the picture."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Bounds
from .geometry import Point, right
from .metrics import text_width
from .overlay import Badge, Tone
from .palette import PAINTS, PAPER, PLAIN, SMALL
from .tags import Tag, group, tag

RADIUS = 9.0
APART = 4.0
LEGEND_LINE = 22.0
SWATCH = 16.0


def badges_at(corner: Point, badges: Sequence[Badge]) -> list[Tag]:
    """The badges from right to left, the first one on the corner."""
    tags: list[Tag] = []
    x, y = corner
    for badge in badges:
        width = _width(badge)
        tags.append(_badge(badge, (x - width / 2, y), width))
        x -= width + APART
    return tags


def corner_of(box: Bounds, badges: Sequence[Badge]) -> Point:
    """Where the badges of a shape begin: over its upper right corner."""
    reach = _width(badges[0]) / 2 if badges else 0
    return right(box) + reach, box.y


def _width(badge: Badge) -> float:
    return max(2 * RADIUS, text_width(badge.text, SMALL) + RADIUS)


def _badge(badge: Badge, centre: Point, width: float) -> Tag:
    paint = PAINTS[badge.tone]
    disc = tag(
        "rect",
        x=centre[0] - width / 2,
        y=centre[1] - RADIUS,
        width=width,
        height=2 * RADIUS,
        rx=RADIUS,
        fill=paint.ink,
        stroke=PAPER,
        stroke_width=1.5,
    )
    text = tag("text", text=badge.text, x=centre[0], y=centre[1] + 4, font_size=SMALL, fill=PAPER)
    return group([disc, text], title=badge.title or None)


def legend(entries: Sequence[tuple[Tone, str]], corner: Point) -> list[Tag]:
    """One line an entry, from the corner downwards."""
    return [
        each
        for row, (tone, text) in enumerate(entries)
        for each in _entry(tone, text, (corner[0], corner[1] + row * LEGEND_LINE))
    ]


def legend_size(entries: Sequence[tuple[Tone, str]]) -> tuple[float, float]:
    """Width and height."""
    widest = max((text_width(text, 12) for _, text in entries), default=0)
    return SWATCH + 8 + widest, len(entries) * LEGEND_LINE


def _entry(tone: Tone, text: str, corner: Point) -> list[Tag]:
    paint, (x, y) = PAINTS[tone], corner
    swatch = tag(
        "rect",
        x=x,
        y=y,
        width=SWATCH,
        height=SWATCH,
        rx=3,
        fill=paint.tint,
        stroke=paint.ink,
        stroke_width=2,
    )
    sign = tag("text", text=paint.sign, x=x + SWATCH / 2, y=y + 12, font_size=SMALL, fill=paint.ink)
    name = tag("text", text=text, x=x + SWATCH + 8, y=y + 12, fill=PLAIN.ink, text_anchor="start")
    return [swatch, sign, name]
