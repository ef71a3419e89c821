"""The drawing as typed values: what the file says, with the lines and the picture it came from.

Nothing here decides anything. The reader fills these values, the linter judges them, the builder
turns them into specs; the pages, the level and the diff work on them too. Expressions are kept as
written: text that begins with `=` is FEEL, anything else is static text (Camunda 8's convention).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """A flow node, by the name of its BPMN element."""

    TASK = "task"
    USER_TASK = "userTask"
    MANUAL_TASK = "manualTask"
    SERVICE_TASK = "serviceTask"
    SEND_TASK = "sendTask"
    RECEIVE_TASK = "receiveTask"
    SCRIPT_TASK = "scriptTask"
    BUSINESS_RULE_TASK = "businessRuleTask"
    START_EVENT = "startEvent"
    END_EVENT = "endEvent"
    CATCH_EVENT = "intermediateCatchEvent"
    THROW_EVENT = "intermediateThrowEvent"
    BOUNDARY_EVENT = "boundaryEvent"
    EXCLUSIVE_GATEWAY = "exclusiveGateway"
    PARALLEL_GATEWAY = "parallelGateway"
    INCLUSIVE_GATEWAY = "inclusiveGateway"
    EVENT_GATEWAY = "eventBasedGateway"
    COMPLEX_GATEWAY = "complexGateway"
    SUB_PROCESS = "subProcess"
    TRANSACTION = "transaction"
    AD_HOC = "adHocSubProcess"
    CALL_ACTIVITY = "callActivity"

    @property
    def is_event(self) -> bool:
        return self in EVENTS

    @property
    def is_gateway(self) -> bool:
        return self in GATEWAYS

    @property
    def is_activity(self) -> bool:
        return not self.is_event and not self.is_gateway

    @property
    def is_scope(self) -> bool:
        """Whether other elements are drawn inside it."""
        return self in SCOPES


EVENTS = frozenset(
    {
        Kind.START_EVENT,
        Kind.END_EVENT,
        Kind.CATCH_EVENT,
        Kind.THROW_EVENT,
        Kind.BOUNDARY_EVENT,
    }
)
GATEWAYS = frozenset(
    {
        Kind.EXCLUSIVE_GATEWAY,
        Kind.PARALLEL_GATEWAY,
        Kind.INCLUSIVE_GATEWAY,
        Kind.EVENT_GATEWAY,
        Kind.COMPLEX_GATEWAY,
    }
)
SCOPES = frozenset({Kind.SUB_PROCESS, Kind.TRANSACTION, Kind.AD_HOC})


class EventKind(StrEnum):
    """What an event is about, by the name of its BPMN event definition."""

    NONE = "none"
    MESSAGE = "message"
    TIMER = "timer"
    SIGNAL = "signal"
    CONDITIONAL = "conditional"
    ERROR = "error"
    ESCALATION = "escalation"
    COMPENSATE = "compensate"
    CANCEL = "cancel"
    LINK = "link"
    TERMINATE = "terminate"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDefinition:
    """One event definition.

    value: by kind – name of the message, signal or link; code of the error or escalation (None:
    any); text of the timer or condition; id of the activity to compensate (None: all of the scope).
    timer: `date`, `duration` or `cycle`. key: the correlation key of a message, a FEEL text.
    refers_to: the id the file referred to (message, signal, error, escalation), resolved or not.
    """

    kind: EventKind
    line: int
    value: str | None = None
    timer: str | None = None
    key: str | None = None
    refers_to: str | None = None
    wait_for_completion: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class MultiInstance:
    """`multiInstanceLoopCharacteristics` with Camunda's `loopCharacteristics`.

    thrown: by `behavior` None when any instance completes, by One when the first does.
    """

    line: int
    sequential: bool
    input_collection: str | None = None
    input_element: str | None = None
    output_collection: str | None = None
    output_element: str | None = None
    completion_condition: str | None = None
    cardinality: str | None = None
    behavior: str = "All"
    thrown: EventDefinition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardLoop:
    """`standardLoopCharacteristics`; `maximum` None means no maximum."""

    line: int
    condition: str | None
    maximum: int | None
    test_before: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class JobDefinition:
    """`zeebe:taskDefinition` and `zeebe:taskHeaders`."""

    type: str
    line: int
    retries: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """Who works a user task, and by when; every value as written (static or FEEL)."""

    assignee: str | None = None
    candidate_groups: str | None = None
    candidate_users: str | None = None
    due_date: str | None = None
    follow_up_date: str | None = None
    priority: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    expression: str
    result_variable: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledProcess:
    """`zeebe:calledElement`."""

    process_id: str
    line: int
    propagate_all_parent_variables: bool = True
    propagate_all_child_variables: bool = True
    binding: str = "latest"
    version_tag: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledDecision:
    """`zeebe:calledDecision`."""

    decision_id: str
    result_variable: str
    line: int
    binding: str = "latest"
    version_tag: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdHoc:
    """What an ad-hoc sub-process says of itself."""

    ordering: str = "Parallel"
    completion_condition: str | None = None
    cancel_remaining: bool = True
    active_elements: str | None = None


@dataclass(frozen=True, slots=True)
class VariableMapping:
    """An input or output of `zeebe:ioMapping`: the source text and the variable it goes to."""

    source: str
    target: str
    line: int


@dataclass(frozen=True, slots=True)
class Unread:
    """Something the reader has no place for; the linter decides whether it matters.

    what: `bpmn:name`, `zeebe:name`, `{namespace}name`, or for an attribute `bpmn:name@attribute`
    (with `="value"` where only the value is unknown). owner: the id of the element it belongs to.
    again: it is known, but stands there a second time.
    """

    what: str
    line: int
    owner: str | None = None
    again: bool = False


@dataclass(slots=True, kw_only=True)
class Element:
    """A flow node as drawn."""

    id: str
    kind: Kind
    name: str | None
    scope: str
    line: int
    events: tuple[EventDefinition, ...] = ()
    parallel_multiple: bool = False
    instantiate: bool = False
    loop: MultiInstance | StandardLoop | None = None
    default: str | None = None
    attached_to: str | None = None
    interrupting: bool = True
    triggered_by_event: bool = False
    for_compensation: bool = False
    compensated_by: str | None = None
    start_quantity: int = 1
    completion_quantity: int = 1
    job: JobDefinition | None = None
    assignment: Assignment = field(default_factory=Assignment)
    form_id: str | None = None
    script: Script | None = None
    called: CalledProcess | None = None
    decision: CalledDecision | None = None
    ad_hoc: AdHoc | None = None
    activation_condition: str | None = None
    inputs: tuple[VariableMapping, ...] = ()
    outputs: tuple[VariableMapping, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)
    documentation: str = ""
    unread: tuple[Unread, ...] = ()
    direction: str | None = None

    @property
    def label(self) -> str:
        """What the analyst calls it: the label if there is one, else the id."""
        return " ".join(self.name.split()) if self.name and self.name.strip() else self.id

    @property
    def event(self) -> EventDefinition:
        """The only event definition; `none` for an event without one."""
        return (
            self.events[0] if self.events else EventDefinition(kind=EventKind.NONE, line=self.line)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SequenceFlow:
    id: str
    name: str | None
    source: str
    target: str
    scope: str
    line: int
    condition: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A lane, with the ids of the elements drawn in it. `parent` is the lane it lies in."""

    id: str
    name: str | None
    line: int
    elements: tuple[str, ...]
    parent: str | None = None

    @property
    def label(self) -> str:
        return self.name or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class DataReference:
    """Data objects, data stores and data associations: kept as documentation of the drawing."""

    id: str
    kind: str
    name: str | None
    scope: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Association:
    """The dotted line: from a note, or from a compensation event to the activity that undoes."""

    id: str
    source: str
    target: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """A text annotation or a group (`kind`), told to the reader of the picture alone."""

    id: str
    kind: str
    text: str
    scope: str
    line: int


