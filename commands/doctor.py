"""`procflow doctor`: whether everything is configured and reachable."""

from __future__ import annotations

import os
from typing import Any

from ..engine.messages import Language
from ..engine.model.check import Check
from .answer import FINDINGS, FINE, Answer, Line, Table
from .base import command
from .desk import Desk
from .settings import unknown_names


@command("doctor")
def doctor(desk: Desk) -> Answer:
    checks = [*_settings_checks(desk), *desk.house.checks()]
    ok = all(check.ok for check in checks)
    rows = [_row(desk, check) for check in checks]
    headings = [desk.text(f"doctor.{name}") for name in ("subject", "verdict", "sentence")]
    verdict = ("doctor.well", "good") if ok else ("doctor.ill", "bad")
    return Answer(
        {"checks": [_value(check, desk.language) for check in checks]},
        [
            Table(headings, rows, ["plain" if check.ok else "bad" for check in checks]),
            Line(desk.text(verdict[0]), verdict[1]),
        ],
        FINE if ok else FINDINGS,
    )


def _settings_checks(desk: Desk) -> list[Check]:
    settings = desk.settings
    checks = [
        Check(
            subject="settings",
            ok=False,
            key="command.doctor.unknown-variable",
            arguments={"name": name},
        )
        for name in unknown_names(os.environ)
    ]
    if settings.at:
        arguments = {"at": settings.at}
        key = "command.doctor.pretended-time"
        checks.append(Check(subject="settings", ok=False, key=key, arguments=arguments))
    return checks


def _row(desk: Desk, check: Check) -> tuple[str, str, str]:
    verdict = desk.text("doctor.ok" if check.ok else "doctor.not-ok")
    return check.subject, verdict, check.sentence(desk.language)


def _value(check: Check, language: Language) -> dict[str, Any]:
    return {"subject": check.subject, "ok": check.ok, "message": check.sentence(language)}
