"""The outbox of the embedded store: what the national portal has still to be told.

A write leaves its row in its own transaction. Who tells the portal leases one dossier at a time,
reads what waits, and settles it; a dossier that is stuck waits by itself, the others go on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Update,
    and_,
    delete,
    func,
    or_,
    select,
    update,
)

from ..database import EmbeddedDatabase
from ..local_time import local
from . import rows
from .dossier import Dossier, StatusChange
from .tables import CHANGES, DOSSIERS, MIRRORS, OUTBOX, PORTAL

LEASE = timedelta(minutes=5)
"""How long one teller has a dossier for itself; longer than a telling may take."""

PAGE = 500
"""Dossiers from before the outbox that are left in it in one transaction."""

LONGEST_REASON = 500
"""Characters kept of what the portal gives as its reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One dossier's news. steps: by moment. rows: what is settled when all of it was told."""

    dossier: Dossier
    steps: tuple[StatusChange, ...]
    known: bool
    tries: int
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """How much waits. oldest: since when. stuck: dossiers the portal refused, each with its last
    reason.
    """

    dossiers: int
    oldest: datetime | None
    stuck: tuple[tuple[str, str], ...] = ()


class Outbox:
    """What waits for the portal, by dossier. Several tellers may work at once."""

    def __init__(self, database: EmbeddedDatabase) -> None:
        self._database = database

    def leave(
        self, connection: Connection, code: str, now: datetime, change: int | None = None
    ) -> None:
        """A write happened, within its transaction. change: the row of a status."""
        dialect = rows.DIALECTS[connection.dialect.name]
        first = {"code": code, "known": False, "tries": 0}
        connection.execute(dialect.insert(PORTAL).values(first).on_conflict_do_nothing())
        row = {"code": code, "change": change, "written_at": now}
        connection.execute(OUTBOX.insert().values(row))

    def follows(self, connection: Connection, code: str) -> bool:
        """Whether the portal was to be told of the dossier before."""
        known = select(PORTAL.c.code).where(PORTAL.c.code == code)
        return connection.scalar(known) is not None

    def leave_what_was_before(self) -> int:
        """Leave the dossiers of ours that were written before there was an outbox, with all their
        steps; how many.
        """
        with self._database.begin() as connection:
            codes = connection.scalars(_untold()).all()
            for code in codes:
                self._leave_all(connection, code)
        return len(codes)

    def lease(self, now: datetime, lasts: timedelta = LEASE) -> Waiting | None:
        """The dossier that waits longest and may be told now, kept from other tellers while the
        lease lasts; None: none is left.
        """
        with self._database.begin() as connection:
            while (code := connection.scalar(_next(now))) is not None:
                taken = update(PORTAL).where(PORTAL.c.code == code, _is_free(now))
                if connection.execute(taken.values(leased_until=now + lasts)).rowcount:
                    return _waiting(connection, code)
        return None

    def _leave_all(self, connection: Connection, code: str) -> None:
        received = select(DOSSIERS.c.received_at).where(DOSSIERS.c.code == code)
        self.leave(connection, code, connection.execute(received).scalar_one())
        steps = select(CHANGES.c.id, CHANGES.c.at).where(CHANGES.c.code == code)
        for step in connection.execute(steps.order_by(CHANGES.c.id)).all():
            self.leave(connection, code, step.at, step.id)

    def settle(self, waiting: Waiting) -> None:
        """The portal knows all of it now."""
        told = {"known": True, "tries": 0, "fault": None, "next_try_at": None}
        with self._database.begin() as connection:
            connection.execute(delete(OUTBOX).where(OUTBOX.c.id.in_(waiting.rows)))
            _let_go(connection, waiting, told)

    def note_known(self, waiting: Waiting) -> None:
        """The portal has the dossier, whatever becomes of the rest."""
        with self._database.begin() as connection:
            connection.execute(_of(waiting).values(known=True))

    def note_steps(self, waiting: Waiting) -> None:
        """The portal has the steps, whatever becomes of the rest: they are not told again."""
        told = update(OUTBOX).where(OUTBOX.c.id.in_(waiting.rows))
        with self._database.begin() as connection:
            connection.execute(told.values(change=None))

    def put_off(self, waiting: Waiting, until: datetime, reason: str | None) -> None:
        """It is tried again then, and the others go on. reason: why the portal refused it; None:
        there was no answer.
        """
        fault = reason and reason[:LONGEST_REASON]
        refused = {"tries": waiting.tries + 1, "fault": fault, "next_try_at": until}
        with self._database.begin() as connection:
            _let_go(connection, waiting, refused)

    def hand_back(self, waiting: Waiting) -> None:
        """Nothing was decided, the portal is away: it waits as before."""
        with self._database.begin() as connection:
            _let_go(connection, waiting, {})

    def backlog(self) -> Backlog:
        with self._database.begin() as connection:
            counted = select(func.count(OUTBOX.c.code.distinct()), func.min(OUTBOX.c.written_at))
            dossiers, oldest = connection.execute(counted).one()
            refused = select(PORTAL.c.code, PORTAL.c.fault).where(PORTAL.c.fault.is_not(None))
            stuck = connection.execute(refused.order_by(PORTAL.c.code)).all()
        return Backlog(
            dossiers=dossiers,
            oldest=oldest and local(oldest),
            stuck=tuple((row.code, row.fault) for row in stuck),
        )

    def retry_at_once(self) -> int:
        """What was put off is tried again at once, when its reason has been mended; how many."""
        with self._database.begin() as connection:
            put_off = update(PORTAL).where(PORTAL.c.next_try_at.is_not(None))
            return int(connection.execute(put_off.values(next_try_at=None)).rowcount)


