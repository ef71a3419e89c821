from dataclasses import replace
from datetime import timedelta
from itertools import chain
from threading import Barrier, Thread

import pytest

from procflow.engine.errors import StaleInstance
from procflow.engine.model.job import JobState, Lease

MINUTE = timedelta(minutes=1)


def given_out(database, at, *, worker="w", types=None, limit=10):
    with database.unit() as unit:
        return [job.number for job in unit.jobs.claim(types, worker, limit, at, at + MINUTE)]


def test_only_what_is_due_of_the_wanted_types_is_given_out(database, instance, job, at):
    with database.unit() as unit:
        unit.jobs.add([job(1), job(2, type="pay"), job(3, due=at + MINUTE), job(4)])
    assert given_out(database, at, types=["send"]) == [1, 4]
    assert given_out(database, at, types=["send"]) == []
    assert given_out(database, at) == [2]
    assert given_out(database, at, types=[]) == []


def test_at_most_as_many_as_asked_for_oldest_first(database, instance, job, at):
    with database.unit() as unit:
        unit.jobs.add([job(1, due=at - MINUTE / 2), job(2, due=at - MINUTE), job(3)])
    assert given_out(database, at, limit=2) == [2, 1]
    assert given_out(database, at, limit=2) == [3]


def test_a_lease_that_ran_out_is_given_out_again(database, instance, job, at):
    with database.unit() as unit:
        unit.jobs.add([job(1)])
    assert given_out(database, at) == [1]
    assert given_out(database, at + MINUTE / 2) == []
    with database.unit() as unit:
        (again,) = unit.jobs.claim(None, "other", 1, at + MINUTE, at + 2 * MINUTE)
    assert (again.worker, again.attempt, again.state) == ("other", 2, JobState.LEASED)


def test_an_older_attempt_cannot_write(database, instance, job, at):
    with database.unit() as unit:
        unit.jobs.add([job(1)])
        (first,) = unit.jobs.claim(None, "a", 1, at, at + MINUTE)
        unit.jobs.claim(None, "b", 1, at + MINUTE, at + 2 * MINUTE)
    with pytest.raises(StaleInstance), database.unit() as unit:
        unit.jobs.save(first, replace(first, state=JobState.DONE))


def test_a_lease_is_extended_only_while_it_is_good(database, instance, job, at):
    lease = Lease(instance="i", number=1, worker="a", attempt=1, deadline=at + MINUTE)
    with database.unit() as unit:
        unit.jobs.add([job(1)])
        unit.jobs.claim(None, "a", 1, at, at + MINUTE)
        assert unit.jobs.extend(lease, at + 2 * MINUTE, at + MINUTE / 2)
        assert not unit.jobs.extend(replace(lease, worker="b"), at + 3 * MINUTE, at)
        assert not unit.jobs.extend(lease, at + 3 * MINUTE, at + 2 * MINUTE)


def test_two_workers_never_get_the_same_job(database, instance, job, at):
    with database.unit() as unit:
        unit.jobs.add(job(number) for number in range(1, 101))
    taken: dict[str, list[int]] = {"a": [], "b": [], "c": []}
    ready = Barrier(len(taken))

    def work(name):
        ready.wait()
        while got := given_out(database, at, worker=name, limit=3):
            taken[name] += got

    threads = [Thread(target=work, args=(name,)) for name in taken]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(chain.from_iterable(taken.values())) == list(range(1, 101))
