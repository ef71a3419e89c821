"""The drawing as a citizen sees it: officers' work folded into phases, two lanes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ...bpmn.model import Drawing, Element, Kind, Lane, Participant, Process, SequenceFlow
from ..facts import ProcedureFacts
from ..status import TERMINAL
from .phases import DELIVERY, Phase, phases_of
from .words import said

WAYS = ("electronic", "post", "counter")
OWN, OFFICE = "lan-nguoi-nop", "lan-co-quan"
LONGEST = 90


def citizens_view(process: Process, facts: ProcedureFacts) -> Drawing | None:
    """A drawing without a picture; None where no statuses tell the phases."""
    phases = phases_of(process, facts)
    chosen = {phase.name: phase for phase in phases.values()}
    if not any(phase.status in TERMINAL for phase in chosen.values()):
        return None
    view = Process(
        id=process.id,
        name=process.name,
        line=process.line,
        elements={name: _element(process, phase) for name, phase in chosen.items()},
        flows=_flows(process, phases),
        lanes=(
            _lane(OWN, said("diagram.applicant"), (p for p in chosen.values() if p.own)),
            _lane(OFFICE, said("diagram.office"), (p for p in chosen.values() if not p.own)),
        ),
    )
    name = process.label if len(process.label) <= LONGEST else process.label[:LONGEST] + "…"
    pool = Participant(id=f"be-{process.id}", name=name, line=process.line, process=process.id)
    return Drawing(file="", processes={process.id: view}, participants=(pool,))


def own_steps(process: Process, facts: ProcedureFacts) -> Iterator[str]:
    """What the citizen does or receives, in the order it comes to them."""
    seen: set[str] = set()
    for phase in phases_of(process, facts).values():
        if phase.own and phase.name not in seen:
            seen.add(phase.name)
            yield _name(process, phase)


def _element(process: Process, phase: Phase) -> Element:
    if phase.element is not None and phase.element.kind is Kind.START_EVENT:
        kind = Kind.START_EVENT
    elif phase.status in TERMINAL:
        kind = Kind.END_EVENT
    else:
        kind = Kind.USER_TASK if phase.own else Kind.TASK
    name = _name(process, phase)
    return Element(id=phase.name, kind=kind, name=name, scope=process.id, line=process.line)


def _name(process: Process, phase: Phase) -> str:
    if phase.element is not None:
        return phase.element.label
    if phase.name == DELIVERY:
        return said("phase.delivery", ways=", ".join(_ways(process)))
    if phase.status in TERMINAL:
        return said(f"phase.end-{phase.status}")
    return said(f"phase.{phase.status}") if phase.status else phase.name


def _ways(process: Process) -> Iterator[str]:
    """How the result may be had."""
    drawn = {each.properties.get("delivery") for each in process.elements.values()}
    return (said(f"delivery.{way}") for way in WAYS if way in drawn)


def _flows(process: Process, phases: Mapping[str, Phase]) -> dict[str, SequenceFlow]:
    """One between each two phases that follow each other."""
    found: dict[str, SequenceFlow] = {}
    for flow in process.flows.values():
        source = process.elements[flow.source]
        ends = (phases.get(source.attached_to or source.id), phases.get(flow.target))
        if ends[0] is None or ends[1] is None or ends[0].name == ends[1].name:
            continue
        if ends[0].status in TERMINAL:
            continue
        name = f"{ends[0].name}-{ends[1].name}"
        found[name] = SequenceFlow(
            id=name,
            name=None,
            source=ends[0].name,
            target=ends[1].name,
            scope=process.id,
            line=flow.line,
        )
    return found


def _lane(identity: str, name: str, phases: Iterable[Phase]) -> Lane:
    return Lane(id=identity, name=name, line=0, elements=tuple(each.name for each in phases))
