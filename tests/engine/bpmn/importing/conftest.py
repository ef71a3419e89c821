"""What the tests of the importer share: small drawings around one construct."""

import pytest

from procflow.engine.bpmn.importing import import_drawing
from procflow.engine.bpmn.reader import read_drawing

DEFINITIONS = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
  xmlns:operaton="http://operaton.org/schema/1.0/bpmn"
  xmlns:flowable="http://flowable.org/bpmn" xmlns:activiti="http://activiti.org/bpmn"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="D" targetNamespace="t">
  {root}
  <process id="P" isExecutable="true" {process}>
    {inside}
  </process>
</definitions>"""


class Brought:
    """An imported drawing, and the model of it."""

    def __init__(self, content):
        self.imported = import_drawing("old.bpmn", content)
        self.text = self.imported.content.decode()
        self.drawing = read_drawing("new.bpmn", self.imported.content)

    def __getitem__(self, element_id):
        return self.drawing.processes["P"].elements[element_id]

    @property
    def process(self):
        return self.drawing.processes["P"]

    @property
    def remaining(self):
        return [note.key.removeprefix("importing.") for note in self.imported.remaining]

    @property
    def changed(self):
        return [note.key.removeprefix("importing.") for note in self.imported.changed]


@pytest.fixture(scope="session")
def bring():
    """Import what stands inside a process; `root` stands beside it."""

    def bring(inside, root="", process=""):
        return Brought(DEFINITIONS.format(inside=inside, root=root, process=process).encode())

    return bring
