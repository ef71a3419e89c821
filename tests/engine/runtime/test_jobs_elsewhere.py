"""Handlers in other processes: they wait for jobs without asking all the time, and answer under a
lease that travels as a text.
"""

import json
import subprocess
import sys
from datetime import timedelta
from threading import Thread
from time import monotonic, process_time, sleep

import pytest
from sqlalchemy import event

from procflow import Config, Engine
from procflow.engine.errors import BadInput, LeaseLost, NotFound
from procflow.engine.model.actor import Actor
from procflow.engine.model.job import JobState, Lease
from procflow.engine.testing.kit import clear
from procflow.tests.patience import PATIENCE

SECOND = timedelta(seconds=1)

ELSEWHERE = """
import json, sys
from datetime import timedelta
from procflow import Config, Engine, ProcflowError
from procflow.engine.model.job import Lease

with Engine(Config(database=sys.argv[1], handlers=None)) as engine:
    print("ready", flush=True)
    for line in sys.stdin:
        verb, given = json.loads(line)
        try:
            if verb == "activate":
                term = timedelta(seconds=given["lease"])
                wait = timedelta(seconds=60)
                found = engine.jobs.activate(["pay"], "elsewhere", 1, term, wait=wait)
                said = [{"token": job.lease.token, "variables": job.variables} for job in found]
            else:
                lease = Lease.from_token(given["token"])
                call = getattr(engine.jobs, verb)
                said = call(lease, *given.get("with", ()))
                said = said.token if isinstance(said, Lease) else None
        except ProcflowError as error:
            said = {"error": type(error).__name__}
        print(json.dumps(said), flush=True)
"""


