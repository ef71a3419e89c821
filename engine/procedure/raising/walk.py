"""Small questions about the flow of a process."""

from __future__ import annotations

from ...bpmn.model import Element, Process, SequenceFlow


def only_next(process: Process, element: str) -> str | None:
    """What follows, if it is one thing whatever happens."""
    targets = [flow.target for flow in process.leaving(element)]
    return targets[0] if len(targets) == 1 else None


def only_before(process: Process, element: str) -> str | None:
    sources = [flow.source for flow in process.arriving(element)]
    return sources[0] if len(sources) == 1 else None


def reached(process: Process, begin: str) -> set[str]:
    """Everything a token can come to after an element, events on borders included."""
    found: set[str] = set()
    waiting = [begin]
    while waiting:
        sources = [waiting.pop()]
        sources += [each.id for each in process.boundaries(sources[0])]
        for source in sources:
            for flow in process.leaving(source):
                if flow.target not in found:
                    found.add(flow.target)
                    waiting.append(flow.target)
    return found


def entering(process: Process, element: str) -> list[SequenceFlow]:
    """The flows by which a token first comes to an element; loops lead back by others."""
    later = reached(process, element) | {element}
    arriving = list(process.arriving(element))
    return [flow for flow in arriving if flow.source not in later] or arriving


def is_direct(process: Process, element: Element) -> bool:
    """Whether the element lies in the process itself, not in a sub-process."""
    return element.scope == process.id
