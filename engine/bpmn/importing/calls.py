"""Call activities: the called process, and the variables that go in and come out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from ..names import ZEEBE
from ..variables import is_variable_name
from ..xml import Node, local
from .bench import MARK, Bench
from .bindings import take_binding
from .untranslatable import Untranslatable
from .vendor import EXTENSIONS, discard, extras, take
from .zeebe import put, put_mapping

BUSINESS_KEY = "businessKey"
INPUTS = f"{EXTENSIONS}/{{{ZEEBE}}}ioMapping/{{{ZEEBE}}}input"


@dataclass(frozen=True, slots=True)
class Passed:
    """One variable that goes in or comes out. node: where that is written."""

    node: Node
    source: str
    target: str
    reads: frozenset[str]


def convert(bench: Bench, node: Node) -> None:
    process_id = _called(bench, node)
    if process_id is None:
        return
    gives_all = _everything(bench, node, "in") or _flag(node, "inheritVariables")
    takes_all = _everything(bench, node, "out")
    _mention_extra_inputs(bench, node, gives_all)
    _pass_in(bench, node)
    _pass_out(bench, node, takes_all)
    _mention_what_stays_inside(bench, node, takes_all)
    put(
        node,
        "calledElement",
        **process_id,
        propagateAllParentVariables=str(gives_all).lower(),
        propagateAllChildVariables=str(takes_all).lower(),
    )


def _called(bench: Bench, node: Node) -> dict[str, str | None] | None:
    """The attributes that say which process; None where nothing is called or it is left."""
    text = node.get("calledElement")
    if text is None:
        return None
    binding = take_binding(bench, node, "calledElement")
    if binding is None:
        return None
    if _flag(node, "sameDeployment"):
        binding = {"bindingType": "deployment"}
    process_id = bench.value(node, "calledElement", text)
    if process_id is None:
        return None
    node.attrib.pop("calledElement")
    return {"processId": process_id, **binding}


def _flag(node: Node, name: str) -> bool:
    return (take(node, name) or "") == "true"


def _everything(bench: Bench, node: Node, direction: str) -> bool:
    """Whether all variables are passed; that they are only local ones is noted."""
    found = False
    for each in list(extras(node, direction)):
        if each.get("variables") != "all":
            continue
        if each.get("local") == "true":
            bench.leave(each, Untranslatable("local"), text="all")
            continue
        found = True
        discard(each)
    return found


def _mention_extra_inputs(bench: Bench, node: Node, gives_all: bool) -> None:
    names = [each.get("target") or "" for each in node.iterfind(INPUTS)]
    if names and not gives_all:
        bench.mention(node, Untranslatable("extra-inputs", names=", ".join(names)))


def _mention_what_stays_inside(bench: Bench, node: Node, takes_all: bool) -> None:
    """A name mapped into a call of ours is the call's own; the old engine brought it out."""
    names = [each.get("target") or "" for each in node.iterfind(INPUTS)]
    names = [name for name in names if name != BUSINESS_KEY]
    if names and takes_all:
        bench.mention(node, Untranslatable("stays-inside", names=", ".join(names)))


def _pass_in(bench: Bench, node: Node) -> None:
    passed = [_passed(bench, each) for each in _named(node, "in")]
    known = [each for each in passed if each is not None]
    if _flag(node, "inheritBusinessKey"):
        put_mapping(node, "input", MARK + BUSINESS_KEY, BUSINESS_KEY)
    for each in _readers_first(bench, known):
        put_mapping(node, "input", each.source, each.target)
        discard(each.node)


def _pass_out(bench: Bench, node: Node, takes_all: bool) -> None:
    """With output mappings nothing else comes out."""
    for each in _named(node, "out"):
        passed = _passed(bench, each)
        if passed is None:
            continue
        if takes_all and passed.source != MARK + passed.target:
            bench.leave(each, Untranslatable("out-beside-all"), text=_said(each))
            continue
        if not takes_all:
            put_mapping(node, "output", passed.source, passed.target)
        discard(each)


def _named(node: Node, direction: str) -> list[Node]:
    return [each for each in extras(node, direction) if each.get("variables") != "all"]


def _passed(bench: Bench, node: Node) -> Passed | None:
    """What one `in` or `out` passes; None and a note if that cannot be said."""
    target = BUSINESS_KEY if node.get(BUSINESS_KEY) else node.get("target") or ""
    why = _hindrance(node, target)
    if why is not None:
        bench.leave(node, why, text=_said(node))
        return None
    text = node.get(BUSINESS_KEY) or node.get("sourceExpression")
    if text is None:
        source = node.get("source") or ""
        return Passed(node, MARK + source, target, frozenset({source}))
    found = bench.translated(node, "", text)
    return None if found is None else Passed(node, MARK + found.feel, target, found.names)


def _hindrance(node: Node, target: str) -> Untranslatable | None:
    source = node.get("source")
    if node.get("local") == "true":
        return Untranslatable("local")
    for name in (target, source):
        if name is not None and not is_variable_name(name):
            return Untranslatable("name", name=name)
    return None


def _readers_first(bench: Bench, passed: Iterable[Passed]) -> list[Passed]:
    """Ours are done one after the other: who reads a name comes before who writes it."""
    each = list(passed)
    needs: dict[int, set[int]] = {
        writer: {
            reader
            for reader in range(len(each))
            if reader != writer and each[writer].target in each[reader].reads
        }
        for writer in range(len(each))
    }
    try:
        return [each[number] for number in TopologicalSorter(needs).static_order()]
    except CycleError as error:
        circle = set(error.args[1])
        for number in circle:
            bench.leave(each[number].node, Untranslatable("order"), text=_said(each[number].node))
        return _readers_first(bench, (one for n, one in enumerate(each) if n not in circle))


def _said(node: Node) -> str:
    source = node.get("source") or node.get("sourceExpression") or node.get(BUSINESS_KEY) or "?"
    return f"{source} → {node.get('target') or local(node)}"
