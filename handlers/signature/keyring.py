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
        return self._chosen(asked)

    def key(self, name: str | None) -> SigningKey:
        """The key of the name; without a name the only one there is."""
        chosen = self._chosen(name)
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
                may_sign(self.key(name), name)
                yield self.key(name).check()
            except ProcflowError as error:
                why = {"file": name, "reason": error}
                yield Check(
                    subject=f"signature: {name}", ok=False, key="documents.key-gone", arguments=why
                )

    def _chosen(self, name: str | None) -> str:
        if name is None and len(self._openers) == 1:
            return next(iter(self._openers))
        if name is not None and name in self._openers:
            return name
        known = ", ".join(self.names) or "–"
        raise BadConfiguration.of("documents.unknown-key", name=name or "–", known=known)
