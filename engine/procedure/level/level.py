"""A measured level, and what is lacking for the next one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...errors import Finding
from ...messages import Language, message, page
from ..facts import Reason, ServiceLevel
from ..law.acts import Basis
from .criteria import Criterion
from .scale import ONLINE, TOP, Scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """A criterion that is not met, at one place.

    basis: the article that asks for it. reason: the lawful reason to be published, where the law
    itself forbids to raise it.
    """

    criterion: Criterion
    finding: Finding
    basis: Basis | None = None

    @property
    def reason(self) -> Reason | None:
        return self.criterion.reason

    def remedy(self, language: Language) -> str:
        """What to do, for the analyst."""
        return message(self._remedy_key, language, **self.finding.arguments)

    @property
    def _remedy_key(self) -> str:
        finding = self.finding
        own = f"level.remedy.{finding.rule}.{finding.key.rpartition('.')[2]}"
        return own if own in page("level") else f"level.remedy.{finding.rule}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """rung: 0 to 4, on the scale of Decree 43/2011. criteria: those the law of the day has.

    declared: what the facts say. popular: whether they call it one that most people need. lacks:
    from the lowest rung up, in the order of the files. advised: what is lacking besides of what no
    rung asks for.
    """

    day: date
    scale: Scale
    code: str
    name: str
    rung: int
    criteria: tuple[Criterion, ...]
    lacks: tuple[Lack, ...]
    declared: ServiceLevel | None = None
    popular: bool = False
    advised: tuple[Lack, ...] = ()

    @property
    def service(self) -> ServiceLevel | None:
        """*Toàn trình*, *một phần*; None for no online service, and before there were two."""
        if self.scale.has_four:
            return None
        if self.rung == TOP:
            return ServiceLevel.FULL
        return ServiceLevel.PARTIAL if self.rung >= ONLINE else None

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The lawful reasons to publish, where the law keeps the service from *toàn trình*."""
        found = (lack.reason for lack in self.lacks if lack.reason)
        return tuple(dict.fromkeys(found))

    @property
    def is_as_declared(self) -> bool:
        """Whether it is what is declared, or better."""
        if self.declared is None or self.scale.has_four:
            return True
        order = (None, ServiceLevel.PARTIAL, ServiceLevel.FULL)
        return order.index(self.service) >= order.index(self.declared)

    def unmet(self, criterion: Criterion) -> list[Lack]:
        return [lack for lack in self.lacks if lack.criterion == criterion]

    def on_rung(self, rung: int) -> Iterator[Criterion]:
        return (criterion for criterion in self.criteria if criterion.rung == rung)
