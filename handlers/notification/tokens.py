"""Zalo's access token, renewed in time by whoever needs it first.

A refresh token buys one new pair and is void then, so a renewal must not be made twice, nor lost.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from ...engine.errors import (
    BadAnswer,
    BadConfiguration,
    OutcomeUnknown,
    ProcflowError,
    RetryLater,
    Unreachable,
)
from ...engine.model.secret import Secret
from ..wire import Wire
from .asking import ask_once
from .token_storage import Tokens, TokenStore

RENEW = "/v4/oa/access_token"
CLAIM = timedelta(seconds=60)
EARLY = timedelta(minutes=5)
SHORT = timedelta(seconds=2)
USUAL_LIFE = 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A new access token, how long it lives, and what buys the pair after it."""

    access: Secret
    refresh: Secret
    life: timedelta


def read_pair(told: Mapping[str, Any]) -> Pair | str:
    """The pair, or Zalo's number for why there is none."""
    access, refresh, life = (
        told.get(name) for name in ("access_token", "refresh_token", "expires_in")
    )
    if not (isinstance(access, str) and isinstance(refresh, str) and access and refresh):
        error = told.get("error")
        return str(error) if isinstance(error, int) else ""
    seconds = int(str(life)) if str(life).isdecimal() else USUAL_LIFE
    return Pair(access=Secret(access), refresh=Secret(refresh), life=timedelta(seconds=seconds))


class AccessToken:
    """The token messages are sent with. wire: to the server that gives tokens."""

    def __init__(self, wire: Wire, store: TokenStore, *, app: str, secret: Secret) -> None:
        self._wire = wire
        self._store = store
        self._app = app
        self._secret = secret

    def valid(self, *, now: datetime) -> Secret:
        """A token that is valid for a while.

        Raises RetryLater while another worker renews it, BadConfiguration when Zalo wants the
        account to be authorised anew, Unreachable when it cannot be asked.
        """
        tokens = self._store.find(now=now)
        return tokens.access if now < tokens.valid_until - EARLY else self._renewed(tokens, now)

    def after(self, refused: Secret, *, now: datetime) -> Secret:
        """Another token than the one Zalo has just refused. Raises as `valid`."""
        tokens = self._store.find(now=now)
        return tokens.access if tokens.access != refused else self._renewed(tokens, now, refused)

    def _renewed(self, tokens: Tokens, now: datetime, refused: Secret | None = None) -> Secret:
        if not self._store.claim(tokens.version, now=now, until=now + CLAIM):
            if now < tokens.valid_until and tokens.access != refused:
                return tokens.access
            raise RetryLater.after(SHORT, "notification.renewing")
        try:
            pair = self._asked(tokens.refresh)
        except ProcflowError:
            self._store.release(tokens.version)
            raise
        self._store.keep(tokens.version, pair.access, pair.refresh, valid_until=now + pair.life)
        return pair.access

    def _asked(self, refresh: Secret) -> Pair:
        """Zalo's new pair; asked again where it is not known whether it was given one: then either
        the old refresh token still serves, or Zalo says that it does not.
        """
        try:
            answer = ask_once(self._wire, RENEW, partial(self._request, refresh))
            pair = read_pair(answer.fields())
        except (OutcomeUnknown, BadAnswer):
            raise Unreachable.of("wire.unreachable", system=self._wire.system) from None
        if isinstance(pair, str):
            raise BadConfiguration.of("notification.zalo-token", reason=pair or str(answer.status))
        return pair

    def _request(self, refresh: Secret) -> Mapping[str, Any]:
        form = {
            "refresh_token": refresh.reveal(),
            "app_id": self._app,
            "grant_type": "refresh_token",
        }
        return {"form": form, "headers": {"secret_key": self._secret.reveal()}}
