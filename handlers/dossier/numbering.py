"""How dossiers, papers and results get their numbers.

`count` gives the next number within a scope, from 1; the adapter keeps the counters.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from ..local_time import local, local_day
from .codes import CodePattern
from .dossier import Delivery, Paper, Result, ResultDocument
from .papers import PaperKind, PaperRules, built_in_rules

RESULT_NUMBER = "{n}/{year}/KQ-{unit}"

Count = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Numbering:
    """The rules for all numbers of a dossier system. Days and years are those of Vietnam."""

    codes: CodePattern = field(default_factory=CodePattern)
    papers: PaperRules = field(default_factory=built_in_rules)
    results: str = RESULT_NUMBER

    def code(self, unit: str, now: datetime, count: Count) -> str:
        day = local_day(now)
        return self.codes.code(unit, day, count(f"dossier {self.codes.scope(unit, day)}"))

    def paper(
        self,
        kind: PaperKind,
        unit: str,
        now: datetime,
        count: Count,
        *,
        content: str | None,
        due: datetime | None,
    ) -> Paper:
        """Raises UnfitInput when no form is in force for that kind of paper."""
        day = local_day(now)
        rule = self.papers.on(day, kind)
        number = count(f"paper {kind} {unit} {day.year}")
        form = rule.forms[kind]
        return Paper(
            kind=kind,
            number=rule.written(kind, number, unit, day),
            form=form.form,
            title=form.title,
            circular=rule.circular,
            issued_at=local(now),
            content=content,
            due=due,
        )

    def result(
        self, document: ResultDocument, delivery: Delivery, unit: str, now: datetime, count: Count
    ) -> Result:
        number = document.number or self._next_result(unit, local_day(now).year, count)
        return Result(number=number, document=document, delivery=delivery, attached_at=local(now))

    def _next_result(self, unit: str, year: int, count: Count) -> str:
        return self.results.format(n=count(f"result {unit} {year}"), year=year, unit=unit)
