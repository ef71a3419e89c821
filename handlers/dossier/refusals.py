"""What a dossier system refuses, whichever way it keeps dossiers."""

from __future__ import annotations

from ...engine.errors import Conflict, NotFound
from .dossier import STATUSES, Dossier


def unknown(code: str) -> NotFound:
    return NotFound.of("handlers.dossier.unknown", code=code)


def run_elsewhere(code: str, source: str) -> Conflict:
    """A dossier that another system runs is not ours to change."""
    return Conflict.of("handlers.dossier.run-elsewhere", code=code, source=source)


def not_theirs(code: str, source: str) -> Conflict:
    """A system tells of a dossier that is not its own."""
    return Conflict.of("handlers.dossier.not-theirs", code=code, source=source)


def decided(dossier: Dossier) -> Conflict:
    status = dossier.status or 0
    vietnamese, english = STATUSES.get(status, ("đã có kết quả", "has a result"))
    return Conflict.of(
        "handlers.dossier.decided", code=dossier.code, status=vietnamese, status_en=english
    )
