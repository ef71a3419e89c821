"""Work done by code: delegates, expressions, external tasks and connectors become job types."""

from __future__ import annotations

from collections.abc import Iterator

from ..names import BPMN
from ..xml import Node, children, local
from . import parameters
from .bench import Bench
from .job_names import kebab, of_bean, of_class, of_method
from .scripts import become_script
from .untranslatable import Untranslatable
from .vendor import discard, extras, full_name, holds_any, inner, peek, take
from .zeebe import has, put, put_header, put_mapping

EXTERNAL = "external"


def convert(bench: Bench, node: Node) -> None:
    """Of an event, the work is written at its message."""
    for carrier in _carriers(node):
        if has(node, "taskDefinition"):
            return
        job_type = _job_type(bench, node, carrier)
        if job_type:
            put(node, "taskDefinition", type=job_type)
            _fields(bench, node, carrier)


def _carriers(node: Node) -> Iterator[Node]:
    yield node
    yield from (each for each in children(node, BPMN) if local(each) == "messageEventDefinition")


def _job_type(bench: Bench, node: Node, carrier: Node) -> str | None:
    kind = (peek(carrier, "type") or "").strip()
    if kind == EXTERNAL or (not kind and peek(carrier, "topic")):
        return _topic(bench, carrier)
    for name, naming in (("class", of_class), ("delegateExpression", of_bean)):
        text = peek(carrier, name)
        if text is not None:
            job_type = naming(text)
            return _named(bench, carrier, name, job_type)
    if peek(carrier, "expression") is not None:
        return _expression(bench, node, carrier)
    if kind:
        take(carrier, "type")
        return kebab(kind)
    return _connector(bench, node, carrier)


def _topic(bench: Bench, carrier: Node) -> str | None:
    topic = bench.taken(carrier, "topic")
    if topic:
        take(carrier, "type")
    return topic


def _named(bench: Bench, carrier: Node, name: str, job_type: str | None) -> str | None:
    if job_type is None:
        bench.leave_attribute(carrier, name, Untranslatable("delegate"))
    else:
        take(carrier, name)
    return job_type


def _expression(bench: Bench, node: Node, carrier: Node) -> str | None:
    text, result = peek(carrier, "expression") or "", peek(carrier, "resultVariable")
    call = of_method(text)
    if call is None:
        _computed(bench, node, carrier, text, result)
        return None
    if call.arguments:
        why = Untranslatable("arguments", arguments=call.arguments)
        bench.mention_attribute(carrier, "expression", why)
    if result:
        bench.mention_attribute(carrier, "resultVariable", Untranslatable("result", name=result))
        put_header(node, "resultVariable", result)
    take(carrier, "expression")
    take(carrier, "resultVariable")
    return call.job_type


def _computed(bench: Bench, node: Node, carrier: Node, text: str, result: str | None) -> None:
    """An expression that calls nothing is computed by the engine itself: a script task."""
    if not result or carrier is not node:
        bench.leave_attribute(carrier, "expression", Untranslatable("delegate"))
        bench.pass_over(carrier, "resultVariable")
        return
    found = bench.translated(node, full_name(node, "expression") or "", text)
    if found is None:
        bench.pass_over(node, "resultVariable")
        return
    take(node, "expression")
    take(node, "resultVariable")
    become_script(bench, node, found.feel, result)


def _connector(bench: Bench, node: Node, carrier: Node) -> str | None:
    for connector in extras(carrier, "connector"):
        name = next((each.text for each in inner(connector, "connectorId") if each.text), None)
        if name is None:
            return None
        for mappings in inner(connector, "inputOutput"):
            parameters.convert_mappings(bench, node, mappings)
        if holds_any(connector, "inputOutput"):
            bench.pass_over(connector)
        else:
            discard(connector)
        return name.strip()
    return None


def _fields(bench: Bench, node: Node, carrier: Node) -> None:
    """What was set into the delegate's fields is an input of the job."""
    for each in list(extras(carrier, "field")):
        name = each.get("name") or ""
        source = parameters.checked_source(bench, each, name, _field_text(each))
        if source is not None:
            put_mapping(node, "input", source, name)
            discard(each)


def _field_text(node: Node) -> str:
    written = node.get("stringValue") or node.get("expression")
    return written or "".join(each.text or "" for each in inner(node, "string", "expression"))
