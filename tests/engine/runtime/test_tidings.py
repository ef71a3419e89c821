"""The log says what committed transactions did, and nothing that a person wrote."""

import logging

import pytest

from procflow.engine.errors import Conflict

NAME = "Nguyễn Thị Bí Mật"


@pytest.fixture
def begun(engine, deploy, pen):
    deploy(
        pen.drawing(
            pen.start(),
            pen.job("pay", retries=1),
            pen.user("check"),
            pen.end(),
            pen.flows("s-pay", "pay-check", "check-e"),
        )
    )
    return engine.instances.start("p", {"name": NAME}, business_key="H56-0001")


def told(caplog):
    return [(record.levelname, record.getMessage(), record.told) for record in caplog.records]


def test_each_command_is_a_line_with_code_and_key(engine, begun, officer, operator, caplog):
    caplog.set_level(logging.INFO, "procflow")
    (job,) = engine.jobs.activate(["pay"], "w1")
    engine.jobs.fail(job.lease, f"no account of {NAME}")
    (incident,) = engine.incidents.find()
    engine.incidents.retry(incident.key, operator, variables={"name": NAME})
    (job,) = engine.jobs.activate(["pay"], "w1")
    engine.jobs.complete(job.lease, {"payer": NAME})
    (task,) = engine.user_tasks.find()
    engine.user_tasks.complete(task.key, {"verdict": NAME}, officer)
    lines = told(caplog)
    assert [(level, what) for level, what, _ in lines] == [
        ("WARNING", "job-failed"),
        ("WARNING", "incident-opened"),
        ("INFO", "incident-retried"),
        ("INFO", "incident-resolved"),
        ("INFO", "complete-job"),
        ("INFO", "complete-user-task"),
        ("INFO", "ended"),
    ]
    assert all(about["dossier"] == "H56-0001" for _, _, about in lines)
    _, _, completed = lines[4]
    assert completed == {
        "dossier": "H56-0001",
        "instance": begun.key,
        "process": "p",
        "element": "pay",
        "job": job.key,
        "type": "pay",
        "attempt": 2,
        "worker": "w1",
    }
    for record in caplog.records:
        assert "Bí" not in str(record.__dict__)


def test_reasons_and_actors_stay_in_the_history(engine, begun, operator, caplog):
    caplog.set_level(logging.INFO, "procflow")
    engine.instances.cancel(begun.key, f"asked for by {NAME}", operator)
    ((_, what, about),) = told(caplog)
    assert what == "cancel"
    assert "Bí" not in str(about) and "admin" not in str(about)


def test_what_was_not_committed_is_not_told(engine, begun, operator, caplog):
    caplog.set_level(logging.INFO, "procflow")
    with pytest.raises(Conflict):
        engine.instances.move(begun.key, "nowhere", "check", "x", operator)
    assert told(caplog) == []


def test_nobody_listens_unless_asked_to(engine, begun, operator, caplog):
    engine.instances.cancel(begun.key, "x", operator)
    assert told(caplog) == []
