"""A plain call to another system: what a drawing may ask, and what it gets."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol
from urllib.parse import urlencode

import httpx

from ...engine.errors import BadInput
from ...engine.model.check import Check
from .settings import CredentialSection, HostSection

Method = Literal["GET", "POST", "PUT", "PATCH", "DELETE"]

IDEMPOTENT = frozenset({"GET", "PUT", "DELETE"})
"""RFC 9110 §9.2.2."""

NOT_A_DRAWINGS = frozenset(
    {
        "authorization",
        "connection",
        "content-length",
        "cookie",
        "expect",
        "host",
        "idempotency-key",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    }
)
"""Headers that say who asks, or how bytes are carried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """key: the same call has the same one. credential: the name of one."""

    method: Method
    url: str
    key: str
    query: Mapping[str, Any] = field(default_factory=dict, repr=False)
    headers: Mapping[str, Any] = field(default_factory=dict, repr=False)
    body: Any = field(default=None, repr=False)
    credential: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallAnswer:
    """status: 2xx or 4xx. headers: those that say something of the body. body: JSON, or a text."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: Any = field(default=None, repr=False)


class Caller(Protocol):
    """Calls other systems."""

    def call(self, call: Call) -> CallAnswer:
        """Raises BadInput for what may not be called, Unreachable, RetryLater, and OutcomeUnknown
        where the call may not be repeated and was not answered.
        """

    def check(self) -> Check: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a call goes. host: its name in the settings. base: scheme, host and port."""

    host: str
    base: str
    path: str


def target_of(url: str, hosts: Mapping[str, HostSection]) -> Target:
    """Raises BadInput for what is no URL of an allowed host, and for http to other machines."""
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, ValueError):
        raise BadInput.of("handlers.exchange.no-url") from None
    if parsed.userinfo or not parsed.host or "\\" in url:
        raise BadInput.of("handlers.exchange.no-url")
    name = _allowed(parsed, hosts)
    wanted = "http" if hosts[name].reach == "loopback" else "https"
    if parsed.scheme not in (wanted, "https"):
        raise BadInput.of("handlers.exchange.not-https", host=name)
    path = parsed.raw_path.decode("ascii")
    return Target(host=name, base=f"{parsed.scheme}://{_authority(parsed)}", path=path)


def headers_of(call: Call) -> dict[str, str]:
    """The headers a drawing gave. Raises BadInput for one that is not a drawing's to give."""
    for name, value in call.headers.items():
        if name.lower() in NOT_A_DRAWINGS or name.lower().startswith("proxy-"):
            raise BadInput.of("handlers.exchange.header", name=name)
        if not _is_sendable(name) or not _is_sendable(str(value)):
            raise BadInput.of("handlers.exchange.header", name=ascii(name)[1:-1])
    return {name: str(value) for name, value in call.headers.items() if value is not None}


def path_of(target: Target, call: Call) -> str:
    """The path with the query, that of the URL and that given by names.

    Numbers and truths are written as JSON writes them; what is null is left out.
    """
    query = {
        name: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for name, value in call.query.items()
        if value is not None
    }
    if not query:
        return target.path
    return f"{target.path}{'&' if '?' in target.path else '?'}{urlencode(query)}"


def authorisation(
    call: Call, host: str, credentials: Mapping[str, CredentialSection]
) -> dict[str, str]:
    """The header of the credential a call names. Raises BadInput for one that is not there, or may
    not be sent to the host.
    """
    if call.credential is None:
        return {}
    credential = credentials.get(call.credential)
    if credential is None or host not in credential.hosts:
        raise BadInput.of("handlers.exchange.credential", name=call.credential, host=host)
    return _header(credential)


def without_secrets(body: bytes, credential: CredentialSection | None) -> bytes:
    """A body that tells a secret back tells it to nobody."""
    if credential is None or not credential.secret:
        return body
    secret = credential.secret.reveal()
    header = next(iter(_header(credential).values()))
    for shown in (secret, header.partition(" ")[2] or header, json.dumps(secret)[1:-1]):
        body = body.replace(shown.encode(), b"***")
    return body


def _header(credential: CredentialSection) -> dict[str, str]:
    secret = credential.secret.reveal()
    match credential.scheme:
        case "bearer":
            return {"Authorization": f"Bearer {secret}"}
        case "basic":
            both = b64encode(f"{credential.user}:{secret}".encode()).decode()
            return {"Authorization": f"Basic {both}"}
    return {credential.header: secret}


def _allowed(url: httpx.URL, hosts: Mapping[str, HostSection]) -> str:
    """The host's name in the settings: with its port, or without where the port is the usual."""
    named = {name.lower(): name for name in hosts}
    authority = _authority(url).lower()
    found = named.get(authority)
    if found is None:
        raise BadInput.of("handlers.exchange.host", host=authority)
    return found


def _authority(url: httpx.URL) -> str:
    host = url.raw_host.decode("ascii")
    shown = f"[{host}]" if ":" in host else host
    return shown if url.port is None else f"{shown}:{url.port}"


def _is_sendable(text: str) -> bool:
    return bool(text) and all(" " <= letter <= "~" for letter in text)
