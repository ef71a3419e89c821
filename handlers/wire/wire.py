"""HTTP to one other system."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Mapping
from datetime import timedelta
from http import HTTPStatus
from typing import Any

import httpx

from ...engine.errors import (
    BadAnswer,
    BadConfiguration,
    OutcomeUnknown,
    ProcflowError,
    RetryLater,
    Unreachable,
)
from ...engine.model.check import Check
from .answer import Answer
from .bounded_transport import BoundedTransport
from .breaker import Breaker
from .settings import WireSettings

SHORTEST_WAIT, USUAL_WAIT, LONGEST_WAIT = 1, 30, 3600
NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


class Wire:
    """Asks one other system, from any number of threads. Nothing of what was asked is in an error.

    system: what people call it. transport: how it is connected to, given whom to trust. Raises
    BadConfiguration for an address that is none, and for a `ca_file` that cannot be read.
    """

    def __init__(
        self,
        settings: WireSettings,
        *,
        system: str,
        now: Callable[[], float] = time.monotonic,
        transport: Callable[[ssl.SSLContext], httpx.BaseTransport] | None = None,
    ) -> None:
        self._settings = settings
        self._system = system
        self._now = now
        self._breaker = Breaker(settings.failures, settings.pause, now)
        self._client = httpx.Client(
            timeout=settings.timeout,
            transport=(transport or BoundedTransport)(self._trust()),
            follow_redirects=False,
            trust_env=False,
            headers={"User-Agent": "procflow"},
        )
        self._base = self._checked(settings.address)

    @property
    def system(self) -> str:
        return self._system

    @property
    def rests(self) -> bool:
        """Whether the other system failed too often and is left alone."""
        return self._breaker.is_open

    def ask(
        self,
        method: str,
        path: str = "",
        *,
        repeatable: bool,
        params: Mapping[str, str] | None = None,
        json: Any = None,
        form: Mapping[str, str] | None = None,
        content: bytes | str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Ask once, or once more where that is safe; a status of 4xx is an answer like any other.

        path: put behind the address. repeatable: the operation is idempotent or carries a key.

        Raises Unreachable when asking again later is safe, OutcomeUnknown when it is not,
        RetryLater when the system says so or failed too often, BadAnswer for a redirect or too long
        an answer, and BadConfiguration for a certificate that is not trusted.
        """
        request = self._client.build_request(
            method,
            self._base + path,
            params=params,
            json=json,
            data=form,
            content=content,
            headers=headers,
        )
        self._let_go()
        try:
            answer = self._tried(request, repeatable)
        except (Unreachable, OutcomeUnknown, BadConfiguration):
            self._breaker.failed()
            raise
        if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            self._breaker.failed()
        else:
            self._breaker.succeeded()
        return self._accepted(answer, repeatable)

    def check(self, subject: str, path: str = "") -> Check:
        """Whether the system answers at all, whatever it says."""
        about = {"server": httpx.URL(self._base).host}
        try:
            self._exchanged(self._client.build_request("GET", self._base + path))
        except (ProcflowError, httpx.HTTPError) as error:
            told = error if isinstance(error, ProcflowError) else self._silent("wire.unreachable")
            why = about | {"reason": told}
            return Check(subject=subject, ok=False, key="handlers.check.server-gone", arguments=why)
        return Check(subject=subject, ok=True, key="handlers.check.server", arguments=about)

    def close(self) -> None:
        self._client.close()

    def _tried(self, request: httpx.Request, repeatable: bool) -> Answer:
        try:
            return self._exchanged(request)
        except httpx.HTTPError as error:
            if not repeatable:
                raise self._in_doubt(error) from None
        try:
            return self._exchanged(request)
        except httpx.HTTPError:
            raise self._silent("wire.unreachable") from None

    def _exchanged(self, request: httpx.Request) -> Answer:
        """The whole answer, within the limits. Raises httpx.HTTPError, BadAnswer and
        BadConfiguration.
        """
        until = self._now() + self._settings.timeout
        try:
            response = self._client.send(request, stream=True)
        except httpx.ConnectError as error:
            raise self._untrusted(error) or error from None
        try:
            body = self._read(response, until)
        finally:
            response.close()
        return Answer(
            system=self._system,
            status=response.status_code,
            headers={name.lower(): value for name, value in response.headers.items()},
            body=body,
        )

    def _read(self, response: httpx.Response, until: float) -> bytes:
        body = bytearray()
        for chunk in response.iter_bytes():
            body += chunk
            if len(body) > self._settings.largest:
                raise BadAnswer.of(
                    "wire.too-long", system=self._system, most=self._settings.largest
                )
            if self._now() > until:
                raise httpx.ReadTimeout("The answer takes too long", request=response.request)
        return bytes(body)

    def _accepted(self, answer: Answer, repeatable: bool) -> Answer:
        if _is_busy(answer):
            told = {"system": self._system, "status": answer.status}
            raise RetryLater.after(_wait(answer), "wire.busy", **told)
        if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            kind = Unreachable if repeatable else OutcomeUnknown
            raise kind.of("wire.broken", system=self._system, status=answer.status)
        if 300 <= answer.status < 400:
            raise answer.unread("an answer without redirection")
        return answer

    def _let_go(self) -> None:
        if left := self._breaker.remaining():
            wait = timedelta(seconds=max(left, SHORTEST_WAIT))
            told = {"system": self._system, "failures": self._settings.failures}
            raise RetryLater.after(wait, "wire.left-alone", **told)

    def _in_doubt(self, error: httpx.HTTPError) -> ProcflowError:
        if isinstance(error, NEVER_SENT):
            return self._silent("wire.unreachable")
        return OutcomeUnknown.of("wire.outcome-unknown", system=self._system)

    def _silent(self, key: str) -> Unreachable:
        return Unreachable.of(key, system=self._system)

    def _untrusted(self, error: httpx.ConnectError) -> BadConfiguration | None:
        """The error that the certificate is not trusted, if that is why."""
        cause: BaseException | None = error
        while cause is not None:
            if isinstance(cause, ssl.SSLCertVerificationError):
                reason = cause.verify_message
                return BadConfiguration.of("wire.untrusted", system=self._system, reason=reason)
            cause = cause.__cause__ or cause.__context__
        return None

    def _trust(self) -> ssl.SSLContext:
        trust = ssl.create_default_context()
        if self._settings.ca_file is not None:
            try:
                trust.load_verify_locations(self._settings.ca_file)
            except (OSError, ssl.SSLError) as error:
                file = str(self._settings.ca_file)
                raise BadConfiguration.of(
                    "wire.ca-file", system=self._system, file=file, reason=str(error)
                ) from None
        return trust

    def _checked(self, address: str) -> str:
        try:
            url = httpx.URL(address)
        except httpx.InvalidURL:
            url = httpx.URL()
        if url.scheme not in ("http", "https") or not url.host or url.userinfo:
            raise BadConfiguration.of("wire.address", system=self._system)
        return address.rstrip("/")


def _is_busy(answer: Answer) -> bool:
    """Whether the system says that it did nothing, and wants to be asked again later."""
    told = "retry-after" in answer.headers
    return answer.status == HTTPStatus.TOO_MANY_REQUESTS or (
        answer.status == HTTPStatus.SERVICE_UNAVAILABLE and told
    )


def _wait(answer: Answer) -> timedelta:
    """How long the system wants to be left alone, within reason."""
    told = answer.headers.get("retry-after", "")
    seconds = int(told) if told.isdecimal() else USUAL_WAIT
    return timedelta(seconds=min(max(seconds, SHORTEST_WAIT), LONGEST_WAIT))
