"""BPMN's own resource roles of a user task, as Activiti and its heirs read them."""

from __future__ import annotations

from ..names import BPMN, ZEEBE
from ..xml import Node, children, local
from .bench import Bench
from .candidates import candidates
from .layout import remove
from .untranslatable import Untranslatable
from .vendor import EXTENSIONS
from .zeebe import put

PERFORMERS = ("humanPerformer", "performer")
OWNERS = "potentialOwner"
ASSIGNMENT = f"{EXTENSIONS}/{{{ZEEBE}}}assignmentDefinition"


def convert(bench: Bench, node: Node) -> None:
    for role in list(children(node, BPMN)):
        text = "".join(str(each) for each in role.itertext("*")).strip()
        if text and local(role) in (*PERFORMERS, OWNERS):
            _assign(bench, node, role, text)


def _assign(bench: Bench, node: Node, role: Node, text: str) -> None:
    found = _assigned(bench, role, text)
    if None in found.values():
        return
    there = node.find(ASSIGNMENT)
    if there is not None and set(there.keys()).intersection(found):
        bench.leave(role, Untranslatable("role"), text=text)
        return
    put(node, "assignmentDefinition", **found)
    remove(role)


def _assigned(bench: Bench, role: Node, text: str) -> dict[str, str | None]:
    """The attributes of ours; None stands where something cannot be said, and is noted."""
    if local(role) in PERFORMERS:
        return {"assignee": bench.value(role, "", text)}
    kinds = _by_kind(text).items()
    return {kind: candidates(bench, role, "", ",".join(names)) for kind, names in kinds}


def _by_kind(text: str) -> dict[str, list[str]]:
    """`user(an), group(clerks), leaders`: what is in no brackets is a group."""
    kinds: dict[str, list[str]] = {}
    for each in text.split(","):
        word, bracket, inner = each.strip().partition("(")
        is_marked = bool(bracket) and word in ("user", "group") and inner.endswith(")")
        kind = "candidateUsers" if is_marked and word == "user" else "candidateGroups"
        kinds.setdefault(kind, []).append(inner[:-1] if is_marked else each.strip())
    return kinds
