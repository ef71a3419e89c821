"""An engine on each database."""

import pytest

from procflow.engine.model.actor import Actor
from procflow.engine.testing import TestEngine


@pytest.fixture
def officer():
    return Actor(id="an", name="Lê An", groups=frozenset({"mot-cua"}), address="10.0.0.7")


@pytest.fixture
def operator():
    return Actor(id="admin", is_operator=True)


@pytest.fixture
def make_engine(database_url):
    """Engines on one database; the first finds it fresh."""
    made = []

    def make(**settings):
        settings = {"handlers": None, **settings}
        engine = TestEngine(database=database_url, **settings)
        made.append(engine)
        return engine

    yield make
    for engine in made:
        agrees(engine)
        engine.close()


def agrees(engine):
    """Every instance agrees with its snapshot, every audit trail is whole."""
    for instance in engine.instances.find():
        engine.instances.check(instance.key)
    assert engine.history.verify() == []


@pytest.fixture
def engine(make_engine):
    return make_engine()


@pytest.fixture
def deploy(engine):
    def deployed(*drawings, **others):
        files = {f"{number}.bpmn": content for number, content in enumerate(drawings)}
        return engine.deployments.deploy({**files, **others}, actor=Actor(id="play"))

    return deployed
