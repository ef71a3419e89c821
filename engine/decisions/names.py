"""Names of the parts of a decision model."""

from __future__ import annotations


def folded(name: str | None) -> str:
    """The name as it is compared: its inner blanks folded (DMN 1.5, 10.3.1.5)."""
    return " ".join((name or "").split())
