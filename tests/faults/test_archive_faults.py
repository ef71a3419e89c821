"""An archivist dies, or loses its connection, right before or right after a commit: what ended is
either wholly in the database or wholly in the file, and the next archivist goes on.
"""

import signal
from dataclasses import replace
from datetime import timedelta

import pytest

from procflow import Actor, Engine
from procflow.engine.model.archive import Ages, Kept
from procflow.tests.faults.boundaries import lived
from procflow.tests.faults.crew import NEW, configured
from procflow.tests.faults.order import Fault, Order

ENDED, RUNNING = 5, 2
OPERATOR = Actor(id="admin", is_operator=True)


def prepared(harbour):
    """Dossiers that have ended, and some that have not."""
    sea = harbour.sea()
    with opened(sea) as engine:
        for number in range(ENDED + RUNNING):
            started = engine.instances.start("case", NEW, business_key=f"K{number}")
            if number < ENDED:
                engine.instances.cancel(started.key, "filed twice", OPERATOR)
    return sea


@pytest.mark.parametrize("commit", [1, 2, 3])
@pytest.mark.parametrize("when", ["before", "after"])
def test_killed_at_a_commit(nursery, harbour, when, commit):
    sea = prepared(harbour)
    status, again = archived(nursery, sea, Fault(kind="kill", when=when, commit=commit))
    assert (status, again) == (-signal.SIGKILL, 0)
    audit(sea)


@pytest.mark.parametrize("when", ["before", "after"])
def test_cut_off_at_a_commit(nursery, postgres_harbour, when):
    """It tries again by itself."""
    sea = prepared(postgres_harbour)
    status, again = archived(nursery, sea, Fault(kind="cut", when=when, commit=2))
    assert (status, again) == (0, 0)
    audit(sea)


def archived(nursery, sea, fault):
    order = Order(
        role="archivist", name="a", url=sea.url, folder=str(sea.folder), seed=1, fault=fault
    )
    (status,) = lived(nursery, [order])
    half_way(sea)
    return status, *lived(nursery, [replace(order, fault=None)])


def half_way(sea):
    """Each instance is whole, here or there."""
    with opened(sea) as engine:
        for instance in engine.instances.find():
            if instance.kept is Kept.WHOLE:
                assert engine.instances.variables(instance.key)["steps"] == 0
                assert engine.history.of(instance.key)
        assert engine.history.verify() == []
        assert engine.archive.verify(sea.folder / "archive.jsonl").is_whole


def audit(sea):
    file = sea.folder / "archive.jsonl"
    with opened(sea) as engine:
        report = engine.archive.verify(file)
        assert (report.intact, report.is_whole, report.strange) == (ENDED, True, ())
        kept = [each.kept for each in engine.instances.find(process_id="case")]
        assert (kept.count(Kept.RECORD), kept.count(Kept.WHOLE)) == (ENDED, RUNNING)
        assert engine.archive.due(Ages(otherwise=timedelta(0)), into_file=True) == []
        for number in range(ENDED):
            assert engine.archive.read(file, f"K{number}")[-1].what == "archived"


def opened(sea):
    return Engine(configured(sea.url, sea.clock, None))
