"""A clock that stands still until it is moved."""

from __future__ import annotations

from datetime import datetime, timedelta

from ..errors import BadInput


class FrozenClock:
    """Give it to `Config(clock=…)`. Raises BadInput for a moment without a zone, or one gone by."""

    def __init__(self, at: datetime | str) -> None:
        self._now = _moment(at)

    def __call__(self) -> datetime:
        return self._now

    def move_to(self, moment: datetime | str) -> None:
        moment = _moment(moment)
        if moment < self._now:
            raise BadInput(f"Expected time to go on from {self._now}, but it was sent to {moment}")
        self._now = moment.astimezone(self._now.tzinfo)

    def advance(self, by: timedelta) -> None:
        self.move_to(self._now + by)


def _moment(at: datetime | str) -> datetime:
    try:
        moment = datetime.fromisoformat(at) if isinstance(at, str) else at
    except ValueError as problem:
        raise BadInput(
            f"Expected a moment such as 2026-03-02T08:00:00+07:00, but: {problem}"
        ) from None
    if moment.tzinfo is None:
        raise BadInput(f"Expected a moment with its zone, but found {moment.isoformat()}")
    return moment
