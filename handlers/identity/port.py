"""What procflow asks of an identity provider and of the population database, in its own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from ...engine.model.check import Check
from .attempt import Attempt
from .look_up import Cause, Field, LookUp, Question
from .person import Login


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A login somebody wants. browser: the session's name, known to this browser alone.

    level: the assurance to ask for. return_to: a path of the portal, such as `/nop-ho-so`.
    """

    browser: str
    level: int = 1
    return_to: str = "/"


class IdentityProvider(Protocol):
    """Who recognises people. The pages around it belong to the portal."""

    def begin(self, wanted: Wanted, *, now: datetime) -> str:
        """The address to send the browser to. Raises BadInput for a way back that leads out."""

    def finish(self, query: str, *, browser: str, now: datetime) -> Login:
        """Take the query with which the browser came back; a login is kept.

        query: as it came, without `?`. Raises Conflict for an attempt that is unknown, used, over
        or another browser's; NotAllowed when the provider or the person declines; ForgedMessage for
        an answer that proves nothing; BadAnswer; Unreachable: begin again.
        """

    def logout(self, reference: str, *, now: datetime) -> str | None:
        """Forget the proof of the login. The address to send the browser to, where there is one."""

    def check(self) -> Check:
        """Whether the provider is configured and can be reached."""

    def close(self) -> None:
        """Let go of connections."""


class Logins(Protocol):
    """Where attempts and logins are kept."""

    def begin(self, attempt: Attempt) -> None:
        """Keep an attempt, and forget those that are over."""

    def take(self, state: str) -> Attempt | None:
        """The attempt of the state, which is forgotten: nobody gets it twice."""

    def keep(self, login: Login) -> None:
        """Keep a login under its reference."""

    def find(self, reference: str) -> Login:
        """Raises NotFound."""

    def forget_proof(self, reference: str) -> Login:
        """The login with its proof, which is not kept any longer. Raises NotFound."""

    def forget(self, before: datetime) -> int:
        """Forget the logins of before; how many there were."""

    def check(self) -> Check:
        """Whether the store can be used."""


class Population(Protocol):
    """The population database. Nobody is looked up without a cause."""

    def look_up(
        self, question: Question, cause: Cause, fields: Sequence[Field], *, key: str
    ) -> Sequence[Mapping[Field, str]]:
        """Whom the question fits, with no more than the fields.

        key: an idempotency key; asking again is asking the same.
        """

    def check(self) -> Check:
        """Whether the database is configured and can be reached."""


class LookUps(Protocol):
    """The record of all look-ups: who asked for whom, why, and what came of it."""

    def asked(self, look_up: LookUp) -> int:
        """Note that somebody is about to be looked up; the number of the entry."""

    def answered(self, number: int, outcome: str) -> None:
        """Note what came of it. Raises NotFound."""

    def of_dossier(self, dossier: str) -> Sequence[LookUp]:
        """Oldest first."""

    def of_officer(self, officer: str) -> Sequence[LookUp]:
        """Oldest first."""