@dataclass(slots=True, kw_only=True)
class Process:
    id: str
    name: str | None
    line: int
    executable: bool = True
    elements: dict[str, Element] = field(default_factory=dict)
    flows: dict[str, SequenceFlow] = field(default_factory=dict)
    lanes: tuple[Lane, ...] = ()
    references: tuple[DataReference, ...] = ()
    associations: tuple[Association, ...] = ()
    artifacts: tuple[Artifact, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)
    version_tag: str | None = None
    documentation: str = ""
    unread: tuple[Unread, ...] = ()

    @property
    def label(self) -> str:
        return self.name or self.id

    def inside(self, scope: str) -> Iterator[Element]:
        """The elements drawn directly in the process or sub-process, in document order."""
        return (element for element in self.elements.values() if element.scope == scope)

    def leaving(self, element_id: str) -> Iterator[SequenceFlow]:
        return (flow for flow in self.flows.values() if flow.source == element_id)

    def arriving(self, element_id: str) -> Iterator[SequenceFlow]:
        return (flow for flow in self.flows.values() if flow.target == element_id)

    def boundaries(self, element_id: str) -> Iterator[Element]:
        return (e for e in self.elements.values() if e.attached_to == element_id)

    def lane_of(self, element_id: str) -> Lane | None:
        """The innermost lane of an element; of a nested element, the lane of its sub-process."""
        while element_id in self.elements:
            for lane in reversed(self.lanes):
                if element_id in lane.elements:
                    return lane
            element = self.elements[element_id]
            element_id = element.attached_to or element.scope
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A pool; `process` None is a black box."""

    id: str
    name: str | None
    line: int
    process: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageFlow:
    id: str
    name: str | None
    source: str
    target: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """A message, signal, error or escalation that events refer to. `code` and `key` by kind."""

    id: str
    kind: EventKind
    name: str | None
    line: int
    code: str | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Something names an id: `attribute` of the element `owner` names `target`."""

    owner: str
    attribute: str
    target: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicate:
    """An id given to a second element; the model keeps the first."""

    id: str
    line: int
    first_line: int


