"""What every identity provider, and every store of logins and look-ups, must do.

    for step in EXERCISE:
        step(Met(provider, logs_in))
    for step in LOGINS_EXERCISE:
        step(logins)
    for step in LOOK_UPS_EXERCISE:
        step(look_ups)

`logs_in(address)` is what Nguyễn Thị Hoa (038190000123, with the second level) does at the
provider: it gives the query with which her browser comes back; `logs_in(address, decline=True)`
gives the one when she declines.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Protocol

from ...engine.errors import BadInput, Conflict, NotAllowed, NotFound
from ...engine.model.secret import Secret
from ..expectations import expect, expect_refusal
from ..local_time import VIETNAM
from .attempt import begun
from .look_up import FOUND, Cause, Field, LookUp
from .person import Login, Person
from .personal_number import PersonalNumber
from .port import IdentityProvider, Logins, LookUps, Wanted

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=VIETNAM)
MINUTE = timedelta(minutes=1)
HOA = PersonalNumber("038190000123")


class LogsIn(Protocol):
    def __call__(self, address: str, *, decline: bool = False) -> str: ...


@dataclass(frozen=True, slots=True)
class Met:
    """A provider, and somebody there."""

    provider: IdentityProvider
    logs_in: LogsIn


def recognises_people(met: Met) -> None:
    login = _logged_in(met, "recognises")
    expect("the name", login.person.name, "Nguyễn Thị Hoa")
    expect("the personal number", login.person.number, HOA)
    expect("the level", login.level, 2)
    expect("the moment", login.at, MORNING + MINUTE)
    expect("the way back", login.return_to, "/nop-ho-so")


def every_login_is_another(met: Met) -> None:
    logins = [_logged_in(met, "another") for _ in range(2)]
    expect("the same reference", logins[0].reference == logins[1].reference, False)
    expect("the same person", logins[0].person, logins[1].person)


def takes_an_answer_once(met: Met) -> None:
    query = met.logs_in(met.provider.begin(_wanted("once"), now=MORNING))
    met.provider.finish(query, browser="once", now=MORNING + MINUTE)
    expect_refusal(
        Conflict, lambda: met.provider.finish(query, browser="once", now=MORNING + MINUTE)
    )


def takes_no_answer_of_another_browser(met: Met) -> None:
    query = met.logs_in(met.provider.begin(_wanted("mine"), now=MORNING))
    expect_refusal(
        Conflict, lambda: met.provider.finish(query, browser="yours", now=MORNING + MINUTE)
    )


def takes_no_answer_that_comes_late(met: Met) -> None:
    query = met.logs_in(met.provider.begin(_wanted("late"), now=MORNING))
    late = MORNING + timedelta(hours=1)
    expect_refusal(Conflict, lambda: met.provider.finish(query, browser="late", now=late))


def takes_no_answer_nobody_asked_for(met: Met) -> None:
    for query in ("", "state=&code=", "state=made-up&code=made-up"):
        finish = partial(met.provider.finish, query, browser="x", now=MORNING)
        expect_refusal(Conflict, finish)


def tells_that_somebody_declined(met: Met) -> None:
    query = met.logs_in(met.provider.begin(_wanted("declines"), now=MORNING), decline=True)
    expect_refusal(
        NotAllowed, lambda: met.provider.finish(query, browser="declines", now=MORNING + MINUTE)
    )


def sends_nobody_elsewhere(met: Met) -> None:
    for elsewhere in ("https://evil.example", "//evil.example", "/\\evil.example", ""):
        wanted = Wanted(browser="elsewhere", return_to=elsewhere)
        expect_refusal(BadInput, partial(met.provider.begin, wanted, now=MORNING))


def logs_out(met: Met) -> None:
    login = _logged_in(met, "out")
    address = met.provider.logout(login.reference, now=MORNING + 2 * MINUTE)
    expect("whether there is an address", bool(address), True)
    expect_refusal(NotFound, lambda: met.provider.logout("made-up", now=MORNING))


def tells_that_it_is_well(met: Met) -> None:
    expect("the check", met.provider.check().ok, True)


EXERCISE: tuple[Callable[[Met], None], ...] = (
    recognises_people,
    every_login_is_another,
    takes_an_answer_once,
    takes_no_answer_of_another_browser,
    takes_no_answer_that_comes_late,
    takes_no_answer_nobody_asked_for,
    tells_that_somebody_declined,
    sends_nobody_elsewhere,
    logs_out,
    tells_that_it_is_well,
)


def gives_an_attempt_once(logins: Logins) -> None:
    attempt = begun("browser", "/", MORNING, MORNING + MINUTE)
    logins.begin(attempt)
    expect("the attempt", logins.take(attempt.state), attempt)
    expect("the attempt taken again", logins.take(attempt.state), None)


def forgets_attempts_that_are_over(logins: Logins) -> None:
    old = begun("browser", "/", MORNING, MORNING + MINUTE)
    later = begun("browser", "/", MORNING + 2 * MINUTE, MORNING + 3 * MINUTE)
    logins.begin(old)
    logins.begin(later)
    expect("the old attempt", logins.take(old.state), None)
    expect("the later attempt", logins.take(later.state), later)


def keeps_a_login(logins: Logins) -> None:
    login = _login("kept")
    logins.keep(login)
    expect("the login", logins.find("kept"), login)
    expect_refusal(NotFound, lambda: logins.find("made-up"))


def gives_the_proof_once(logins: Logins) -> None:
    logins.keep(_login("proof"))
    expect("the proof", logins.forget_proof("proof").proof, Secret("header.claims.signature"))
    expect("the proof afterwards", logins.find("proof").proof, None)


def forgets_old_logins(logins: Logins) -> None:
    logins.keep(_login("old", MORNING - timedelta(days=900)))
    logins.keep(_login("new"))
    expect("how many were forgotten", logins.forget(MORNING - timedelta(days=365)), 1)
    expect_refusal(NotFound, lambda: logins.find("old"))
    expect("the other", logins.find("new").reference, "new")


LOGINS_EXERCISE: tuple[Callable[[Logins], None], ...] = (
    gives_an_attempt_once,
    forgets_attempts_that_are_over,
    keeps_a_login,
    gives_the_proof_once,
    forgets_old_logins,
)


def records_every_look_up(look_ups: LookUps) -> None:
    number = look_ups.asked(_look_up("H1"))
    expect("what is known at first", _outcomes(look_ups.of_dossier("H1")), ["asked"])
    look_ups.answered(number, FOUND)
    expect("the entry", look_ups.of_dossier("H1"), [_look_up("H1", outcome=FOUND)])


def records_a_repeated_look_up_again(look_ups: LookUps) -> None:
    for _ in range(2):
        look_ups.asked(_look_up("H2"))
    expect("the entries", len(look_ups.of_dossier("H2")), 2)


def tells_what_an_officer_asked(look_ups: LookUps) -> None:
    look_ups.asked(_look_up("H3", officer="binh"))
    expect("the dossiers", [e.cause.dossier for e in look_ups.of_officer("binh")], ["H3"])
    expect("those of somebody else", list(look_ups.of_officer("chi")), [])
    expect_refusal(NotFound, lambda: look_ups.answered(999_999, FOUND))


LOOK_UPS_EXERCISE: tuple[Callable[[LookUps], None], ...] = (
    records_every_look_up,
    records_a_repeated_look_up_again,
    tells_what_an_officer_asked,
)


def _wanted(browser: str) -> Wanted:
    return Wanted(browser=browser, level=2, return_to="/nop-ho-so")


def _logged_in(met: Met, browser: str) -> Login:
    query = met.logs_in(met.provider.begin(_wanted(browser), now=MORNING))
    return met.provider.finish(query, browser=browser, now=MORNING + MINUTE)


def _login(reference: str, at: datetime = MORNING) -> Login:
    person = Person(provider="p", subject="s-1", name="Nguyễn Thị Hoa", number=HOA)
    proof = Secret("header.claims.signature")
    return Login(reference=reference, person=person, level=2, at=at, proof=proof)


def _look_up(dossier: str, officer: str = "an", **more: Any) -> LookUp:
    return LookUp(
        key="i1:1",
        cause=Cause(officer=officer, unit="H56.14", dossier=dossier),
        person=HOA.masked,
        fields=(Field.NAME, Field.RESIDENCE),
        asked_at=MORNING,
        **more,
    )


def _outcomes(entries: Any) -> list[str]:
    return [entry.outcome for entry in entries]
