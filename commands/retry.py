"""`procflow retry`: take the steps of incidents again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import click

from ..engine.errors import BadInput, Conflict, NotFound
from ..engine.model.incident import Incident
from .answer import FINDINGS, FINE, Answer, Line
from .base import argument, command, option
from .desk import Desk
from .incidents import incident_value
from .parameters import gathered, variables_options
from .progress import tracked

MOST = 100_000
"""Incidents retried by one command."""


@command("retry")
@argument("incidents", nargs=-1)
@option("--kind", metavar="KIND")
@option("--process", metavar="PROCESS", help="command.option.of-process")
@option("--element", metavar="ELEMENT", help="command.option.at-element")
@option("--to", "version", type=click.IntRange(1), metavar="VERSION", help="command.option.in")
@option("--newest", is_flag=True)
@option("--dry-run", is_flag=True)
@variables_options
@option("--as", "person", metavar="WHO")
def retry(
    desk: Desk,
    incidents: tuple[str, ...],
    kind: str | None,
    process: str | None,
    element: str | None,
    version: int | None,
    newest: bool,
    dry_run: bool,
    file: Mapping[str, Any] | None,
    assignments: tuple[tuple[str, Any], ...],
    person: str | None,
) -> Answer:
    wanted = {"kind": kind, "process": process, "element": element}
    chosen = _chosen(desk, incidents, {n: v for n, v in wanted.items() if v is not None})
    if dry_run:
        told = [Line(each.sentence(desk.language)) for each in chosen]
        return Answer(_value(desk, chosen), told or [_none(desk)])
    again = partial(
        desk.house.engine.incidents.retry,
        actor=desk.actor(person),
        variables=gathered(file, assignments) or None,
        version=version,
        newest=newest,
    )
    if len(incidents) == 1:
        return _one(desk, again(incidents[0]))
    done = [_tried(desk, each, again) for each in tracked(desk, chosen, "retry.at-work")]
    return _many(desk, done)


@dataclass(frozen=True, slots=True)
class Tried:
    """refused: why the step could not even be taken."""

    incident: Incident
    refused: str = ""


def _tried(desk: Desk, incident: Incident, again: Any) -> Tried:
    """One that cannot be retried – somebody was faster, or it cannot move – holds no other up."""
    try:
        return Tried(again(incident.key))
    except (Conflict, NotFound) as error:
        return Tried(incident, error.sentence(desk.language))


def _chosen(desk: Desk, keys: tuple[str, ...], wanted: Mapping[str, str]) -> list[Incident]:
    """Those named, or all open ones of a kind, process or element."""
    if bool(keys) == bool(wanted):
        raise BadInput(desk.text("retry.which"))
    incidents = desk.house.engine.incidents
    if keys:
        return [incidents.get(key) for key in keys]
    return incidents.find(**wanted, limit=MOST)  # type: ignore[arg-type]  # the keys are its names


def _one(desk: Desk, after: Incident) -> Answer:
    code = FINDINGS if after.is_open else FINE
    return Answer(incident_value(after, desk.language), [_line(desk, Tried(after))], code)


def _many(desk: Desk, done: list[Tried]) -> Answer:
    lines = [_line(desk, each) for each in done] or [_none(desk)]
    left = any(each.refused or each.incident.is_open for each in done)
    value = {
        **_value(desk, [each.incident for each in done]),
        "refused": {each.incident.key: each.refused for each in done if each.refused},
    }
    return Answer(value, lines, FINDINGS if left else FINE)


def _none(desk: Desk) -> Line:
    return Line(desk.text("incidents.none"), "good")


def _line(desk: Desk, tried: Tried) -> Line:
    if tried.refused:
        return Line(desk.text("retry.refused", key=tried.incident.key, why=tried.refused), "bad")
    after = tried.incident
    key, tone = ("again", "bad") if after.is_open else ("resolved", "good")
    return Line(desk.text(f"retry.{key}", sentence=after.sentence(desk.language)), tone)


def _value(desk: Desk, incidents: list[Incident]) -> dict[str, Any]:
    return {"incidents": [incident_value(each, desk.language) for each in incidents]}
