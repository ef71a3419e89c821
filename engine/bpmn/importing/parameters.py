"""`inputOutput`: what an activity gets and what it leaves, as input and output mappings."""

from __future__ import annotations

from ..grammar import MAPPED
from ..variables import is_variable_name
from ..xml import Node, local
from .bench import MARK, Bench, scope_of
from .juel import Translated, is_expression, translate_value
from .script_texts import script_source
from .untranslatable import Untranslatable
from .vendor import discard, extras, holds_any, inner
from .zeebe import put_mapping

DIRECTIONS = {"inputParameter": "input", "outputParameter": "output"}
WITH_RESULTS = frozenset(
    {"userTask", "serviceTask", "sendTask", "businessRuleTask", "receiveTask", "callActivity"}
)


def convert(bench: Bench, node: Node) -> None:
    if local(node) not in MAPPED:
        return
    for mappings in list(extras(node, "inputOutput")):
        convert_mappings(bench, node, mappings)


def convert_mappings(bench: Bench, node: Node, mappings: Node) -> None:
    """node: the element that gets the mappings. Those that cannot be said stay behind."""
    for parameter in list(inner(mappings, *DIRECTIONS)):
        name, direction = parameter.get("name") or "", DIRECTIONS[local(parameter)]
        source = checked_source(bench, parameter, name, None)
        if source is None:
            continue
        put_mapping(node, direction, source, name)
        if direction == "output" and local(node) in WITH_RESULTS:
            bench.mention(parameter, Untranslatable("output", name=name), text=name)
        discard(parameter)
    if holds_any(mappings):
        bench.pass_over(mappings)
    else:
        discard(mappings)


def checked_source(bench: Bench, node: Node, name: str, text: str | None) -> str | None:
    """The value of a parameter or field as `=` and FEEL; None and a note if that cannot be.

    text: of a field; None where the node itself holds the value.
    """
    said = f"{name}: {said_by(node) if text is None else text}".rstrip(": ")
    try:
        if not is_variable_name(name):
            raise Untranslatable("name", name=name)
        found = value_of(node) if text is None else translate_value(text, scope_of(node))
    except Untranslatable as error:
        bench.leave(node, error, text=said)
        return None
    return MARK + bench.noted(node, "", said, found).feel


def said_by(node: Node) -> str:
    return "".join(str(each) for each in node.itertext("*")).strip()


def value_of(node: Node) -> Translated:
    """What a parameter, an entry or an item holds. Raises Untranslatable."""
    held = next(inner(node), None)
    if held is not None:
        return _held(held)
    text = "".join(str(each) for each in node.itertext("*")).strip()
    return translate_value(text, scope_of(node)) if text else Translated("null", frozenset())


def _held(node: Node) -> Translated:
    match local(node):
        case "list":
            return _together([_listed(each) for each in inner(node)], "[{}]")
        case "map":
            return _map(node)
        case "script":
            return script_source(node.get("scriptFormat"), node, scope_of(node))
    raise Untranslatable("parameter")


def _listed(node: Node) -> Translated:
    """Items of a list stand as a value or as what a value could hold."""
    return value_of(node) if local(node) == "value" else _held(node)


def _map(node: Node) -> Translated:
    entries = list(inner(node, "entry"))
    keys = [each.get("key") or "" for each in entries]
    if any(is_expression(key) for key in keys) or len(set(keys)) < len(keys):
        raise Untranslatable("map-key")
    values = [value_of(each) for each in entries]
    named = [
        Translated(f"{_key(key)}: {value.feel}", value.names, value.compared_as_text)
        for key, value in zip(keys, values, strict=True)
    ]
    return _together(named, "{{{}}}")


def _key(key: str) -> str:
    return translate_value(key.replace("$", "\\$")).feel if key else '""'


def _together(values: list[Translated], shape: str) -> Translated:
    return Translated(
        shape.format(", ".join(value.feel for value in values)),
        frozenset().union(*(value.names for value in values)),
        tuple(text for value in values for text in value.compared_as_text),
    )
