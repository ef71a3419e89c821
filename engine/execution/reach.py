"""Which elements can lead a token to a flow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..bpmn.model import Element, EventKind, Kind, Process


def links(process: Process) -> Iterator[tuple[Element, Element]]:
    """Ends of links that belong together: thrower and catcher of one name in one scope."""
    ends = [each for each in process.elements.values() if each.event.kind is EventKind.LINK]
    catchers = [each for each in ends if each.kind is Kind.CATCH_EVENT]
    for thrower in ends:
        for catcher in catchers:
            if thrower.kind is Kind.THROW_EVENT and _name(thrower) == _name(catcher):
                yield thrower, catcher


def _name(element: Element) -> tuple[str, str | None]:
    return element.scope, element.event.value


def reaches(
    process: Process, join: str, flows: Iterable[str], *, over_borders: bool
) -> Mapping[str, frozenset[str]]:
    """For each incoming flow of a join: the elements that lead to it without passing the join.

    over_borders: also those that lead to it only by a boundary event.
    """
    before, sources = _before(process, over_borders)
    return {flow: _all_before(sources[flow], before, join) for flow in flows}


def _before(process: Process, over_borders: bool) -> tuple[dict[str, list[str]], dict[str, str]]:
    """What comes directly before each element, and where each flow begins."""
    before: dict[str, list[str]] = {}
    sources: dict[str, str] = {}
    for flow in process.flows.values():
        before.setdefault(flow.target, []).append(flow.source)
        sources[flow.id] = flow.source
    for thrower, catcher in links(process):
        before.setdefault(catcher.id, []).append(thrower.id)
    for element in process.elements.values():
        if over_borders and element.attached_to:
            before.setdefault(element.id, []).append(element.attached_to)
    return before, sources


def _all_before(start: str, before: Mapping[str, list[str]], avoided: str) -> frozenset[str]:
    seen: set[str] = set()
    todo = [start]
    while todo:
        name = todo.pop()
        if name not in seen and name != avoided:
            seen.add(name)
            todo.extend(before.get(name, ()))
    return frozenset(seen)
