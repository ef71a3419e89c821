"""What goes straight to the driver, and what is kept until a transaction must be the writer."""

from dataclasses import replace

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from procflow.engine.errors import StaleInstance
from procflow.engine.model.user_task import UserTask


def task(number, at):
    place = {"definition": "def", "process": "p", "element": "t", "label": "Kiểm tra"}
    return UserTask(
        instance="i", number=number, opened_at=at, candidate_groups=("mot-cua",), **place
    )


def renamed(instance, name):
    return replace(instance, business_key=name, revision=instance.revision + 1)


def name_of(database):
    with database.look() as unit:
        return unit.instances.get("i").business_key


def test_others_write_while_one_reads(database, instance, at):
    with database.unit(read_first=True) as reader:
        assert reader.instances.get("i") == instance
        with database.unit() as writer:
            writer.user_tasks.open([task(1, at)])
        reader.instances.save(instance, renamed(instance, "K1"))
    assert name_of(database) == "K1"


def test_who_read_what_was_changed_since_writes_nothing(database, instance, at):
    with pytest.raises(StaleInstance), database.unit(read_first=True) as reader:
        before = reader.instances.get("i")
        with database.unit() as writer:
            writer.instances.save(before, renamed(before, "first"))
        reader.instances.save(before, renamed(before, "second"))
        reader.user_tasks.open([task(1, at)])
    assert name_of(database) == "first"
    with database.look() as unit:
        assert unit.user_tasks.of("i") == []


def test_what_was_kept_is_written_before_the_next_question(database, instance, job, at):
    with database.unit(read_first=True) as unit:
        unit.jobs.put([job(number) for number in range(1, 40)])
        assert len(unit.jobs.of("i")) == 39
        unit.user_tasks.open([task(50, at)])
        assert [each.number for each in unit.user_tasks.find(group="mot-cua")] == [50]
        assert unit.jobs.claim(["send"], "w", 1, at, at)[0].number == 1


def test_nothing_is_written_when_the_work_fails(database, instance):
    with pytest.raises(ZeroDivisionError), database.unit(read_first=True) as unit:
        unit.instances.save(instance, renamed(instance, "K1"))
        raise ZeroDivisionError
    assert name_of(database) is None


def test_a_host_that_listens_hears_of_all_statements(database, instance, at):
    heard = []

    def hear(_connection, _cursor, statement, *_rest):
        heard.append(statement)

    event.listen(database.engine, "before_cursor_execute", hear)
    with database.unit() as unit:
        unit.user_tasks.open([task(1, at)])
    event.remove(database.engine, "before_cursor_execute", hear)
    assert [each for each in heard if "procflow_user_task" in each and "INSERT" in each]
    assert [each for each in heard if "procflow_candidate" in each and "INSERT" in each]


def test_the_drivers_errors_are_sqlalchemys_without_the_values(database, instance, at):
    secret = "079090000001"
    with database.engine.connect() as connection:
        unit = database.join(connection)
        given = replace(task(1, at), assignee=secret)
        unit.user_tasks.add([given])
        with pytest.raises(IntegrityError) as refused:
            unit.user_tasks.add([given])
    assert secret not in str(refused.value).split("DETAIL")[0]


def test_a_connection_that_broke_is_not_used_again(database, instance):
    if database.engine.dialect.name == "sqlite":
        pytest.skip("no server")
    with pytest.raises(DBAPIError), database.engine.connect() as connection:
        unit = database.join(connection)
        own = connection.scalar(text("SELECT pg_backend_pid()"))
        with database.engine.connect() as other:
            other.execute(text("SELECT pg_terminate_backend(:pid, 5000)"), {"pid": own})
        try:
            unit.instances.get("i")
        finally:
            assert connection.invalidated
    assert name_of(database) is None
