"""Calls nobody: for rehearsals and tests."""

from __future__ import annotations

from collections.abc import Mapping

from ...engine.model.check import Check
from .rest import Call, CallAnswer, authorisation, headers_of, target_of
from .settings import CredentialSection, HostSection


class MemoryCaller:
    """Answers what a rehearsal says of a method and a URL; else 404 where hosts are given, and 200
    with nothing where none are.

    hosts: None for any host, and any credential.
    """

    def __init__(
        self,
        answers: Mapping[tuple[str, str], CallAnswer] | None = None,
        *,
        hosts: Mapping[str, HostSection] | None = None,
        credentials: Mapping[str, CredentialSection] | None = None,
    ) -> None:
        self._answers = dict(answers or {})
        self._hosts = hosts
        self._credentials = dict(credentials or {})
        self.called: list[Call] = []

    def call(self, call: Call) -> CallAnswer:
        headers_of(call)
        if self._hosts is not None:
            authorisation(call, target_of(call.url, self._hosts).host, self._credentials)
        self.called.append(call)
        otherwise = CallAnswer(status=200 if self._hosts is None else 404)
        return self._answers.get((call.method, call.url), otherwise)

    def check(self) -> Check:
        return Check(subject="exchange: calls in memory", ok=True, key="handlers.check.memory")
