"""Lines of text in the picture."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Bounds
from .geometry import Point, middle
from .metrics import text_width
from .palette import LINE, PLAIN, SMALL, TEXT
from .tags import Tag, number, tag
from .wrapping import wrap

SMALLEST = 10.0
BASE = 0.35
"""From the middle of a line to its base line, in font sizes."""


def centred(name: str, box: Bounds, ink: str, *, size: float = TEXT, inset: float = 6) -> list[Tag]:
    """A text in the middle of a box: smaller, then cut short, where it has no room."""
    width = box.width - 2 * inset
    size = next(
        (each for each in (size, SMALLEST) if _fits(name, width, box.height, each)), SMALLEST
    )
    lines = wrap(name, width, size, max(1, int(box.height // (size * LINE))))
    x, y = middle(box)
    return _lines(lines, (x, y - len(lines) * size * LINE / 2), size, ink)


def _fits(name: str, width: float, height: float, size: float) -> bool:
    return len(wrap(name, width, size)) * size * LINE <= height


def hanging(
    name: str, top: Point, width: float, ink: str, *, size: float = SMALL, most: int | None = None
) -> list[Tag]:
    """Centred lines below a point."""
    return _lines(wrap(name, width, size, most), top, size, ink)


def starting(name: str, box: Bounds, ink: str, *, size: float = SMALL) -> list[Tag]:
    """Lines that begin at the left edge of a box."""
    lines = wrap(name, box.width, size, max(1, int(box.height // (size * LINE))))
    return _lines(lines, (box.x, box.y), size, ink, anchor="start")


def upright(name: str, box: Bounds, ink: str, *, size: float = TEXT) -> list[Tag]:
    """A text that is read from below, in the middle of a narrow high box."""
    x, y = middle(box)
    lying = Bounds(x - box.height / 2, y - box.width / 2, box.height, box.width)
    most = max(1, int(lying.height // (size * LINE)))
    lines = wrap(name, lying.width - 8, size, most)
    texts = _lines(lines, (x, y - len(lines) * size * LINE / 2), size, ink)
    return [tag("g", *texts, transform=f"rotate(-90 {number(x)} {number(y)})")]


def _lines(
    lines: Sequence[str], top: Point, size: float, ink: str, anchor: str | None = None
) -> list[Tag]:
    """The length of each is told, so that no font makes it longer than it has room for."""
    x, y = top
    return [
        tag(
            "text",
            text=line,
            x=x,
            y=y + (row + 0.5) * size * LINE + size * BASE,
            font_size=None if size == TEXT else size,
            fill=None if ink == PLAIN.ink else ink,
            text_anchor=anchor,
            textLength=text_width(line, size) if len(line) > 1 else None,
            lengthAdjust="spacingAndGlyphs" if len(line) > 1 else None,
        )
        for row, line in enumerate(lines)
        if line
    ]
