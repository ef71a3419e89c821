"""`procflow incidents`: what a person must mend."""

from __future__ import annotations

from typing import Any

from ..engine.messages import Language
from ..engine.model.incident import Incident
from .answer import Answer, Line, Table
from .base import argument, command, option
from .desk import Desk
from .words import moment


@command("incidents")
@argument("incident", required=False)
@option("--instance", metavar="INSTANCE")
@option("--closed", is_flag=True)
def incidents(desk: Desk, incident: str | None, instance: str | None, closed: bool) -> Answer:
    engine = desk.house.engine
    if incident:
        return _shown(desk, engine.incidents.get(incident))
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


def _shown(desk: Desk, incident: Incident) -> Answer:
    """One incident, with the step that will be taken again."""
    step = dict(incident.step) if incident.step else None
    names = sorted(step.get("variables", {})) if step else []
    value = {**incident_value(incident, desk.language), "step": step}
    told = [
        Line(incident.sentence(desk.language), "bad" if incident.is_open else "quiet"),
        Line(f"{desk.text('incidents.kind')}: {incident.kind}"),
        Line(f"{desk.text('incidents.element')}: {incident.label} ({incident.element})"),
        Line(f"{desk.text('incidents.instance')}: {incident.instance}"),
        Line(f"{desk.text('incidents.tries')}: {incident.tries}"),
    ]
    if step:
        brings = ", ".join(names) or "-"
        told.append(Line(desk.text("incidents.step", kind=step["kind"], names=brings)))
    return Answer(value, told)


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
