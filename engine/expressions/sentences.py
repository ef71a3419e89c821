"""Sentences of this room, the types in them in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..messages import Language, message
from .values import KINDS

TYPE_ARGUMENTS = frozenset(("type", "left", "right", "expected", "given"))
KNOWN = frozenset(KINDS.values()) | {"function", "unknown"}


def sentence(key: str, arguments: Mapping[str, Any], language: Language) -> str:
    """The sentence of the catalogue, with the types among its arguments in words."""
    said = {name: _said(name, value, language) for name, value in arguments.items()}
    return message(key, language, **said)


def _said(name: str, value: Any, language: Language) -> Any:
    if name not in TYPE_ARGUMENTS or not isinstance(value, str):
        return value
    kinds = value.split(" | ")
    if not KNOWN.issuperset(kinds):
        return value
    between = " hoặc " if language == "vi" else " or "
    return between.join(message(f"feel.kind-{kind.replace(' ', '-')}", language) for kind in kinds)
