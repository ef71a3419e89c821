"""`procflow retry`: take the steps of incidents again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..engine.errors import BadInput
from ..engine.model.incident import Incident
from .answer import FINDINGS, FINE, Answer, Line
from .base import argument, command, option
from .desk import Desk
from .incidents import incident_value
from .parameters import gathered, variables_options


@command("retry")
@argument("incidents", nargs=-1)
@option("--kind", metavar="KIND")
@option("--process", metavar="PROCESS")
@option("--element", metavar="ELEMENT", help="command.option.at-element")
@option("--dry-run", is_flag=True)
@variables_options
@option("--as", "person", metavar="WHO")
def retry(
    desk: Desk,
    incidents: tuple[str, ...],
    kind: str | None,
    process: str | None,
    element: str | None,
    dry_run: bool,
    file: Mapping[str, Any] | None,
    assignments: tuple[tuple[str, Any], ...],
    person: str | None,
) -> Answer:
    wanted = {"kind": kind, "process": process, "element": element}
    chosen = _chosen(desk, incidents, {n: v for n, v in wanted.items() if v is not None})
    if dry_run:
        told = [Line(each.sentence(desk.language)) for each in chosen]
        return Answer(_value(desk, chosen), told)
    variables = gathered(file, assignments) or None
    after = [_again(desk, each.key, variables, person) for each in chosen]
    code = FINDINGS if any(each.is_open for each in after) else FINE
    lines = [_line(desk, each) for each in after] or [Line(desk.text("incidents.none"), "good")]
    if len(incidents) == 1 and len(after) == 1:
        return Answer(incident_value(after[0], desk.language), lines, code)
    return Answer(_value(desk, after), lines, code)


def _chosen(desk: Desk, keys: tuple[str, ...], wanted: Mapping[str, str]) -> list[Incident]:
    """Those named, or all open ones of a kind, process or element."""
    if bool(keys) == bool(wanted):
        raise BadInput(desk.text("retry.which"))
    incidents = desk.house.engine.incidents
    if keys:
        return [incidents.get(key) for key in keys]
    return [
        each
        for each in incidents.find()
        if all(getattr(each, name) == value for name, value in wanted.items())
    ]


def _again(
    desk: Desk, key: str, variables: Mapping[str, Any] | None, person: str | None
) -> Incident:
    incidents = desk.house.engine.incidents
    incidents.retry(key, desk.actor(person), variables=variables)
    return incidents.get(key)


def _line(desk: Desk, after: Incident) -> Line:
    key, tone = ("again", "bad") if after.is_open else ("resolved", "good")
    return Line(desk.text(f"retry.{key}", sentence=after.sentence(desk.language)), tone)


def _value(desk: Desk, incidents: list[Incident]) -> dict[str, Any]:
    return {"incidents": [incident_value(each, desk.language) for each in incidents]}
