"""Revocation lists: files and addresses, read again when a list has run out or time has passed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from threading import Lock
from urllib.parse import urlsplit

from asn1crypto import crl

from ..wire import Wire, WireSettings
from .files import content_of
from .pem import revocation_lists_in

AT_LEAST_EVERY = timedelta(hours=1)
LARGEST = 50_000_000


class RevocationList:
    """One list of the settings. A file is read anew each time, an address once an hour."""

    def __init__(self, place: str, folder: Path, timeout: float) -> None:
        self._place = place
        self._file = folder / place
        self._wire = _wire(place, timeout)
        self._lock = Lock()
        self._fetched: tuple[datetime, bytes] | None = None

    def read(self, now: datetime) -> list[crl.CertificateList]:
        """Raises BadConfiguration, and what Wire raises."""
        return revocation_lists_in(self._content(now), self._place)

    def close(self) -> None:
        if self._wire is not None:
            self._wire.close()

    def _content(self, now: datetime) -> bytes:
        if self._wire is None:
            return content_of(self._file)
        with self._lock:
            if self._fetched is None or now - self._fetched[0] >= AT_LEAST_EVERY:
                self._fetched = now, self._ask(self._wire)
            return self._fetched[1]

    def _ask(self, wire: Wire) -> bytes:
        answer = wire.ask("GET", repeatable=True)
        if not answer.ok:
            raise answer.unread("a revocation list")
        return answer.body


class RevocationLists:
    """All lists of the settings."""

    def __init__(
        self, places: Sequence[str] = (), folder: Path = Path(), timeout: float = 10
    ) -> None:
        self._lists = [RevocationList(place, folder, timeout) for place in places]

    def __bool__(self) -> bool:
        return bool(self._lists)

    def read(self, now: datetime) -> list[crl.CertificateList]:
        return [found for each in self._lists for found in each.read(now)]

    def close(self) -> None:
        for each in self._lists:
            each.close()


def _wire(place: str, timeout: float) -> Wire | None:
    if urlsplit(place).scheme not in ("http", "https"):
        return None
    settings = WireSettings(address=place, timeout=timeout, largest=LARGEST)
    return Wire(settings, system=f"the revocation list of {urlsplit(place).hostname}")
