"""What each rung of the ladder asks; the rules of law say of each whether it is met.

The rung is that of Decree 43/2011 (1 information, 2 forms, 3 filing, 4 payment and result). What
the later decrees ask of *toàn trình* besides stands on rung 4: a service is *toàn trình* when all
is met.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...errors import Finding
from ..facts import Reason
from ..facts_reader import RULE as FACTS

UNPUBLISHED = frozenset({"lanes", "level"})
"""Tables of procedure.toml that are not for the public."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A rule whose findings mean that a criterion is not met; cases: only these of them."""

    rule: str
    cases: frozenset[str] = frozenset()

    def takes(self, finding: Finding) -> bool:
        if finding.rule != self.rule:
            return False
        return not self.cases or finding.key.rpartition(".")[2] in self.cases


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """reason: the lawful reason for *một phần* where the law itself, not the drawing, asks for
    it.
    """

    name: str
    rung: int
    asked: tuple[Asked, ...]
    reason: Reason | None = None

    def takes(self, finding: Finding) -> bool:
        """Whether a finding says that the criterion is not met."""
        if any(asked.takes(finding) for asked in self.asked):
            return finding.rule != FACTS or is_of_published(finding)
        return False


def is_of_published(finding: Finding) -> bool:
    """Whether an error of the facts is one of what the public is told."""
    table = (finding.element or "").partition(".")[0].partition("[")[0]
    return finding.severity == "error" and table not in UNPUBLISHED


def _criterion(
    name: str, rung: int, *rules: Asked | str, reason: Reason | None = None
) -> Criterion:
    asked = tuple(Asked(rule) if isinstance(rule, str) else rule for rule in rules)
    return Criterion(name=name, rung=rung, asked=asked, reason=reason)


INFORMATION = _criterion(
    "information", 1, FACTS, Asked("published-parts", frozenset({"manner", "no-fee", "result"}))
)
FOLLOWED = _criterion("followed", 4, "followed")

CRITERIA: tuple[Criterion, ...] = (
    INFORMATION,
    _criterion("forms", 2, "downloadable-forms", Asked("published-parts", frozenset({"form"}))),
    _criterion("online-filing", 3, "online-start"),
    _criterion("electronic-dossier", 3, "electronic-dossier"),
    _criterion("online-payment", 4, "online-payment"),
    _criterion("delivery", 4, "result-delivery"),
    _criterion("presence", 4, "presence-required", reason=Reason.PRESENCE),
    _criterion("on-site", 4, "on-site-step", reason=Reason.ON_SITE),
    _criterion("original", 4, "original-required", reason=Reason.PRESENCE),
    _criterion("signature", 4, "wet-signature"),
    _criterion("identity", 4, "published-identity"),
    _criterion("statuses", 4, "dossier-status"),
    _criterion("notices", 4, "status-notice"),
    _criterion(
        "one-stop",
        4,
        "supplement-through-one-stop",
        "bypassing-one-stop",
        Asked("refusal-paper", frozenset({"paper", "bypass"})),
    ),
    FOLLOWED,
)

ADVISED: tuple[Criterion, ...] = (_criterion("identity-check", 3, "identity-check"),)
"""What a raise draws though no rung asks for it: a portal may see to it by itself."""