class Elsewhere:
    """A handler in a process of its own, spoken to by lines."""

    def __init__(self, url):
        self._process = subprocess.Popen(
            [sys.executable, "-c", ELSEWHERE, url],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout.readline() == "ready\n"

    def ask(self, verb, **given):
        self.say(verb, **given)
        return self.hear()

    def say(self, verb, **given):
        self._process.stdin.write(json.dumps([verb, given]) + "\n")
        self._process.stdin.flush()

    def hear(self):
        return json.loads(self._process.stdout.readline())

    def close(self):
        self._process.stdin.close()
        self._process.wait(timeout=PATIENCE)
        self._process.stdout.close()


@pytest.fixture
def drawing(pen):
    caught = pen.boundary("declined", "pay", '<errorEventDefinition errorRef="E"/>')
    drawn = pen.drawing(
        pen.start(),
        pen.job("pay"),
        caught,
        pen.end(),
        pen.end("no"),
        pen.flows("s-pay", "pay-e", "declined-no"),
    ).decode()
    error = '<error id="E" name="declined" errorCode="DECLINED"/>'
    return drawn.replace("<process", f"{error}<process").encode()


@pytest.fixture
def engine(database_url, drawing):
    """On the machine's clock: two processes share it."""
    clear(database_url)
    with Engine(Config(database=database_url, handlers=None)) as opened:
        opened.deployments.deploy({"p.bpmn": drawing}, actor=Actor(id="play"))
        yield opened


@pytest.fixture
def elsewhere(engine, database_url):
    opened = Elsewhere(database_url)
    yield opened
    opened.close()


def test_who_waits_elsewhere_is_given_the_job_when_it_comes(engine, elsewhere):
    elsewhere.say("activate", lease=30)
    sleep(0.3)
    key = engine.instances.start("p", {"fee": 50_000}).key
    began = monotonic()
    (job,) = elsewhere.hear()
    assert monotonic() - began < 20  # called on PostgreSQL, within a second on SQLite
    assert job["variables"]["fee"] == 50_000
    assert elsewhere.ask("complete", token=job["token"], **{"with": [{"receipt": "R1"}]}) is None
    assert not engine.instances.get(key).is_active
    assert engine.instances.variables(key)["receipt"] == "R1"
    again = elsewhere.ask("complete", token=job["token"])
    assert again == {"error": "LeaseLost"}


def test_whoever_is_late_is_refused_whatever_it_says(engine, elsewhere):
    engine.instances.start("p")
    (job,) = elsewhere.ask("activate", lease=0.5)
    (mine,) = engine.jobs.activate(["pay"], "here", wait=10 * SECOND)
    assert mine.lease.attempt == 2
    token, lost = job["token"], {"error": "LeaseLost"}
    assert elsewhere.ask("complete", token=token) == lost
    assert elsewhere.ask("fail", token=token, **{"with": ["no answer"]}) == lost
    assert elsewhere.ask("throw_error", token=token, **{"with": ["DECLINED"]}) == lost
    assert elsewhere.ask("extend", token=token) == lost
    assert elsewhere.ask("hand_back", token=token) == lost
    assert engine.jobs.get(mine.key).state is JobState.LEASED
    engine.jobs.complete(mine.lease)


def test_a_lease_that_is_extended_is_kept(engine, elsewhere):
    engine.instances.start("p")
    (job,) = elsewhere.ask("activate", lease=2)
    longer = elsewhere.ask("extend", token=job["token"])
    assert Lease.from_token(longer).deadline > Lease.from_token(job["token"]).deadline
    assert engine.jobs.activate(["pay"], "here", wait=2.5 * SECOND) == []
    assert elsewhere.ask("complete", token=job["token"]) is None  # the attempt counts, not the text


def test_errors_and_failures_elsewhere(engine, elsewhere):
    key = engine.instances.start("p").key
    (job,) = elsewhere.ask("activate", lease=30)
    assert elsewhere.ask("throw_error", token=job["token"], **{"with": ["DECLINED"]}) is None
    assert engine.history.of(key)[-2].element == "no"
    key = engine.instances.start("p").key
    (job,) = elsewhere.ask("activate", lease=30)
    assert elsewhere.ask("fail", token=job["token"], **{"with": ["no answer"]}) is None
    (failed,) = engine.jobs.find(instance=key)
    assert (failed.state, failed.retries, failed.text) == (JobState.OPEN, 2, "no answer")


def test_a_lease_of_a_cancelled_dossier_is_lost(engine, elsewhere):
    key = engine.instances.start("p").key
    (job,) = elsewhere.ask("activate", lease=30)
    engine.instances.cancel(key, "filed twice", Actor(id="admin"))
    for verb in ("complete", "extend"):
        assert elsewhere.ask(verb, token=job["token"]) == {"error": "LeaseLost"}


def test_only_one_of_many_who_wait_is_given_it(engine):
    given = []
    waiting = [
        Thread(target=lambda n=n: given.extend(engine.jobs.activate(["pay"], f"w{n}", wait=SECOND)))
        for n in range(4)
    ]
    for each in waiting:
        each.start()
    engine.instances.start("p")
    for each in waiting:
        each.join()
    assert len(given) == 1


def test_waiting_costs_nothing(engine):
    asked = []
    event.listen(engine._database.engine, "begin", asked.append)
    began, worked = monotonic(), process_time()
    assert engine.jobs.activate(["pay"], "w", wait=2.5 * SECOND) == []
    assert 2.4 < monotonic() - began < 20
    assert process_time() - worked < 0.5
    assert len(asked) <= 8


def test_who_waits_is_let_go_when_the_engine_is_closed(database_url, engine):
    other = Engine(Config(database=database_url, handlers=None))
    waiting = Thread(target=lambda: other.jobs.activate(["pay"], "w", wait=600 * SECOND))
    waiting.start()
    sleep(0.2)
    other.close()
    waiting.join(timeout=PATIENCE)
    assert not waiting.is_alive()


@pytest.mark.parametrize(
    ("worker", "limit", "lease"),
    [("", 1, None), (" ", 1, None), ("w", 0, None), ("w", 1, timedelta(0)), ("w", 1, -SECOND)],
)
def test_what_makes_no_sense_is_refused(engine, worker, limit, lease):
    with pytest.raises(BadInput, match="Expected a worker's name"):
        engine.jobs.activate(None, worker, limit, lease)


def test_a_lease_travels_as_a_text(engine):
    engine.instances.start("p")
    (job,) = engine.jobs.activate(None, "máy “một”")
    assert Lease.from_token(job.lease.token) == job.lease
    assert job.lease.token.isascii()
    for text in ("", "x", "bm90aGluZw==", job.lease.token[:-4], "é"):
        with pytest.raises(BadInput, match="the text of a lease"):
            Lease.from_token(text)


def test_a_lease_of_nothing_is_not_found(engine):
    engine.instances.start("p")
    (job,) = engine.jobs.activate(None, "w")
    made_up = Lease(
        instance="nowhere", number=1, worker="w", attempt=1, deadline=job.lease.deadline
    )
    with pytest.raises(NotFound):
        engine.jobs.complete(made_up)
    stolen = Lease.from_token(job.lease.token)
    for wrong in ({"worker": "other"}, {"attempt": 2}):
        values = {name: getattr(stolen, name) for name in stolen.__dataclass_fields__}
        with pytest.raises(LeaseLost):
            engine.jobs.complete(Lease(**{**values, **wrong}))
