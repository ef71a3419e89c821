"""A picture on sheets of A4 that can be read: one if it fits, else several side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from ..model import Bounds, Drawing, Lane, Shape
from .geometry import bottom, right
from .palette import FRAME, PAPER, PLAIN, THIN
from .picture import Picture, svg_of
from .pools import BAND
from .tags import Tag, group, tag
from .texts import upright

LONG, SHORT = 297.0, 210.0
"""An A4 sheet, in millimetres."""

EDGE = 10.0
"""Millimetres kept free around."""

READABLE = 0.18
"""Millimetres a diagram unit at least: letters of 12 units then have 6 points."""

LARGEST = 0.36
OVERLAP = 40.0
"""Diagram units that a sheet shares with its neighbour."""

FOOT = 24.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page. column and row count from 1."""

    svg: str
    column: int
    row: int


def sheets(picture: Picture, drawing: Drawing) -> list[Sheet]:
    """The picture on as few readable sheets as it takes; each repeats the names of its lanes."""
    wide, high = _sheet_of(picture.frame)
    columns, rows = _grid(picture.frame, wide - 2 * EDGE, high - 2 * EDGE)
    scale = _scale(picture.frame, columns, rows, wide - 2 * EDGE, high - 2 * EDGE)
    count = columns * rows
    found: list[Sheet] = []
    for row in range(rows):
        for column in range(columns):
            view = _view(picture.frame, column, row, columns, rows)
            number = f"{row * columns + column + 1}/{count}" if count > 1 else ""
            more = [*_lane_names(drawing, view, first=column == 0), *_foot(view, number)]
            svg = _page(picture, view, more, (wide, high), scale)
            found.append(Sheet(svg, column + 1, row + 1))
    return found


def _sheet_of(frame: Bounds) -> tuple[float, float]:
    return (LONG, SHORT) if frame.width >= frame.height else (SHORT, LONG)


def _grid(frame: Bounds, wide: float, high: float) -> tuple[int, int]:
    """Columns and rows of sheets."""
    most_wide, most_high = wide / READABLE - BAND, high / READABLE - FOOT
    return _count(frame.width, most_wide), _count(frame.height, most_high)


def _count(length: float, most: float) -> int:
    return 1 if length <= most else ceil((length - OVERLAP) / (most - OVERLAP))


def _scale(frame: Bounds, columns: int, rows: int, wide: float, high: float) -> float:
    view = _view(frame, 0, 0, columns, rows)
    return min(LARGEST, wide / (view.width + BAND), high / (view.height + FOOT))


def _view(frame: Bounds, column: int, row: int, columns: int, rows: int) -> Bounds:
    """The part of the frame that a sheet shows."""
    width = (frame.width + (columns - 1) * OVERLAP) / columns
    height = (frame.height + (rows - 1) * OVERLAP) / rows
    return Bounds(
        frame.x + column * (width - OVERLAP), frame.y + row * (height - OVERLAP), width, height
    )


def _page(
    picture: Picture, view: Bounds, more: list[Tag], sheet: tuple[float, float], scale: float
) -> str:
    """The view in the middle of the sheet, nothing of the picture around it."""
    wide, high = sheet[0] / scale, sheet[1] / scale
    left = view.x - BAND - (wide - view.width - BAND) / 2
    top = view.y - (high - view.height - FOOT) / 2
    whole = Bounds(left, top, wide, high)
    far = max(wide, high)
    covers = (
        Bounds(view.x - far, view.y - far, far, 3 * far),
        Bounds(right(view), view.y - far, far, 3 * far),
        Bounds(view.x - far, view.y - far, 3 * far, far),
        Bounds(view.x - far, bottom(view), 3 * far, far),
    )
    masks = [_blank(each) for each in covers]
    return svg_of(picture, whole, *masks, *more, width=f"{sheet[0]:g}mm", height=f"{sheet[1]:g}mm")


def _blank(box: Bounds) -> Tag:
    return tag("rect", x=box.x, y=box.y, width=box.width, height=box.height, fill=PAPER)


def _lane_names(drawing: Drawing, view: Bounds, *, first: bool) -> Iterator[Tag]:
    """Beside every sheet but those of the first column, where the lanes themselves begin."""
    if first:
        return
    for lane, shape in _lanes(drawing):
        top = max(shape.bounds.y, view.y)
        height = min(bottom(shape.bounds), bottom(view)) - top
        if height > 0 and shape.bounds.x < view.x:
            yield _band(lane, Bounds(view.x - BAND, top, BAND, height))


def _lanes(drawing: Drawing) -> Iterator[tuple[Lane, Shape]]:
    """The innermost lanes that lie from left to right."""
    shapes = drawing.diagram.shapes
    for process in drawing.processes.values():
        outer = {lane.parent for lane in process.lanes}
        for lane in process.lanes:
            shape = shapes.get(lane.id)
            if lane.id not in outer and shape is not None and shape.horizontal is not False:
                yield lane, shape


def _band(lane: Lane, box: Bounds) -> Tag:
    frame = tag(
        "rect",
        x=box.x,
        y=box.y,
        width=box.width,
        height=box.height,
        fill=PAPER,
        stroke=FRAME,
        stroke_width=THIN,
    )
    return group([frame, *upright(lane.name or "", box, PLAIN.ink)])


def _foot(view: Bounds, number: str) -> list[Tag]:
    if not number:
        return []
    y = bottom(view) + FOOT - 8
    return [tag("text", text=number, x=right(view), y=y, text_anchor="end")]
