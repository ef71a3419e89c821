"""`procflow incidents`: what a person must mend."""

from __future__ import annotations

from typing import Any

from ..engine.messages import Language
from ..engine.model.incident import Incident
from .answer import Answer, Line, Table
from .base import command, option
from .desk import Desk
from .words import moment


@command("incidents")
@option("--instance", metavar="INSTANCE")
@option("--closed", is_flag=True)
def incidents(desk: Desk, instance: str | None, closed: bool) -> Answer:
    engine = desk.house.engine
    key = engine.instances.get(instance).key if instance else None
    found = engine.incidents.find(instance=key, open_only=not closed)
    values = {"incidents": [incident_value(each, desk.language) for each in found]}
    if not found:
        return Answer(values, [Line(desk.text("incidents.none"), "good")])
    names = ("opened", "kind", "element", "sentence", "tries", "instance", "key")
    headings = [desk.text(f"incidents.{name}") for name in names]
    rows = [_row(each, desk.language) for each in found]
    tones = ["bad" if each.is_open else "quiet" for each in found]
    next_step = Line(desk.text("incidents.next"), "quiet")
    return Answer(values, [Table(headings, rows, tones), next_step])


def incident_value(incident: Incident, language: Language) -> dict[str, Any]:
    return {
        "key": incident.key,
        "instance": incident.instance,
        "kind": incident.kind,
        "process": incident.process,
        "element": incident.element,
        "label": incident.label,
        "message": incident.sentence(language),
        "tries": incident.tries,
        "openedAt": incident.opened_at,
        "resolvedAt": incident.resolved_at,
        "resolvedBy": incident.resolved_by,
    }


def _row(incident: Incident, language: Language) -> tuple[str, ...]:
    return (
        moment(incident.opened_at, language),
        incident.kind,
        incident.label or incident.element or "",
        incident.sentence(language),
        str(incident.tries),
        incident.instance,
        incident.key,
    )
