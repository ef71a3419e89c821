"""An identity provider without accounts, for rehearsals: people are whom the address says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlencode

from ...engine.errors import Conflict, NotAllowed
from ...engine.model.check import Check
from .attempt import begun, random_text
from .person import Login, Person
from .port import Logins, Wanted

MINUTES = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody who can log in. level: the assurance the account has."""

    person: Person
    level: int = 2


class MemoryProvider:
    """Plays both sides: `log_in` and `decline` are what people do at the provider."""

    def __init__(
        self,
        accounts: Mapping[str, Account],
        logins: Logins,
        *,
        page: str = "http://127.0.0.1:8080/login",
        random: Callable[[], str] = random_text,
    ) -> None:
        self._accounts = accounts
        self._logins = logins
        self._page = page
        self._random = random

    def begin(self, wanted: Wanted, *, now: datetime) -> str:
        attempt = begun(wanted.browser, wanted.return_to, now, now + MINUTES, self._random)
        self._logins.begin(attempt)
        return f"{self._page}?{urlencode({'state': attempt.state})}"

    def log_in(self, address: str, account: str) -> str:
        """Somebody logs in at the address; the query the browser comes back with."""
        return urlencode({"state": _state(address), "code": account})

    def decline(self, address: str) -> str:
        """Somebody does not log in after all."""
        return urlencode({"state": _state(address), "error": "access_denied"})

    def finish(self, query: str, *, browser: str, now: datetime) -> Login:
        given = parse_qs(query)
        attempt = self._logins.take(given.get("state", [""])[0])
        if attempt is None or attempt.expires_at <= now or not attempt.belongs_to(browser):
            raise Conflict.of("persons.no-attempt")
        account = self._accounts.get(given.get("code", [""])[0])
        if account is None:
            raise NotAllowed.of("persons.declined")
        login = Login(
            reference=self._random(),
            person=account.person,
            level=account.level,
            at=now,
            return_to=attempt.return_to,
        )
        self._logins.keep(login)
        return login

    def logout(self, reference: str, *, now: datetime) -> str | None:  # noqa: ARG002 - the port's
        self._logins.forget_proof(reference)
        return f"{self._page}?out"

    def check(self) -> Check:
        return Check(subject="identity: memory", ok=True, key="handlers.check.memory")

    def close(self) -> None:
        """There is nothing to let go of."""


def _state(address: str) -> str:
    return parse_qs(address.partition("?")[2])["state"][0]
