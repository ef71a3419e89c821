from dataclasses import replace
from datetime import timedelta

import pytest

from procflow.engine.model.actor import Actor
from procflow.engine.model.user_task import UserTask, UserTaskState

AN = Actor(id="an", groups=frozenset({"mot-cua", "thu-phi"}))


@pytest.fixture
def task(at):
    def make(number, **given):
        return UserTask(
            **{
                "instance": "i",
                "number": number,
                "definition": "def",
                "process": "p",
                "element": f"t{number}",
                "label": "Kiểm tra",
                "opened_at": at,
                **given,
            }
        )

    return make


def numbers(found):
    return [task.number for task in found]


def test_an_officer_sees_what_may_be_taken(database, instance, task):
    with database.unit() as unit:
        unit.user_tasks.open(
            [
                task(1, candidate_groups=("mot-cua",)),
                task(2, candidate_groups=("lanh-dao",)),
                task(3, candidate_groups=("mot-cua",), assignee="binh"),
                task(4, candidate_groups=("lanh-dao",), assignee="an"),
                task(5, candidate_users=("an",), candidate_groups=("lanh-dao", "lanh-dao")),
                task(6),
            ]
        )
        assert numbers(unit.user_tasks.find(actor=AN)) == [1, 4, 5, 6]
        assert numbers(unit.user_tasks.find(group="lanh-dao")) == [2, 4, 5]
        assert numbers(unit.user_tasks.find(assignee="binh")) == [3]


def test_the_most_urgent_comes_first(database, instance, task, at):
    with database.unit() as unit:
        unit.user_tasks.open(
            [
                task(1),
                task(2, due=at + timedelta(days=2)),
                task(3, due=at + timedelta(days=1)),
                task(4, priority=80),
            ]
        )
        assert numbers(unit.user_tasks.find()) == [4, 3, 2, 1]
        assert numbers(unit.user_tasks.find(limit=2, offset=1)) == [3, 2]


def test_what_is_closed_is_offered_to_nobody(database, instance, task, at):
    with database.unit() as unit:
        unit.user_tasks.open([task(1, candidate_groups=("mot-cua",)), task(2)])
        unit.user_tasks.close("i", [1], UserTaskState.CANCELLED, at)
        assert numbers(unit.user_tasks.find(actor=AN)) == [2]
        assert numbers(unit.user_tasks.find(group="mot-cua", state=None)) == []
        assert unit.user_tasks.get("i", 1).state is UserTaskState.CANCELLED


def test_it_comes_back_as_it_was_written(database, instance, task, at):
    rich = task(1, candidate_groups=("mot-cua",), candidate_users=("an",), form="f", due=at)
    with database.unit() as unit:
        unit.user_tasks.open([rich])
        claimed = unit.user_tasks.save(rich, replace(rich, assignee="an"))
        assert unit.user_tasks.get("i", 1) == claimed
