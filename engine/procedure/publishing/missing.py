"""What the law wants published and is missing: Decree 63/2010, article 8.2; Decree 43/2011."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from ...errors import Finding
from ..facts_reader import RULE as FACTS
from ..folder import FACTS as FACTS_FILE
from .source import Source

RULE = "publishing"
PARTS = ("information", "forms")
"""The criteria of the level that ask for something to be published."""


def missing(sources: Sequence[Source], day: date) -> tuple[Finding, ...]:
    """The gaps of all procedures, each with the place of its folder; each gap once."""
    found = [
        _placed(source, finding)
        for source in sources
        for finding in (*_of_parts(source), *_of_level(source), *_of_law(source, day))
    ]
    return tuple(_once([*found, *_of_codes(sources), *_of_drawings(sources)]))


def _of_parts(source: Source) -> Iterator[Finding]:
    for lack in source.level.lacks:
        if lack.criterion.name in PARTS:
            yield lack.finding


def _of_level(source: Source) -> Iterator[Finding]:
    """The level and its reason are for the public, though no level depends on them."""
    for finding in source.folder.findings:
        table = (finding.element or "").partition(".")[0]
        if finding.rule == FACTS and finding.severity == "error" and table == "level":
            yield finding
    if not source.level.is_as_declared:
        yield _finding(source, "below-declared", element="level")


def _of_law(source: Source, day: date) -> Iterator[Finding]:
    if source.facts.legal_basis and not source.facts.in_force(day):
        yield _finding(source, "no-act-in-force", element="legal-basis", day=day)


def _of_codes(sources: Sequence[Source]) -> Iterator[Finding]:
    counted = Counter(source.facts.code for source in sources if source.facts.code)
    for source in sources:
        if counted[source.facts.code] > 1:
            finding = _finding(source, "same-code", element="code", code=source.facts.code)
            yield _placed(source, finding)


def _of_drawings(sources: Sequence[Source]) -> Iterator[Finding]:
    for source in sources:
        if not source.folder.processes:
            yield _placed(source, _finding(source, "no-drawing", severity="warning"))


def _finding(
    source: Source,
    key: str,
    *,
    element: str | None = None,
    severity: str = "error",
    **arguments: Any,
) -> Finding:
    file = source.facts.file or FACTS_FILE
    return Finding(
        rule=RULE,
        severity=severity,
        key=f"publishing.missing.{key}",
        arguments=arguments,
        file=file,
        element=element,
    )


def _placed(source: Source, finding: Finding) -> Finding:
    return replace(finding, file=str(PurePosixPath(source.place) / finding.file))


def _once(findings: Iterable[Finding]) -> Iterator[Finding]:
    seen: set[tuple[str, int | None, str | None, str]] = set()
    for each in findings:
        known = (each.file, each.line, each.element, each.message)
        if known not in seen:
            seen.add(known)
            yield each
