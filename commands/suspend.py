"""`procflow suspend`: stop work for a while."""

from __future__ import annotations

from typing import Any

from ..engine.messages import Language
from ..engine.model.suspension import Suspension
from ..engine.runtime.suspensions import told
from .answer import Answer, Line
from .base import command, option
from .desk import Desk
from .parameters import reach_options


@command("suspend")
@reach_options
@option("--reason", required=True)
@option("--as", "person", metavar="WHO")
def suspend(desk: Desk, reason: str, person: str | None, **reach: Any) -> Answer:
    suspensions = desk.house.engine.suspensions
    suspension = suspensions.suspend(reason=reason, actor=desk.actor(person), **reach)
    value = suspension_value(suspension, desk.language)
    return Answer(value, [Line(told(suspension, desk.language), "warning")])


def suspension_value(suspension: Suspension, language: Language) -> dict[str, Any]:
    return {
        "key": suspension.key,
        "extent": suspension.extent.value,
        "target": suspension.target,
        "element": suspension.element or None,
        "reason": suspension.reason,
        "suspendedAt": suspension.suspended_at,
        "suspendedBy": suspension.suspended_by,
        "resumedAt": suspension.resumed_at,
        "resumedBy": suspension.resumed_by,
        "message": told(suspension, language),
    }
