"""The drawing as the citizen sees it: what is theirs to do stands out, and is told in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...bpmn.layout import laid_out
from ...bpmn.model import Drawing, Process
from ...bpmn.picture import Overlay, Tone, draw_picture
from ..facts import ProcedureFacts
from .citizens_view import OWN, citizens_view, own_steps
from .source import Source
from .words import said


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """own_steps: what the citizen does or receives."""

    title: str
    svg: str
    own_steps: tuple[str, ...]


def diagrams(source: Source) -> Iterator[Diagram]:
    """A picture for each process of the folder; as it is drawn where no statuses tell phases."""
    for drawing in source.folder.drawings:
        for process in drawing.executable:
            view = citizens_view(process, source.facts)
            yield _diagram(process, source.facts, view or drawing)


def _diagram(process: Process, facts: ProcedureFacts, view: Drawing) -> Diagram:
    shown = view.processes[process.id]
    own = {name for lane in shown.lanes if lane.id == OWN for name in lane.elements}
    overlay = Overlay(
        tones=dict.fromkeys(own, Tone.HERE),
        legend=((Tone.HERE, said("diagram.own")),) if own else (),
    )
    return Diagram(
        title=process.label,
        svg=draw_picture(laid_out(view), overlay).svg,
        own_steps=tuple(dict.fromkeys(own_steps(process, facts))),
    )
