"""`camunda:properties`: free names and values."""

from __future__ import annotations

from ..grammar import ZEEBE_OWNERS
from ..xml import Node, local
from .bench import Bench
from .vendor import discard, extras, inner
from .zeebe import put_property


def convert(bench: Bench, node: Node) -> None:  # noqa: ARG001 - a conversion has these parameters
    if local(node) not in ZEEBE_OWNERS["properties"]:
        return
    for holder in list(extras(node, "properties")):
        for each in list(inner(holder, "property")):
            if each.get("name"):
                put_property(node, each.get("name") or "", each.get("value") or "")
                discard(each)
        if not len(holder):
            discard(holder)
