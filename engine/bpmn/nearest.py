"""Did you mean …?"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

LIKELY = 0.75
ALMOST_SURE = 0.9


def nearest(name: str, known: Iterable[str], likeness: float = LIKELY) -> str | None:
    """The known name most like it, if one is alike enough (1.0: the same letters)."""
    found = get_close_matches(name, list(known), n=1, cutoff=likeness)
    return found[0] if found else None


def is_misspelling(name: str, known: str) -> bool:
    """Whether one is hardly meant beside the other: `item` beside `items` well may be."""
    if name.startswith(known) or known.startswith(name):
        return False
    return sorted(name) == sorted(known) or nearest(name, [known], ALMOST_SURE) is not None
