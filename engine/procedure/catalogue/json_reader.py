"""Reads a record from the JSON of the catalogue's interface."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from .record import Case, FeeEntry, Method, Named, Paper, PaperGroup, Record
from .words import NO_RESULT, lines_of, one_line, parts_of, told

TIERS = {
    "isMinistry": "Cấp Bộ/Trung ương",
    "isProvince": "Cấp Tỉnh",
    "isWard": "Cấp Xã",
    "isOtherAgency": "Cơ quan khác",
}
KNOWN = frozenset({"code", "name", "executionSteps", "executionMethods", "executionCases"})
"""Names of which a record has most."""

Table = Mapping[str, Any]


def is_record(value: Any) -> bool:
    return isinstance(value, Mapping) and len(KNOWN & set(value)) >= 2


def record_in(text: str) -> Table | None:
    """The table of the record, alone or as the `data` of an answer; None for anything else."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    inside = value.get("data") if isinstance(value, Mapping) else None
    if is_record(inside):
        return inside
    return value if is_record(value) else None


def read_json(file: str, data: Table) -> Record:
    results = tuple(_named(data, "resultsDetails"))
    return Record(
        file=file,
        code=_text(data, "code") or _text(data, "codeNotation"),
        name=_text(data, "name"),
        decision=_text(data, "decisionNo") or _text(_inside(data), "proposalNumber"),
        tier=", ".join(name for key, name in TIERS.items() if data.get(key) is True),
        kind=_text(data, "formalityType"),
        field="; ".join(each.name for each in _named(data, "categoriesDetails")),
        steps=tuple(_steps(data)),
        methods=tuple(_method(each) for each in _tables(data, "executionMethods")),
        groups=tuple(_groups(data)),
        who=tuple(each.name for each in _named(data, "subjectTypesDetails")),
        executing=_agencies(data, "Executing", "executingAgencies"),
        competent=_agencies(data, "Authority", ""),
        receiving=told(_raw(data, "dossierReceivingAddresses")),
        authorised=_agencies(data, "Authorized", "authorizedAgencies"),
        cooperating=_agencies(data, "Coordinating", "coordinatingAgencies"),
        results=tuple(each for each in results if each.name.lower() not in NO_RESULT),
        legal=tuple(_named(data, "legalBasisesDetails")),
        conditions=told(_raw(data, "requirementsAndConditions")),
        description=told(_raw(data, "description")),
        keywords=_text(data, "keywords"),
        cases=tuple(_case(each) for each in _tables(data, "cases")),
        full=data["isFullProcess"] if isinstance(data.get("isFullProcess"), bool) else None,
    )


def _inside(data: Table) -> Table:
    proposal = data.get("procedureProposal")
    return proposal if isinstance(proposal, Mapping) else {}


def _steps(data: Table) -> Iterator[str]:
    for step in _tables(data, "executionSteps"):
        if name := _text(step, "name"):
            yield name
        yield from lines_of(_raw(step, "description"))


def _method(data: Table) -> Method:
    return Method(
        channel=_text(data, "submissionMethod"),
        quantity=_number_text(data.get("processingTime")),
        unit=_text(data, "processingTimeUnit"),
        text=told(_raw(data, "description")),
        fees=tuple(_fee(each) for each in _tables(data, "fees") if _says_something(each)),
    )


def _says_something(fee: Table) -> bool:
    return _decimal(fee.get("value")) is not None or bool(_text(fee, "description"))


def _fee(data: Table) -> FeeEntry:
    return FeeEntry(
        amount=_decimal(data.get("value")),
        text=told(_raw(data, "description")),
        kind=_text(data, "type"),
    )


def _groups(data: Table) -> Iterator[PaperGroup]:
    """The parts of the dossier, by the cases they are listed under."""
    listed = [
        *_tables(data, "executionCases"),
        {"profileComponents": data.get("profileComponents")},
    ]
    for group in listed:
        papers = tuple(_paper(each) for each in _tables(group, "profileComponents"))
        named = tuple(paper for paper in papers if paper.name)
        if named:
            yield PaperGroup(heading=_text(group, "name"), papers=named)


def _paper(data: Table) -> Paper:
    return Paper(
        name=one_line(_raw(data, "name")).lstrip("-–• "),
        code=_text(data, "code"),
        originals=_count(data.get("originalQty")),
        copies=_count(data.get("copyQty")),
        files=tuple(_files(data)),
    )


def _files(data: Table) -> Iterator[str]:
    for each in _tables(data, "attachments"):
        name = next(
            (_text(each, key) for key in ("fileName", "name", "title") if each.get(key)), ""
        )
        if name:
            yield name


def _case(data: Table) -> Case:
    days = data.get("processingDay")
    term: Table = days if isinstance(days, Mapping) else {}
    return Case(
        name=_text(data, "name"),
        code=_text(data, "code"),
        quantity=_number_text(term.get("qty")),
        unit=_text(term, "type"),
    )


def _named(data: Table, key: str) -> Iterator[Named]:
    for each in _tables(data, key):
        if name := _text(each, "name"):
            yield Named(name=name, code=_text(each, "code"))


def _agencies(data: Table, role: str, text: str) -> tuple[str, ...]:
    """The departments and groups of units of a role, else what is written of them."""
    listed = [*_named(data, f"departments{role}"), *_named(data, f"unitGroups{role}")]
    written = parts_of(_raw(data, text)) if text else ()
    return tuple(dict.fromkeys(each.name for each in listed)) or written


def _tables(data: Table, key: str) -> Iterator[Table]:
    value = data.get(key)
    yield from (
        (each for each in value if isinstance(each, Mapping)) if isinstance(value, list) else ()
    )


def _raw(data: Table, key: str) -> str:
    value = data.get(key)
    return value if isinstance(value, str) else ""


def _text(data: Table, key: str) -> str:
    return one_line(_raw(data, key))


def _number_text(value: Any) -> str:
    """A number as it is written; nothing for what is none."""
    if isinstance(value, bool) or value is None:
        return ""
    return (
        str(value)
        if isinstance(value, int | str)
        else f"{value:g}"
        if isinstance(value, float)
        else ""
    )


def _decimal(value: Any) -> Decimal | None:
    try:
        number = Decimal(_number_text(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() and number >= 0 else None


def _count(value: Any) -> int:
    return (
        min(value, 9999)
        if isinstance(value, int) and not isinstance(value, bool) and value > 0
        else 0
    )
