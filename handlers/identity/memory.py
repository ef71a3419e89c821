"""Logins and look-ups in memory, for rehearsals and features."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from threading import Lock

from ...engine.errors import NotFound
from ...engine.model.check import Check
from .attempt import Attempt
from .look_up import LookUp
from .person import Login


class MemoryLogins:
    """Forgotten with the process."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._attempts: dict[str, Attempt] = {}
        self._logins: dict[str, Login] = {}

    def begin(self, attempt: Attempt) -> None:
        with self._lock:
            alive = self._attempts.items()
            self._attempts = {s: a for s, a in alive if a.expires_at > attempt.begun_at}
            self._attempts[attempt.state] = attempt

    def take(self, state: str) -> Attempt | None:
        with self._lock:
            return self._attempts.pop(state, None)

    def keep(self, login: Login) -> None:
        with self._lock:
            self._logins[login.reference] = login

    def find(self, reference: str) -> Login:
        with self._lock:
            return self._found(reference)

    def forget_proof(self, reference: str) -> Login:
        with self._lock:
            login = self._found(reference)
            self._logins[reference] = replace(login, proof=None)
            return login

    def forget(self, before: datetime) -> int:
        with self._lock:
            kept = {name: login for name, login in self._logins.items() if login.at >= before}
            forgotten, self._logins = len(self._logins) - len(kept), kept
            return forgotten

    def check(self) -> Check:
        return Check(subject="identity: memory", ok=True, key="handlers.check.memory")

    def _found(self, reference: str) -> Login:
        if reference not in self._logins:
            raise unknown_login()
        return self._logins[reference]


class MemoryLookUps:
    """Forgotten with the process."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._entries: list[LookUp] = []

    def asked(self, look_up: LookUp) -> int:
        with self._lock:
            self._entries.append(look_up)
            return len(self._entries)

    def answered(self, number: int, outcome: str) -> None:
        with self._lock:
            if not 0 < number <= len(self._entries):
                raise unknown_look_up(number)
            self._entries[number - 1] = replace(self._entries[number - 1], outcome=outcome)

    def of_dossier(self, dossier: str) -> Sequence[LookUp]:
        with self._lock:
            return [entry for entry in self._entries if entry.cause.dossier == dossier]

    def of_officer(self, officer: str) -> Sequence[LookUp]:
        with self._lock:
            return [entry for entry in self._entries if entry.cause.officer == officer]


def unknown_login() -> NotFound:
    """The reference is not told: it opens the login."""
    return NotFound.of("persons.unknown-login")


def unknown_look_up(number: int) -> NotFound:
    return NotFound.of("persons.unknown-look-up", number=number)
