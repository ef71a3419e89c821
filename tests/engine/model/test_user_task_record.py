from datetime import UTC, datetime

import pytest

from procflow.engine.model.actor import Actor
from procflow.engine.model.user_task import UserTask

AN = Actor(id="an", groups=frozenset({"mot-cua"}))


def task(**given):
    return UserTask(
        instance="i",
        number=7,
        definition="d",
        process="p",
        element="check",
        label="Kiểm tra",
        opened_at=datetime(2026, 3, 2, tzinfo=UTC),
        **given,
    )


@pytest.mark.parametrize(
    ("given", "is_for"),
    [
        ({}, True),
        ({"candidate_groups": ("mot-cua",)}, True),
        ({"candidate_groups": ("lanh-dao",)}, False),
        ({"candidate_users": ("an",), "candidate_groups": ("lanh-dao",)}, True),
        ({"assignee": "an", "candidate_groups": ("lanh-dao",)}, True),
        ({"assignee": "binh", "candidate_groups": ("mot-cua",)}, False),
    ],
)
def test_whom_a_user_task_is_for(given, is_for):
    assert task(**given).is_for(AN) is is_for


def test_its_key_names_instance_and_token():
    assert task().key == "i:7"
