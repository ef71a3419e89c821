"""Conditions: of flows, of events, of loops."""

from __future__ import annotations

from ...expressions import FeelError, compile_expression
from ..attributes import text_of
from ..xml import Node, local
from .bench import MARK, REPETITION, Bench
from .juel import is_expression
from .untranslatable import Untranslatable
from .vendor import peek

LANGUAGE = "language"
JUEL_LANGUAGES = ("", "juel")


def convert(bench: Bench, node: Node) -> None:
    """The condition in the node becomes `=` and FEEL, or stays as it is with a note."""
    text = text_of(node)
    if not text or (text.startswith(MARK) and not is_expression(text)):
        return
    found = _translated(bench, node, text)
    if found is not None:
        node.attrib.pop(LANGUAGE, "")
        for child in list(node):
            node.remove(child)
        node.text = found


def _translated(bench: Bench, node: Node, text: str) -> str | None:
    language = (node.get(LANGUAGE) or "").strip().lower()
    if peek(node, "resource") is not None:
        bench.leave_attribute(node, "resource", Untranslatable("script-file"))
    elif language == "feel" or "feel" in language.split("/"):
        return _feel(bench, node, text)
    elif language in JUEL_LANGUAGES or is_expression(text):
        return bench.condition(node, text, judging=_judges(node))
    else:
        bench.leave(node, Untranslatable("script", language=language), text=text)
    return None


def _judges(node: Node) -> bool:
    """Whether it says when a multi-instance activity has enough."""
    around = node.getparent()
    return around is not None and local(around) == REPETITION


def _feel(bench: Bench, node: Node, text: str) -> str | None:
    try:
        compile_expression(text)
    except FeelError:
        bench.leave(node, Untranslatable("feel"), text=text)
        return None
    return MARK + text
