"""Which element of the new version of a drawing stands for which of the old one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from ..bpmn.model import Element, Process


def counterparts(old: Process, new: Process, given: Mapping[str, str]) -> dict[str, str]:
    """New ids by old ids: as given, else the same id, else the same label.

    By label only where kind and label occur once among the elements of each version that have no
    counterpart by id.
    """
    taken = set(given.values())
    same = {name: name for name in old.elements if name in new.elements and name not in taken}
    found = {**same, **given}
    left = [each for name, each in old.elements.items() if name not in found]
    free = [each for name, each in new.elements.items() if name not in set(found.values())]
    return found | dict(_by_label(left, free))


def _by_label(left: Iterable[Element], free: Iterable[Element]) -> Iterator[tuple[str, str]]:
    old, new = _unique(left), _unique(free)
    for look, element in old.items():
        if look in new:
            yield element, new[look]


def _unique(elements: Iterable[Element]) -> dict[tuple[str, str], str]:
    named = [((each.kind.value, each.name), each.id) for each in elements if each.name]
    often = Counter(look for look, _ in named)
    return {(kind, name or ""): i for (kind, name), i in named if often[kind, name] == 1}


def flow_of(old: Process, new: Process, elements: Mapping[str, str], flow: str) -> str | None:
    """The flow that a token at a join came by, in the new version; None if there is no such."""
    if "~" in flow:  # the two ends of a link
        ends = [elements.get(end) for end in flow.split("~")]
        return None if None in ends else "~".join(str(end) for end in ends)
    drawn = old.flows.get(flow)
    if drawn is None:
        return None
    source, target = elements.get(drawn.source), elements.get(drawn.target)
    alike = [
        each.id for each in new.flows.values() if (each.source, each.target) == (source, target)
    ]
    if flow in alike:
        return flow
    return alike[0] if len(alike) == 1 else None