@dataclass(frozen=True, slots=True)
class Bounds:
    """A rectangle of the picture, in diagram units."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How an element is drawn."""

    element: str
    bounds: Bounds
    label: Bounds | None = None
    expanded: bool | None = None
    horizontal: bool | None = None
    marker_visible: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """How a flow is drawn."""

    element: str
    waypoints: tuple[tuple[float, float], ...]
    label: Bounds | None = None


@dataclass(slots=True, kw_only=True)
class Diagram:
    shapes: dict[str, Shape] = field(default_factory=dict)
    edges: dict[str, Edge] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Drawing:
    """One BPMN file.

    ids: of everything in the BPMN namespace, with the line. nameless: elements without an id.
    dangling: references to ids that are nowhere in the file. artifacts and associations: those
    drawn beside the pools.
    """

    file: str
    processes: dict[str, Process] = field(default_factory=dict)
    participants: tuple[Participant, ...] = ()
    message_flows: tuple[MessageFlow, ...] = ()
    artifacts: tuple[Artifact, ...] = ()
    associations: tuple[Association, ...] = ()
    diagram: Diagram = field(default_factory=Diagram)
    platform_version: str | None = None
    platform: str | None = None
    declarations: dict[str, Declaration] = field(default_factory=dict)
    ids: Mapping[str, int] = field(default_factory=dict)
    nameless: tuple[Unread, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    dangling: tuple[Reference, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def executable(self) -> list[Process]:
        return [process for process in self.processes.values() if process.executable]

    def find(self, element_id: str) -> tuple[Process, Element] | None:
        for process in self.processes.values():
            if element_id in process.elements:
                return process, process.elements[element_id]
        return None
