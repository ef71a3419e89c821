"""Loop characteristics of an activity."""

from __future__ import annotations

from .attributes import is_whole, referred, text_in, truth
from .events import Declarations, Shared, read_shared_event
from .extensions import values_of
from .model import MultiInstance, StandardLoop
from .names import BPMN
from .xml import Node, line_of


def read_loop(
    node: Node, declarations: Declarations, shared: Shared
) -> MultiInstance | StandardLoop | None:
    several = node.find(f"{{{BPMN}}}multiInstanceLoopCharacteristics")
    if several is not None:
        return _multi_instance(several, declarations, shared)
    again = node.find(f"{{{BPMN}}}standardLoopCharacteristics")
    return None if again is None else _standard(again)


def _multi_instance(node: Node, declarations: Declarations, shared: Shared) -> MultiInstance:
    values = values_of(node, "loopCharacteristics")
    behavior = node.get("behavior", "All")
    thrown = referred(node, f"{behavior.lower()}BehaviorEventRef")
    return MultiInstance(
        line=line_of(node),
        sequential=truth(node, "isSequential", False),
        input_collection=values.get("inputCollection"),
        input_element=values.get("inputElement"),
        output_collection=values.get("outputCollection"),
        output_element=values.get("outputElement"),
        completion_condition=text_in(node, "completionCondition") or None,
        cardinality=text_in(node, "loopCardinality") or None,
        behavior=behavior,
        thrown=read_shared_event(thrown, declarations, shared),
    )


def _standard(node: Node) -> StandardLoop:
    maximum = (node.get("loopMaximum") or "").strip()
    return StandardLoop(
        line=line_of(node),
        condition=text_in(node, "loopCondition") or None,
        maximum=int(maximum) if is_whole(maximum) else None,
        test_before=truth(node, "testBefore", False),
    )
