"""How large elements are drawn."""

from __future__ import annotations

from ..model import Element, Kind

Size = tuple[float, float]

EVENT: Size = (36.0, 36.0)
GATEWAY: Size = (50.0, 50.0)
ACTIVITY: Size = (120.0, 80.0)
DATA: Size = (36.0, 50.0)
NOTE: Size = (120.0, 56.0)


def size_of(element: Element) -> Size:
    """The size of an element that holds no others."""
    if element.kind.is_event:
        return EVENT
    return GATEWAY if element.kind.is_gateway else ACTIVITY


def is_aside(element: Element) -> bool:
    """Whether it stands beside the flow: nothing leads to it and it leads nowhere."""
    return element.triggered_by_event or element.kind is Kind.AD_HOC
