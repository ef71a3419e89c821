"""An OpenID Connect provider: authorisation code with PKCE (RFC 6749, RFC 7636, OIDC Core 1.0)."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from http import HTTPStatus
from threading import Lock
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from ...engine.errors import (
    BadConfiguration,
    BadInput,
    Conflict,
    ForgedMessage,
    NotAllowed,
    OutcomeUnknown,
    ProcflowError,
    Unreachable,
)
from ...engine.model.check import Check
from .assurance import Levels
from .attempt import Attempt, begun, random_text
from .claims import person_of
from .discovery import WELL_KNOWN, Metadata, read_metadata
from .id_token import Expected, verified
from .person import Login
from .port import Logins, Wanted
from .provider_side import OpenWire, Side
from .settings import ClaimsSection, ProviderSection
from .token_answer import Tokens, read_tokens

NOT_NOW = frozenset({"server_error", "temporarily_unavailable"})
OUR_FAULT = frozenset(
    {"invalid_request", "unauthorized_client", "unsupported_response_type", "invalid_scope"}
)


class OpenIdProvider:
    """Safe for threads. What the provider publishes is read when it is first needed.

    ticks: seconds that never go back.
    """

    def __init__(
        self,
        settings: ProviderSection,
        logins: Logins,
        open_wire: OpenWire,
        *,
        random: Callable[[], str] = random_text,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settings = settings
        self._logins = logins
        self._open_wire = open_wire
        self._random = random
        self._ticks = ticks
        self._levels = Levels(settings.levels)
        self._names = settings.claims or ClaimsSection()
        self._lock = Lock()
        self._known: Side | None = None

    def begin(self, wanted: Wanted, *, now: datetime) -> str:
        until = now + timedelta(minutes=self._settings.minutes)
        attempt = begun(wanted.browser, wanted.return_to, now, until, self._random)
        side = self._side()
        self._logins.begin(attempt)
        return _with_query(side.metadata.authorization, self._request(attempt, wanted.level))

    def finish(self, query: str, *, browser: str, now: datetime) -> Login:
        given = _read_query(query)
        attempt = self._attempt(given.get("state", ""), browser, now)
        side = self._side()
        _check_sender(given, side.metadata)
        tokens = self._redeemed(side, _code(given), attempt)
        claims = self._claims(side, tokens, attempt, now)
        login = Login(
            reference=self._random(),
            person=person_of(claims, self._names, self._settings.name),
            level=self._levels.of(claims.get("acr")),
            at=now,
            return_to=attempt.return_to,
            proof=tokens.id_token,
        )
        self._logins.keep(login)
        return login

    def logout(self, reference: str, *, now: datetime) -> str | None:  # noqa: ARG002 - the port's
        login = self._logins.forget_proof(reference)
        end_session = self._side().metadata.end_session
        if end_session is None:
            return None
        asked = {"client_id": self._settings.client}
        if login.proof:
            asked["id_token_hint"] = login.proof.reveal()
        if self._settings.after_logout:
            asked["post_logout_redirect_uri"] = self._settings.after_logout
        return _with_query(end_session, asked)

    def check(self) -> Check:
        subject, named = "identity: provider", {"issuer": self._settings.issuer}
        try:
            self._side()
        except ProcflowError as error:
            why = named | {"reason": error}
            return Check(subject=subject, ok=False, key="persons.provider-gone", arguments=why)
        return Check(subject=subject, ok=True, key="persons.provider-ready", arguments=named)

    def close(self) -> None:
        if self._known is not None:
            self._known.close()

    def _request(self, attempt: Attempt, level: int) -> dict[str, str]:
        asked = {
            "response_type": "code",
            "client_id": self._settings.client,
            "redirect_uri": self._settings.redirect,
            "scope": " ".join(self._settings.scopes),
            "state": attempt.state,
            "nonce": attempt.nonce,
            "code_challenge": attempt.challenge,
            "code_challenge_method": "S256",
        }
        wanted = self._levels.at_least(level)
        return asked | ({"acr_values": wanted} if wanted else {})

    def _attempt(self, state: str, browser: str, now: datetime) -> Attempt:
        attempt = self._logins.take(state)
        if attempt is None or attempt.expires_at <= now or not attempt.belongs_to(browser):
            raise Conflict.of("persons.no-attempt")
        return attempt

    def _redeemed(self, side: Side, code: str, attempt: Attempt) -> Tokens:
        """A code is redeemed once; without an answer the person begins again."""
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._settings.redirect,
            "code_verifier": attempt.verifier,
        }
        client, hidden = self._settings.client, self._settings.client_secret
        try:
            answer = side.ask_for_tokens(form, client, hidden)
        except OutcomeUnknown:
            raise Unreachable.of("persons.begin-again") from None
        if answer.status == HTTPStatus.UNAUTHORIZED:
            raise BadConfiguration.of("persons.client-refused")
        if answer.status == HTTPStatus.BAD_REQUEST:
            raise NotAllowed.of("persons.code-refused")
        return read_tokens(answer)

    def _claims(
        self, side: Side, tokens: Tokens, attempt: Attempt, now: datetime
    ) -> Mapping[str, Any]:
        """What the ID token proves, with what the provider tells besides of the same person."""
        expected = Expected(
            issuer=self._settings.issuer,
            client=self._settings.client,
            nonce=attempt.nonce,
            algorithms=self._settings.algorithms,
            skew=timedelta(seconds=self._settings.skew),
            access_token=tokens.access_token.reveal(),
        )
        proved = verified(tokens.id_token.reveal(), side.keys, expected, now)
        return {**side.told_besides(tokens.access_token, proved["sub"]), **proved}

    def _side(self) -> Side:
        with self._lock:
            if self._known is None:
                self._known = self._met()
            return self._known

    def _met(self) -> Side:
        issuer = self._settings.issuer
        wire = self._open_wire(issuer.rstrip("/") + WELL_KNOWN)
        try:
            answer = wire.ask("GET", repeatable=True)
        finally:
            wire.close()
        if not answer.ok:
            raise answer.unread("an OpenID configuration")
        return Side(read_metadata(answer.fields(), issuer), self._open_wire, self._ticks)


def _read_query(query: str) -> dict[str, str]:
    """Raises BadInput for a parameter that comes twice."""
    pairs = parse_qsl(query.removeprefix("?"), keep_blank_values=True, max_num_fields=20)
    given = dict(pairs)
    if len(given) != len(pairs):
        raise BadInput.of("persons.doubled-parameter")
    return given


def _check_sender(given: Mapping[str, str], metadata: Metadata) -> None:
    """RFC 9207: an answer of another provider is not taken."""
    sender = given.get("iss")
    if sender != metadata.issuer and (sender is not None or metadata.names_itself):
        raise ForgedMessage.of("persons.other-sender")


def _code(given: Mapping[str, str]) -> str:
    """Errors are those of RFC 6749 §4.1.2.1; whichever else there is, the person may try again."""
    error = given.get("error", "")
    if error in NOT_NOW:
        raise Unreachable.of("persons.begin-again")
    if error in OUR_FAULT:
        raise BadConfiguration.of("persons.request-refused", error=error)
    if error or not given.get("code"):
        raise NotAllowed.of("persons.declined")
    return given["code"]


def _with_query(address: str, asked: Mapping[str, str]) -> str:
    joint = "&" if urlsplit(address).query else "?"
    return f"{address}{joint}{urlencode(asked)}"
