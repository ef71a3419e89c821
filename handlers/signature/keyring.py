"""The signing keys of the settings, by name; each is opened when it is first needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from threading import Lock

from ...engine.errors import BadConfiguration, ProcflowError
from ...engine.model.check import Check
from .port import SigningKey

Opener = Callable[[], SigningKey]


class Keyring:
    """Raises BadConfiguration for a name there is no key of, and what opening it raises."""

    def __init__(self, openers: Mapping[str, Opener]) -> None:
        self._openers = openers
        self._lock = Lock()
        self._open: dict[str, SigningKey] = {}

    @property
    def names(self) -> list[str]:
        return sorted(self._openers)

    def name(self, asked: str | None) -> str:
        """The name of the key that is asked for; without a name of the only one there is."""
        if asked is None and len(self._openers) == 1:
            return next(iter(self._openers))
        if asked is not None and asked in self._openers:
            return asked
        known = ", ".join(self.names) or "–"
        raise BadConfiguration.of("documents.unknown-key", name=asked or "–", known=known)

    def key(self, name: str | None) -> SigningKey:
        """The key of the name; without a name the only one there is."""
        chosen = self.name(name)
        with self._lock:
            if chosen not in self._open:
                self._open[chosen] = self._openers[chosen]()
            return self._open[chosen]

    def check(self, may_sign: Callable[[SigningKey, str], object]) -> Iterator[Check]:
        """Each key, opened where it is not yet. may_sign: raises for one whose certificate is not
        taken.
        """
        for name in self.names:
            try:
                key = self.key(name)
                may_sign(key, name)
                yield key.check()
            except ProcflowError as error:
                why = {"file": name, "reason": error}
                yield Check(
                    subject=f"signature: {name}", ok=False, key="documents.key-gone", arguments=why
                )
