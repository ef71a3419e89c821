"""A worker does jobs with handlers and reports what came of it: one of four outcomes."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from procflow.engine.errors import BpmnError, RetryLater
from procflow.engine.handler import JobContext, handles
from procflow.engine.model.job import JobState
from procflow.engine.testing import TestEngine

DRAWING = b"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t"
  xmlns:modeler="http://camunda.org/schema/modeler/1.0" modeler:executionPlatform="Camunda Cloud"
  modeler:executionPlatformVersion="8.6.0">
  <error id="E" name="declined" errorCode="DECLINED"/>
  <process id="p" isExecutable="true">
    <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="pay"/>
    <serviceTask id="pay" name="Pay">
      <extensionElements><zeebe:taskDefinition type="pay" retries="2"/>
        <zeebe:taskHeaders><zeebe:header key="channel" value="online"/></zeebe:taskHeaders>
      </extensionElements>
    </serviceTask>
    <sequenceFlow id="f2" sourceRef="pay" targetRef="paid"/><endEvent id="paid"/>
    <boundaryEvent id="caught" attachedToRef="pay"><errorEventDefinition errorRef="E"/>
    </boundaryEvent>
    <sequenceFlow id="f3" sourceRef="caught" targetRef="declined"/><endEvent id="declined"/>
  </process>
</definitions>"""


@dataclass(frozen=True)
class Fee:
    amount: int


@dataclass(frozen=True)
class Receipt:
    number: str


class Gateway:
    """Answers as it is told, and remembers what it was asked."""

    def __init__(self):
        self.answers = []
        self.asked: list[JobContext] = []

    @handles("pay", raises=["DECLINED"])
    def pay(self, fee: Fee, job: JobContext) -> Receipt:
        self.asked.append(job)
        answer = self.answers.pop(0) if self.answers else None
        if answer is not None:
            return answer()
        return Receipt(f"{fee.amount}")


def raising(error):
    def answer():
        raise error

    return answer


@pytest.fixture
def gateway():
    return Gateway()


@pytest.fixture
def engine(gateway):
    with TestEngine(handlers=[gateway]) as engine:
        engine.deployments.deploy({"p.bpmn": DRAWING})
        yield engine


def ends(engine, instance):
    return [e.element for e in engine.history.of(instance.key) if e.what == "completed"][-1]


def test_what_it_returns_goes_into_the_instance(engine, gateway):
    instance = engine.instances.start("p", {"amount": 5}, business_key="K")
    assert engine.worker("w").run_once() == 1
    assert engine.instances.variables(instance.key)["number"] == "5"
    (job,) = gateway.asked
    assert (job.key, job.attempt, job.retries_left, job.business_key) == (
        f"{instance.key}:3",
        1,
        1,
        "K",
    )
    assert dict(job.headers) == {"channel": "online"}
    assert job.now == engine.clock()


def test_an_error_is_for_the_drawing(engine, gateway):
    gateway.answers = [raising(BpmnError("DECLINED", "hết tiền"))]
    instance = engine.instances.start("p", {"amount": 5})
    engine.worker().run_once()
    assert ends(engine, instance) == "declined"


def test_trying_later_is_for_time(engine, gateway):
    gateway.answers = [raising(RetryLater(timedelta(hours=1)))]
    instance = engine.instances.start("p", {"amount": 5})
    assert engine.worker().run_once() == 1
    assert engine.worker().run_once() == 0
    engine.clock.advance(timedelta(hours=1))
    assert engine.worker().run_once() == 1
    assert ends(engine, instance) == "paid"
    assert gateway.asked[1].retries_left == 1


def test_anything_else_is_tried_again_then_an_incident(engine, gateway):
    gateway.answers = [raising(OSError("no route")), raising(OSError("no route"))]
    engine.instances.start("p", {"amount": 5})
    assert engine.worker().run_once() == 2
    (incident,) = engine.incidents.find()
    assert incident.kind == "no-retries"
    assert "no route" in incident.sentence("en")
    assert gateway.asked[0].key == gateway.asked[1].key


@pytest.mark.parametrize("variables", [{}, {"amount": "five"}, {"amount": 1.5}])
def test_input_that_does_not_fit_is_an_incident_at_once(engine, gateway, variables):
    engine.instances.start("p", variables)
    engine.worker().run_once()
    assert gateway.asked == []
    (incident,) = engine.incidents.find()
    assert "amount" in incident.sentence("vi")


def test_output_that_does_not_fit_is_an_incident_at_once(engine, gateway):
    gateway.answers = [lambda: "no receipt"]
    engine.instances.start("p", {"amount": 5})
    engine.worker().run_once()
    assert len(gateway.asked) == 1
    assert len(engine.incidents.find()) == 1


def test_who_hangs_past_the_lease_loses_the_job(engine, gateway):
    def hang():
        engine.clock.advance(timedelta(minutes=5))
        return Receipt("late")

    gateway.answers = [hang]
    instance = engine.instances.start("p", {"amount": 5})
    assert engine.worker("slow").run_once() == 2  # its own answer came too late; the job came again
    assert [job.attempt for job in gateway.asked] == [1, 2]
    assert engine.instances.variables(instance.key)["number"] == "5"


def test_it_takes_only_the_types_it_is_asked_to(engine):
    engine.instances.start("p", {"amount": 5})
    assert engine.worker(types=["other"]).run_once() == 0
    (job,) = engine.jobs.find()
    assert job.state is JobState.OPEN


def test_everything_is_done_until_nothing_happens(engine):
    for _ in range(3):
        engine.instances.start("p", {"amount": 5})
    assert engine.run_until_idle() == 3
    assert {i.state.value for i in engine.instances.find()} == {"ended"}


def test_a_handler_finds_the_documents_of_the_deployment_the_instance_came_with(gateway):
    with TestEngine(handlers=[gateway]) as engine:
        for text in (b"first", b"second"):
            sources = {"p.bpmn": DRAWING, "documents/a.typ": text, "documents/b/c.typ": b"part"}
            engine.deployments.deploy(sources)
            engine.instances.start("p", {"amount": 5})
        while engine.worker().run_once():
            pass
        found = [job.document("a") for job in gateway.asked]
        assert [each.files["a.typ"] for each in found] == [b"first", b"second"]
        assert found[0].name == "a.typ"
        assert found[0].files["b/c.typ"] == b"part"
        assert gateway.asked[0].document("b") is None
        assert "first" not in repr(gateway.asked[0])
