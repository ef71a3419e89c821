"""What Prometheus is told: counts of this process, figures of the database, nothing personal."""

from datetime import timedelta
from threading import Thread
from time import perf_counter

import pytest
from prometheus_client import REGISTRY, generate_latest
from prometheus_client.parser import text_string_to_metric_families

from procflow.engine.errors import Conflict, RetryLater
from procflow.engine.handler import JobContext, handles
from procflow.engine.model.actor import Actor
from procflow.engine.storage.tally import BOUNDS, Tally
from procflow.engine.testing import TestEngine

NAME = "Nguyễn Thị Bí Mật"
CODE = "H56-260302-0001"


class Desk:
    """Fails, waits, or succeeds, as it is told."""

    def __init__(self):
        self.errors = []

    @handles("pay")
    def pay(self, job: JobContext) -> None:
        if self.errors:
            raise self.errors.pop(0)


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def engine(database_url, desk, pen):
    drawing = pen.drawing(
        pen.start(),
        pen.job("pay", label=NAME),
        pen.user("check"),
        pen.boundary("late", "check", pen.timer("timeDuration", "PT1H")),
        pen.catch("paid", pen.message("paid", "code")),
        pen.end(),
        pen.end("over"),
        pen.flows("s-pay", "pay-check", "check-paid", "paid-e", "late-over"),
    )
    with TestEngine(database=database_url, handlers=[desk]) as opened:
        opened.deployments.deploy({"p.bpmn": drawing}, actor=Actor(id="play"))
        yield opened


def metrics(engine):
    """All samples: name and labels, and their value."""
    return samples(engine.metrics())


def samples(registry):
    text = generate_latest(registry).decode()
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def started(engine, code=CODE):
    given = {"code": code, "applicant": {"name": NAME}}
    return engine.instances.start("p", given, business_key=code, actor=Actor(id=NAME)).key


def test_jobs_by_type_and_outcome(engine, desk):
    started(engine)
    assert metrics(engine)["procflow_jobs_open", "pay"] == 1
    engine.clock.advance(timedelta(minutes=5))
    found = metrics(engine)
    assert (found["procflow_jobs_due", "pay"], found["procflow_jobs_due_seconds", "pay"]) == (
        1,
        300,
    )
    desk.errors = [ValueError(NAME), RetryLater(timedelta(0)), ValueError(NAME), ValueError(NAME)]
    engine.worker().run_once()
    found = metrics(engine)
    assert found["procflow_jobs_activated_total", "pay"] == 4
    outcomes = {
        labels[0]: value
        for (name, *labels), value in found.items()
        if name == "procflow_jobs_answered_total"
    }
    assert outcomes == {"failed": 2, "later": 1, "incident": 1}
    assert found["procflow_incidents_open", "no-retries"] == 1
    assert found["procflow_handler_seconds_count", "pay"] == 4
    started(engine, "K2")
    engine.worker().run_once()
    assert metrics(engine)["procflow_jobs_answered_total", "completed", "pay"] == 1


def test_suspended_jobs_are_not_due(engine):
    started(engine)
    engine.suspensions.suspend(reason="x", actor=Actor(id="admin"), job_type="pay")
    found = metrics(engine)
    assert (found["procflow_jobs_open", "pay"], found["procflow_jobs_due", "pay"]) == (1, 0)


def test_waits_and_instances(engine):
    started(engine)
    engine.worker().run_once()
    found = metrics(engine)
    assert found["procflow_instances", "p", "active"] == 1
    assert (found["procflow_user_tasks_open",], found["procflow_timers_overdue",]) == (1, 0)
    engine.clock.advance(timedelta(hours=3))
    found = metrics(engine)
    assert found["procflow_timers_overdue",] == 1
    assert found["procflow_timers_overdue_seconds",] == 7_200
    engine.scheduler().run_once()
    found = metrics(engine)
    assert (found["procflow_timers_overdue",], found["procflow_timers_fired_total",]) == (0, 1)
    assert found["procflow_timers_waiting",] == 0


def test_commands_by_noun_and_outcome(engine):
    key = started(engine)
    with pytest.raises(Conflict):
        engine.suspensions.resume(actor=Actor(id="admin"), instance=key)
    engine.worker().run_once()
    (task,) = engine.user_tasks.find()
    engine.user_tasks.complete(task.key, {}, Actor(id="an", groups=frozenset({"mot-cua"})))
    engine.messages.publish("paid", CODE)
    found = metrics(engine)
    assert found["procflow_commands_total", "instances", "done"] == 1
    assert found["procflow_commands_total", "suspensions", "refused"] == 1
    assert found["procflow_commands_total", "user_tasks", "done"] == 1
    assert found["procflow_deliveries_total", "correlated"] == 1


def test_conflicts_and_the_database_s_time(engine):
    key = started(engine)
    engine.metrics()

    def change(number):
        for turn in range(20):
            engine.instances.set_variables(key, {f"v{number}": turn}, Actor(id="an"))

    began = perf_counter()
    threads = [Thread(target=change, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = perf_counter() - began
    found = metrics(engine)
    if engine._database.engine.dialect.name == "postgresql":  # SQLite writes one after the other
        assert found["procflow_conflicts_total",] >= 1
    assert found["procflow_transaction_seconds_count", "write"] >= 80
    assert found["procflow_database_statements_total",] >= 160
    assert 0 < found["procflow_database_seconds_total",] < 4 * took


def test_nothing_personal_is_told(engine, desk):
    started(engine)
    desk.errors = [ValueError(NAME)] * 3
    engine.worker().run_once()
    text = generate_latest(engine.metrics()).decode()
    assert "procflow_incidents_open" in text
    for secret in (NAME, CODE, *NAME.split()):
        assert secret not in text


def test_two_engines_count_apart_and_nothing_is_global(engine):
    with TestEngine(handlers=None) as other:
        started(engine)
        assert ("procflow_commands_total", "instances", "done") in metrics(engine)
        assert ("procflow_commands_total", "instances", "done") not in metrics(other)
    assert "procflow" not in generate_latest(REGISTRY).decode()


def test_a_database_out_of_reach_is_told(tmp_path):
    engine = TestEngine(database=f"sqlite:///{tmp_path / 'a.db'}", handlers=None)
    registry = engine.metrics()
    assert samples(registry)["procflow_database_up",] == 1
    assert [check.ok for check in engine.readiness()] == [True]
    engine.close()
    (tmp_path / "a.db").write_bytes(b"no database any more" * 100)
    assert samples(registry)["procflow_database_up",] == 0
    (check,) = engine.readiness()
    assert not check.ok
    assert "Cơ sở dữ liệu chưa sẵn sàng" in check.sentence("vi")
    engine.close()


def test_durations_are_sorted_into_classes():
    tally = Tally()
    for seconds in (0.0005, 0.001, 0.3, 1_000.0):
        tally.took(seconds, "x", "a")
    found = tally.durations("x")["a",]
    assert found.seconds == pytest.approx(1_000.3015)
    assert (found.classes[0], found.classes[BOUNDS.index(0.5)], found.classes[-1]) == (2, 1, 1)


def test_a_tally_is_safe_for_threads():
    tally = Tally()

    def count():
        for _ in range(2_000):
            tally.count("x", "a")

    threads = [Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert tally.counted("x") == {("a",): 8_000}
