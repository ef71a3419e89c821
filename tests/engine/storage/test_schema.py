"""Migrations make the tables that tables.py draws; what cannot be read is refused."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text

from procflow.engine.errors import BadConfiguration, UnusableDatabase
from procflow.engine.storage.database import Database
from procflow.engine.storage.schema import VERSION_TABLE
from procflow.engine.storage.tables import METADATA


def test_migrations_and_tables_agree(database):
    with database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": VERSION_TABLE, "compare_type": True}
        )
        differences = [
            each for each in compare_metadata(context, METADATA) if "procflow_" in str(each)
        ]
    assert differences == []


def test_opening_again_changes_nothing(database, database_url):
    Database(database_url).close()
    Database(database_url, migrate=False).close()


def test_a_database_of_a_newer_version_is_refused(database, database_url):
    with database.engine.begin() as connection:
        before = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '9999'"))
    with pytest.raises(UnusableDatabase, match="newer procflow") as refused:
        Database(database_url)
    assert "bản procflow mới hơn" in refused.value.sentence("vi")
    with database.engine.begin() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '{before}'"))


def test_a_database_without_tables_is_refused_unless_it_may_be_migrated(tmp_path):
    url = f"sqlite:///{tmp_path / 'new.db'}"
    with pytest.raises(UnusableDatabase, match="migrate=True"):
        Database(url, migrate=False)
    Database(url).close()


@pytest.mark.parametrize("url", ["nonsense", "mysql://x/y", "sqlite+nothing://"])
def test_what_is_no_database_url_is_told(url):
    with pytest.raises(BadConfiguration, match="Expected a database URL"):
        Database(url)


def test_an_unreachable_database_is_told(tmp_path):
    with pytest.raises(UnusableDatabase, match="Expected to reach the database"):
        Database(f"sqlite:///{tmp_path / 'no' / 'such' / 'folder.db'}")


def test_a_file_that_is_no_database_is_told(tmp_path):
    (tmp_path / "text.db").write_text("no database at all, only a text long enough to be read")
    with pytest.raises(UnusableDatabase, match="Expected to reach the database"):
        Database(f"sqlite:///{tmp_path / 'text.db'}")


def test_sqlite_is_set_up_to_lose_nothing(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'a.db'}")
    with database.engine.connect() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    database.close()
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 20_000,
    }


def test_a_hosts_own_engine_is_used_and_left_open(tmp_path):
    engine = create_engine(f"sqlite:///{tmp_path / 'portal.db'}")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE form (id INTEGER)"))
    Database(engine).close()
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM form")) == 0
        assert connection.scalar(text("SELECT count(*) FROM procflow_instance")) == 0
    engine.dispose()
