"""What may stand where in a drawing: attributes and children of each element we know.

The tables follow BPMN 2.0's class diagrams (chapters 8 and 10) and Camunda 8's `zeebe:` reference.
An element or attribute of these two vocabularies that is not in the tables has no meaning we could
execute.
"""

from __future__ import annotations

from .elements import KINDS
from .events import DEFINITIONS
from .model import EVENTS, GATEWAYS, SCOPES, Kind
from .names import BPMN, ZEEBE

Names = frozenset[str]


def names(*texts: str) -> Names:
    return frozenset(" ".join(texts).split())


DOCUMENTS = names("documentation extensionElements")
"""Children every element may have."""

FLOW_ELEMENT = names("auditing monitoring categoryValueRef")
FLOW_NODE = FLOW_ELEMENT | names("incoming outgoing")
ACTIVITY = FLOW_NODE | names(
    "ioSpecification property dataInputAssociation dataOutputAssociation",
    "multiInstanceLoopCharacteristics standardLoopCharacteristics",
)
CATCHING = FLOW_NODE | names("property dataOutput dataOutputAssociation outputSet")
THROWING = FLOW_NODE | names("property dataInput dataInputAssociation inputSet")
ARTIFACTS = names("association group textAnnotation")
FLOW_ELEMENTS = ARTIFACTS | names(
    *KINDS, "sequenceFlow dataObject dataObjectReference dataStoreReference"
)
EVENT = frozenset(DEFINITIONS) | {"eventDefinitionRef"}
CATCHING_EVENTS = frozenset({Kind.START_EVENT, Kind.CATCH_EVENT, Kind.BOUNDARY_EVENT})

ROOT = names(
    "category choreography collaboration conversation correlationProperty dataStore endPoint error",
    "escalation extension globalBusinessRuleTask globalChoreographyTask globalConversation",
    "globalManualTask globalScriptTask globalTask globalUserTask import interface itemDefinition",
    "message partnerEntity partnerRole process relationship resource signal",
    *DEFINITIONS,
)
DOCUMENTARY = ROOT - names(
    "message signal error escalation process collaboration extension", *DEFINITIONS
)
"""Root elements that say nothing about how a process runs: not looked into."""

CHILDREN: dict[str, Names] = {
    "definitions": ROOT,
    "process": FLOW_ELEMENTS
    | names("auditing monitoring property ioSpecification laneSet supports"),
    "collaboration": ARTIFACTS
    | names(
        "participant messageFlow conversationNode conversation subConversation callConversation"
    )
    | names("conversationAssociation participantAssociation messageFlowAssociation correlationKey")
    | names("choreographyRef conversationLink"),
    "laneSet": names("lane"),
    "childLaneSet": names("lane"),
    "dataInputAssociation": names("sourceRef targetRef"),
    "dataOutputAssociation": names("sourceRef targetRef"),
    "lane": names("flowNodeRef childLaneSet partitionElement"),
    "sequenceFlow": FLOW_ELEMENT | names("conditionExpression"),
    "multiInstanceLoopCharacteristics": names("loopCardinality completionCondition"),
    "standardLoopCharacteristics": names("loopCondition"),
    "timerEventDefinition": names("timeDate timeDuration timeCycle"),
    "conditionalEventDefinition": names("condition"),
    "messageEventDefinition": names("operationRef"),
    "linkEventDefinition": names("source target"),
    **{str(kind): ACTIVITY for kind in Kind if kind.is_activity},
    **{str(kind): ACTIVITY | FLOW_ELEMENTS | {"laneSet"} for kind in SCOPES},
    **{str(kind): FLOW_NODE for kind in GATEWAYS},
    **{str(kind): EVENT | CATCHING for kind in CATCHING_EVENTS},
    **{str(kind): EVENT | THROWING for kind in EVENTS - CATCHING_EVENTS},
}
CHILDREN[Kind.AD_HOC] |= names("completionCondition")
CHILDREN[Kind.COMPLEX_GATEWAY] |= names("activationCondition")

NOT_LOOKED_INTO = DOCUMENTARY | names(
    "auditing monitoring ioSpecification property dataInput dataOutput inputSet outputSet",
    "dataObject dataObjectReference dataStoreReference group textAnnotation association",
    "documentation partitionElement messageFlow participant",
)
"""Elements that document, or whose inside documents: whatever they hold changes nothing."""

