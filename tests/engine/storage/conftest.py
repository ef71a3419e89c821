from datetime import UTC, datetime

import pytest

from procflow.engine.model.definition import Deployment, ProcessDefinition
from procflow.engine.model.instance import ProcessInstance
from procflow.engine.model.job import Job

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


@pytest.fixture
def at():
    return AT


@pytest.fixture
def instance(database):
    """An instance, with what it refers to."""
    deployment = Deployment(key="dep", hash="h", name="P", deployed_at=AT, deployed_by="an")
    definition = ProcessDefinition(
        key="def",
        process_id="p",
        version=1,
        deployment="dep",
        file="p.bpmn",
        deployed_at=AT,
        deployed_by="an",
    )
    made = ProcessInstance(
        key="i", process_id="p", definition="def", started_at=AT, started_by="an"
    )
    with database.unit() as unit:
        unit.deployments.keep(deployment, {"p.bpmn": b"<p/>"})
        unit.definitions.add([definition])
        unit.definitions.make_newest(definition)
        unit.instances.add([made])
    return made


@pytest.fixture
def job():
    def make(number, **given):
        return Job(
            **{
                "instance": "i",
                "number": number,
                "definition": "def",
                "process": "p",
                "element": f"j{number}",
                "label": "Gửi",
                "type": "send",
                "retries": 3,
                "due": AT,
                "opened_at": AT,
                **given,
            }
        )

    return make
