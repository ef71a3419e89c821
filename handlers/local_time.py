"""Vietnamese time: UTC+7 the whole year, without summer time since 1975."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))


def local(moment: datetime) -> datetime:
    return moment.astimezone(VIETNAM)


def local_day(moment: datetime) -> date:
    """The day a moment belongs to in Vietnam."""
    return local(moment).date()
