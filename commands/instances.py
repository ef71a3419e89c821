"""`procflow instances`: what runs and what has ended."""

from __future__ import annotations

from typing import Any

import click

from ..engine.messages import Language
from ..engine.model.instance import InstanceState, ProcessInstance
from .answer import Answer, Line, Table
from .base import command, option
from .desk import Desk
from .words import moment, state, status

STATES = tuple(each.value for each in InstanceState)


@command("instances")
@option("--process", metavar="PROCESS")
@option("--state", "wanted", type=click.Choice(STATES))
@option("--limit", type=click.IntRange(1), default=50, show_default=True, metavar="NUMBER")
def instances(desk: Desk, process: str | None, wanted: str | None, limit: int) -> Answer:
    found = desk.house.engine.instances.find(
        process_id=process, state=InstanceState(wanted) if wanted else None, limit=limit
    )
    values = {"instances": [instance_value(each, desk.language) for each in found]}
    if not found:
        return Answer(values, [Line(desk.text("instances.none"), "quiet")])
    names = ("dossier", "process", "state", "status", "due", "started", "incidents", "key")
    headings = [desk.text(f"instances.{name}") for name in names]
    rows = [_row(each, desk.language) for each in found]
    return Answer(values, [Table(headings, rows, [_tone(each) for each in found])])


def instance_value(instance: ProcessInstance, language: Language) -> dict[str, Any]:
    return {
        "key": instance.key,
        "process": instance.process_id,
        "definition": instance.definition,
        "businessKey": instance.business_key,
        "state": instance.state.value,
        "status": instance.status,
        "statusName": status(instance.status, language).partition(" ")[2] or None,
        "due": instance.due,
        "incidents": instance.incidents,
        "startedAt": instance.started_at,
        "startedBy": instance.started_by,
        "endedAt": instance.ended_at,
    }


def _row(instance: ProcessInstance, language: Language) -> tuple[str, ...]:
    return (
        instance.business_key or "",
        instance.process_id,
        state("instance-state", instance.state, language),
        status(instance.status, language),
        moment(instance.due, language),
        moment(instance.started_at, language),
        str(instance.incidents or ""),
        instance.key,
    )


def _tone(instance: ProcessInstance) -> str:
    if instance.incidents:
        return "bad"
    return "plain" if instance.is_active else "quiet"
