"""What events refer to: names, codes that are fixed here, keys that other engines do not draw."""

from __future__ import annotations

from collections.abc import Iterator

from ..attributes import referred
from ..names import BPMN
from ..xml import Node, attribute, local
from .bench import Bench
from .juel import is_expression
from .untranslatable import Untranslatable
from .zeebe import has

CODES = {"error": "errorCode", "escalation": "escalationCode"}
WAITING = ("intermediateCatchEvent", "boundaryEvent", "receiveTask")


def convert(bench: Bench, node: Node) -> None:
    """A message, signal, error or escalation."""
    written = CODES.get(local(node), "name")
    text = node.get(written) or ""
    if not is_expression(text):
        return
    if local(node) in CODES:
        bench.leave(node, Untranslatable("code-expression"), what=written, text=text)
        return
    name = bench.value(node, written, text)
    if name is not None:
        node.set(written, name)


def note_missing_keys(bench: Bench) -> None:
    """Each message that a running instance waits for, where it first does so."""
    noted: set[str] = set()
    for event, message_id in _awaited(bench.root):
        message = bench.by_id.get(message_id)
        if message is None or message_id in noted or has(message, "subscription"):
            continue
        noted.add(message_id)
        name = message.get("name") or message_id
        bench.leave(event, Untranslatable("message-key"), what="correlationKey", text=name)


def _awaited(root: Node) -> Iterator[tuple[Node, str]]:
    for node in root.iter(f"{{{BPMN}}}receiveTask", f"{{{BPMN}}}messageEventDefinition"):
        message_id = referred(node, "messageRef")
        event = node if local(node) == "receiveTask" else node.getparent()
        if message_id is not None and event is not None and _waits(event):
            yield event, message_id


def _waits(event: Node) -> bool:
    """A start event waits inside a sub-process; in a process it begins an instance."""
    holder = event.getparent()
    if local(event) == "startEvent":
        return holder is not None and local(holder) != "process"
    return local(event) in WAITING and attribute(event, "instantiate") != "true"
