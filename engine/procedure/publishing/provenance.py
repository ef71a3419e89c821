"""Where the published facts come from, part by part."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts import ProcedureFacts, Sourced
from .words import day_text, said


def provenance(facts: ProcedureFacts) -> tuple[tuple[str, str], ...]:
    """Pairs of a part and where it comes from; the whole first, each pair once."""
    return tuple(dict.fromkeys(_pairs(facts)))


def _pairs(facts: ProcedureFacts) -> Iterator[tuple[str, str]]:
    yield from _pair("whole", facts)
    for name, sourced in facts.sources.items():
        yield from _pair(name, sourced)
    singles = {"agencies": facts.agencies, "deadline": facts.deadline, "level": facts.level}
    for name, single in singles.items():
        if single is not None:
            yield from _pair(name, single)
    lists: dict[str, tuple[Sourced, ...]] = {
        "manners": facts.manners,
        "components": facts.components,
        "fees": facts.fees,
        "results": facts.results,
        "forms": facts.forms,
        "legal-basis": facts.legal_basis,
    }
    for name, several in lists.items():
        for each in several:
            yield from _pair(name, each)


def _pair(part: str, sourced: Sourced) -> Iterator[tuple[str, str]]:
    if sourced.source:
        checked = sourced.checked
        more = " " + said("checked", day=day_text(checked)) if checked else ""
        yield said(f"part.{part}"), sourced.source + more
