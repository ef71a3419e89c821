"""The job types that ask who somebody is, from variables to variables; the stores behind them."""

from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta

import pytest

from procflow.engine.errors import Unreachable
from procflow.engine.handler import (
    Completed,
    ErrorThrown,
    Failed,
    HandlerRegistry,
    JobContext,
    run_handler,
)
from procflow.handlers.identity.exercise import LOGINS_EXERCISE, LOOK_UPS_EXERCISE
from procflow.handlers.identity.handlers import IdentityHandlers
from procflow.handlers.identity.memory import MemoryLogins, MemoryLookUps
from procflow.handlers.identity.memory_population import MemoryPopulation
from procflow.handlers.identity.person import Login, Person
from procflow.handlers.identity.personal_number import PersonalNumber
from procflow.handlers.identity.population_exercise import CITIZENS
from procflow.handlers.identity.population_handlers import PopulationHandlers
from procflow.handlers.identity.storage import EmbeddedIdentity
from procflow.tests.handlers.identity.conftest import NOW

HOA = Person(
    provider="dvcqg",
    subject="T-0001",
    name="Nguyễn Thị Hoa",
    number=PersonalNumber("038190000123"),
    born=date(1990, 1, 15),
)
CODE = "H56.14-260302-0001"


@pytest.mark.parametrize("step", LOGINS_EXERCISE, ids=lambda step: step.__name__)
@pytest.mark.parametrize("kind", ["memory", "embedded"])
def test_exercise_of_logins(step, kind, database_url):
    if kind == "memory":
        step(MemoryLogins())
        return
    with closing(EmbeddedIdentity(database_url)) as store:
        step(store)


@pytest.mark.parametrize("step", LOOK_UPS_EXERCISE, ids=lambda step: step.__name__)
@pytest.mark.parametrize("kind", ["memory", "embedded"])
def test_exercise_of_look_ups(step, kind, database_url):
    if kind == "memory":
        step(MemoryLookUps())
        return
    with closing(EmbeddedIdentity(database_url)) as store:
        step(store)


def ran(handlers, job_type, key="i1:1", now=NOW, business_key=CODE, **variables):
    context = JobContext(
        key=key,
        type=job_type,
        instance="i1",
        business_key=business_key,
        definition="d1",
        process="p",
        element="e",
        label="Thử",
        now=now,
        deadline=now + timedelta(minutes=5),
        variables=variables,
    )
    return run_handler(HandlerRegistry([handlers]).find(job_type), variables, context)


@pytest.fixture
def verify():
    """Runs `identity.verify` after Hoa logged in with level 1: `verify(level=2, …)`."""
    logins = MemoryLogins()
    login = Login(reference="r-1", person=HOA, level=1, at=NOW - timedelta(hours=3))
    logins.keep(login)
    logins.keep(replace(login, reference="r-2", person=replace(HOA, number=None, born=None)))

    def run(**variables):
        return ran(IdentityHandlers(logins), "identity.verify", **{"login": "r-1", **variables})

    return run


def test_who_logged_in_with_enough_assurance(verify):
    outcome = verify(
        level=1, personalNumber="038 190 000 123", dateOfBirth="1990-01-15", sex="female"
    )
    assert outcome == Completed(
        variables={
            "identity": {
                "name": "Nguyễn Thị Hoa",
                "maskedNumber": "*********123",
                "numberRemark": None,
                "level": 1,
                "provider": "dvcqg",
                "loggedInAt": "2026-03-02T05:01:00+07:00",
            }
        }
    )


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({"level": 2}, "IDENTITY_LEVEL_TOO_LOW"),
        ({"login": None}, "IDENTITY_LEVEL_TOO_LOW"),
        ({"login": ""}, "IDENTITY_LEVEL_TOO_LOW"),
        ({"withinHours": 2}, "IDENTITY_TOO_OLD"),
        ({"personalNumber": "038190000124"}, "IDENTITY_MISMATCH"),
        ({"personalNumber": "12"}, "IDENTITY_MISMATCH"),
        ({"dateOfBirth": "1990-01-16"}, "IDENTITY_MISMATCH"),
        ({"sex": "male"}, "IDENTITY_MISMATCH"),
        ({"login": "r-2", "personalNumber": "038190000123"}, "IDENTITY_MISMATCH"),
    ],
)
def test_who_did_not(variables, code, verify):
    outcome = verify(**variables)
    assert isinstance(outcome, ErrorThrown)
    assert outcome.code == code
    assert set(outcome.variables) == {"identityLevel"}
    assert "038190" not in repr(outcome)


