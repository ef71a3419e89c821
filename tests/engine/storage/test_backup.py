"""A backup is whole, whatever is written meanwhile, and stands in for the database."""

import sqlite3
from contextlib import closing
from threading import Event, Thread

import pytest

from procflow.engine.errors import BadConfiguration, Conflict, UnusableDatabase
from procflow.engine.storage.backup import copy_file, file_of
from procflow.engine.storage.database import Database


@pytest.fixture
def sqlite(tmp_path):
    opened = Database(f"sqlite:///{tmp_path / 'office.db'}")
    yield opened
    opened.close()


def test_it_holds_what_was_committed_while_others_write(sqlite, tmp_path):
    with sqlite.engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE pair (a INTEGER, b INTEGER)")
        connection.exec_driver_sql("INSERT INTO pair VALUES (0, 0)")
    stop, counted = Event(), []

    def write():
        while not stop.is_set():
            with sqlite.engine.begin() as connection:
                connection.exec_driver_sql("UPDATE pair SET a = a + 1")
                connection.exec_driver_sql("UPDATE pair SET b = b + 1")
            counted.append(1)

    writer = Thread(target=write)
    writer.start()
    sizes = [sqlite.backup(tmp_path / f"{number}.db") for number in range(10)]
    stop.set()
    writer.join()
    assert len(counted) > 1
    for number, size in enumerate(sizes):
        file = tmp_path / f"{number}.db"
        assert file.stat().st_size == size
        assert file.stat().st_mode & 0o777 == 0o600
        with closing(sqlite3.connect(file)) as opened:
            ((a, b),) = opened.execute("SELECT a, b FROM pair").fetchall()
        assert a == b
    assert not list(tmp_path.glob("*.part*"))


def test_it_is_opened_like_the_database(sqlite, tmp_path):
    sqlite.backup(tmp_path / "copy.db")
    Database(f"sqlite:///{tmp_path / 'copy.db'}", migrate=False).close()


def test_a_file_that_is_there_is_left_alone(sqlite, tmp_path):
    (tmp_path / "copy.db").write_text("precious")
    with pytest.raises(Conflict, match="there already"):
        sqlite.backup(tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "precious"


def test_a_damaged_database_gives_no_copy(sqlite, tmp_path):
    sqlite.backup(tmp_path / "good.db")
    content = bytearray((tmp_path / "good.db").read_bytes())
    content[4096 * 3 : 4096 * 6] = b"\xff" * 4096 * 3
    (tmp_path / "bad.db").write_bytes(content)
    with pytest.raises(UnusableDatabase):
        copy_file(tmp_path / "bad.db", tmp_path / "copy.db")
    with pytest.raises(UnusableDatabase):
        copy_file(tmp_path / "nowhere.db", tmp_path / "copy.db")
    left = {file.name for file in tmp_path.iterdir()}
    assert not left & {"copy.db", "copy.db.part"}


def test_postgresql_has_its_own_way(postgres, tmp_path):
    database = Database(postgres)
    with pytest.raises(BadConfiguration, match="pg_dump"):
        database.backup(tmp_path / "copy.db")
    database.close()


def test_only_sqlite_has_a_file(tmp_path):
    assert file_of(f"sqlite:///{tmp_path}/a.db") == tmp_path / "a.db"
    assert file_of("sqlite://") is None
    assert file_of("postgresql+psycopg://x/y") is None
