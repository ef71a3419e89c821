"""In which column each element stands: after everything that leads to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

Arrow = tuple[str, str]


def layers(nodes: Sequence[str], arrows: Iterable[Arrow]) -> dict[str, int]:
    """The length of the longest way to each node; what leads back is left out.

    nodes: in the order in which they are looked at first.
    """
    leading: dict[str, list[str]] = defaultdict(list)
    for source, target in arrows:
        if source != target and target not in leading[source]:
            leading[source].append(target)
    order, back = _explored(nodes, leading)
    found = dict.fromkeys(nodes, 0)
    for node in order:
        for after in leading[node]:
            if (node, after) not in back:
                found[after] = max(found[after], found[node] + 1)
    return found


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
