"""How many of several procedures reach which level, as a province reports it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..facts import ServiceLevel
from .level import Level
from .scale import ONLINE, TOP


@dataclass(frozen=True, slots=True)
class Share:
    """count: of the procedures; percent: of all of them, to one decimal."""

    count: int
    percent: Decimal


def share_of(count: int, total: int) -> Share:
    percent = Decimal(100 * count) / total if total else Decimal(0)
    return Share(count, percent.quantize(Decimal("0.1")))


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be reached: at least so many percent at or above a rung."""

    name: str
    rung: int
    percent: int


TARGETS = (Target("online", ONLINE, 100), Target("full", TOP, 30))
"""100 % at level 3 or above, 30 % at level 4 (the goals of the 2019 programme)."""


class Shares:
    def __init__(self, levels: Sequence[Level]) -> None:
        self._levels = levels

    @property
    def total(self) -> int:
        return len(self._levels)

    def on_rung(self, rung: int) -> Share:
        return share_of(sum(level.rung == rung for level in self._levels), self.total)

    def from_rung(self, rung: int) -> Share:
        """At the rung or above."""
        return share_of(sum(level.rung >= rung for level in self._levels), self.total)

    def of_service(self, service: ServiceLevel | None) -> Share:
        return share_of(sum(level.service is service for level in self._levels), self.total)

    def reaches(self, target: Target) -> bool:
        return self.from_rung(target.rung).percent >= target.percent
