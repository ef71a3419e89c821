"""`procflow work --until-idle`: what a job leaves to be told is told while others work on."""

from dataclasses import dataclass, field
from threading import Event

import pytest

from procflow.commands.idle import all_done
from procflow.engine.errors import UnusableDatabase
from procflow.engine.handler import handles
from procflow.engine.testing import TestEngine
from procflow.handlers.rounds import Turn, in_rounds

LONG = 60
DRAWING = b"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t"
  xmlns:modeler="http://camunda.org/schema/modeler/1.0" modeler:executionPlatform="Camunda Cloud"
  modeler:executionPlatformVersion="8.8.0">
  <message id="m" name="told"/>
  <process id="p" isExecutable="true">
    <startEvent id="start" name="Begun"/>
    <serviceTask id="leaves" name="Leave word">
      <extensionElements><zeebe:taskDefinition type="word.leave"/></extensionElements>
    </serviceTask>
    <endEvent id="end" name="Done"/>
    <sequenceFlow id="f1" sourceRef="start" targetRef="leaves"/>
    <sequenceFlow id="f2" sourceRef="leaves" targetRef="end"/>
  </process>
  <process id="q" isExecutable="true">
    <startEvent id="heard" name="Heard"><messageEventDefinition messageRef="m"/></startEvent>
    <serviceTask id="notes" name="Note it">
      <extensionElements><zeebe:taskDefinition type="word.note"/></extensionElements>
    </serviceTask>
    <endEvent id="noted" name="Noted"/>
    <sequenceFlow id="g1" sourceRef="heard" targetRef="notes"/>
    <sequenceFlow id="g2" sourceRef="notes" targetRef="noted"/>
  </process>
</definitions>"""


@dataclass
class Words:
    """Leaves a word and, if it is patient, works on until the word was told."""

    patient: bool = False
    left: list[str] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)
    told: Event = field(default_factory=Event)

    @handles("word.leave", version=1)
    def leave(self, wanted: dict, job) -> dict:
        self.left.append(job.key)
        assert not self.patient or self.told.wait(LONG), "nobody told it while the job went on"
        return {}

    @handles("word.note", version=1)
    def note(self, wanted: dict, job) -> dict:
        self.noted.append(job.key)
        return {}


@dataclass
class Teller:
    """A chore: tells the engine what was left."""

    words: Words
    engine: TestEngine

    def run_once(self):
        told = 0
        while self.words.left:
            key = self.words.left.pop()
            self.engine.messages.publish("told", key, {}, message_id=key)
            told += 1
            self.words.told.set()
        return told

    def run(self, stop, pause):
        return in_rounds(lambda: Turn(self.run_once()), stop, pause)


@pytest.fixture
def played(tmp_path):
    def play(words, starts=1):
        url = f"sqlite:///{tmp_path / 'work.db'}"
        with TestEngine(handlers=[words], database=url) as engine:
            engine.deployments.deploy({"p.bpmn": DRAWING})
            for _ in range(starts):
                engine.instances.start("p")
            done = all_done(engine, engine.worker(), [Teller(words, engine)], pause=0.02)
            assert not engine.incidents.find()
            assert not [each for each in engine.instances.find() if each.is_active]
        return done

    return play


def test_what_a_job_leaves_is_told_while_it_still_works(played):
    words = Words(patient=True)
    played(words)
    assert len(words.noted) == 1


def test_it_is_idle_when_what_the_chores_began_is_done_too(played):
    words = Words()
    done = played(words, starts=3)
    assert len(words.noted) == 3
    assert done >= 9


def test_a_chore_goes_on_after_an_error(caplog):
    stop, turns = Event(), []

    def turn():
        turns.append(1)
        if len(turns) == 1:
            raise ValueError("something unforeseen")
        stop.set()
        return Turn(2)

    assert in_rounds(turn, stop, 0.01, away=0.01) == 2
    assert "unforeseen error" in caplog.text


def test_a_chore_tells_once_that_the_database_is_away_and_that_it_is_back(caplog):
    stop, turns = Event(), []

    def turn():
        turns.append(1)
        if len(turns) < 3:
            raise UnusableDatabase()
        stop.set()
        return Turn(2)

    assert in_rounds(turn, stop, 0.01, away=0.02) == 2
    assert caplog.messages == ["database out of reach", "database in reach again"]
