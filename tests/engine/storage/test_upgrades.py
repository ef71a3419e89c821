"""A database of every earlier version is brought up to date with all that is in it."""

from datetime import UTC, datetime

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import (
    Boolean,
    DateTime,
    Integer,
    LargeBinary,
    MetaData,
    create_engine,
    insert,
    make_url,
    select,
    text,
)
from sqlalchemy.pool import NullPool

from procflow.engine.storage.database import Database, made
from procflow.engine.storage.schema import MIGRATIONS, VERSION_TABLE, revision, settings
from procflow.engine.storage.tables import METADATA

SCRIPTS = ScriptDirectory(str(MIGRATIONS))
REVISIONS = sorted(each.revision for each in SCRIPTS.walk_revisions())
AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
VALUES = ((Boolean, True), (Integer, 7), (DateTime, AT), (LargeBinary, b"\x01\x02"))
EVERYWHERE = "1"
"""A text that is a key, so that rows refer to each other, and JSON, too."""

STATES = {
    "procflow_instance": "active",
    "procflow_user_task": "open",
    "procflow_job": "open",
}


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    """A database without a table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'old.db'}"
        return
    server = make_url(request.getfixturevalue("postgres"))
    administrator = create_engine(server, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with administrator.connect() as connection:
        connection.execute(text("CREATE DATABASE upgrading"))
    yield server.set(database="upgrading").render_as_string(hide_password=False)
    with administrator.connect() as connection:
        connection.execute(text("DROP DATABASE upgrading WITH (FORCE)"))


@pytest.fixture
def pool(url):
    opened = made(url)
    yield opened
    opened.dispose()


def brought_to(pool, wanted):
    with pool.begin() as connection:
        command.upgrade(settings(connection), wanted)
        assert revision(connection) == wanted


def reflected(pool):
    found = MetaData()
    found.reflect(pool)
    return [table for table in found.sorted_tables if table.name != VERSION_TABLE]


def value_of(column):
    if column.name == "state":
        return STATES[column.table.name]
    return next((v for kind, v in VALUES if isinstance(column.type, kind)), EVERYWHERE)


def filled(pool):
    """A row in every table, each referring to the others."""
    with pool.begin() as connection:
        for table in reflected(pool):
            connection.execute(insert(table), {c.name: value_of(c) for c in table.columns})


def content(pool, columns):
    """The rows, as far as the columns were there before."""
    with pool.connect() as connection:
        return {
            table.name: [
                dict(row._mapping)
                for row in connection.execute(select(*(table.c[n] for n in columns[table.name])))
            ]
            for table in reflected(pool)
            if table.name in columns
        }


@pytest.mark.parametrize("old", REVISIONS)
def test_nothing_is_lost_and_nothing_differs(url, pool, old):
    brought_to(pool, old)
    filled(pool)
    columns = {table.name: [c.name for c in table.columns] for table in reflected(pool)}
    before = content(pool, columns)
    assert all(len(rows) == 1 for rows in before.values())
    Database(url).close()
    assert content(pool, columns) == before
    with pool.connect() as connection:
        assert revision(connection) == SCRIPTS.get_current_head()
        context = MigrationContext.configure(
            connection, opts={"version_table": VERSION_TABLE, "compare_type": True}
        )
        assert compare_metadata(context, METADATA) == []


def test_each_migration_follows_one_other():
    """A line without branches: whoever adds one at the same time finds it out here."""
    assert [f"{number:04}" for number in range(1, len(REVISIONS) + 1)] == REVISIONS
    assert [each.down_revision for each in SCRIPTS.walk_revisions()] == [
        *reversed(REVISIONS[:-1]),
        None,
    ]


def test_files_say_whether_code_may_run_before_or_after():
    names = [file.name for file in (MIGRATIONS / "versions").glob("m*.py")]
    assert all(name[6:].startswith(("pre_", "post_")) for name in names)
