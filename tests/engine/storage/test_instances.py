from dataclasses import replace

import pytest

from procflow.engine.errors import StaleInstance
from procflow.engine.model.instance import InstanceState


def test_only_the_first_of_two_writers_succeeds(database, instance):
    with database.look() as unit:
        first = second = unit.instances.get("i")
    with database.unit() as unit:
        unit.instances.save(first, replace(first, status=4))
    with pytest.raises(StaleInstance), database.unit() as unit:
        unit.instances.save(second, replace(second, status=9))
    with database.look() as unit:
        stored = unit.instances.get("i")
    assert (stored.status, stored.revision) == (4, 2)


def test_an_exception_takes_everything_back(database, instance):
    with pytest.raises(ZeroDivisionError), database.unit() as unit:
        unit.instances.save(instance, replace(instance, status=4))
        raise ZeroDivisionError
    with database.look() as unit:
        assert unit.instances.get("i") == instance


def test_it_comes_back_as_it_was_written(database, instance, at):
    rich = replace(
        instance,
        business_key="H56-1",
        status=4,
        due=at,
        course={"entries": [["def", "p", "a", 3]], "over": False},
        positions=b"\x00\x01",
        variables=b"{}",
    )
    with database.unit() as unit:
        unit.instances.save(instance, rich)
    with database.look() as unit:
        assert unit.instances.get("i") == replace(rich, revision=2)


def test_a_business_key_means_the_running_instance_first(database, instance, at):
    ended = replace(
        instance, key="a", business_key="K", state=InstanceState.ENDED, started_at=at.replace(day=9)
    )
    running = replace(instance, key="b", business_key="K")
    with database.unit() as unit:
        unit.instances.add([ended, running])
    with database.look() as unit:
        assert unit.instances.of_business_key("K").key == "b"
        assert unit.instances.of_business_key("other") is None


def test_they_are_found_without_their_snapshots(database, instance):
    with database.unit() as unit:
        unit.instances.save(instance, replace(instance, positions=b"x", incidents=1, status=5))
    with database.look() as unit:
        assert [i.positions for i in unit.instances.find(with_incident=True, status=5)] == [None]
        assert unit.instances.find(with_incident=False) == []
