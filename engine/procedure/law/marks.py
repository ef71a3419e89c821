"""What an element means for the law, by its properties and its job (design §5)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...bpmn.chart import is_link
from ...bpmn.model import Element, EventKind, Kind
from ..facts import LaneKind
from .frames import Frame
from .known import UNKNOWN

Mark = Callable[[Frame, Element], bool]

FAILED = frozenset({3, 7, 8})
DONE_STATUSES = frozenset({9, 10})

RESTING = frozenset({Kind.USER_TASK, Kind.MANUAL_TASK, Kind.RECEIVE_TASK, Kind.EVENT_GATEWAY})
WAITED_FOR = frozenset(
    {EventKind.MESSAGE, EventKind.TIMER, EventKind.SIGNAL, EventKind.CONDITIONAL}
)


def has(name: str, value: str) -> Mark:
    """The mark of elements with a property of this value."""
    return lambda _frame, element: element.properties.get(name) == value


def job_of(element: Element) -> str:
    return element.job.type if element.job else ""


def rests(element: Element) -> bool:
    """Whether the dossier waits at it: for a person, a message, or time."""
    if element.kind is Kind.CATCH_EVENT and not is_link(element, Kind.CATCH_EVENT):
        return element.event.kind in WAITED_FOR
    return element.kind in RESTING


def status_shown(_frame: Frame, element: Element) -> int | None:
    """The status the element says the dossier has while it is there."""
    text = element.properties.get("dossier.status", "")
    return int(text) if text.isdecimal() else None


def status_around(frame: Frame, element: Element) -> int | None:
    """The same, or that of what it lies in or is called by."""
    own = status_shown(frame, element)
    if own is not None or frame.around is None or frame.element is None:
        return own
    return status_around(frame.around, frame.element)


def status_set(frame: Frame, element: Element) -> Any:
    """The status a job sets: a number, UNKNOWN if it varies, None if it sets none."""
    if job_of(element) != "dossier.set-status":
        return None
    value = frame.given(element, "status")
    return int(value) if value is not UNKNOWN and str(value).isdecimal() else UNKNOWN


def paper(frame: Frame, element: Element) -> str | None:
    """The kind of paper it issues."""
    named = element.properties.get("paper")
    if named or job_of(element) != "dossier.issue-paper":
        return named
    value = frame.given(element, "paper")
    return value if isinstance(value, str) else None


def issues(kind: str) -> Mark:
    """The mark of elements that issue a kind of paper."""
    return lambda frame, element: paper(frame, element) == kind


def opens_dossier(_frame: Frame, element: Element) -> bool:
    return job_of(element) == "dossier.open"


def requests_payment(_frame: Frame, element: Element) -> bool:
    return job_of(element) == "payment.request"


def pays_online(frame: Frame, element: Element) -> bool:
    """A step that collects online. A call said to do so must reach a request for payment."""
    if requests_payment(frame, element):
        return True
    if element.properties.get("payment") != "online":
        return False
    inner = frame.inner(element)
    return inner is None or any(
        requests_payment(each, inside) for each in inner.inward() for inside in each.elements
    )


pays_at_the_counter = has("payment", "counter")


def pays(frame: Frame, element: Element) -> bool:
    return pays_online(frame, element) or pays_at_the_counter(frame, element)


def delivery(frame: Frame, element: Element) -> str | None:
    """How it hands over the result."""
    named = element.properties.get("delivery")
    if named or job_of(element) != "dossier.attach-result":
        return named
    value = frame.given(element, "delivery")
    return value if isinstance(value, str) else None


def delivers_at_the_counter(frame: Frame, element: Element) -> bool:
    return delivery(frame, element) == "counter"


needs_presence = has("presence", "required")
is_on_site = has("onSite", "true")
needs_original = has("original", "required")
signs_by_hand = has("signature", "wet")


def tells(frame: Frame, element: Element) -> bool:
    """Whether it sends a notice, other than to an agency that is asked for an opinion."""
    return job_of(element) == "notify.send" and lane_kind(frame, element) is not LaneKind.AGENCY


def lane_kind(frame: Frame, element: Element) -> LaneKind | None:
    """Who works the lane an element lies in; of a called process without lanes, the caller's."""
    lane = frame.chart.process.lane_of(element.id)
    if lane is not None:
        return frame.lanes.get(lane.label)
    if frame.around is None or frame.element is None:
        return None
    return lane_kind(frame.around, frame.element)


def passes_one_stop(frame: Frame, element: Element) -> bool:
    """Whether the element, or what calls it, is the one-stop's work."""
    if lane_kind(frame, element) is LaneKind.ONE_STOP:
        return True
    around = frame.around
    return (
        around is not None and frame.element is not None and passes_one_stop(around, frame.element)
    )