def _next(now: datetime) -> Any:
    return (
        select(OUTBOX.c.code)
        .join(PORTAL, PORTAL.c.code == OUTBOX.c.code)
        .where(_is_free(now))
        .order_by(OUTBOX.c.id)
        .limit(1)
    )


def _untold() -> Any:
    """Dossiers of ours the outbox has never had a row of, a page of them."""
    return (
        select(DOSSIERS.c.code)
        .join(PORTAL, PORTAL.c.code == DOSSIERS.c.code, isouter=True)
        .join(MIRRORS, MIRRORS.c.code == DOSSIERS.c.code, isouter=True)
        .where(PORTAL.c.code.is_(None), MIRRORS.c.code.is_(None))
        .order_by(DOSSIERS.c.code)
        .limit(PAGE)
    )


def _is_free(now: datetime) -> ColumnElement[bool]:
    leased, later = PORTAL.c.leased_until, PORTAL.c.next_try_at
    return and_(or_(leased.is_(None), leased <= now), or_(later.is_(None), later <= now))


def _waiting(connection: Connection, code: str) -> Waiting:
    state = connection.execute(select(PORTAL).where(PORTAL.c.code == code)).one()
    left = connection.execute(
        select(OUTBOX.c.id, OUTBOX.c.change).where(OUTBOX.c.code == code).order_by(OUTBOX.c.id)
    ).all()
    return Waiting(
        dossier=rows.dossier(connection, code),
        steps=_steps(connection, [row.change for row in left if row.change is not None]),
        known=bool(state.known),
        tries=state.tries,
        rows=tuple(row.id for row in left),
    )


def _steps(connection: Connection, numbers: Sequence[int]) -> tuple[StatusChange, ...]:
    chosen = select(CHANGES).where(CHANGES.c.id.in_(numbers)).order_by(CHANGES.c.at, CHANGES.c.id)
    return tuple(rows.change_of(row) for row in connection.execute(chosen))


def _let_go(connection: Connection, waiting: Waiting, values: dict[str, Any]) -> None:
    connection.execute(_of(waiting).values(values | {"leased_until": None}))


def _of(waiting: Waiting) -> Update:
    return update(PORTAL).where(PORTAL.c.code == waiting.dossier.code)
