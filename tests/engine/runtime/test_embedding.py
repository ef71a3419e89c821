"""A host keeps its own tables in the same database, and its own transaction around our calls."""

import asyncio

import pytest
from sqlalchemy import create_engine, text

from procflow.engine.config import Config
from procflow.engine.engine import Engine
from procflow.engine.errors import Conflict, NotFound
from procflow.engine.model.message import Outcome
from procflow.engine.testing import FrozenClock


@pytest.fixture
def portal(database_url):
    """The portal's own SQLAlchemy engine, with its own table."""
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE IF EXISTS portal_form"))
        connection.execute(text("CREATE TABLE portal_form (code TEXT)"))
    yield engine
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE portal_form"))
    engine.dispose()


@pytest.fixture
def engine(portal, pen):
    with Engine(Config(database=portal, handlers=None)) as engine:
        drawing = pen.drawing(
            pen.start(),
            pen.user("ask"),
            pen.catch("wait", pen.message("paid", "code")),
            pen.end(),
            pen.flows("s-ask", "ask-wait", "wait-e"),
        )
        engine.deployments.deploy({"p.bpmn": drawing})
        yield engine


def forms(portal):
    with portal.connect() as connection:
        return list(connection.scalars(text("SELECT code FROM portal_form")))


def store(connection, code):
    connection.execute(text("INSERT INTO portal_form VALUES (:code)"), {"code": code})


def test_form_and_procedure_are_stored_together(engine, portal):
    with portal.begin() as connection:
        store(connection, "H56-1")
        instance = engine.instances.start("p", business_key="H56-1", connection=connection)
    assert forms(portal) == ["H56-1"]
    assert engine.instances.get("H56-1") == instance
    assert len(engine.user_tasks.find()) == 1


def test_or_not_at_all(engine, portal):
    with pytest.raises(ZeroDivisionError), portal.begin() as connection:
        store(connection, "H56-1")
        engine.instances.start("p", business_key="H56-1", connection=connection)
        raise ZeroDivisionError
    assert forms(portal) == []
    assert engine.instances.find() == []
    assert engine.user_tasks.find() == []


def test_a_refusal_leaves_the_hosts_transaction_to_the_host(engine, portal, officer):
    with portal.begin() as connection:
        store(connection, "H56-1")
        with pytest.raises(NotFound):
            engine.instances.start("q", connection=connection)
        with pytest.raises(NotFound):
            engine.user_tasks.complete("x:1", {}, officer, connection=connection)
    assert forms(portal) == ["H56-1"]


def test_completing_and_publishing_go_along_too(engine, portal, officer):
    instance = engine.instances.start("p", {"code": "K"})
    (task,) = engine.user_tasks.find()
    with portal.begin() as connection:
        store(connection, "H56-1")
        engine.user_tasks.complete(task.key, {}, officer, connection=connection)
        kept = engine.messages.publish("paid", "K", connection=connection)
    assert kept.state is Outcome.BUFFERED
    assert engine.messages.deliver() == 1
    assert engine.instances.get(instance.key).state.value == "ended"
    with portal.connect() as connection, pytest.raises(Conflict):
        engine.user_tasks.complete(task.key, {}, officer, connection=connection)


def test_the_scheduler_delivers_what_a_host_has_published(engine, portal, officer):
    instance = engine.instances.start("p", {"code": "K"})
    (task,) = engine.user_tasks.find()
    engine.user_tasks.complete(task.key, {}, officer)
    with portal.begin() as connection:
        engine.messages.publish("paid", "K", connection=connection)
    assert engine.scheduler().run_once() == 1
    assert engine.instances.get(instance.key).state.value == "ended"


def test_two_engines_live_in_one_process(tmp_path, pen, officer):
    drawing = pen.drawing(pen.start(), pen.user("ask"), pen.end(), pen.flows("s-ask", "ask-e"))
    engines = [
        Engine(
            Config(
                database=f"sqlite:///{tmp_path / f'{name}.db'}",
                handlers=None,
                clock=FrozenClock(at),
                language=language,
            )
        )
        for name, at, language in (
            ("a", "2026-03-02T08:00:00+07:00", "vi"),
            ("b", "2030-01-01T08:00:00+07:00", "en"),
        )
    ]
    first, second = engines
    first.deployments.deploy({"p.bpmn": drawing})
    instance = first.instances.start("p", business_key="K")
    with pytest.raises(NotFound):
        second.instances.start("p")
    second.deployments.deploy({"p.bpmn": drawing})
    other = second.instances.start("p", business_key="K")
    assert (instance.started_at.year, other.started_at.year) == (2026, 2030)
    assert "Chờ" in first.instances.explain("K").sentences[1]
    assert "Waits" in second.instances.explain("K").sentences[1]
    (task,) = first.user_tasks.find()
    first.user_tasks.complete(task.key, {}, officer)
    assert len(second.user_tasks.find()) == 1
    for engine in engines:
        engine.close()


def test_an_async_host_calls_in_threads(engine, officer):
    async def serve():
        started = await asyncio.gather(
            *(asyncio.to_thread(engine.instances.start, "p", {"n": n}) for n in range(8))
        )
        tasks = await asyncio.to_thread(engine.user_tasks.find)
        await asyncio.gather(
            *(
                asyncio.to_thread(engine.user_tasks.complete, t.key, {"code": "K"}, officer)
                for t in tasks
            )
        )
        return started

    instances = asyncio.run(serve())
    assert {len(engine.instances.waits(each.key)) for each in instances} == {1}
    assert engine.history.verify() == []