LOOPS = names("multiInstanceLoopCharacteristics standardLoopCharacteristics")
TIMES = names("timeDate timeDuration timeCycle")
ONCE_IN_BPMN = names(
    "extensionElements conditionExpression condition loopCardinality loopCondition",
    "completionCondition activationCondition",
)
ONCE_IN_ZEEBE = names(
    "taskDefinition taskHeaders ioMapping userTask assignmentDefinition taskSchedule",
    "formDefinition priorityDefinition calledElement calledDecision loopCharacteristics",
    "subscription script adHoc versionTag",
)
ONCE: dict[str, str] = {
    **{f"{{{BPMN}}}{name}": "loop" for name in LOOPS},
    **{f"{{{BPMN}}}{name}": "time" for name in TIMES},
    **{f"{{{BPMN}}}{name}": name for name in ONCE_IN_BPMN},
    **{f"{{{ZEEBE}}}{name}": name for name in ONCE_IN_ZEEBE},
}
"""Children, by their tags, of which an element has one at most; and what it has one of."""

BASE_ATTRIBUTES = names("id name")
ACTIVITY_ATTRIBUTES = names("isForCompensation startQuantity completionQuantity default")
TASK_ATTRIBUTES = ACTIVITY_ATTRIBUTES | names("implementation operationRef")
EXPRESSION_ATTRIBUTES = names("id evaluatesToTypeRef language")
EXPRESSIONS = names(
    "conditionExpression condition timeDate timeDuration timeCycle",
    "loopCardinality loopCondition completionCondition activationCondition",
)

ATTRIBUTES: dict[str, Names] = {
    "definitions": names(
        "targetNamespace expressionLanguage typeLanguage exporter exporterVersion schemaLocation"
    ),
    "process": names("isExecutable isClosed processType definitionalCollaborationRef"),
    "collaboration": names("isClosed"),
    "extension": names("mustUnderstand definition"),
    "lane": names("partitionElementRef"),
    "sequenceFlow": names("sourceRef targetRef isImmediate"),
    "message": names("itemRef"),
    "signal": names("structureRef"),
    "error": names("errorCode structureRef"),
    "escalation": names("escalationCode structureRef"),
    "startEvent": names("isInterrupting parallelMultiple"),
    "intermediateCatchEvent": names("parallelMultiple"),
    "boundaryEvent": names("parallelMultiple cancelActivity attachedToRef"),
    "messageEventDefinition": names("messageRef"),
    "signalEventDefinition": names("signalRef"),
    "errorEventDefinition": names("errorRef"),
    "escalationEventDefinition": names("escalationRef"),
    "compensateEventDefinition": names("activityRef waitForCompletion"),
    "multiInstanceLoopCharacteristics": names(
        "isSequential behavior oneBehaviorEventRef noneBehaviorEventRef"
    ),
    "standardLoopCharacteristics": names("testBefore loopMaximum"),
    "exclusiveGateway": names("default gatewayDirection"),
    "inclusiveGateway": names("default gatewayDirection"),
    "complexGateway": names("default gatewayDirection"),
    "parallelGateway": names("gatewayDirection"),
    "eventBasedGateway": names("gatewayDirection instantiate eventGatewayType"),
    "callActivity": ACTIVITY_ATTRIBUTES,
    "subProcess": ACTIVITY_ATTRIBUTES | names("triggeredByEvent"),
    "transaction": ACTIVITY_ATTRIBUTES | names("triggeredByEvent method"),
    "adHocSubProcess": ACTIVITY_ATTRIBUTES
    | names("triggeredByEvent ordering cancelRemainingInstances"),
    "task": ACTIVITY_ATTRIBUTES,
    "manualTask": ACTIVITY_ATTRIBUTES,
    "userTask": TASK_ATTRIBUTES,
    "serviceTask": TASK_ATTRIBUTES,
    "businessRuleTask": TASK_ATTRIBUTES,
    "scriptTask": ACTIVITY_ATTRIBUTES,
    "sendTask": TASK_ATTRIBUTES | names("messageRef"),
    "receiveTask": TASK_ATTRIBUTES | names("messageRef instantiate"),
    **dict.fromkeys(EXPRESSIONS, EXPRESSION_ATTRIBUTES),
}

