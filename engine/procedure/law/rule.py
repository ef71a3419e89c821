"""A rule of law: its number in the check-list, what it checks, and where the law says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from ...errors import Finding
from ..facts import ServiceLevel
from .acts import Basis, basis_on
from .remark import Remark
from .subject import Subject

AS_DECLARED = "as-declared"
"""An error where the facts declare *toàn trình*, advice where they declare *một phần*."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """number: in the check-list (`L5`, `P2`). severity: of what it finds, unless a remark has one.

    Its page in the reference is made of its module's docstring.
    """

    number: str
    name: str
    check: Callable[[Subject], Iterable[Remark]]
    bases: tuple[Basis, ...]
    severity: str = "error"

    def applies(self, day: date) -> bool:
        return basis_on(self.bases, day) is not None

    def findings(self, subject: Subject) -> list[Finding]:
        return [self._finding(subject, remark) for remark in self.check(subject)]

    def _finding(self, subject: Subject, remark: Remark) -> Finding:
        return Finding(
            rule=self.name,
            severity=self._severity(subject, remark),
            key=f"law.{self.name}.{remark.case}" if remark.case else f"law.{self.name}",
            arguments={"element": remark.label, **remark.arguments},
            file=remark.file,
            line=remark.line,
            element=remark.element,
            label=remark.label,
        )

    def _severity(self, subject: Subject, remark: Remark) -> str:
        severity = remark.severity or self.severity
        if severity != AS_DECLARED:
            return severity
        level = subject.facts.level
        return "error" if level and level.declared is ServiceLevel.FULL else "advice"
