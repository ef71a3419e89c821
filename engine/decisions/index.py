"""Which rows of a table a value can hit, found without trying every row.

Each column whose cells are constant keeps, for every stretch between the ends of its cells, the set
of rows that let the stretch through, as the bits of a number.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from ..expressions.values import kind
from .domain import LOWEST, Domain, before


class ColumnIndex:
    """The constant cells of one column. Rows without one are in every answer."""

    def __init__(self, domains: Sequence[Domain | None]) -> None:
        kinds = {domain.kind for domain in domains if domain}
        self.kind = kinds.pop() if len(kinds) == 1 else None
        self._cuts = sorted({LOWEST, *(cut for domain in domains for cut in _cuts(domain))})
        self._masks = [
            sum(
                1 << row
                for row, domain in enumerate(domains)
                if domain is None or any(low <= cut < high for low, high in domain.spans)
            )
            for cut in self._cuts
        ]

    def serves(self, value: Any) -> bool:
        """Whether the index may answer for the value; another kind of value is tried row by row."""
        return self.kind is not None and kind(value) == self.kind

    def rows(self, value: Any) -> int:
        """The rows whose cell lets the value through, as bits."""
        return self._masks[bisect_right(self._cuts, before(value)) - 1]


def _cuts(domain: Domain | None) -> list[Any]:
    return [] if domain is None else [cut for span in domain.spans for cut in span]


def bits(mask: int) -> list[int]:
    """The numbers of the bits that are set, ascending."""
    found = []
    while mask:
        lowest = mask & -mask
        found.append(lowest.bit_length() - 1)
        mask ^= lowest
    return found
