"""The embedded store of documents: contents by their hash, on SQLite or PostgreSQL."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Row,
    Table,
    Text,
    UniqueConstraint,
    func,
    select,
)

from ...engine.model.check import Check
from ..columns import Moment
from ..database import EmbeddedDatabase
from .changes import checked_over, first_version, unknown_content, unknown_document, whole
from .document import Document, Draft, Seal, Version, hash_of

METADATA = MetaData()

CONTENTS = Table(
    "document_content",
    METADATA,
    Column("hash", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

DOCUMENTS = Table(
    "document",
    METADATA,
    Column("code", Text, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("number", Text),
    Column("dossier", Text, index=True),
    Column("media_type", Text, nullable=False),
    Column("begun_at", Moment, nullable=False),
)

VERSIONS = Table(
    "document_version",
    METADATA,
    Column("code", Text, ForeignKey(DOCUMENTS.c.code), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("hash", Text, ForeignKey(CONTENTS.c.hash), nullable=False),
    Column("size", Integer, nullable=False),
    Column("key", Text),
    Column("signer", Text),
    Column("serial", Text),
    Column("level", Text),
    Column("signed_at", Moment),
    Column("reason", Text),
    UniqueConstraint("key", name="document_version_key"),
)


class EmbeddedDocuments:
    """Documents in tables of their own."""

    def __init__(self, url: str) -> None:
        self._database = EmbeddedDatabase(url, METADATA, store="signature")

    def begin(self, draft: Draft, *, key: str, code: str, now: datetime) -> Document:
        row = {"code": code, "key": key, "begun_at": now, **asdict(draft)}
        return self._database.once(
            partial(_of_key, key=key), lambda connection: _begun(connection, row)
        )

    def keep(self, code: str, content: bytes) -> Document:
        with self._database.begin() as connection:
            document = _found(connection, code, lock=True)
            version = first_version(document, content)
            if document.newest is None:
                _add(connection, document, version, content, key=None)
            return _found(connection, code)

    def add(self, code: str, content: bytes, seal: Seal, *, over: str, key: str) -> Document:
        def added(connection: Connection) -> Document:
            locked = _found(connection, code, lock=True)
            if (done := _signed(connection, key=key)) is not None:
                return done  # while this call waited for the lock
            document = checked_over(locked, over)
            version = Version(hash=hash_of(content), size=len(content), seal=seal)
            _add(connection, document, version, content, key=key)
            return _found(connection, code)

        return self._database.once(partial(_signed, key=key), added)

    def signed(self, key: str) -> Document | None:
        with self._database.begin() as connection:
            return _signed(connection, key=key)

    def find(self, code: str) -> Document:
        with self._database.begin() as connection:
            return _found(connection, code)

    def content(self, content_hash: str) -> bytes:
        query = select(CONTENTS.c.content).where(CONTENTS.c.hash == content_hash)
        with self._database.begin() as connection:
            content = connection.scalar(query)
        if content is None:
            raise unknown_content(content_hash)
        return whole(content_hash, bytes(content))

    def check(self) -> Check:
        return self._database.check("signature: documents")

    def close(self) -> None:
        self._database.close()


def _begun(connection: Connection, row: dict[str, Any]) -> Document:
    connection.execute(DOCUMENTS.insert().values(row))
    return _found(connection, row["code"])


def _add(
    connection: Connection, document: Document, version: Version, content: bytes, key: str | None
) -> None:
    known = select(func.count()).where(CONTENTS.c.hash == version.hash)
    if not connection.scalar(known):
        connection.execute(CONTENTS.insert().values(hash=version.hash, content=content))
    row = {
        "code": document.code,
        "place": len(document.versions) + 1,
        "hash": version.hash,
        "size": version.size,
        "key": key,
        **(asdict(version.seal) if version.seal else {}),
    }
    connection.execute(VERSIONS.insert().values(row))


def _of_key(connection: Connection, *, key: str) -> Document | None:
    code = connection.scalar(select(DOCUMENTS.c.code).where(DOCUMENTS.c.key == key))
    return None if code is None else _found(connection, code)


def _signed(connection: Connection, *, key: str) -> Document | None:
    query = select(VERSIONS.c.code, VERSIONS.c.place).where(VERSIONS.c.key == key)
    row = connection.execute(query).one_or_none()
    return None if row is None else _found(connection, row.code, up_to=row.place)


def _found(
    connection: Connection, code: str, *, lock: bool = False, up_to: int | None = None
) -> Document:
    """The document, with its first versions up to a place. Raises NotFound."""
    query = select(DOCUMENTS).where(DOCUMENTS.c.code == code)
    row = connection.execute(query.with_for_update() if lock else query).one_or_none()
    if row is None:
        raise unknown_document(code)
    versions = select(VERSIONS).where(VERSIONS.c.code == code).order_by(VERSIONS.c.place)
    rows = connection.execute(versions).all()
    return _document(row, [each for each in rows if up_to is None or each.place <= up_to])


def _document(row: Row[Any], versions: list[Row[Any]]) -> Document:
    return Document(
        code=row.code,
        draft=Draft(
            title=row.title, number=row.number, dossier=row.dossier, media_type=row.media_type
        ),
        begun_at=row.begun_at,
        versions=tuple(map(_version, versions)),
    )


def _version(row: Row[Any]) -> Version:
    seal = Seal(
        signer=row.signer,
        serial=row.serial,
        level=row.level,
        signed_at=row.signed_at,
        reason=row.reason,
    )
    return Version(hash=row.hash, size=row.size, seal=seal if row.signer is not None else None)
