"""Databases for the rooms that need one: SQLite in a file, and a real PostgreSQL.

And a pencil: drawings small enough to be read where they are used.
"""

import pytest

from procflow.engine.storage.database import Database


@pytest.fixture(scope="session")
def postgres(postgres_server):
    """The URL of a PostgreSQL database that lives as long as the tests."""
    return postgres_server.fresh()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request, tmp_path):
    """A fresh database of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'procflow.db'}"
        return
    url = request.getfixturevalue("postgres")
    yield url
    database = Database(url)
    database.clear()
    database.close()


@pytest.fixture
def database(database_url):
    opened = Database(database_url)
    yield opened
    opened.close()


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

    def condition(self, text):
        return (
            f"<conditionalEventDefinition><condition>={text}</condition>"
            "</conditionalEventDefinition>"
        )

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
