"""Whether a gateway knows us: it is asked for a payment that never was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from ...engine.errors import ProcflowError
from ...engine.model.check import Check
from ..wire import Wire
from .money import Attempt

NEVER = "PROCFLOWDOCTOR01"
"""As long as a reference is; no order has this number."""


def probed(
    subject: str, wire: Wire, query: Callable[[Attempt, datetime], object], now: datetime
) -> Check:
    """Asking changes nothing. query: raises what comes of a wrong signature or a wrong answer."""
    reached = wire.check(subject)
    if not reached.ok:
        return reached
    never = Attempt(number=1, reference=NEVER, moment=now.replace(microsecond=0), expires_at=now)
    try:
        query(never, now)
    except ProcflowError as error:
        about = {"gateway": wire.system, "reason": error}
        return Check(subject=subject, ok=False, key="payments.check.refused", arguments=about)
    return reached
