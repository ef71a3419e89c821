"""The public keys of a provider: fetched, kept, and fetched anew when it has changed them."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock

from joserfc.errors import JoseError
from joserfc.jwk import ECKey, KeySet, RSAKey

from ...engine.errors import ForgedMessage
from ..wire import Wire

AGE = 3600.0
"""Seconds after which the keys are fetched again anyway."""
REST = 30.0
"""Seconds between two fetches for keys nobody knows, so that forged tokens cause no flood."""

PublicKey = RSAKey | ECKey


class KeyBook:
    """Safe for threads. now: seconds that never go back."""

    def __init__(self, wire: Wire, *, now: Callable[[], float] = time.monotonic) -> None:
        self._wire = wire
        self._now = now
        self._lock = Lock()
        self._keys: dict[str | None, PublicKey] = {}
        self._fetched_at: float | None = None

    def find(self, name: str | None) -> PublicKey:
        """The key of that `kid`; without one the only key there is.

        Raises ForgedMessage when the provider has no such key, and what Wire raises.
        """
        with self._lock:
            if self._is_older_than(AGE):
                self._fetch()
            found = self._known(name)
            if found is None and self._is_older_than(REST):
                self._fetch()
                found = self._known(name)
        if found is None:
            raise ForgedMessage.of("persons.token-key")
        return found

    def close(self) -> None:
        self._wire.close()

    def _known(self, name: str | None) -> PublicKey | None:
        if name is None and len(self._keys) == 1:
            return next(iter(self._keys.values()))
        return self._keys.get(name) if name is not None else None

    def _is_older_than(self, seconds: float) -> bool:
        return self._fetched_at is None or self._now() - self._fetched_at >= seconds

    def _fetch(self) -> None:
        answer = self._wire.ask("GET", repeatable=True)
        if not answer.ok:
            raise answer.unread("a set of keys")
        try:
            keys = KeySet.import_key_set(answer.json())
        except (JoseError, ValueError, TypeError, KeyError):
            raise answer.unread("a set of keys") from None
        self._keys = {key.kid: key for key in map(_for_signatures, keys) if key is not None}
        self._fetched_at = self._now()


def _for_signatures(key: object) -> PublicKey | None:
    """A public key for signatures; a shared secret in a public place signs nothing."""
    if not isinstance(key, RSAKey | ECKey) or key.is_private:
        return None
    return key if key.get("use") in (None, "sig") else None
