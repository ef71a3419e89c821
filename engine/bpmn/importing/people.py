"""Who works a user task, by when, and how urgent it is."""

from __future__ import annotations

from ..xml import Node
from .bench import Bench
from .candidates import candidates
from .juel import is_expression
from .untranslatable import Untranslatable
from .vendor import full_name, peek, take
from .zeebe import has, put

PRIORITIES = frozenset(map(str, range(101)))


def convert(bench: Bench, node: Node) -> None:
    if not has(node, "userTask"):
        put(node, "userTask")
    _assign(bench, node)
    _schedule(bench, node)
    _prioritise(bench, node)
    if is_expression(node.get("name") or ""):
        bench.leave(node, Untranslatable("label"), what="name", text=node.get("name") or "")


def _assign(bench: Bench, node: Node) -> None:
    found = {
        "assignee": bench.taken(node, "assignee"),
        "candidateGroups": _candidates(bench, node, "candidateGroups"),
        "candidateUsers": _candidates(bench, node, "candidateUsers"),
    }
    if any(found.values()):
        put(node, "assignmentDefinition", **found)


def _candidates(bench: Bench, node: Node, name: str) -> str | None:
    text, what = peek(node, name), full_name(node, name)
    if text is None or what is None:
        return None
    found = candidates(bench, node, what, text)
    if found is not None:
        take(node, name)
    return found or None


def _schedule(bench: Bench, node: Node) -> None:
    found = {name: bench.taken(node, name) for name in ("dueDate", "followUpDate")}
    if any(found.values()):
        put(node, "taskSchedule", **found)


def _prioritise(bench: Bench, node: Node) -> None:
    text = (peek(node, "priority") or "").strip()
    if text and not is_expression(text) and text not in PRIORITIES:
        bench.leave_attribute(node, "priority", Untranslatable("priority"))
        return
    found = bench.taken(node, "priority")
    if found:
        put(node, "priorityDefinition", priority=found)
