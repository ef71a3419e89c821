"""`procflow retry`: take an incident's step again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .answer import FINDINGS, FINE, Answer, Line
from .base import argument, command, option
from .desk import Desk
from .incidents import incident_value
from .parameters import gathered, variables_options


@command("retry")
@argument("incident")
@variables_options
@option("--as", "person", metavar="WHO")
def retry(
    desk: Desk,
    incident: str,
    file: Mapping[str, Any] | None,
    assignments: tuple[tuple[str, Any], ...],
    person: str | None,
) -> Answer:
    incidents = desk.house.engine.incidents
    variables = gathered(file, assignments) or None
    incidents.retry(incident, desk.actor(person), variables=variables)
    after = incidents.get(incident)
    sentence = after.sentence(desk.language)
    key, tone, code = ("again", "bad", FINDINGS) if after.is_open else ("resolved", "good", FINE)
    told = Line(desk.text(f"retry.{key}", sentence=sentence), tone)
    return Answer(incident_value(after, desk.language), [told], code)
