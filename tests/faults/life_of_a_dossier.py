"""One life of a dossier in a process of its own, which may be killed at any commit.

Usage: life_of_a_dossier.py DATABASE LEDGER DAY KILL_AT. Files a dossier unless it is there,
approves it, has the fee collected. Every payment is a line in the ledger, by its idempotency key; a
key that is there already pays nothing. KILL_AT counts commits: before the one with that number the
process kills itself (0: never).
"""

import os
import signal
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import event

from procflow import Actor, Config, Engine, JobContext, NotFound, handles

DRAWING = b"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t"
  xmlns:modeler="http://camunda.org/schema/modeler/1.0" modeler:executionPlatform="Camunda Cloud"
  modeler:executionPlatformVersion="8.6.0">
  <process id="p" isExecutable="true">
    <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="approve"/>
    <userTask id="approve" name="Approve"><extensionElements><zeebe:userTask/>
      <zeebe:assignmentDefinition candidateGroups="leaders"/></extensionElements></userTask>
    <sequenceFlow id="f2" sourceRef="approve" targetRef="pay"/>
    <serviceTask id="pay" name="Pay"><extensionElements>
      <zeebe:taskDefinition type="pay"/></extensionElements></serviceTask>
    <sequenceFlow id="f3" sourceRef="pay" targetRef="tell"/>
    <intermediateThrowEvent id="tell"><messageEventDefinition messageRef="M"/>
    </intermediateThrowEvent>
    <sequenceFlow id="f4" sourceRef="tell" targetRef="e"/><endEvent id="e"/>
  </process>
  <message id="M" name="paid"><extensionElements>
    <zeebe:subscription correlationKey="=businessKey"/></extensionElements></message>
  <process id="archive" isExecutable="true">
    <startEvent id="as"><messageEventDefinition messageRef="M"/></startEvent>
    <sequenceFlow id="g1" sourceRef="as" targetRef="ae"/><endEvent id="ae"/>
  </process>
</definitions>"""
LEADER = Actor(id="leader", groups=frozenset({"leaders"}))


class Bank:
    """The outside world: what was paid stays paid, whatever happens to us."""

    def __init__(self, ledger: Path) -> None:
        self.ledger = ledger

    @handles("pay")
    def pay(self, job: JobContext) -> None:
        if job.key not in self.ledger.read_text().splitlines():
            with self.ledger.open("a") as book:
                book.write(f"{job.key}\n")


def main(url: str, ledger: Path, day: int, kill_at: int) -> None:
    ledger.touch()
    now = datetime(2026, 3, 2, 1, 0, tzinfo=UTC) + timedelta(days=day)
    engine = Engine(Config(database=url, handlers=[Bank(ledger)], clock=lambda: now))
    _kill_before_commit(engine, kill_at)
    engine.deployments.deploy({"p.bpmn": DRAWING})
    try:
        engine.instances.get("H56-1")
    except NotFound:
        engine.instances.start("p", business_key="H56-1")
        say("filed")
    for task in engine.user_tasks.find(actor=LEADER):
        engine.user_tasks.complete(task.key, {"approved": True}, LEADER)
        say("approved")
    engine.run_until_idle()
    say("idle")
    engine.close()


def say(word: str) -> None:
    """Tell the parent what has been answered."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def _kill_before_commit(engine: Engine, kill_at: int) -> None:
    commits = 0

    def count(_connection: object) -> None:
        nonlocal commits
        commits += 1
        if commits == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(engine._database.engine, "commit", count)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
