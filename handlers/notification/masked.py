"""An address as it may stand in history and lists: enough to recognise it, not to use it."""

from __future__ import annotations

DOTS = "•••"


def masked(address: str) -> str:
    """`h•••@example.org`, `•••678`."""
    name, at, domain = address.partition("@")
    return f"{name[:1]}{DOTS}@{domain}" if at else f"{DOTS}{address[-3:]}"