FEEL_LANGUAGES = names(
    "feel FEEL http://www.omg.org/spec/FEEL/20140401",
    "https://www.omg.org/spec/DMN/20180521/FEEL/ https://www.omg.org/spec/DMN/20191111/FEEL/",
    "https://www.omg.org/spec/DMN/20211108/FEEL/ https://www.omg.org/spec/DMN/20230324/FEEL/",
)

VALUES: dict[str, Names] = {
    **dict.fromkeys(
        names(
            "isExecutable isInterrupting parallelMultiple cancelActivity waitForCompletion",
            "isSequential testBefore instantiate triggeredByEvent cancelRemainingInstances",
            "isForCompensation",
        ),
        names("true false 1 0"),
    ),
    "gatewayDirection": names("Unspecified Converging Diverging Mixed"),
    "eventGatewayType": names("Exclusive"),
    "behavior": names("All None One Complex"),
    "isImmediate": names("true 1"),
    "method": names("##Compensate"),
    "mustUnderstand": names("false 0"),
    "processType": names("None Private"),
    "ordering": names("Parallel Sequential"),
    "language": FEEL_LANGUAGES,
    "bindingType": names("latest deployment versionTag"),
    "propagateAllParentVariables": names("true false"),
    "propagateAllChildVariables": names("true false"),
}
"""Attributes with few values.

Not among them are an instantiating parallel event gateway, transactions of another protocol than
compensation, extensions that must be understood, and what BPMN denies an executable process:
flows that are not immediate (8.3.13), and being public (10.2).
"""

COUNTS = names("startQuantity completionQuantity loopMaximum")

JOBS = frozenset(
    {
        Kind.SERVICE_TASK,
        Kind.SEND_TASK,
        Kind.SCRIPT_TASK,
        Kind.BUSINESS_RULE_TASK,
        Kind.THROW_EVENT,
        Kind.END_EVENT,
    }
)
FLOW_NODES = frozenset(Kind)
MAPPED = FLOW_NODES - GATEWAYS
USER = frozenset({Kind.USER_TASK})

ZEEBE_OWNERS: dict[str, frozenset[str]] = {
    "taskDefinition": JOBS,
    "taskHeaders": JOBS | USER,
    "ioMapping": MAPPED,
    "userTask": USER,
    "assignmentDefinition": USER,
    "taskSchedule": USER,
    "priorityDefinition": USER,
    "formDefinition": USER | {Kind.START_EVENT},
    "calledElement": frozenset({Kind.CALL_ACTIVITY}),
    "calledDecision": frozenset({Kind.BUSINESS_RULE_TASK}),
    "loopCharacteristics": frozenset({"multiInstanceLoopCharacteristics"}),
    "subscription": frozenset({"message"}),
    "script": frozenset({Kind.SCRIPT_TASK}),
    "versionTag": frozenset({"process"}),
    "adHoc": frozenset({Kind.AD_HOC}),
    "properties": FLOW_NODES | names("process sequenceFlow lane participant collaboration"),
}
"""`zeebe:` extension elements, and the BPMN elements that may carry them."""

ZEEBE_ATTRIBUTES: dict[str, Names] = {
    "taskDefinition": names("type retries"),
    "assignmentDefinition": names("assignee candidateGroups candidateUsers"),
    "taskSchedule": names("dueDate followUpDate"),
    "priorityDefinition": names("priority"),
    "formDefinition": names("formId bindingType"),
    "calledElement": names(
        "processId propagateAllParentVariables propagateAllChildVariables bindingType versionTag"
    ),
    "calledDecision": names("decisionId resultVariable bindingType versionTag"),
    "loopCharacteristics": names("inputCollection inputElement outputCollection outputElement"),
    "subscription": names("correlationKey"),
    "script": names("expression resultVariable"),
    "versionTag": names("value"),
    "adHoc": names("activeElementsCollection"),
    "header": names("key value"),
    "input": names("source target"),
    "output": names("source target"),
    "property": names("name value"),
}

ZEEBE_CHILDREN: dict[str, Names] = {
    "taskHeaders": names("header"),
    "ioMapping": names("input output"),
    "properties": names("property"),
}

TOOL_ATTRIBUTES = names(
    "modelerTemplate modelerTemplateName modelerTemplateVersion modelerTemplateIcon",
    "diagramRelationId",
)
"""What a modeler notes for itself, in Camunda's namespaces."""
