"""A speaker from outside: started, told what happens over there, made to misbehave, looked at."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from procflow.tests.patience import PATIENCE
from procflow.tests.speakers.speaker import CONTROL, MISBEHAVIOURS

CERTIFICATE = Path(__file__).with_name("localhost.pem")
"""Self-signed, with its key, for 127.0.0.1 and localhost."""


class Spoken:
    """A running speaker. url: its address."""

    def __init__(self, url: str, client: httpx.Client) -> None:
        self.url = url
        self._client = client

    def misbehave(self, kind: str, *, path: str = "", times: int = 1) -> None:
        """Next time something at the path is asked, answer it in a wrong way."""
        assert kind in MISBEHAVIOURS, kind
        for _ in range(times):
            self._control("misbehave", {"kind": kind, "path": path})

    def tell(self, what: str, given: Any = None) -> Any:
        return self._control("tell", {"what": what, "given": given})

    def state(self) -> Any:
        return self._control("state")

    def still(self) -> list[dict[str, Any]]:
        """The misbehaviours that were ordered and have not happened yet."""
        still: list[dict[str, Any]] = self._control("still")
        return still

    def heard(self, path: str = "") -> list[dict[str, Any]]:
        """The requests at the path, oldest first."""
        heard = self._control("heard")
        return [asked for asked in heard if asked["path"].startswith(path)]

    def _control(self, what: str, given: Any = None) -> Any:
        answered = self._client.post(f"{self.url}{CONTROL}{what}", json=given)
        assert answered.status_code == 200, answered.text
        return answered.json()


@contextmanager
def speaking(module: str, *, tls: bool = False) -> Iterator[Spoken]:
    """Run the module, such as `procflow.tests.speakers.bank`, as a process of its own."""
    options = ["--certificate", str(CERTIFICATE)] if tls else []
    process = subprocess.Popen(
        [sys.executable, "-m", module, *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin
    assert process.stdout
    try:
        url = process.stdout.readline().strip()
        with httpx.Client(trust_env=False, timeout=PATIENCE, verify=False) as client:
            yield Spoken(url, client)
    finally:
        process.stdin.close()
        process.wait(timeout=PATIENCE)
        process.stdout.close()
