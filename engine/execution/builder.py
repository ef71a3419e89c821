"""A process as drawn -> a program.

No recursion: a thousand elements in a row are a thousand entries in a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..bpmn.model import (
    Element,
    EventKind,
    Kind,
    MultiInstance,
    Process,
    SequenceFlow,
)
from .names import written_names
from .program import ProcessProgram
from .reach import links, reaches
from .specs import (
    activities,
    adhoc,
    catching,
    compensation,
    events,
    gateways,
    repetition,
    scopes,
    throwing,
)
from .specs.node import Node, PassThrough, Way

KINDS: Mapping[Kind, type[Node]] = {
    Kind.TASK: PassThrough,
    Kind.MANUAL_TASK: PassThrough,
    Kind.USER_TASK: activities.UserTask,
    Kind.RECEIVE_TASK: events.CatchEvent,
    Kind.CATCH_EVENT: events.CatchEvent,
    Kind.BOUNDARY_EVENT: events.BoundaryEvent,
    Kind.START_EVENT: events.StartEvent,
    Kind.EXCLUSIVE_GATEWAY: gateways.ExclusiveGateway,
    Kind.PARALLEL_GATEWAY: gateways.ParallelGateway,
    Kind.INCLUSIVE_GATEWAY: gateways.InclusiveGateway,
    Kind.COMPLEX_GATEWAY: gateways.ComplexGateway,
    Kind.EVENT_GATEWAY: gateways.EventGateway,
    Kind.SUB_PROCESS: scopes.SubProcess,
    Kind.TRANSACTION: scopes.SubProcess,
    Kind.AD_HOC: adhoc.AdHocSubProcess,
    Kind.CALL_ACTIVITY: scopes.CallActivity,
}

THROWN: Mapping[EventKind, type[Node]] = {
    EventKind.NONE: PassThrough,
    EventKind.LINK: PassThrough,
    EventKind.MESSAGE: throwing.Throwing,
    EventKind.SIGNAL: throwing.Throwing,
    EventKind.ESCALATION: throwing.Throwing,
    EventKind.ERROR: throwing.Throwing,
    EventKind.TERMINATE: throwing.Throwing,
    EventKind.COMPENSATE: compensation.CompensationThrow,
    EventKind.CANCEL: compensation.CancelEnd,
}

BY_JOB = frozenset(
    {
        Kind.SERVICE_TASK,
        Kind.SEND_TASK,
        Kind.SCRIPT_TASK,
        Kind.BUSINESS_RULE_TASK,
        Kind.THROW_EVENT,
        Kind.END_EVENT,
    }
)
"""Elements that a handler may do: those with a `taskDefinition`."""


def build_program(
    key: str, deployment: str, process: Process, *, lane_groups: Mapping[str, str]
) -> ProcessProgram:
    """Specs and compiled expressions of a process the linter has passed.

    key: of the definition version. Raises FeelSyntaxError for an expression that is none.
    """
    program = ProcessProgram(key, deployment, process, lane_groups, written_names(process))
    root = Element(
        id=process.id, kind=Kind.SUB_PROCESS, name=process.name, scope="", line=process.line
    )
    program.start = scopes.ProcessScope(program, root, f"#{process.id}")  # `#` is in no XML id
    _Builder(program, process).build()
    return program


@dataclass(slots=True)
class _Builder:
    program: ProcessProgram
    process: Process
    opened: dict[str, scopes.Scope] = field(default_factory=dict)

    def build(self) -> None:
        start = self.program.start
        assert isinstance(start, scopes.ProcessScope)  # noqa: S101 - made a moment ago
        self.opened[self.process.id] = start
        for element in self.process.elements.values():
            self._add(element)
        for flow in self.process.flows.values():
            self._connect(flow)
        self._connect_links()
        for element in self.process.elements.values():
            self._attach(element)
        for scope_id, scope in self.opened.items():
            self._open(scope_id, scope)
        self._look_back()

    # -- one element ----------------------------------------------------------

    def _add(self, element: Element) -> None:
        spec_class = self._class_of(element)
        if element.loop is None:
            spec = spec_class(self.program, element)
        else:
            spec = spec_class(self.program, element, f"{element.id}#each")
            _body_of(element)(self.program, element, spec)
        if isinstance(spec, scopes.Scope):
            self.opened[element.id] = spec
            spec.undo = compensation.Undo(self.program, element, f"{element.id}#undo")
        if isinstance(spec, catching.Catching) and len(element.events) > 1:
            numbers = range(len(element.events))
            spec.parts = [catching.EventPart(self.program, spec, number) for number in numbers]
        if isinstance(spec, compensation.CompensationThrow) and spec.in_background:
            spec.background = compensation.Undo(self.program, element, f"{element.id}#background")

    def _class_of(self, element: Element) -> type[Node]:
        if element.job is not None and element.kind in BY_JOB:
            return activities.JobTask
        if element.kind in (Kind.END_EVENT, Kind.THROW_EVENT):
            return THROWN[element.event.kind]
        if element.kind is Kind.SUB_PROCESS and element.triggered_by_event:
            return scopes.EventSubProcess
        if element.kind is Kind.START_EVENT and self._starts_event_sub_process(element):
            return events.EventSubProcessStart
        return KINDS.get(element.kind) or _done_here(element)

    def _starts_event_sub_process(self, element: Element) -> bool:
        scope = self.process.elements.get(element.scope)
        return scope is not None and scope.triggered_by_event

    # -- flows ----------------------------------------------------------------

    def _connect(self, flow: SequenceFlow) -> None:
        source, target = self._spec(flow.source), self._spec(flow.target)
        condition = self.program.optional(flow.condition)
        is_default = flow.id == source.element.default
        source.ways.append(Way(flow.id, target, None if is_default else condition, is_default))
        target.incoming.append(flow.id)

    def _connect_links(self) -> None:
        """A link is a flow drawn in two pieces."""
        for thrower, catcher in links(self.process):
            name = f"{thrower.id}~{catcher.id}"
            target = self._spec(catcher.id)
            self._spec(thrower.id).ways.append(Way(name, target, None, False, is_drawn=False))
            target.incoming.append(name)

    def _attach(self, element: Element) -> None:
        spec = self._spec(element.id)
        if element.attached_to:
            host = self._spec(element.attached_to)
            assert isinstance(spec, catching.Catching)  # noqa: S101 - only boundary events are attached
            host.boundaries.append(spec)
            if element.event.kind is EventKind.COMPENSATE:
                host.undo_event = spec
        if element.compensated_by:
            spec.undone_by = self._spec(element.compensated_by)
        if isinstance(spec, gateways.EventGateway) and element.instantiate:
            for way in spec.ways:
                assert isinstance(way.target, events.CatchEvent)  # noqa: S101 - the linter's rule
                way.target.instantiated_by = spec

    # -- scopes ---------------------------------------------------------------

    def _open(self, scope_id: str, scope: scopes.Scope) -> None:
        inside = list(self.process.inside(scope_id))
        for element in inside:
            if element.triggered_by_event:
                self._listen(scope, element)
        scope.starts = [self._spec(each.id) for each in self._starts(inside)]
        if isinstance(scope.undo, compensation.Undo):
            scope.undo.start = scope.undo_start

    def _listen(self, scope: scopes.Scope, event_sub_process: Element) -> None:
        spec = self.program.task_specs[event_sub_process.id]
        for element in self.process.inside(event_sub_process.id):
            start = self._spec(element.id)
            if isinstance(start, events.EventSubProcessStart):
                assert isinstance(spec, scopes.EventSubProcess)  # noqa: S101 - it is triggered by an event
                start.event_sub_process = spec
                if element.event.kind is EventKind.COMPENSATE:
                    scope.undo_start = start
                else:
                    scope.event_starts.append(start)

    def _starts(self, inside: Iterable[Element]) -> list[Element]:
        """The plain start events; where there is no start event, all that nothing leads to."""
        drawn = list(inside)
        starts = [each for each in drawn if each.kind is Kind.START_EVENT]
        if starts:
            return [each for each in starts if each.event.kind is EventKind.NONE]
        return [each for each in drawn if self._begins_unasked(each)]

    def _begins_unasked(self, element: Element) -> bool:
        return not (
            self._spec(element.id).incoming
            or element.attached_to
            or element.triggered_by_event
            or element.for_compensation
            or element.instantiate
        )

    # -- joins ----------------------------------------------------------------

    def _look_back(self) -> None:
        for spec in self.program.task_specs.values():
            if isinstance(spec, gateways.InclusiveGateway):
                joined = self.process, spec.name, spec.incoming
                spec.sources = reaches(*joined, over_borders=True)
                spec.sources_by_flow = reaches(*joined, over_borders=False)

    def _spec(self, element_id: str) -> Node:
        return self.program.task_specs[element_id]


def _body_of(element: Element) -> type[repetition.Body]:
    return (
        repetition.MultiInstanceBody
        if isinstance(element.loop, MultiInstance)
        else repetition.LoopBody
    )


def _done_here(element: Element) -> type[Node]:
    """Elements whose class depends on what they carry."""
    if element.script is not None:
        return activities.ScriptTask
    if element.decision is not None:
        return activities.DecisionTask
    if element.event.kind is EventKind.MESSAGE:
        return throwing.Throwing
    return PassThrough
