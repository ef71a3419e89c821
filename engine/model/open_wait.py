"""What is open, of whatever kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenWait:
    """kind: `user_task`, `job`, `timer`, `message`, `signal` or `condition`. number: of the token.

    name: the job's type, the name of the message or signal, the label of others. key: the
    correlation key of a message, the key of others. due: of timers and jobs, of user tasks if they
    have one.
    """

    kind: str
    number: int
    element: str
    name: str
    key: str
    due: datetime | None = None