def test_what_is_not_proved_is_not_held_against_anybody(verify):
    outcome = verify(login="r-2", dateOfBirth="1950-05-05", withinHours=4)
    assert isinstance(outcome, Completed)
    assert outcome.variables["identity"]["maskedNumber"] is None


def test_a_login_nobody_made_is_an_incident(verify):
    outcome = verify(login="planted-made-up")
    assert isinstance(outcome, Failed)
    assert not outcome.retry
    assert "planted" not in outcome.sentence("en")


# -- looking up -----------------------------------------------------------------------------

WANTED = {
    "name": "Nguyễn Thị Hoa",
    "personalNumber": "038190000123",
    "fields": ["residence", "sex"],
    "officer": "an",
    "unit": "H56.14",
    "dossier": CODE,
}


@pytest.fixture
def look_ups():
    return MemoryLookUps()


@pytest.fixture
def look_up(look_ups):
    handlers = PopulationHandlers(MemoryPopulation(CITIZENS), look_ups)

    def run(**changes):
        return ran(handlers, "population.look-up", **{**WANTED, **changes})

    return run


def test_a_citizen_is_looked_up(look_up, look_ups):
    assert look_up() == Completed(
        variables={
            "citizen": {"residence": "12 Lê Lợi, phường Hạc Thành, Thanh Hóa", "sex": "female"}
        }
    )
    (entry,) = look_ups.of_dossier(CODE)
    assert (entry.cause.officer, entry.cause.unit) == ("an", "H56.14")
    assert (entry.person, entry.outcome) == ("*********123", "found")
    assert (entry.fields, entry.asked_at) == (("residence", "sex"), NOW)


@pytest.mark.parametrize(
    ("changes", "code", "outcomes"),
    [
        ({"name": "Nguyễn Thị Hồng"}, "PERSON_NOT_FOUND", ["not-found"]),
        ({"dateOfBirth": "1990-01-16"}, "PERSON_NOT_FOUND", ["not-found"]),
        (
            {"name": "Trần Văn Đôi", "personalNumber": "001085000456"},
            "PERSON_AMBIGUOUS",
            ["ambiguous"],
        ),
        ({"personalNumber": "03819000012"}, "PERSONAL_NUMBER_INVALID", []),
    ],
)
def test_look_ups_that_find_nobody(changes, code, outcomes, look_up, look_ups):
    outcome = look_up(**changes)
    assert isinstance(outcome, ErrorThrown)
    assert outcome.code == code
    assert [entry.outcome for entry in look_ups.of_dossier(CODE)] == outcomes


@pytest.mark.parametrize(
    "changes",
    [
        {"officer": ""},
        {"unit": ""},
        {"dossier": ""},
        {"dossier": "H56.14-260302-0002"},
        {"fields": ["everything"]},
        {"fields": None},
    ],
)
def test_nobody_is_looked_up_without_a_cause(changes, look_up, look_ups):
    outcome = look_up(**changes)
    assert isinstance(outcome, Failed)
    assert not outcome.retry
    assert outcome.sentence("vi")
    assert list(look_ups.of_officer("an")) == []


def test_a_look_up_that_fails_is_on_record_and_so_is_each_try(look_ups):
    class Silent:
        def look_up(self, question, cause, fields, *, key):
            raise Unreachable

    handlers = PopulationHandlers(Silent(), look_ups)
    for _ in range(2):
        outcome = ran(handlers, "population.look-up", **WANTED)
        assert isinstance(outcome, Failed)
        assert outcome.retry
    assert [entry.outcome for entry in look_ups.of_dossier(CODE)] == ["failed", "failed"]
