"""Scripts that are expressions: FEEL is kept, JUEL of the simple kind is translated."""

from __future__ import annotations

from ...expressions import FeelError, compile_expression
from ..xml import Node
from .juel import Scope, Translated, translate_value
from .untranslatable import Untranslatable
from .vendor import peek


def script_source(language: str | None, node: Node, scope: Scope) -> Translated:
    """The script in a node as FEEL. Raises Untranslatable for other languages and files."""
    text = "".join(str(each) for each in node.itertext("*")).strip()
    name = (language or "").strip().lower()
    if node.get("resource") is not None or peek(node, "resource") is not None:
        raise Untranslatable("script-file")
    if name == "juel":
        return translate_value(text, scope)
    if name == "feel":
        return _feel(text.removeprefix("="))
    raise Untranslatable("script", language=language or "?")


def _feel(text: str) -> Translated:
    try:
        return Translated(text, compile_expression(text).variables)
    except FeelError:
        raise Untranslatable("feel") from None
