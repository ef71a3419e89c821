"""When a timer rings."""

from __future__ import annotations

from ..attributes import text_of
from ..iso8601 import is_cycle, is_duration, is_moment
from ..xml import Node, local
from .bench import MARK, Bench
from .juel import is_expression
from .untranslatable import Untranslatable

READABLE = {"timeDate": is_moment, "timeDuration": is_duration, "timeCycle": is_cycle}


def convert(bench: Bench, node: Node) -> None:
    text = text_of(node)
    if not text or text.startswith(MARK):
        return
    if not is_expression(text):
        if not READABLE[local(node)](text):
            bench.leave(node, Untranslatable("timer"), text=text)
        return
    found = bench.value(node, "", text)
    if found is not None:
        for child in list(node):
            node.remove(child)
        node.text = found
