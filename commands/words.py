"""How moments, people and states are written for people."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

from ..engine.messages import Language, message

VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")


def moment(at: datetime | None, language: Language) -> str:
    """`09:00 03/03/2026` in Vietnamese, `2026-03-03 09:00` in English; nothing for no moment."""
    if at is None:
        return ""
    local = at.astimezone(VIETNAM)
    return local.strftime("%H:%M %d/%m/%Y" if language == "vi" else "%Y-%m-%d %H:%M")


def short_moment(at: datetime | None, language: Language) -> str:
    """A moment without its year: `09:00 03/03`, or `03-03 09:00`."""
    if at is None:
        return ""
    return at.astimezone(VIETNAM).strftime("%H:%M %d/%m" if language == "vi" else "%m-%d %H:%M")


def state(room: str, value: str, language: Language) -> str:
    """The word for a state, such as `command.instance-state.active`."""
    return message(f"command.{room}.{value}", language)


def status(number: int | None, language: Language) -> str:
    """The dossier's status 1-10 in words; nothing where the drawing says none."""
    if number is None:
        return ""
    from ..engine.procedure.status import status as dossier_status

    return f"{number} {dossier_status(number).name(language)}"


def shown(path: Path) -> str:
    """A path as a person would write it from here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
