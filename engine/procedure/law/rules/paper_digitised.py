"""A dossier on paper is scanned where it is received.

On every way from a start at the counter or by post, a step whose label says so (“số hóa”, “quét”,
“scan”) comes before the receipt and before anybody resolves the dossier.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...facts import OFFICE_KINDS, LaneKind
from ..acts import one_stop
from ..marks import issues, lane_kind, rests
from ..remark import Remark, of_element
from ..rule import Rule
from ..steps import first_spots, met
from ..subject import Subject, channel
from ..ways import Spot

WORDS = ("số hóa", "số hoá", "quét", "scan", "digitis", "digitiz")
RESOLVING = OFFICE_KINDS - {LaneKind.ONE_STOP}
ON_PAPER = frozenset({"counter", "post"})

is_receipt = issues("receipt")


def check(subject: Subject) -> Iterator[Remark]:
    for main in subject.mains:
        for start, frame in zip(main.starts, main.frames, strict=True):
            if channel(start) in ON_PAPER:
                ways = met(first_spots(frame), _digitises)
                if any(_goes_on(spot) and not _digitises(spot) for spot in ways):
                    yield of_element(subject, frame, start)


def _digitises(spot: Spot) -> bool:
    label = spot.element.label.lower()
    return any(word in label for word in WORDS)


def _goes_on(spot: Spot) -> bool:
    resolves = rests(spot.element) and lane_kind(spot.frame, spot.element) in RESOLVING
    return resolves or is_receipt(spot.frame, spot.element)


RULE = Rule(
    number="P10",
    name="paper-digitised",
    check=check,
    bases=one_stop("Khoản 1 Điều 17"),
    severity="warning",
)
