"""An instance with many answers at once makes progress, each answer counts once, and whoever has to
do with another instance gets a turn.
"""

from collections import Counter
from threading import Event, Thread
from time import monotonic

import pytest

from procflow import Config, Engine
from procflow.engine.handler import JobContext, handles
from procflow.engine.model.actor import Actor
from procflow.engine.testing.kit import clear

AT_ONCE = 150
LONGEST = 20.0
"""Seconds for one command beside it: what SQLite itself may keep a writer waiting."""

OFFICER = Actor(id="an", groups=frozenset({"mot-cua"}))
EACH = """<multiInstanceLoopCharacteristics><extensionElements>
  <zeebe:loopCharacteristics inputCollection="=items" inputElement="item"
    outputCollection="answers" outputElement="=answer"/>
</extensionElements></multiInstanceLoopCharacteristics>"""


class Agencies:
    """Counts what it is asked."""

    def __init__(self):
        self.asked = Counter()

    @handles("ask")
    def ask(self, job: JobContext) -> dict[str, int]:
        self.asked[job.key] += 1
        return {"answer": job.variables["item"]}


@pytest.fixture
def agencies():
    return Agencies()


@pytest.fixture
def engine(database_url, agencies, pen):
    clear(database_url)
    asking = pen.job("ask").replace("</serviceTask>", f"{EACH}</serviceTask>")
    hot = pen.drawing(pen.start(), asking, pen.end(), pen.flows("s-ask", "ask-e"), process="hot")
    cold = pen.drawing(
        pen.start(), pen.user("check"), pen.end(), pen.flows("s-check", "check-e"), process="cold"
    )
    with Engine(Config(database=database_url, handlers=[agencies])) as opened:
        opened.deployments.deploy({"h.bpmn": hot, "c.bpmn": cold}, actor=Actor(id="play"))
        yield opened


def test_it_makes_progress_and_starves_nobody(engine, agencies):
    hot = engine.instances.start("hot", {"items": list(range(AT_ONCE))})
    stop, others = Event(), []
    workers = [
        Thread(target=engine.worker(f"w{number}", concurrency=2).run, args=(stop, 0.1))
        for number in range(2)
    ]
    for worker in workers:
        worker.start()
    try:
        until = monotonic() + 120
        while engine.instances.get(hot.key).is_active and monotonic() < until:
            others.append(a_dossier_beside(engine))
    finally:
        stop.set()
        for worker in workers:
            worker.join()
    assert not engine.instances.get(hot.key).is_active
    assert sorted(agencies.asked.values()) == [1] * AT_ONCE
    assert engine.instances.variables(hot.key)["answers"] == list(range(AT_ONCE))
    assert others and max(others) < LONGEST
    assert engine.incidents.find() == []
    assert engine.history.verify(hot.key) == []


def a_dossier_beside(engine):
    """Filed and answered; how long that took, in seconds."""
    began = monotonic()
    dossier = engine.instances.start("cold")
    (task,) = engine.user_tasks.find(instance=dossier.key)
    engine.user_tasks.complete(task.key, {}, OFFICER)
    assert not engine.instances.get(dossier.key).is_active
    return monotonic() - began
