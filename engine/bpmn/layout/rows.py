"""In which row of its lane each element stands: in line with what leads to it, if that is free."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import count

from .layers import Arrow


def rows(
    nodes: Sequence[str],
    arrows: Iterable[Arrow],
    columns: Mapping[str, int],
    bands: Mapping[str, int],
    wanted: Mapping[str, int] | None = None,
) -> dict[str, int]:
    """The row within the band of each node, from 0. bands: the lane each node stands in.

    wanted: rows that are settled, where they are free.
    """
    settled = wanted or {}
    before: dict[str, list[str]] = defaultdict(list)
    for source, target in arrows:
        if columns[source] < columns[target]:
            before[target].append(source)
    found: dict[str, int] = {}
    taken: set[tuple[int, int, int]] = set()
    for node in sorted(nodes, key=lambda each: columns[each]):
        near = settled.get(node, _wanted(node, before[node], bands, found))
        row = next(
            each for each in _nearest(near) if (bands[node], columns[node], each) not in taken
        )
        found[node] = row
        taken.add((bands[node], columns[node], row))
    return found


def _wanted(
    node: str, before: Sequence[str], bands: Mapping[str, int], found: Mapping[str, int]
) -> int:
    """The row of the first of those before it that stand in the same band."""
    return next((found[each] for each in before if bands[each] == bands[node]), 0)


def _nearest(wanted: int) -> Iterable[int]:
    """The row, then the ones around it, nearer ones first."""
    yield wanted
    for far in count(1):
        yield wanted + far
        if wanted - far >= 0:
            yield wanted - far
