"""Asking a system that gives tokens for a client's key and secret (OAuth 2.0, RFC 6749 §4.4)."""

from __future__ import annotations

import time
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from threading import Lock
from typing import Any
from urllib.parse import quote

from ...engine.errors import BadConfiguration
from ...engine.model.secret import Secret
from .answer import Answer
from .wire import Wire

MARGIN = 60.0
"""Seconds before its end from which on a token counts as old; never more than half its life."""

USUAL_LIFE = 300.0
"""Seconds, where the system does not say how long a token lives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """Who asks. token_path: put behind the system's address. scope: nothing where none is asked."""

    key: str
    secret: Secret
    token_path: str = "/token"  # noqa: S105 - a path
    scope: str = ""


@dataclass(frozen=True, slots=True)
class _Token:
    value: Secret
    until: float


class AuthorisedWire:
    """A wire whose requests carry a token: fetched when there is none, before it ends, and once
    more when the system does not take it. Safe for threads.

    now: seconds that never go back.
    """

    def __init__(
        self, wire: Wire, client: Client, *, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._wire = wire
        self._client = client
        self._now = now
        self._turn = Lock()
        self._token: _Token | None = None

    @property
    def system(self) -> str:
        return self._wire.system

    def ask(
        self,
        method: str,
        path: str = "",
        *,
        repeatable: bool,
        headers: Mapping[str, str] | None = None,
        **more: Any,
    ) -> Answer:
        """As `Wire.ask`. A request that is answered by 401 was not done: it goes once more with a
        new token. Raises BadConfiguration when the system gives us none.
        """
        token = self._current()
        answer = self._asked(token, method, path, headers, repeatable=repeatable, **more)
        if answer.status != HTTPStatus.UNAUTHORIZED:
            return answer
        token = self._renewed(token)
        return self._asked(token, method, path, headers, repeatable=repeatable, **more)

    def let_in(self) -> None:
        """Fetch a token if there is no fresh one: whether the system knows us."""
        self._current()

    def close(self) -> None:
        self._wire.close()

    def _asked(
        self,
        token: _Token,
        method: str,
        path: str,
        headers: Mapping[str, str] | None,
        **more: Any,
    ) -> Answer:
        bearer = {"Authorization": f"Bearer {token.value.reveal()}"}
        return self._wire.ask(method, path, headers={**(headers or {}), **bearer}, **more)

    def _current(self) -> _Token:
        with self._turn:
            token = self._token
        return token if token and self._now() < token.until else self._renewed(token)

    def _renewed(self, stale: _Token | None) -> _Token:
        """A new token, unless another thread has renewed the stale one meanwhile."""
        with self._turn:
            if self._token is None or self._token is stale:
                self._token = self._fetched()
            return self._token

    def _fetched(self) -> _Token:
        asked_at, client = self._now(), self._client
        form = {"grant_type": "client_credentials"}
        if client.scope:
            form["scope"] = client.scope
        headers = {"Authorization": _basic(client), "Accept": "application/json"}
        answer = self._wire.ask(
            "POST", client.token_path, form=form, headers=headers, repeatable=True
        )
        if not answer.ok:
            raise BadConfiguration.of("wire.no-token", system=self.system, status=answer.status)
        return _read(answer, asked_at)


def _basic(client: Client) -> str:
    """RFC 6749 §2.3.1: both parts are form-encoded first."""
    both = f"{quote(client.key, safe='')}:{quote(client.secret.reveal(), safe='')}"
    return f"Basic {b64encode(both.encode()).decode()}"


def _read(answer: Answer, asked_at: float) -> _Token:
    """Raises BadAnswer for what is no token."""
    given = answer.fields()
    value, life = given.get("access_token"), given.get("expires_in", USUAL_LIFE)
    if not isinstance(value, str) or not value or str(given.get("token_type")).lower() != "bearer":
        raise answer.unread("access_token")
    try:
        lives = float(life)
    except (TypeError, ValueError):
        raise answer.unread("expires_in") from None
    return _Token(Secret(value), asked_at + lives - min(MARGIN, lives / 2))
