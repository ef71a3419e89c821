"""An engine on each database, and drawings small enough to be read where they are used."""

import pytest

from procflow.engine.model.actor import Actor
from procflow.engine.testing import TestEngine

HEAD = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t"
  xmlns:modeler="http://camunda.org/schema/modeler/1.0" modeler:executionPlatform="Camunda Cloud"
  modeler:executionPlatformVersion="8.6.0">"""


class Pencil:
    """Writes BPMN: elements by their kinds, flows as `a-b`, messages and signals by name."""

    def __init__(self):
        self.messages = {}
        self.signals = set()

    def start(self, name="s", inside=""):
        return f'<startEvent id="{name}">{inside}</startEvent>'

    def end(self, name="e", inside=""):
        return f'<endEvent id="{name}" name="{name}">{inside}</endEvent>'

    def user(self, name, extension="", label=None, groups="mot-cua"):
        return (
            f'<userTask id="{name}" name="{label or name}"><extensionElements><zeebe:userTask/>'
            f'<zeebe:assignmentDefinition candidateGroups="{groups}"/>{extension}'
            f"</extensionElements></userTask>"
        )

    def job(self, name, kind=None, extension="", retries=3, label=None):
        return (
            f'<serviceTask id="{name}" name="{label or name}"><extensionElements>'
            f'<zeebe:taskDefinition type="{kind or name}" retries="{retries}"/>{extension}'
            f"</extensionElements></serviceTask>"
        )

    def script(self, name, expression, result):
        return (
            f'<scriptTask id="{name}" name="{name}"><extensionElements>'
            f'<zeebe:script expression="={expression}" resultVariable="{result}"/>'
            f"</extensionElements></scriptTask>"
        )

    def way(self, name, default):
        return f'<exclusiveGateway id="{name}" name="{name}" default="{default}"/>'

    def flow(self, path, condition=None):
        source, target = path.split("-")
        inside = f"<conditionExpression>={condition}</conditionExpression>" if condition else ""
        return (
            f'<sequenceFlow id="{source}_{target}" sourceRef="{source}" targetRef="{target}">'
            f"{inside}</sequenceFlow>"
        )

    def flows(self, *paths):
        return "".join(self.flow(path) for path in paths)

    def message(self, name, key=None):
        self.messages[name] = key or self.messages.get(name)
        return f'<messageEventDefinition messageRef="M_{name}"/>'

    def signal(self, name):
        self.signals.add(name)
        return f'<signalEventDefinition signalRef="S_{name}"/>'

    def timer(self, kind, value):
        return f"<timerEventDefinition><{kind}>{value}</{kind}></timerEventDefinition>"

    def catch(self, name, inside):
        return (
            f'<intermediateCatchEvent id="{name}" name="{name}">{inside}</intermediateCatchEvent>'
        )

    def throw(self, name, inside):
        return (
            f'<intermediateThrowEvent id="{name}" name="{name}">{inside}</intermediateThrowEvent>'
        )

    def boundary(self, name, host, inside, interrupting=True):
        cancel = str(interrupting).lower()
        return (
            f'<boundaryEvent id="{name}" name="{name}" attachedToRef="{host}" '
            f'cancelActivity="{cancel}">{inside}</boundaryEvent>'
        )

    def drawing(self, *elements, process="p", name="Thủ tục"):
        messages = "".join(_message(*each) for each in self.messages.items())
        signals = "".join(f'<signal id="S_{each}" name="{each}"/>' for each in self.signals)
        body = "".join(elements)
        return (
            f"{HEAD}{messages}{signals}"
            f'<process id="{process}" name="{name}" isExecutable="true">{body}</process>'
            "</definitions>"
        ).encode()


def _message(name, key):
    subscription = f'<zeebe:subscription correlationKey="={key}"/>' if key else ""
    return (
        f'<message id="M_{name}" name="{name}"><extensionElements>{subscription}'
        f"</extensionElements></message>"
    )


@pytest.fixture
def pen():
    return Pencil()


@pytest.fixture
def officer():
    return Actor(id="an", name="Lê An", groups=frozenset({"mot-cua"}), address="10.0.0.7")


@pytest.fixture
def operator():
    return Actor(id="admin", is_operator=True)


@pytest.fixture
def make_engine(database_url):
    """Engines on one database; the first finds it fresh."""
    made = []

    def make(**settings):
        settings = {"handlers": None, **settings}
        engine = TestEngine(database=database_url, **settings)
        made.append(engine)
        return engine

    yield make
    for engine in made:
        agrees(engine)
        engine.close()


def agrees(engine):
    """Every instance agrees with its snapshot, every audit trail is whole."""
    for instance in engine.instances.find():
        engine.instances.check(instance.key)
    assert engine.history.verify() == []


@pytest.fixture
def engine(make_engine):
    return make_engine()


@pytest.fixture
def deploy(engine):
    def deployed(*drawings, **others):
        files = {f"{number}.bpmn": content for number, content in enumerate(drawings)}
        return engine.deployments.deploy({**files, **others}, actor=Actor(id="play"))

    return deployed
