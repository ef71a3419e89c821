"""JUEL expressions of the simple kind -> FEEL that gives the same value.

Simple: no methods, no functions, no objects of the engine. "The same" holds for values that fit the
operators; JUEL also compares a text with a number by converting one of them, FEEL says null and
warns. What JUEL does with null is kept: null is false to `!`, `&&`, `||` and `? :`, 0 to
arithmetic, and an empty text beside other text.
"""

from __future__ import annotations

from dataclasses import dataclass

from ....expressions import FeelError, compile_expression
from .errors import JuelError
from .feel_text import Feel
from .operators import Scope, Translator
from .parser import parse_template
from .scanner import MARK
from .syntax import Node, Template


@dataclass(frozen=True, slots=True)
class Translated:
    """feel: without the mark `=`. names: the variables it reads.

    compared_as_text: numbers written in quotes. Their comparison needs a text on the other side,
    which JUEL did not.
    """

    feel: str
    names: frozenset[str]
    compared_as_text: tuple[str, ...] = ()


ANYWHERE = Scope()


def is_expression(text: str) -> bool:
    """Whether anything in the text is evaluated."""
    return MARK.search(text) is not None


def translate_condition(text: str, scope: Scope = ANYWHERE) -> Translated:
    """True exactly where JUEL's is; elsewhere false, or null, which counts as false.

    Raises JuelError.
    """
    template = parse_template(text.strip())
    if len(template) != 1 or isinstance(template[0], str):
        raise JuelError("no-condition")
    translator = Translator(scope)
    return _checked(translator.truth(template[0]), translator)


def translate_value(text: str, scope: Scope = ANYWHERE) -> Translated:
    """The value of a text with expressions in it; plain text becomes a FEEL text.

    Raises JuelError.
    """
    return _item(parse_template(text.strip()), scope)


def translate_list(text: str, scope: Scope = ANYWHERE) -> list[Translated]:
    """The values of the items between the commas; none is empty. Raises JuelError."""
    items: list[list[str | Node]] = [[]]
    for piece in parse_template(text.strip()):
        if not isinstance(piece, str):
            items[-1].append(piece)
            continue
        first, *others = piece.split(",")
        items[-1].append(first)
        items.extend([other] for other in others)
    return [_item(trimmed, scope) for item in items if (trimmed := _trimmed(item))]


def _trimmed(item: list[str | Node]) -> Template:
    """Without the blanks that stand beside the commas."""
    if item and isinstance(item[0], str):
        item[0] = item[0].lstrip()
    if item and isinstance(item[-1], str):
        item[-1] = item[-1].rstrip()
    return tuple(piece for piece in item if piece != "")


def _item(item: Template, scope: Scope) -> Translated:
    translator = Translator(scope)
    return _checked(translator.template(item), translator)


def _checked(found: Feel, translator: Translator) -> Translated:
    """FEEL has words of its own: the expression must be read as it was meant."""
    names = frozenset(translator.names)
    if not _reads(found.text, names):
        raise JuelError("name", names=", ".join(sorted(names)))
    return Translated(found.text, names, tuple(translator.compared_as_text))


def _reads(text: str, names: frozenset[str]) -> bool:
    try:
        return compile_expression(text).variables == names
    except FeelError:
        return False
