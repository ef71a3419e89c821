"""How often a job is tried. How long apart is the engine's own affair."""

from __future__ import annotations

from ..xml import Node
from .bench import Bench
from .untranslatable import Untranslatable
from .vendor import discard, extras
from .zeebe import has, put


def convert(bench: Bench, node: Node) -> None:
    """`R3/PT10M` is three times, `PT1M,PT5M` twice."""
    for each in list(extras(node, "failedJobRetryTimeCycle")):
        text = (each.text or "").strip()
        count = _count(text)
        if not has(node, "taskDefinition"):
            bench.mention(each, Untranslatable("dropped.async"), text=text)
            discard(each)
        elif count is None:
            bench.leave(each, Untranslatable("retry-cycle"), text=text)
        else:
            put(node, "taskDefinition", retries=str(count))
            bench.mention(each, Untranslatable("retries", count=count), text=text)
            discard(each)


def _count(text: str) -> int | None:
    rounds, slash, every = text.partition("/")
    if slash and rounds[:1] == "R" and rounds[1:].isdecimal() and every.startswith("P"):
        return int(rounds[1:])
    intervals = [each.strip() for each in text.split(",")]
    return len(intervals) if all(each.startswith("P") for each in intervals) else None
