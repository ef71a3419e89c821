"""SQLite without room: what cannot be written is refused with a sentence, and nothing is lost."""

import signal
from dataclasses import replace

import pytest
from sqlalchemy import create_engine, text

from procflow import Actor, Engine, UnusableDatabase
from procflow.engine.storage.database import made
from procflow.tests.faults.blade import fill
from procflow.tests.faults.boundaries import alone, lived
from procflow.tests.faults.crew import NEW, configured
from procflow.tests.faults.storm import audited


def pages(sea):
    with create_engine(sea.url).connect() as connection:
        return connection.scalar(text("PRAGMA page_count"))


@pytest.mark.parametrize("room", [0, 3])
def test_a_dossier_survives_a_full_disk(nursery, sqlite_harbour, room):
    sea = sqlite_harbour.sea()
    order = alone(sea)
    assert lived(nursery, [replace(order, pages=pages(sea) + room)], 0.5) == [-signal.SIGKILL]
    assert lived(nursery, [order]) == [0]
    assert audited(sea).wrong == []


def test_a_dossier_survives_writes_that_fail(nursery, sqlite_harbour):
    """The log of the database may not grow beyond so many bytes."""
    sea = sqlite_harbour.sea()
    order = alone(sea)
    assert lived(nursery, [replace(order, size=150_000)], 0.5) == [-signal.SIGKILL]
    assert lived(nursery, [order]) == [0]
    assert audited(sea).wrong == []


def test_a_full_disk_is_told(sqlite_harbour):
    sea = sqlite_harbour.sea()
    pool = made(sea.url)
    engine = Engine(configured(pool, sea.clock, None))
    fill(pool, 1)  # not one page more than there are
    with pytest.raises(UnusableDatabase, match="full"):
        for number in range(1_000):
            engine.instances.start("case", NEW, business_key=f"{number}", actor=Actor(id="an"))
    assert len(engine.instances.find(limit=1_000)) == number
    pool.dispose()
