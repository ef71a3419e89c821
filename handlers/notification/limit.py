"""How many notices make somebody's telephone ring in a day."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection, and_, select, text

from ..database import EmbeddedDatabase
from ..local_time import local_day
from .tables import COUNTED


class DailyLimit:
    """At most so many notices to an address in a Vietnamese day; 0: no limit.

    Addresses are kept as digests, and only for as long as they count.
    """

    def __init__(self, database: EmbeddedDatabase, most: int) -> None:
        self._database = database
        self._most = most

    def allows(self, number: str, address: str, *, now: datetime) -> bool:
        """Whether the notice may go there today; if so it counts, once however often it asks."""
        if not self._most:
            return True
        day, person = local_day(now).isoformat(), sha256(address.encode()).hexdigest()
        with self._database.begin() as connection:
            _one_at_a_time(connection, person)
            connection.execute(COUNTED.delete().where(COUNTED.c.day < day))
            return _counts(connection, day, person, number, self._most)


def _counts(connection: Connection, day: str, person: str, number: str, most: int) -> bool:
    today = and_(COUNTED.c.day == day, COUNTED.c.person == person)
    numbers = set(connection.scalars(select(COUNTED.c.number).where(today)))
    if number in numbers:
        return True
    if len(numbers) >= most:
        return False
    connection.execute(COUNTED.insert().values(day=day, person=person, number=number))
    return True


def _one_at_a_time(connection: Connection, person: str) -> None:
    """Two workers that count the same person at once would both find room on PostgreSQL."""
    if connection.dialect.name == "postgresql":
        lock = text("SELECT pg_advisory_xact_lock(hashtext(:person))")
        connection.execute(lock, {"person": person})
