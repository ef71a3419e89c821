"""A list of candidates: names and expressions with commas between them."""

from __future__ import annotations

from ..xml import Node
from .bench import MARK, Bench, scope_of
from .juel import JuelError, Translated, is_expression, translate_list


def candidates(bench: Bench, node: Node, what: str, text: str) -> str | None:
    """Static names as they are, else FEEL for a list; None and a note if that cannot be.

    A single expression may give one text (with commas too) or a list, as it might before.
    """
    if not is_expression(text):
        return ",".join(each for part in text.split(",") if (each := part.strip()))
    try:
        parts = translate_list(text, scope_of(node))
    except JuelError as error:
        bench.leave(node, error, what=what, text=text)
        return None
    return MARK + _joined(parts)


def _joined(parts: list[Translated]) -> str:
    if len(parts) == 1:
        return parts[0].feel
    return f"flatten([{', '.join(part.feel for part in parts)}])"
