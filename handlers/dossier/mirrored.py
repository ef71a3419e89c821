"""What another system tells of a dossier that it runs itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from .application import Application
from .dossier import Result, StatusChange


@dataclass(frozen=True, kw_only=True)
class Told:
    """A dossier as the other system sees it.

    as_of: the latest moment it speaks of; of two tellings the later one counts, in whatever order
    they come. appointed: the day promised for the result.
    """

    code: str
    application: Application
    received_at: datetime
    as_of: datetime
    appointed: datetime | None = None
    changes: tuple[StatusChange, ...] = ()
    results: tuple[Result, ...] = ()


def change_key(source: str, code: str, change: StatusChange) -> str:
    """The same step told twice has the same key."""
    return f"mirror:{source}:{code}:{change.at.isoformat()}:{change.status}"


def result_key(source: str, code: str, result: Result) -> str:
    return f"mirror:{source}:{code}:{result.number}"
