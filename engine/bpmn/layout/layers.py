"""In which column each element stands: after everything that leads to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

Arrow = tuple[str, str]


def layers(
    nodes: Sequence[str], arrows: Iterable[Arrow], wanted: Mapping[str, int] | None = None
) -> dict[str, int]:
    """The length of the longest way to each node; what leads back is left out.

    nodes: in the order in which they are looked at first. wanted: columns that are settled; what
    follows them comes after. A column nobody stands in is left out.
    """
    settled = wanted or {}
    leading: dict[str, list[str]] = defaultdict(list)
    for source, target in arrows:
        if source != target and target not in leading[source]:
            leading[source].append(target)
    order, back = _explored(nodes, leading)
    found = {node: settled.get(node, 0) for node in nodes}
    for node in order:
        for after in leading[node]:
            if (node, after) not in back and after not in settled:
                found[after] = max(found[after], found[node] + 1)
    return _closed_up(found)


def _closed_up(columns: dict[str, int]) -> dict[str, int]:
    place = {column: number for number, column in enumerate(sorted(set(columns.values())))}
    return {node: place[column] for node, column in columns.items()}


def _explored(
    nodes: Sequence[str], leading: Mapping[str, list[str]]
) -> tuple[list[str], set[Arrow]]:
    """The nodes, each before those it leads to, and the arrows that lead back."""
    targets = {after for each in leading.values() for after in each}
    begin = [node for node in nodes if node not in targets]
    finished: list[str] = []
    back: set[Arrow] = set()
    state: dict[str, str] = {}
    for node in (*begin, *nodes):
        if node not in state:
            _explore(node, leading, state, finished, back)
    return finished[::-1], back


def _explore(
    begin: str,
    leading: Mapping[str, list[str]],
    state: dict[str, str],
    finished: list[str],
    back: set[Arrow],
) -> None:
    """Depth first, without recursion."""
    state[begin] = "open"
    waiting: list[tuple[str, Iterator[str]]] = [(begin, iter(leading.get(begin, ())))]
    while waiting:
        node, afters = waiting[-1]
        after = next(afters, None)
        if after is None:
            state[node] = "done"
            finished.append(node)
            waiting.pop()
        elif after not in state:
            state[after] = "open"
            waiting.append((after, iter(leading.get(after, ()))))
        elif state[after] == "open":
            back.add((node, after))
