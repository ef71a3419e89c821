"""Multi-instance activities."""

from __future__ import annotations

from ..attributes import text_of
from ..names import BPMN
from ..variables import is_variable_name
from ..xml import Node
from .bench import MARK, Bench
from .juel import is_expression
from .layout import remove
from .untranslatable import Untranslatable
from .vendor import peek, take
from .zeebe import has, put

CARDINALITY = f"{{{BPMN}}}loopCardinality"
COLLECTION = f"{{{BPMN}}}loopDataInputRef"
ITEM = f"{{{BPMN}}}inputDataItem"


def convert(bench: Bench, node: Node) -> None:
    _cardinality(bench, node)
    if not has(node, "loopCharacteristics"):
        _collection(bench, node)


def _cardinality(bench: Bench, node: Node) -> None:
    found = node.find(CARDINALITY)
    text = "" if found is None else text_of(found)
    if found is None or not is_expression(text):
        return
    value = bench.value(found, "", text)
    if value is not None:
        _write(found, value)


def _collection(bench: Bench, node: Node) -> None:
    """Camunda's attributes, or BPMN's own references as Activiti reads them."""
    collection = _from_attribute(bench, node) or _from_reference(bench, node)
    if collection is None:
        return
    element = peek(node, "elementVariable") or _item_name(node)
    if element is not None and not is_variable_name(element):
        bench.leave_attribute(node, "elementVariable", Untranslatable("name", name=element))
        element = None
    else:
        take(node, "elementVariable")
    put(node, "loopCharacteristics", inputCollection=collection, inputElement=element)


def _from_attribute(bench: Bench, node: Node) -> str | None:
    text = (peek(node, "collection") or "").strip()
    if text and not is_expression(text):
        if not is_variable_name(text):
            bench.leave_attribute(node, "collection", Untranslatable("name", name=text))
            return None
        take(node, "collection")
        return MARK + text
    return bench.taken(node, "collection")


def _from_reference(bench: Bench, node: Node) -> str | None:
    found = node.find(COLLECTION)
    text = "" if found is None else text_of(found)
    if found is None or not text:
        return None
    if not is_expression(text) and not is_variable_name(text):
        bench.leave(found, Untranslatable("name", name=text), text=text)
        return None
    source = bench.value(found, "", text) if is_expression(text) else MARK + text
    if source is not None:
        remove(found)
    return source


def _item_name(node: Node) -> str | None:
    found = node.find(ITEM)
    if found is None:
        return None
    remove(found)
    return found.get("name") or found.get("id")


def _write(node: Node, text: str) -> None:
    for child in list(node):
        node.remove(child)
    node.text = text
