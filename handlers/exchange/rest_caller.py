"""Calls the hosts that an installation allows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Lock

from ...engine.errors import BadAnswer
from ...engine.model.check import Check
from ..wire import Answer, Wire, WireSettings
from .checked_transport import CheckedTransport, Resolve, resolve
from .rest import (
    IDEMPOTENT,
    Call,
    CallAnswer,
    Target,
    authorisation,
    headers_of,
    path_of,
    target_of,
    without_secrets,
)
from .services import in_doubt, read_body
from .settings import CredentialSection, HostSection

SUBJECT = "exchange: rest.call"
TOLD_HEADERS = ("content-type", "etag", "last-modified", "location")


class RestCaller:
    """A wire for each host, made when it is first called. path: where files of the settings lie."""

    def __init__(
        self,
        hosts: Mapping[str, HostSection],
        credentials: Mapping[str, CredentialSection],
        *,
        path: Callable[[str], Path] = Path,
        resolve: Resolve = resolve,
    ) -> None:
        self._hosts = dict(hosts)
        self._credentials = dict(credentials)
        self._path = path
        self._resolve = resolve
        self._turn = Lock()
        self._wires: dict[str, Wire] = {}

    def call(self, call: Call) -> CallAnswer:
        target = target_of(call.url, self._hosts)
        host = self._hosts[target.host]
        repeatable = call.method in IDEMPOTENT or host.takes_keys
        headers = {
            "Accept": "application/json",
            **headers_of(call),
            "Idempotency-Key": call.key,
            **authorisation(call, target.host, self._credentials),
        }
        wire = self._wire(target, host)
        try:
            answer = wire.ask(
                call.method,
                path_of(target, call),
                repeatable=repeatable,
                json=call.body,
                headers=headers,
            )
            return self._told(answer, call)
        except BadAnswer:
            if not repeatable:
                raise in_doubt(wire.system) from None
            raise

    def check(self) -> Check:
        """Whether all credentials fit the hosts; nobody is called."""
        for name, credential in self._credentials.items():
            for host in credential.hosts:
                if host not in self._hosts:
                    about = {"name": name, "host": host}
                    key = "handlers.exchange.check-credential"
                    return Check(subject=SUBJECT, ok=False, key=key, arguments=about)
        hosts = ", ".join(sorted(self._hosts)) or "–"
        key = "handlers.exchange.check-hosts"
        return Check(subject=SUBJECT, ok=True, key=key, arguments={"hosts": hosts})

    def close(self) -> None:
        with self._turn, ExitStack() as closing:
            for wire in self._wires.values():
                closing.callback(wire.close)

    def _wire(self, target: Target, host: HostSection) -> Wire:
        with self._turn:
            if target.base not in self._wires:
                self._wires[target.base] = self._made(target, host)
            return self._wires[target.base]

    def _made(self, target: Target, host: HostSection) -> Wire:
        reached = WireSettings(
            address=target.base,
            timeout=host.timeout,
            largest=host.largest,
            ca_file=self._path(host.ca_file) if host.ca_file else None,
        )
        transport = partial(CheckedTransport, reach=host.reach, resolve=self._resolve)
        return Wire(reached, system=target.host, transport=transport)

    def _told(self, answer: Answer, call: Call) -> CallAnswer:
        credential = self._credentials.get(call.credential or "")
        clean = replace(answer, body=without_secrets(answer.body, credential))
        told = {name: answer.headers[name] for name in TOLD_HEADERS if name in answer.headers}
        return CallAnswer(
            status=answer.status,
            headers={
                name: without_secrets(value.encode(), credential).decode()
                for name, value in told.items()
            },
            body=read_body(clean),
        )
