"""Lists by urgency tell what a look at every user task would."""

from datetime import timedelta

import pytest
from alembic import command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import create_engine, text

from procflow.engine.model.actor import Actor
from procflow.engine.model.user_task import UserTask
from procflow.engine.storage.database import Database
from procflow.engine.storage.inbox import urgency_of
from procflow.engine.storage.schema import settings as alembic_settings

GROUPS = ("mot-cua", "phong-1", "phong-2", "lanh-dao")
AN = Actor(id="an", groups=frozenset({"mot-cua", "phong-1", "phong-2"}))

groups = some.lists(some.sampled_from(GROUPS), max_size=3).map(tuple)
users = some.lists(some.sampled_from(("an", "binh")), max_size=2).map(tuple)
drafts = some.fixed_dictionaries(
    {
        "candidate_groups": groups,
        "candidate_users": users,
        "assignee": some.sampled_from((None, None, None, "an", "binh")),
        "priority": some.integers(49, 51),
        "due": some.one_of(some.none(), some.integers(0, 2)),
        "opened_at": some.integers(0, 2),
    }
)


def drawn(number, at, draft):
    due, opened = draft["due"], draft["opened_at"]
    given = {
        **draft,
        "due": None if due is None else at + timedelta(days=due),
        "opened_at": at + timedelta(hours=opened),
    }
    place = {"definition": "def", "process": "p", "element": "t", "label": "Kiểm tra"}
    return UserTask(instance="i", number=number, **place, **given)


@pytest.fixture
def filled(database, instance, at):
    """Opens user tasks, in a database without others."""

    def fill(unit, made):
        tasks = [drawn(number, at, draft) for number, draft in enumerate(made, 1)]
        unit.user_tasks.open(tasks)
        return tasks

    return fill


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(made=some.lists(drafts, max_size=12))
def test_an_inbox_holds_what_is_for_the_actor(database, filled, made):
    with pytest.raises(Undone), database.unit() as unit:
        tasks = filled(unit, made)
        theirs = sorted((each for each in tasks if each.is_for(AN)), key=urgency_of)
        assert unit.user_tasks.find(actor=AN) == theirs
        assert unit.user_tasks.find(actor=AN, limit=2, offset=1) == theirs[1:3]
        assert pages(unit, actor=AN) == theirs
        raise Undone


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(made=some.lists(drafts, max_size=12))
def test_what_has_a_candidate_group_is_found_claimed_or_not(database, filled, made):
    with pytest.raises(Undone), database.unit() as unit:
        tasks = sorted(filled(unit, made), key=urgency_of)
        named = [each for each in tasks if "phong-1" in each.candidate_groups]
        assert unit.user_tasks.find(group="phong-1") == named
        assert pages(unit, group="phong-1") == named
        assert pages(unit) == tasks
        assert pages(unit, group="phong-1", actor=AN) == [each for each in named if each.is_for(AN)]
        raise Undone


class Undone(Exception):
    """The next example begins with nothing."""


def pages(unit, **asked):
    found, last = [], None
    while page := unit.user_tasks.find(**asked, after=last, limit=2):
        found += page
        last = page[-1]
    return found


def test_what_waited_before_is_listed_after_the_migration(database_url, at):
    """The rows of a database at 0005."""
    if database_url.startswith("postgresql"):
        pytest.skip("other tests use this server's database; the migration is the same")
    engine = create_engine(database_url)
    with engine.begin() as connection:
        command.upgrade(alembic_settings(connection), "0005")
        connection.execute(text("PRAGMA foreign_keys = OFF"))
        for number, names, state in (
            (1, '["mot-cua"]', "open"),
            (2, "[]", "open"),
            (3, '["mot-cua"]', "completed"),
            (4, '["khac"]', "open"),
        ):
            connection.execute(
                text(
                    "INSERT INTO procflow_user_task (instance, number, definition, process,"
                    " element, label, state, candidate_groups, candidate_users, priority,"
                    " opened_at) VALUES ('i', :number, 'd', 'p', 't', 'T', :state, :names, '[]',"
                    " :number, '2026-03-02 01:00:00.000000')"
                ),
                {"number": number, "names": names, "state": state},
            )
        for number, name in ((1, "mot-cua"), (4, "khac")):
            connection.execute(
                text("INSERT INTO procflow_candidate VALUES ('i', :number, 'group', :name)"),
                {"number": number, "name": name},
            )
    engine.dispose()
    database = Database(database_url)
    with database.look() as unit:
        assert [each.number for each in unit.user_tasks.find(actor=AN)] == [2, 1]
        assert [each.number for each in unit.user_tasks.find(group="khac")] == [4]
    database.close()
