"""What the drawing says of the elements in a trail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..bpmn.model import Process
from ..model.trail import TrailEvent


def properties_of(
    trail: Iterable[TrailEvent], processes: Mapping[str, Process]
) -> Iterator[tuple[TrailEvent, Mapping[str, str]]]:
    """Each event at an element, with the element's `zeebe:properties`.

    processes: by the key of the definition the trail names. What is not among them is left out.
    """
    for event in trail:
        process = processes.get(event.definition)
        element = process.elements.get(event.element) if process else None
        if element is not None:
            yield event, element.properties
