"""What is asked again and again finds its rows by an index, however many have been closed."""

import re
from datetime import timedelta
from itertools import count

import pytest
from sqlalchemy import event

from procflow.engine.model.actor import Actor
from procflow.engine.model.archive import Kept
from procflow.engine.model.instance import InstanceState
from procflow.engine.model.timer import Timer

SECOND = timedelta(seconds=1)
AN = Actor(id="an", groups=frozenset({"mot-cua", "lanh-dao"}))
ACTIVE = InstanceState.ACTIVE
MAY_GO = (Kept.WHOLE, Kept.HISTORY)


@pytest.fixture(scope="module")
def postgres(postgres_server):
    """A database in which no other test has left anything to reckon with."""
    return postgres_server.fresh()


def statements(database, ask):
    """What is sent to the database."""
    sent = []

    def keep(_connection, _cursor, statement, given, *_rest):
        sent.append((statement, given))

    event.listen(database.engine, "before_cursor_execute", keep)
    with database.unit() as unit:
        ask(unit)
    event.remove(database.engine, "before_cursor_execute", keep)
    return [(text, given) for text, given in sent if text.startswith(("WITH", "SELECT"))]


def plan(database, statement, given):
    """The plan that serves all values alike, without a look through the whole table if possible."""
    with database.engine.connect() as connection:
        cursor = connection.connection.cursor()
        if connection.dialect.name == "sqlite":
            rows = cursor.execute(f"EXPLAIN QUERY PLAN {statement}", given).fetchall()
            return "\n".join(row[3] for row in rows)
        numbers = count(1)
        numbered = re.sub(r"%(\(\w+\))?s", lambda _: f"${next(numbers)}", statement)
        cursor.execute("SET enable_seqscan = off")
        rows = cursor.execute(f"EXPLAIN (GENERIC_PLAN) {numbered}").fetchall()
        return "\n".join(row[0] for row in rows)


@pytest.mark.parametrize(
    ("ask", "index"),
    [
        (lambda unit, at: unit.jobs.claim(["send"], "w", 1, at, at + SECOND), "job_to_do"),
        (lambda unit, at: unit.jobs.claim(None, "w", 1, at, at + SECOND), "job_to_do"),
        (lambda unit, at: unit.jobs.is_due(["send"], at), "job_to_do"),
        (lambda unit, at: unit.jobs.next_due(), "job_to_do"),
        (lambda unit, at: unit.timers.claim(1, at, at + SECOND), "timer_to_fire"),
        (lambda unit, at: unit.timers.next_due(), "timer_to_fire"),
        (lambda unit, at: unit.messages.not_offered(), "message_to_offer"),
        (lambda unit, at: unit.signal_subscriptions.waiting("s"), "signal_subscription_awaited"),
        (lambda unit, at: unit.incidents.find(), "incident_unresolved"),
        (lambda unit, at: unit.user_tasks.find(actor=AN), "candidate_by_urgency"),
        (lambda unit, at: unit.user_tasks.find(actor=AN), "user_task_open_assignee"),
        (lambda unit, at: unit.user_tasks.find(group="mot-cua"), "candidate_by_urgency"),
        (lambda unit, at: unit.user_tasks.find(assignee="an"), "user_task_open_assignee"),
        (lambda unit, at: unit.instances.of_business_key("H56"), "instance_business_key"),
        (lambda unit, at: unit.instances.find(), "instance_started_at_key"),
        (lambda unit, at: unit.instances.find(status=4), "instance_status_started_at"),
        (lambda unit, at: unit.instances.find(state=ACTIVE), "instance_active"),
        (lambda unit, at: unit.instances.find(with_incident=True), "instance_in_trouble"),
        (lambda unit, at: unit.jobs.open(), "job_to_do"),
        (lambda unit, at: unit.jobs.open(), "job_held"),
        (lambda unit, at: unit.archived.may_go("p", at, MAY_GO), "instance_may_go"),
        (
            lambda unit, at: unit.archived.next_to_go("p", at, Kept.WHOLE, 10, 100),
            "instance_may_go",
        ),
    ],
)
def test_open_ones_are_found_by_their_index(database, instance, job, at, ask, index):
    with database.unit() as unit:
        unit.jobs.add([job(number) for number in range(1, 4)])
        unit.timers.put([timer(number, at) for number in range(4, 6)])
    [*_, (statement, given)] = statements(database, lambda unit: ask(unit, at))
    found = plan(database, statement, given)
    assert f"procflow_{index}" in found, found


def timer(number, at):
    return Timer(
        instance="i", number=number, definition="d", process="p", element="t", label="T", due=at
    )
