"""FEEL's warnings, for people and for programs."""

from __future__ import annotations

from typing import Any

from ..engine.expressions import FeelWarning, Part
from ..engine.messages import Language
from .desk import Desk


def place(part: Part | FeelWarning) -> str:
    """Line and column."""
    return f"{part.line}:{part.column}"


def warning_sentence(warning: FeelWarning, desk: Desk) -> str:
    sentence = warning.message(desk.language)
    return desk.text(
        "feel.warning", place=place(warning), part=warning.expression, sentence=sentence
    )


def warning_value(warning: FeelWarning, language: Language) -> dict[str, Any]:
    return {
        "line": warning.line,
        "column": warning.column,
        "part": warning.expression,
        "message": warning.message(language),
    }
