"""Every text of an element that may be an expression, with what it is called in the modeler."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from .chart import Chart
from .model import (
    AdHoc,
    Assignment,
    Element,
    EventDefinition,
    EventKind,
    Kind,
    MultiInstance,
    StandardLoop,
)
from .rule import Place

FEEL_MARK = "="


class Form(StrEnum):
    """How a text may be written: as FEEL with a leading `=`, as it stands, or either way."""

    FEEL = "feel"
    STATIC = "static"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Text:
    """role: the attribute or element it is written in. label: of the flow, where it is a flow's."""

    place: Place
    role: str
    text: str
    line: int
    form: Form
    label: str | None = None

    @property
    def is_feel(self) -> bool:
        return self.text.lstrip().startswith(FEEL_MARK)

    @property
    def feel(self) -> str:
        """The expression without its mark."""
        return self.text.strip()[1:]


Written = tuple[str, str | None, Form]
"""A role, its text if there is one, and the form it must have."""

THROWING = frozenset({Kind.THROW_EVENT, Kind.END_EVENT, Kind.SEND_TASK})
NAMED = frozenset({EventKind.MESSAGE, EventKind.SIGNAL})
"""Names may be computed when the event is reached; codes only when they are thrown."""

DEFINED = {
    EventKind.MESSAGE: "name",
    EventKind.SIGNAL: "name",
    EventKind.LINK: "name",
    EventKind.ERROR: "errorCode",
    EventKind.ESCALATION: "escalationCode",
}


def texts_of(chart: Chart) -> Iterator[Text]:
    """All texts of a process, in document order of the elements, then of the flows."""
    for element in chart.elements():
        yield from _of_element(element)
    for flow in chart.process.flows.values():
        if flow.condition is not None:
            label = chart.called(flow)
            yield Text(flow, "conditionExpression", flow.condition, flow.line, Form.FEEL, label)


def _of_element(element: Element) -> Iterator[Text]:
    for role, text, form in _written(element):
        if text is not None:
            yield Text(element, role, text, element.line, form)
    for mapping in (*element.inputs, *element.outputs):
        yield Text(element, f"source → {mapping.target}", mapping.source, mapping.line, Form.EITHER)
    for event in element.events:
        for role, text, form in _of_event(event, element.kind in THROWING):
            if text is not None:
                yield Text(element, role, text, event.line, form)


def _written(element: Element) -> Iterator[Written]:
    yield "formId", element.form_id, Form.EITHER
    yield "activationCondition", element.activation_condition, Form.FEEL
    if element.job:
        yield "type", element.job.type or None, Form.EITHER
        yield "retries", element.job.retries, Form.EITHER
    if element.script:
        yield "expression", element.script.expression or None, Form.FEEL
    if element.called:
        yield "processId", element.called.process_id or None, Form.EITHER
    if element.decision:
        yield "decisionId", element.decision.decision_id or None, Form.EITHER
    yield from _of_assignment(element.assignment)
    yield from _of_loop(element.loop)
    yield from _of_ad_hoc(element.ad_hoc)


def _of_assignment(assignment: Assignment) -> Iterator[Written]:
    yield "assignee", assignment.assignee, Form.EITHER
    yield "candidateGroups", assignment.candidate_groups, Form.EITHER
    yield "candidateUsers", assignment.candidate_users, Form.EITHER
    yield "dueDate", assignment.due_date, Form.EITHER
    yield "followUpDate", assignment.follow_up_date, Form.EITHER
    yield "priority", assignment.priority, Form.EITHER


def _of_loop(loop: MultiInstance | StandardLoop | None) -> Iterator[Written]:
    if isinstance(loop, StandardLoop):
        yield "loopCondition", loop.condition, Form.FEEL
    if isinstance(loop, MultiInstance):
        yield "inputCollection", loop.input_collection, Form.FEEL
        yield "outputElement", loop.output_element, Form.FEEL
        yield "completionCondition", loop.completion_condition, Form.FEEL
        yield "loopCardinality", loop.cardinality, Form.EITHER


def _of_ad_hoc(ad_hoc: AdHoc | None) -> Iterator[Written]:
    if ad_hoc:
        yield "completionCondition", ad_hoc.completion_condition, Form.FEEL
        yield "activeElementsCollection", ad_hoc.active_elements, Form.FEEL


def _of_event(event: EventDefinition, thrown: bool) -> Iterator[Written]:
    if event.kind in DEFINED:
        computable = event.kind in NAMED or (thrown and event.kind is not EventKind.LINK)
        yield DEFINED[event.kind], event.value, Form.EITHER if computable else Form.STATIC
    if event.kind is EventKind.MESSAGE:
        yield "correlationKey", event.key, Form.FEEL
    if event.kind is EventKind.CONDITIONAL:
        yield "condition", event.value, Form.FEEL
    if event.kind is EventKind.TIMER:
        yield event.timer or "timer", event.value, Form.EITHER
