"""The provincial integration platform: who we are there, and what each request carries."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

from ...engine.errors import ProcflowError
from ...engine.model.check import Check
from ..wire import Answer, AuthorisedWire, Client, Wire
from .settings import PlatformSection

SUBJECT = "exchange: integration platform"


class IntegrationPlatform:
    """Every request carries a token, its key, and the code of the dossier that causes it.

    Source: OAuth2 client credentials as at the national platform (WSO2), headers after X-Road's
    message protocol for REST; NĐ 278/2025/NĐ-CP art. 13 wants each call to be traceable.
    """

    def __init__(
        self,
        settings: PlatformSection,
        wire: Wire,
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settings = settings
        client = Client(
            key=settings.key,
            secret=settings.secret,
            token_path=settings.token_path,
            scope=settings.scope,
        )
        self._wire = AuthorisedWire(wire, client, now=now)

    def ask(
        self,
        method: str,
        path: str,
        *,
        repeatable: bool,
        key: str = "",
        cause: str = "",
        officer: str | None = None,
        headers: Mapping[str, str] | None = None,
        **more: Any,
    ) -> Answer:
        """As `Wire.ask`."""
        carried = {**self._carried(key, cause, officer), **(headers or {})}
        return self._wire.ask(method, path, repeatable=repeatable, headers=carried, **more)

    def check(self) -> Check:
        """Whether the platform gives us a token."""
        about = {"server": self._settings.address}
        try:
            self._wire.let_in()
        except ProcflowError as error:
            why = about | {"reason": error}
            key = "handlers.check.server-gone"
            return Check(subject=SUBJECT, ok=False, key=key, arguments=why)
        return Check(subject=SUBJECT, ok=True, key="handlers.check.server", arguments=about)

    def close(self) -> None:
        self._wire.close()

    def _carried(self, key: str, cause: str, officer: str | None) -> dict[str, str]:
        settings = self._settings
        named = {
            settings.key_header: key,
            settings.cause_header: cause,
            settings.officer_header: officer or "",
        }
        return {name: _sendable(value) for name, value in named.items() if name and value}


def _sendable(value: str) -> str:
    """A header has no line breaks and no letters but ASCII's; others are sent as `%…`."""
    return "".join(
        letter if " " <= letter <= "~" and letter != "%" else _percent(letter) for letter in value
    )


def _percent(letter: str) -> str:
    return "".join(f"%{byte:02X}" for byte in letter.encode())
