"""The catalogue for programs: JSON with all parts, and CSV with a line for each procedure."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from .page import Page, Row
from .words import said

COLUMNS = (
    "code",
    "name",
    "field",
    "tier",
    "decision",
    "who",
    "receives",
    "decides",
    "manners",
    "sets",
    "deadline",
    "fees",
    "results",
    "service",
    "reasons",
    "law",
    "page",
)
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
BYTE_ORDER_MARK = "\ufeff"
"""Without it a spreadsheet takes UTF-8 for another encoding."""


def as_json(pages: Sequence[Page]) -> bytes:
    text = json.dumps(
        {"procedures": [record(page) for page in pages]}, ensure_ascii=False, indent=2
    )
    return text.encode() + b"\n"


def as_csv(pages: Sequence[Page]) -> bytes:
    """RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([said(f"column.{name}") for name in COLUMNS])
    for page in pages:
        record_of_page = record(page)
        writer.writerow([_cell(record_of_page[name]) for name in COLUMNS])
    return (BYTE_ORDER_MARK + out.getvalue()).encode()


def record(page: Page) -> dict[str, Any]:
    """All that the page says."""
    facts = page.facts
    return {
        "code": facts.code,
        "name": page.title,
        "field": facts.field,
        "tier": facts.tier,
        "decision": facts.decision,
        "who": list(facts.who),
        "receives": facts.agencies.receives if facts.agencies else "",
        "decides": facts.agencies.decides if facts.agencies else "",
        "cooperate": list(facts.agencies.cooperate) if facts.agencies else [],
        "steps": list(facts.steps),
        "manners": [said(f"channel.{each.channel}") for each in facts.manners],
        "sets": facts.sets,
        "components": _named(("name", "code", "originals", "copies", "notes"), page.components),
        "deadline": page.deadline,
        "deadlineCases": _named(("name", "condition", "deadline"), page.cases),
        "fees": _named(("name", "kind", "amount", "channel", "collected", "notes"), page.fees),
        "results": [each.name for each in facts.results],
        "forms": [
            {"name": each.name, "number": each.number, "file": form_path(page, each.file, ".html")}
            for each in page.forms
        ],
        "conditions": list(facts.conditions),
        "legalBasis": _named(("number", "name", "articles", "validity"), page.acts),
        "service": page.service_text,
        "reasons": list(page.reasons),
        "law": page.law,
        "page": page_path(page),
        "asOf": page.day.isoformat(),
    }


def page_path(page: Page) -> str:
    return f"thu-tuc/{page.file}.html"


def form_path(page: Page, file: str | None, suffix: str) -> str | None:
    return f"bieu-mau/{page.file}/{file}{suffix}" if file else None


def _named(names: tuple[str, ...], rows: Iterable[Row]) -> list[dict[str, str]]:
    return [dict(zip(names, row.cells, strict=True)) for row in rows]


def _cell(value: Any) -> str:
    text = "; ".join(_part(each) for each in value) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _part(value: Any) -> str:
    """A fee is told by its name, its amount and its channel."""
    if isinstance(value, dict):
        return f"{value['name']}: {value['amount']} ({value['channel']})"
    return str(value)
