"""The drawing as the citizen sees it: what is theirs to do stands out, and is told in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...bpmn.layout import laid_out
from ...bpmn.model import Drawing, Element, Process
from ...bpmn.picture import Overlay, Tone, draw_picture
from ..facts import LaneKind, ProcedureFacts
from .source import Source
from .words import said


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """own_steps: what the citizen does or receives, in the words of the drawing."""

    title: str
    svg: str
    own_steps: tuple[str, ...]


def diagrams(source: Source) -> Iterator[Diagram]:
    """A picture for each drawing of the folder that can run."""
    for drawing in source.folder.drawings:
        if drawing.executable:
            yield _diagram(drawing, source.facts)


def _diagram(drawing: Drawing, facts: ProcedureFacts) -> Diagram:
    own = [each for process in drawing.executable for each in _own_elements(process, facts)]
    overlay = Overlay(
        tones={each.id: Tone.HERE for each in own},
        legend=((Tone.HERE, said("diagram.own")),) if own else (),
    )
    return Diagram(
        title=", ".join(process.label for process in drawing.executable),
        svg=draw_picture(laid_out(drawing), overlay).svg,
        own_steps=tuple(
            dict.fromkeys(each.name for each in own if each.name and not each.kind.is_gateway)
        ),
    )


def _own_elements(process: Process, facts: ProcedureFacts) -> Iterator[Element]:
    """The elements in the lanes of citizens, in the order of the file."""
    own = {
        element
        for lane in process.lanes
        if (known := facts.lanes.get(lane.label)) and known.kind is LaneKind.CITIZEN
        for element in lane.elements
    }
    return (each for each in process.elements.values() if each.id in own)
