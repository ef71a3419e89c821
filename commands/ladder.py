"""The ladder of a level: what holds on each rung, and what is lacking there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..engine.messages import Language, message
from ..engine.procedure.facts import ServiceLevel
from ..engine.procedure.level.criteria import Criterion
from ..engine.procedure.level.level import Lack, Level
from ..engine.procedure.level.scale import TOP
from .answer import Block, Line
from .words import shown

MET = "✓"
UNMET = "✗"
LONGEST = 60


def ladder(path: Path, level: Level, language: Language) -> Iterator[Block]:
    """The level for people, from the first rung up."""
    yield Line(title_of(path, level), "strong")
    yield Line("  " + standing(level, language), "good" if level.rung == TOP else "warning")
    if not level.is_as_declared:
        yield Line(
            "  " + text(language, "below", declared=_service(level.declared, language)), "bad"
        )
    for rung in range(1, TOP + 1):
        criteria = list(level.on_rung(rung))
        reached = level.rung >= rung
        heading = message(f"level.rung.{rung}", language)
        yield Line(f"  {MET if reached else UNMET} {heading}", "good" if reached else "warning")
        for criterion in criteria:
            yield from _criterion(path, level, criterion, language)
    for reason in level.reasons:
        yield Line(
            "  " + text(language, "publish", reason=reason_text(reason, language)), "warning"
        )


def _criterion(
    path: Path, level: Level, criterion: Criterion, language: Language
) -> Iterator[Line]:
    lacks = level.unmet(criterion)
    name = message(f"level.criterion.{criterion.name}", language)
    yield Line(f"      {UNMET if lacks else MET} {name}", "plain" if lacks else "quiet")
    for lack in lacks:
        yield Line(f"          {where(path, lack)}  {lack.finding.sentence(language)}", "bad")
        yield Line(f"            {advice(lack, language)}", "quiet")


def advice(lack: Lack, language: Language) -> str:
    """What to do, by which article; and that the law forbids it, where it does."""
    said = text(language, "do", remedy=lack.remedy(language), basis=basis(lack, language))
    return f"{said} {text(language, 'forbidden')}" if lack.reason else said


def title_of(path: Path, level: Level) -> str:
    name = level.name or shown(path)
    return f"{name} ({level.code})" if level.code else name


def short(name: str) -> str:
    """A name that fits into a column."""
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"


def standing(level: Level, language: Language) -> str:
    """`Mức 3 (quy đổi theo …) · Một phần (Nghị định 224/2026/NĐ-CP)`."""
    act = level.scale.act.name(language)
    if level.scale.has_four:
        return text(language, "four", rung=level.rung, act=act)
    service = _service(level.service, language)
    return text(language, "two", rung=level.rung, service=service, act=act)


def where(path: Path, lack: Lack) -> str:
    """File, line and element, as a person would look for them from here."""
    finding = lack.finding
    file = shown(path / finding.file if path.is_dir() else path)
    place = f"{file}:{finding.line}" if finding.line else file
    return f"{place} ({finding.element})" if finding.element else place


def basis(lack: Lack, language: Language) -> str:
    return lack.basis.cited(language) if lack.basis else "–"


def reason_text(reason: str, language: Language) -> str:
    return message(f"level.reason.{reason}", language)


def text(language: Language, key: str, **arguments: Any) -> str:
    return message(f"level.ladder.{key}", language, **arguments)


def _service(service: ServiceLevel | None, language: Language) -> str:
    return message(f"level.service.{service or 'none'}", language)


def level_value(path: Path, level: Level, language: Language) -> dict[str, Any]:
    """The level for programs."""
    return {
        "path": str(path),
        "code": level.code,
        "name": level.name,
        "asOf": level.day,
        "scale": level.scale.act.number,
        "level": level.rung,
        "service": level.service,
        "declared": level.declared,
        "asDeclared": level.is_as_declared,
        "reasons": list(level.reasons),
        "criteria": [_criterion_value(level, each, language) for each in level.criteria],
        "findings": [_lack_value(each, language) for each in level.lacks],
    }


def _criterion_value(level: Level, criterion: Criterion, language: Language) -> dict[str, Any]:
    return {
        "name": criterion.name,
        "title": message(f"level.criterion.{criterion.name}", language),
        "level": criterion.rung,
        "met": not level.unmet(criterion),
    }


def _lack_value(lack: Lack, language: Language) -> dict[str, Any]:
    finding = lack.finding
    return {
        "criterion": lack.criterion.name,
        "level": lack.criterion.rung,
        "rule": finding.rule,
        "file": finding.file,
        "line": finding.line,
        "element": finding.element,
        "label": finding.label,
        "message": finding.sentence(language),
        "article": basis(lack, language),
        "remedy": lack.remedy(language),
        "reason": lack.reason,
    }
