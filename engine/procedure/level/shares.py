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
    """What is to be reached: at least so many percent at or above a rung.

    popular: of the popular procedures only; no goal where there are none.
    """

    name: str
    rung: int
    percent: int
    popular: bool = False


TARGETS = (
    Target("online", ONLINE, 100),
    Target("full", TOP, 30),
    Target("popular", TOP, 100, popular=True),
)
"""100 % at level 3 or above and 30 % at level 4 (the goals of the 2019 programme), then all popular
ones at level 4.
"""


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

    @property
    def popular(self) -> Shares:
        """The same of the popular procedures alone."""
        return Shares([level for level in self._levels if level.popular])

    @property
    def targets(self) -> tuple[Target, ...]:
        """Those that there are procedures for."""
        return tuple(each for each in TARGETS if not each.popular or self.popular.total)

    def of_target(self, target: Target) -> Share:
        """What is reached of it."""
        own = self.popular if target.popular else self
        return own.from_rung(target.rung)

    def reaches(self, target: Target) -> bool:
        return self.of_target(target).percent >= target.percent
