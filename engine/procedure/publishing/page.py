"""What a procedure's page says, decided before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ...messages import message
from ..facts import Component, Fee, ProcedureFacts, Reason, ServiceLevel
from .blank_forms import BlankForm, blank_forms
from .conditions import Labels
from .diagrams import Diagram, diagrams
from .provenance import provenance
from .source import Source
from .words import deadline_text, fee_text, said, term_text, validity


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a table, its cells as texts."""

    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """file: name of the page without its ending. reasons and law: of a partial service."""

    file: str
    facts: ProcedureFacts
    title: str
    day: date
    manners: tuple[Row, ...]
    components: tuple[Row, ...]
    deadline: str
    cases: tuple[Row, ...]
    fees: tuple[Row, ...]
    acts: tuple[Row, ...]
    forms: tuple[BlankForm, ...]
    diagrams: tuple[Diagram, ...]
    service: ServiceLevel | None
    service_text: str
    reasons: tuple[str, ...]
    law: str
    provenance: tuple[tuple[str, str], ...]


def page_of(source: Source, file: str, day: date) -> Page:
    facts, labels = source.facts, Labels(source.folder)
    deadline = facts.deadline
    return Page(
        file=file,
        facts=facts,
        title=facts.name or source.level.name or source.place,
        day=day,
        manners=tuple(
            Row(cells=(said(f"channel.{each.channel}"), each.note)) for each in facts.manners
        ),
        components=tuple(_component(each, labels) for each in facts.components),
        deadline=deadline_text(deadline) if deadline else "",
        cases=tuple(
            Row(cells=(each.name, labels.condition(each.when), term_text(each)))
            for each in (deadline.cases if deadline else ())
        ),
        fees=tuple(_fee(each, labels) for each in facts.fees),
        acts=tuple(
            Row(cells=(each.number, each.name, each.articles, validity(each, day)))
            for each in facts.legal_basis
        ),
        forms=blank_forms(source),
        diagrams=tuple(diagrams(source)),
        service=source.service,
        service_text=_service_text(source),
        reasons=tuple(message(f"level.reason.{each}", "vi") for each in _reasons(source)),
        law=facts.level.law if facts.level else "",
        provenance=provenance(facts),
    )


def _service_text(source: Source) -> str:
    if source.level.scale.has_four:
        return message(f"level.rung.{source.level.rung}", "vi")
    return message(f"level.service.{source.service or 'none'}", "vi")


def _reasons(source: Source) -> tuple[Reason, ...]:
    """The published reason of a partial service; the measured ones where none is published."""
    if source.service is not ServiceLevel.PARTIAL:
        return ()
    declared = source.facts.level
    if declared and declared.reason:
        return (declared.reason,)
    return source.level.reasons


def _component(each: Component, labels: Labels) -> Row:
    notes = [
        said("component.when", condition=labels.condition(each.when)) if each.when else "",
        "" if each.required else said("component.optional"),
        said("component.original-shown") if each.original_shown else "",
        "" if each.electronic else said("component.paper-only"),
        said("component.replaced-by", source=each.replaced_by) if each.replaced_by else "",
    ]
    told = " ".join(note for note in notes if note)
    return Row(cells=(each.name, each.code, str(each.originals), str(each.copies), told))


def _fee(each: Fee, labels: Labels) -> Row:
    channel = said(f"channel.{each.channel}") if each.channel else said("channel.any")
    notes = [
        said("fee.when", condition=labels.condition(each.when)) if each.when else "",
        said("sentence", text=each.text.rstrip(".")) if each.text else "",
        said("fee.legal", act=each.legal) if each.legal else "",
    ]
    cells = (
        each.name,
        said(f"fee.{each.kind}"),
        fee_text(each),
        channel,
        said(f"collected.{each.collected}"),
        " ".join(note for note in notes if note),
    )
    return Row(cells=cells)
