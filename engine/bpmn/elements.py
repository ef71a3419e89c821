"""One flow node of the file -> an Element."""

from __future__ import annotations

from .attributes import documentation, identity, properties, referred, text_in, truth, whole
from .events import Declarations, Shared, read_events
from .extensions import (
    read_active_elements,
    read_assignment,
    read_called_decision,
    read_called_process,
    read_form_id,
    read_job,
    read_mappings,
    read_script,
)
from .loops import read_loop
from .model import AdHoc, Element, Kind
from .xml import Node, line_of, local

KINDS = {kind.value: kind for kind in Kind}


def read_element(node: Node, scope: str, declarations: Declarations, shared: Shared) -> Element:
    kind = KINDS[local(node)]
    return Element(
        id=identity(node),
        kind=kind,
        name=node.get("name"),
        scope=scope,
        line=line_of(node),
        events=read_events(node, declarations, shared),
        parallel_multiple=truth(node, "parallelMultiple", False),
        instantiate=truth(node, "instantiate", False),
        loop=read_loop(node, declarations, shared),
        default=referred(node, "default"),
        attached_to=referred(node, "attachedToRef"),
        interrupting=_interrupting(node, kind),
        triggered_by_event=truth(node, "triggeredByEvent", False),
        for_compensation=truth(node, "isForCompensation", False),
        start_quantity=whole(node, "startQuantity", 1),
        completion_quantity=whole(node, "completionQuantity", 1),
        job=read_job(node),
        assignment=read_assignment(node),
        form_id=read_form_id(node),
        script=read_script(node),
        called=read_called_process(node),
        decision=read_called_decision(node),
        ad_hoc=_ad_hoc(node) if kind is Kind.AD_HOC else None,
        activation_condition=text_in(node, "activationCondition") or None,
        inputs=read_mappings(node, "input"),
        outputs=read_mappings(node, "output"),
        properties=properties(node),
        documentation=documentation(node),
        direction=node.get("gatewayDirection"),
    )


def _interrupting(node: Node, kind: Kind) -> bool:
    return truth(node, "isInterrupting" if kind is Kind.START_EVENT else "cancelActivity", True)


def _ad_hoc(node: Node) -> AdHoc:
    return AdHoc(
        ordering=node.get("ordering", "Parallel"),
        completion_condition=text_in(node, "completionCondition") or None,
        cancel_remaining=truth(node, "cancelRemainingInstances", True),
        active_elements=read_active_elements(node),
    )
