"""How sure a provider is of who somebody is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

NOTHING = 0


@dataclass(frozen=True, slots=True)
class Levels:
    """A provider's names of its levels (`acr`), the lowest first: the first is level 1."""

    names: Sequence[str]

    def of(self, acr: object) -> int:
        """The level of a name; 0 for one the provider did not say or nobody agreed on."""
        return self.names.index(acr) + 1 if acr in self.names else NOTHING

    def at_least(self, level: int) -> str:
        """What to ask the provider for, as a value of `acr_values`: the preferred one first."""
        return " ".join(self.names[max(level, 1) - 1 :])
