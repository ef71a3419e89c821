"""Which conversions each BPMN element gets, in this order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ..elements import KINDS
from ..grammar import JOBS
from ..xml import Node, local
from . import (
    calls,
    conditions,
    decisions,
    error_codes,
    form_fields,
    forms,
    jobs,
    loops,
    messages,
    parameters,
    people,
    performers,
    processes,
    properties,
    retries,
    scripts,
    timers,
)
from .bench import Bench

Conversion = Callable[[Bench, Node], None]

OF_ELEMENTS: Mapping[str, tuple[Conversion, ...]] = {
    "process": (processes.convert,),
    "startEvent": (forms.convert, form_fields.convert),
    "userTask": (people.convert, performers.convert, forms.convert, form_fields.convert),
    "businessRuleTask": (decisions.convert,),
    "scriptTask": (scripts.convert,),
    "callActivity": (calls.convert,),
    "multiInstanceLoopCharacteristics": (loops.convert,),
    "conditionExpression": (conditions.convert,),
    "condition": (conditions.convert,),
    "completionCondition": (conditions.convert,),
    "loopCondition": (conditions.convert,),
    "activationCondition": (conditions.convert,),
    "timeDate": (timers.convert,),
    "timeDuration": (timers.convert,),
    "timeCycle": (timers.convert,),
    "errorEventDefinition": (error_codes.convert,),
    "message": (messages.convert,),
    "signal": (messages.convert,),
    "error": (messages.convert,),
    "escalation": (messages.convert,),
}


def conversions(node: Node) -> Iterator[Conversion]:
    """Mappings come before what adds to them, retries after the job they are of."""
    name = local(node)
    if name in KINDS:
        yield parameters.convert
    yield from OF_ELEMENTS.get(name, ())
    if name in JOBS:
        yield jobs.convert
    if name in KINDS:
        yield retries.convert
    yield properties.convert
