"""The embedded store of logins and look-ups, on SQLite or PostgreSQL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Integer,
    MetaData,
    Row,
    Table,
    Text,
    delete,
    select,
    update,
)

from ...engine.model.check import Check
from ...engine.model.secret import Secret
from ..columns import Json, Moment
from ..database import EmbeddedDatabase
from .attempt import Attempt
from .look_up import Cause, Field, LookUp
from .memory import unknown_login, unknown_look_up
from .person import Login, Person
from .personal_number import OldNumber, PersonalNumber

METADATA = MetaData()

ATTEMPTS = Table(
    "login_attempt",
    METADATA,
    Column("state", Text, primary_key=True),
    Column("nonce", Text, nullable=False),
    Column("verifier", Text, nullable=False),
    Column("browser", Text, nullable=False),
    Column("return_to", Text, nullable=False),
    Column("begun_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False, index=True),
)

LOGINS = Table(
    "login",
    METADATA,
    Column("reference", Text, primary_key=True),
    Column("provider", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("number", Text),
    Column("old_number", Text),
    Column("born", Text),
    Column("tax_number", Text),
    Column("level", Integer, nullable=False),
    Column("at", Moment, nullable=False, index=True),
    Column("return_to", Text, nullable=False),
    Column("proof", Text),
)

LOOK_UPS = Table(
    "population_look_up",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False),
    Column("officer", Text, nullable=False, index=True),
    Column("unit", Text, nullable=False),
    Column("dossier", Text, nullable=False, index=True),
    Column("person", Text, nullable=False),
    Column("fields", Json, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("outcome", Text, nullable=False),
)


class EmbeddedIdentity:
    """Logins and look-ups in tables of their own."""

    def __init__(self, url: str) -> None:
        self._database = EmbeddedDatabase(url, METADATA, store="identity")

    def begin(self, attempt: Attempt) -> None:
        with self._database.begin() as connection:
            connection.execute(delete(ATTEMPTS).where(ATTEMPTS.c.expires_at <= attempt.begun_at))
            connection.execute(ATTEMPTS.insert().values(asdict(attempt)))

    def take(self, state: str) -> Attempt | None:
        taken = delete(ATTEMPTS).where(ATTEMPTS.c.state == state).returning(*ATTEMPTS.c)
        with self._database.begin() as connection:
            row = connection.execute(taken).one_or_none()
        return None if row is None else Attempt(**row._asdict())

    def keep(self, login: Login) -> None:
        with self._database.begin() as connection:
            connection.execute(LOGINS.insert().values(_login_row(login)))

    def find(self, reference: str) -> Login:
        with self._database.begin() as connection:
            return _found(connection, reference)

    def forget_proof(self, reference: str) -> Login:
        with self._database.begin() as connection:
            login = _found(connection, reference)
            mine = LOGINS.c.reference == reference
            connection.execute(update(LOGINS).where(mine).values(proof=None))
            return login

    def forget(self, before: datetime) -> int:
        with self._database.begin() as connection:
            return connection.execute(delete(LOGINS).where(LOGINS.c.at < before)).rowcount

    def asked(self, look_up: LookUp) -> int:
        row = {**asdict(look_up.cause), "key": look_up.key, "person": look_up.person}
        row |= {"fields": [str(each) for each in look_up.fields]}
        row |= {"asked_at": look_up.asked_at, "outcome": look_up.outcome}
        with self._database.begin() as connection:
            added = connection.execute(LOOK_UPS.insert().values(row).returning(LOOK_UPS.c.id))
            return int(added.scalar_one())

    def answered(self, number: int, outcome: str) -> None:
        noted = update(LOOK_UPS).where(LOOK_UPS.c.id == number).values(outcome=outcome)
        with self._database.begin() as connection:
            if not connection.execute(noted).rowcount:
                raise unknown_look_up(number)

    def of_dossier(self, dossier: str) -> Sequence[LookUp]:
        return self._look_ups(LOOK_UPS.c.dossier == dossier)

    def of_officer(self, officer: str) -> Sequence[LookUp]:
        return self._look_ups(LOOK_UPS.c.officer == officer)

    def check(self) -> Check:
        return self._database.check("identity: logins")

    def close(self) -> None:
        self._database.close()

    def _look_ups(self, which: ColumnElement[bool]) -> list[LookUp]:
        with self._database.begin() as connection:
            rows = connection.execute(select(LOOK_UPS).where(which).order_by(LOOK_UPS.c.id)).all()
        return [_look_up(row) for row in rows]


def _found(connection: Connection, reference: str) -> Login:
    query = select(LOGINS).where(LOGINS.c.reference == reference).with_for_update()
    row = connection.execute(query).one_or_none()
    if row is None:
        raise unknown_login()
    return _login(row)


def _login_row(login: Login) -> dict[str, Any]:
    person = login.person
    return {
        "reference": login.reference,
        "provider": person.provider,
        "subject": person.subject,
        "name": person.name,
        "number": person.number.digits if person.number else None,
        "old_number": person.old_number.digits if person.old_number else None,
        "born": person.born.isoformat() if person.born else None,
        "tax_number": person.tax_number,
        "level": login.level,
        "at": login.at,
        "return_to": login.return_to,
        "proof": login.proof.reveal() if login.proof else None,
    }


def _login(row: Row[Any]) -> Login:
    return Login(
        reference=row.reference,
        person=Person(
            provider=row.provider,
            subject=row.subject,
            name=row.name,
            number=PersonalNumber(row.number) if row.number else None,
            old_number=OldNumber(row.old_number) if row.old_number else None,
            born=date.fromisoformat(row.born) if row.born else None,
            tax_number=row.tax_number,
        ),
        level=row.level,
        at=row.at,
        return_to=row.return_to,
        proof=Secret(row.proof) if row.proof else None,
    )


def _look_up(row: Row[Any]) -> LookUp:
    return LookUp(
        key=row.key,
        cause=Cause(officer=row.officer, unit=row.unit, dossier=row.dossier),
        person=row.person,
        fields=tuple(Field(name) for name in row.fields),
        asked_at=row.asked_at,
        outcome=row.outcome,
    )
