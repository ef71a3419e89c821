"""Somebody logs in, as far as a rehearsal goes: with an account checked in person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from ..engine.errors import BadInput
from ..handlers.identity.attempt import random_text
from ..handlers.identity.person import Login, Person
from ..handlers.identity.personal_number import PersonalNumber
from ..handlers.identity.port import Logins

PROVIDER, LEVEL = "rehearsal", 2


def with_login(
    variables: Mapping[str, Any],
    logins: Logins,
    now: datetime,
    random: Callable[[], str] = random_text,
) -> Mapping[str, Any]:
    """The variables of who logged in as the applicant they declare; a login they name stays."""
    applicant = variables.get("applicant")
    if not isinstance(applicant, Mapping) or "login" in applicant:
        return variables
    login = Login(reference=random(), person=_declared(applicant), level=LEVEL, at=now)
    logins.keep(login)
    return {**variables, "applicant": {**applicant, "login": login.reference}}


def _declared(applicant: Mapping[str, Any]) -> Person:
    number = str(applicant.get("personalId"))
    name = str(applicant.get("name"))
    return Person(provider=PROVIDER, subject=number, name=name, number=_number(number))


def _number(digits: str) -> PersonalNumber | None:
    try:
        return PersonalNumber.parse(digits)
    except BadInput:
        return None
