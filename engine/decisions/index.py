"""Which rows of a table a value can hit, found without trying every row.

Each column whose cells are constant keeps, for every stretch between the ends of its cells, the set
of rows that let the stretch through, as the bits of a number.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate, chain
from operator import xor
from typing import Any

from ..expressions.values import kind
from .domain import LOWEST, Cut, Domain, before


class ColumnIndex:
    """The constant cells of one column. Rows without one are in every answer.

    A column whose cells are of several kinds has no order, and serves no value.
    """

    def __init__(self, domains: Sequence[Domain | None]) -> None:
        kinds = {domain.kind for domain in domains if domain}
        self.kind = kinds.pop() if len(kinds) == 1 else None
        changes = _changes(domains if self.kind else ())
        self._cuts = sorted({LOWEST, *changes})
        self._masks: list[int] = list(accumulate([changes[cut] for cut in self._cuts], xor))

    def serves(self, value: Any) -> bool:
        """Whether the index may answer for the value; another kind of value is tried row by row."""
        return self.kind is not None and kind(value) == self.kind

    def rows(self, value: Any) -> int:
        """The rows whose cell lets the value through, as bits."""
        return self._masks[bisect_right(self._cuts, before(value)) - 1]


def _changes(domains: Sequence[Domain | None]) -> dict[Cut, int]:
    """The rows that begin or cease to let values through at a cut, as bits."""
    changes: dict[Cut, int] = defaultdict(int)
    for row, domain in enumerate(domains):
        for cut in chain.from_iterable(domain.spans) if domain else [LOWEST]:
            changes[cut] ^= 1 << row
    return changes


def bits(mask: int) -> list[int]:
    """The numbers of the bits that are set, ascending."""
    found = []
    while mask:
        lowest = mask & -mask
        found.append(lowest.bit_length() - 1)
        mask ^= lowest
    return found
