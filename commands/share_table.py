"""The share of procedures on each level, as a province reports it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..engine.messages import Language, message
from ..engine.procedure.facts import ServiceLevel
from ..engine.procedure.level.level import Level
from ..engine.procedure.level.scale import TOP
from ..engine.procedure.level.shares import Share, Shares, Target
from .answer import Block, Line, Table
from .ladder import short, text

SERVICES = (ServiceLevel.FULL, ServiceLevel.PARTIAL, None)


def share_blocks(measured: Sequence[tuple[Path, Level]], language: Language) -> Iterator[Block]:
    levels = [level for _, level in measured]
    yield table_of_levels(measured, language)
    yield share_table(levels, language)
    shares = Shares(levels)
    for target in shares.targets:
        yield _target(shares, target, language)


def _target(shares: Shares, target: Target, language: Language) -> Line:
    reached = shares.reaches(target)
    share = shares.of_target(target)
    key = "target" if reached else "target-missed"
    said = text(
        language,
        f"{key}-popular" if target.popular else key,
        percent=number(share.percent, language),
        count=share.count,
        total=shares.popular.total if target.popular else shares.total,
        rung=target.rung,
        goal=target.percent,
    )
    return Line(said, "good" if reached else "warning")


def table_of_levels(measured: Sequence[tuple[Path, Level]], language: Language) -> Table:
    """A row for each procedure."""
    headings = [text(language, name) for name in ("code", "procedure", "level", "service", "lacks")]
    rows = [_row(path, level, language) for path, level in measured]
    tones = ["good" if level.rung == TOP else "warning" for _, level in measured]
    return Table(headings, rows, tones)


def _row(path: Path, level: Level, language: Language) -> tuple[str, ...]:
    lacking = dict.fromkeys(lack.criterion.name for lack in level.lacks)
    lacks = "; ".join(message(f"level.criterion.{name}", language) for name in lacking)
    service = "–" if level.scale.has_four else _service(level.service, language)
    return level.code or "–", short(level.name or path.name), str(level.rung), service, lacks


def share_table(levels: Sequence[Level], language: Language) -> Table:
    """A row for each rung, then for each of today's two levels."""
    shares = Shares(levels)
    rows = list(_rung_rows(shares, language))
    if not any(level.scale.has_four for level in levels):
        rows += [
            _share_row(_service(service, language), shares.of_service(service), language)
            for service in SERVICES
        ]
    if not shares.popular.total:
        return Table([text(language, name) for name in ("level", "count", "share")], rows)
    return _with_popular(shares, rows, language)


def _rung_rows(shares: Shares, language: Language) -> Iterator[tuple[str, str, str]]:
    for rung in range(TOP, -1, -1):
        yield _share_row(message(f"level.rung.{rung}", language), shares.on_rung(rung), language)


def _with_popular(
    shares: Shares, rows: Sequence[tuple[str, str, str]], language: Language
) -> Table:
    """The same table, with the popular procedures beside all of them."""
    beside = [row[1:] for row in _rung_rows(shares.popular, language)]
    beside += [("", "")] * (len(rows) - len(beside))
    names = ("level", "count", "share", "popular-count", "popular-share")
    headings = [text(language, name) for name in names]
    return Table(headings, [(*row, *more) for row, more in zip(rows, beside, strict=True)])


def _share_row(name: str, share: Share, language: Language) -> tuple[str, str, str]:
    return name, str(share.count), f"{number(share.percent, language)} %"


def number(value: Decimal, language: Language) -> str:
    return str(value).replace(".", ",") if language == "vi" else str(value)


def _service(service: ServiceLevel | None, language: Language) -> str:
    return message(f"level.service.{service or 'none'}", language)


def shares_value(levels: Sequence[Level]) -> dict[str, Any]:
    shares = Shares(levels)
    return {
        "total": shares.total,
        "levels": {str(rung): _value(shares.on_rung(rung)) for rung in range(TOP + 1)},
        "services": {service or "none": _value(shares.of_service(service)) for service in SERVICES},
        "targets": [
            {
                "level": target.rung,
                "goal": target.percent,
                "popular": target.popular,
                "percent": shares.of_target(target).percent,
                "reached": shares.reaches(target),
            }
            for target in shares.targets
        ],
    }


def _value(share: Share) -> dict[str, Any]:
    return {"count": share.count, "percent": share.percent}
