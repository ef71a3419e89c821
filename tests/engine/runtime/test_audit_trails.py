"""The audit trail is complete, and whoever touches it in the database is found out."""

import pytest
from sqlalchemy import text

from procflow.engine.errors import NotFound
from procflow.engine.testing import TestEngine


@pytest.fixture
def ended(pen, officer, tmp_path):
    """An engine with two ended instances, and the key of the first."""
    with TestEngine(handlers=None, database=f"sqlite:///{tmp_path / 'trail.db'}") as engine:
        drawing = pen.drawing(
            pen.start(),
            pen.user("ask"),
            pen.script("double", "amount * 2", "doubled"),
            pen.end(),
            pen.flows("s-ask", "ask-double", "double-e"),
        )
        engine.deployments.deploy({"p.bpmn": drawing})
        keys = []
        for amount in (5, 6):
            instance = engine.instances.start("p", {"amount": amount}, actor=officer)
            (task,) = engine.user_tasks.find(instance=instance.key)
            engine.user_tasks.complete(task.key, {"note": "được"}, officer)
            keys.append(instance.key)
        yield engine, keys[0]


def test_it_tells_everything_in_order(ended):
    engine, key = ended
    told = [(e.what, e.element) for e in engine.history.of(key) if e.what != "set"]
    assert told == [
        ("started", None),
        ("entered", "s"),
        ("completed", "s"),
        ("taken", "s_ask"),
        ("entered", "ask"),
        ("complete-user-task", "ask"),
        ("completed", "ask"),
        ("taken", "ask_double"),
        ("entered", "double"),
        ("completed", "double"),
        ("taken", "double_e"),
        ("entered", "e"),
        ("completed", "e"),
        ("ended", None),
    ]


def test_it_tells_what_every_variable_was_before(ended):
    engine, key = ended
    changes = [
        (e.about["name"], e.about["before"], e.about["after"])
        for e in engine.history.of(key)
        if e.what == "set"
    ]
    assert changes == [("amount", None, 5), ("note", None, "được"), ("doubled", None, 10)]


def test_it_can_be_read_on_from_where_one_stopped(ended):
    engine, key = ended
    events = engine.history.of(key)
    assert engine.history.of(key, after=events[3].number) == events[4:]


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("UPDATE procflow_history SET who = 'x' WHERE instance = :key AND number = 7", "changed"),
        (
            "UPDATE procflow_history SET recorded = '{}' WHERE instance = :key AND what = 'set'",
            "changed",
        ),
        ("DELETE FROM procflow_history WHERE instance = :key AND number = 7", "missing"),
        ("DELETE FROM procflow_history WHERE instance = :key AND number > 7", "cut"),
        ("DELETE FROM procflow_history WHERE instance = :key", "cut"),
        ("UPDATE procflow_instance SET head = 'x' WHERE key = :key", "cut"),
    ],
)
def test_whoever_touches_it_is_found_out(ended, statement, reason):
    engine, key = ended
    assert engine.history.verify() == []
    with engine._database.engine.begin() as connection:
        connection.execute(text(statement), {"key": key})
    (broken,) = engine.history.verify()
    assert (broken.instance, broken.reason) == (key, reason)
    assert engine.history.verify(key) == [broken]
    assert not next(check for check in engine.doctor() if check.subject == "history").ok


def test_of_an_unknown_instance_there_is_none(ended):
    engine, _ = ended
    with pytest.raises(NotFound):
        engine.history.of("x")
    with pytest.raises(NotFound):
        engine.history.verify("x")
