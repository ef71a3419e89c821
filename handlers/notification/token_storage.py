"""Zalo's tokens in the database, one row an application, sealed.

Each renewal makes the next version. Whoever renews claims the version first; the new tokens are
written in one statement, and only over the version they came from.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from ...engine.errors import BadConfiguration
from ...engine.model.secret import Secret
from ..database import EmbeddedDatabase
from .sealed import seal, unseal
from .tables import TOKENS

DIALECTS = {"sqlite": sqlite, "postgresql": postgresql}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """access: what messages are sent with until `valid_until`. refresh: buys one further pair."""

    version: int
    access: Secret
    refresh: Secret
    valid_until: datetime


class TokenStore:
    """The tokens of one application. secret: seals them. first: the refresh token that the account
    was authorised with; one that was never used here begins anew.
    """

    def __init__(
        self, database: EmbeddedDatabase, *, app: str, secret: Secret, first: Secret
    ) -> None:
        self._database = database
        self._app = app
        self._secret = secret
        self._first = first

    def find(self, *, now: datetime) -> Tokens:
        """Raises BadConfiguration for tokens sealed with another secret."""
        with self._database.begin() as connection:
            row = self._row(connection)
            if row is None or self._origin not in row.origins.split():
                self._begin(connection, row, now)
                row = self._row(connection)
        return self._tokens(row)

    def claim(self, version: int, *, now: datetime, until: datetime) -> bool:
        """Whether the caller may renew the version: nobody else does until then."""
        free = or_(TOKENS.c.renewing_until.is_(None), TOKENS.c.renewing_until <= now)
        with self._database.begin() as connection:
            claimed = TOKENS.update().where(and_(self._is(version), free))
            return self._changed(connection, claimed.values(renewing_until=until))

    def release(self, version: int) -> None:
        with self._database.begin() as connection:
            connection.execute(TOKENS.update().where(self._is(version)).values(renewing_until=None))

    def keep(self, version: int, access: Secret, refresh: Secret, *, valid_until: datetime) -> None:
        """Write what the version was renewed to; nothing when another renewal was written."""
        kept = {
            "version": version + 1,
            "sealed": self._sealed(access, refresh),
            "valid_until": valid_until,
            "renewing_until": None,
        }
        with self._database.begin() as connection:
            connection.execute(TOKENS.update().where(self._is(version)).values(**kept))

    @property
    def _origin(self) -> str:
        return sha256(f"procflow {self._first.reveal()}".encode()).hexdigest()[:16]

    def _begin(self, connection: Connection, row: Row[Any] | None, now: datetime) -> None:
        """Begin with the first token. Two workers may come here at once: one of them does it."""
        known = row.origins if row else ""
        beginning = {
            "version": row.version + 1 if row else 1,
            "origins": f"{known} {self._origin}".strip(),
            "sealed": self._sealed(Secret(""), self._first),
            "valid_until": now - timedelta(days=1),
            "renewing_until": None,
        }
        insert = DIALECTS[connection.dialect.name].insert(TOKENS).values(app=self._app, **beginning)
        connection.execute(
            insert.on_conflict_do_update(
                index_elements=[TOKENS.c.app],
                set_=beginning,
                where=TOKENS.c.origins == known,
            )
        )

    def _row(self, connection: Connection) -> Row[Any] | None:
        return connection.execute(select(TOKENS).where(TOKENS.c.app == self._app)).first()

    def _is(self, version: int) -> ColumnElement[bool]:
        return and_(TOKENS.c.app == self._app, TOKENS.c.version == version)

    def _changed(self, connection: Connection, statement: Any) -> bool:
        return connection.execute(statement.returning(TOKENS.c.app)).first() is not None

    def _sealed(self, access: Secret, refresh: Secret) -> str:
        return seal(json.dumps([access.reveal(), refresh.reveal()]), self._secret)

    def _tokens(self, row: Row[Any] | None) -> Tokens:
        opened = unseal(row.sealed, self._secret) if row else None
        if row is None or opened is None:
            raise BadConfiguration.of("notification.zalo-sealed")
        access, refresh = json.loads(opened)
        return Tokens(
            version=row.version,
            access=Secret(access),
            refresh=Secret(refresh),
            valid_until=row.valid_until,
        )
