"""procflow's own `zeebe:property` names, and the values each may have (design §5)."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..expressions import FeelSyntaxError, compile_expression
from .iso8601 import is_duration

CLOSE = 0.85
"""How alike an unknown name must be to count as a misspelling of one of these."""


def one_of(*values: str) -> Callable[[str], bool]:
    allowed = frozenset(values)
    return lambda value: value in allowed


def is_code(value: str) -> bool:
    """A code of the national catalogue, such as `1.001612`."""
    return re.fullmatch(r"\d+\.\d{6}(\.\S+)?", value) is not None


def is_text(value: str) -> bool:
    """Static text, or FEEL that can be read."""
    if not value.startswith("="):
        return bool(value.strip())
    try:
        compile_expression(value.removeprefix("="))
    except FeelSyntaxError:
        return False
    return True


PROPERTIES: dict[str, Callable[[str], bool]] = {
    "procedure.code": is_code,
    "dossier.status": one_of(*(str(status) for status in range(1, 11))),
    "paper": one_of("receipt", "supplement", "refusal", "apology", "stop", "control"),
    "presence": one_of("required"),
    "onSite": one_of("true", "false"),
    "original": one_of("required"),
    "signature": one_of("digital", "wet"),
    "channel": one_of("online", "counter", "post"),
    "payment": one_of("online", "counter"),
    "delivery": one_of("electronic", "post", "counter"),
    "choice": one_of("citizen"),
    "duration": is_duration,
    "clock": one_of("start", "pause", "resume", "restart", "stop"),
    "clock.reason": one_of("supplement", "payment", "agency", "other"),
    "personal": one_of("public", "internal", "basic", "sensitive"),
    "waiting": is_text,
}
