"""Data objects and stores, notes and groups."""

from __future__ import annotations

from ..model import Artifact, Bounds, DataReference
from .geometry import bottom, line_path, middle, right
from .palette import PLAIN_STROKE, THIN, Paint
from .tags import Tag, tag
from .texts import hanging, starting

FOLD = 12.0
CAP = 0.14
"""Half the height of a store's lid, as a part of its height."""


def data(reference: DataReference, box: Bounds, paint: Paint) -> list[Tag]:
    """A data object or a data store, its name below."""
    draw = _store if reference.kind == "dataStoreReference" else _page
    name = hanging(reference.name or "", (middle(box)[0], bottom(box) + 4), 110, paint.ink)
    return [*draw(box, paint), *name]


def artifact(each: Artifact, box: Bounds, paint: Paint) -> list[Tag]:
    """A note with its bracket, or the frame of a group with its name."""
    if each.kind == "group":
        frame = tag(
            "rect",
            x=box.x,
            y=box.y,
            width=box.width,
            height=box.height,
            rx=10,
            fill="none",
            stroke=paint.ink,
            stroke_width=THIN,
            stroke_dasharray="10 4 1 4",
        )
        return [frame, *hanging(each.text, (middle(box)[0], box.y + 4), box.width - 12, paint.ink)]
    bracket = ((box.x + 10, box.y), (box.x, box.y), (box.x, bottom(box)), (box.x + 10, bottom(box)))
    text = Bounds(box.x + 7, box.y + 5, max(box.width - 12, 20), max(box.height - 8, 14))
    return [_outline(line_path(bracket), paint, fill="none"), *starting(each.text, text, paint.ink)]


def _page(box: Bounds, paint: Paint) -> list[Tag]:
    edge, top = right(box) - FOLD, box.y + FOLD
    outline = (
        (box.x, box.y),
        (edge, box.y),
        (right(box), top),
        (right(box), bottom(box)),
        (box.x, bottom(box)),
    )
    fold = ((edge, box.y), (edge, top), (right(box), top))
    return [
        _outline(line_path(outline, closed=True), paint),
        _outline(line_path(fold), paint, fill="none"),
    ]


def _store(box: Bounds, paint: Paint) -> list[Tag]:
    lid = box.height * CAP
    left, top, far, low = box.x, box.y + lid, right(box), bottom(box) - lid
    body = (
        f"M{left:.1f} {top:.1f} C{left:.1f} {top - 2 * lid:.1f} {far:.1f} {top - 2 * lid:.1f}"
        f" {far:.1f} {top:.1f} L{far:.1f} {low:.1f} C{far:.1f} {low + 1.4 * lid:.1f}"
        f" {left:.1f} {low + 1.4 * lid:.1f} {left:.1f} {low:.1f}Z"
    )
    rims = " ".join(
        f"M{left:.1f} {top + drop:.1f} C{left:.1f} {top + drop + 1.4 * lid:.1f} {far:.1f}"
        f" {top + drop + 1.4 * lid:.1f} {far:.1f} {top + drop:.1f}"
        for drop in (0, lid, 2 * lid)
    )
    return [_outline(body, paint), _outline(rims, paint, fill="none")]


def _outline(path: str, paint: Paint, fill: str | None = None) -> Tag:
    return tag(
        "path",
        d=path,
        fill=fill or paint.tint,
        stroke=paint.ink,
        stroke_width=PLAIN_STROKE,
        stroke_linejoin="round",
    )
