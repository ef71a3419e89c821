"""Tasks, call activities and sub-processes."""

from __future__ import annotations

from ..model import Bounds, Element, Kind, MultiInstance, StandardLoop
from .geometry import bottom, grown, middle
from .palette import PLAIN_STROKE, THICK, THIN, Paint
from .symbols import (
    AD_HOC,
    COLLAPSED,
    COMPENSATION,
    DECISION,
    LOOP,
    MANUAL,
    PARALLEL,
    RECEIVE,
    RECEIVE_FIRST,
    SCRIPT,
    SEND,
    SEQUENTIAL,
    SERVICE,
    USER,
    Sign,
    drawn,
)
from .tags import Tag, tag
from .texts import centred, hanging

RADIUS = 10.0
ICON = 16.0
MARKER = 13.0
GAP = 5.0
DOTTED = "2 3"

ICONS: dict[Kind, Sign] = {
    Kind.USER_TASK: USER,
    Kind.MANUAL_TASK: MANUAL,
    Kind.SERVICE_TASK: SERVICE,
    Kind.SEND_TASK: SEND,
    Kind.RECEIVE_TASK: RECEIVE,
    Kind.SCRIPT_TASK: SCRIPT,
    Kind.BUSINESS_RULE_TASK: DECISION,
}


def activity(element: Element, box: Bounds, paint: Paint, *, expanded: bool) -> list[Tag]:
    """The whole of an activity, its label inside."""
    return [
        *_frame(element, box, paint),
        *_icon(element, box, paint),
        *_label(element, box, paint, expanded=expanded),
        *_markers(element, box, paint, expanded=expanded),
    ]


def _frame(element: Element, box: Bounds, paint: Paint) -> list[Tag]:
    thick = element.kind is Kind.CALL_ACTIVITY
    dotted = element.triggered_by_event
    outer = _box(box, paint, THICK if thick else PLAIN_STROKE, DOTTED if dotted else None)
    if element.kind is not Kind.TRANSACTION:
        return [outer]
    return [outer, _box(grown(box, -3), paint, THIN, None)]


def _box(box: Bounds, paint: Paint, stroke: float, dashes: str | None) -> Tag:
    return tag(
        "rect",
        x=box.x,
        y=box.y,
        width=box.width,
        height=box.height,
        rx=RADIUS,
        fill=paint.tint,
        stroke=paint.ink,
        stroke_width=stroke,
        stroke_dasharray=dashes,
    )


def _icon(element: Element, box: Bounds, paint: Paint) -> list[Tag]:
    sign = RECEIVE_FIRST if element.instantiate else ICONS.get(element.kind)
    return drawn(sign, (box.x + 6, box.y + 5), ICON, paint.ink) if sign else []


def _label(element: Element, box: Bounds, paint: Paint, *, expanded: bool) -> list[Tag]:
    name = element.name or ""
    if expanded:
        return hanging(name, (middle(box)[0], box.y + 6), box.width - 20, paint.ink, size=12)
    below = MARKER + 2 if markers_of(element, expanded=False) else 0
    above = below if element.kind in ICONS and below else 0
    room = Bounds(box.x, box.y + above, box.width, box.height - below - above)
    return centred(name, room if room.height > 30 else box, paint.ink)


def _markers(element: Element, box: Bounds, paint: Paint, *, expanded: bool) -> list[Tag]:
    signs = markers_of(element, expanded=expanded)
    wide = len(signs) * MARKER + (len(signs) - 1) * GAP
    left, top = middle(box)[0] - wide / 2, bottom(box) - MARKER - 4
    return [
        each
        for place, sign in enumerate(signs)
        for each in drawn(sign, (left + place * (MARKER + GAP), top), MARKER, paint.ink, stroke=1.5)
    ]


def markers_of(element: Element, *, expanded: bool) -> list[Sign]:
    """What stands at the bottom, from left to right (BPMN 2.0.2, 10.3.4 and 10.3.5)."""
    collapsed = element.kind is Kind.CALL_ACTIVITY or (element.kind.is_scope and not expanded)
    each = (
        (_loop(element), True),
        (COMPENSATION, element.for_compensation),
        (COLLAPSED, collapsed),
        (AD_HOC, element.kind is Kind.AD_HOC),
    )
    return [sign for sign, shown in each if sign and shown]


def _loop(element: Element) -> Sign | None:
    match element.loop:
        case MultiInstance(sequential=True):
            return SEQUENTIAL
        case MultiInstance():
            return PARALLEL
        case StandardLoop():
            return LOOP
    return None
