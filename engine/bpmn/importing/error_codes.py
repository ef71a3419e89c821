"""Errors that events name by their code alone, as Activiti allows: they get a declaration."""

from __future__ import annotations

import re

from lxml import etree

from ..names import BPMN, reference
from ..xml import Node, local
from .bench import Bench
from .layout import insert
from .untranslatable import Untranslatable

ERROR = f"{{{BPMN}}}error"


def convert(bench: Bench, node: Node) -> None:
    """An error event definition."""
    code = reference(node.get("errorRef"))
    if code is None or code in bench.by_id:
        return
    known = (each for each in bench.root.iterchildren(ERROR) if each.get("errorCode") == code)
    declared = next(known, None)
    if declared is None:
        declared = _declared(bench, code)
    node.set("errorRef", declared.get("id") or "")
    bench.mention(node, Untranslatable("error-declared", code=code), what="errorRef", text=code)


def _declared(bench: Bench, code: str) -> Node:
    name = _free_id(bench, "Error_" + re.sub(r"[^\w.-]", "-", code))
    declared = etree.Element(ERROR, {"id": name, "name": code, "errorCode": code})
    insert(bench.root, _first_process(bench.root), declared)
    bench.by_id[name] = declared
    return declared


def _free_id(bench: Bench, name: str) -> str:
    return name if name not in bench.by_id else _free_id(bench, name + "_")


def _first_process(root: Node) -> int:
    places = (at for at, each in enumerate(root) if local(each) in ("process", "collaboration"))
    return next(places, len(root))
