"""Who acts: a person of the office, a citizen, or the engine itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody the host has identified.

    `groups` are candidate groups; `address` where the call came from.
    """

    id: str
    name: str | None = None
    groups: frozenset[str] = frozenset()
    address: str | None = None
    is_operator: bool = False


ENGINE = Actor(id="procflow", name="procflow")
