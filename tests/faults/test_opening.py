"""A database that is not there yet, opened while another process is making it: both get it."""

import sqlite3
from contextlib import closing
from threading import Timer

from procflow.engine.storage.database import Database


def test_a_new_sqlite_database_is_opened_while_another_is_at_it(tmp_path):
    file = tmp_path / "new.db"
    other = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    other.execute("CREATE TABLE theirs (key TEXT)")
    done = Timer(0.2, other.execute, ["COMMIT"])
    done.start()
    Database(f"sqlite:///{file}").close()
    done.join()
    other.close()
    with closing(sqlite3.connect(file)) as looking:
        assert looking.execute("PRAGMA journal_mode").fetchone() == ("wal",)
