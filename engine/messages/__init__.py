"""The one catalogue of sentences people read, in Vietnamese and in English.

Each room keeps its own page (`bpmn.py`, `feel.py`, …): a table from key to the pair (Vietnamese,
English). Placeholders are `str.format` names. An argument that is a sentence itself is given
twice: `why` in Vietnamese, `why_en` in English.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Literal

Language = Literal["vi", "en"]
Sentence = tuple[str, str]

ROOMS = (
    "bpmn",
    "drawings",
    "raising",
    "composing",
    "importing",
    "decisions",
    "feel",
    "forms",
    "procedure",
    "law",
    "level",
    "catalogue",
    "publishing",
    "handlers",
    "wire",
    "payments",
    "documents",
    "persons",
    "notification",
    "runtime",
    "command",
)


def message(key: str, language: Language = "vi", /, **arguments: Any) -> str:
    """The sentence `room.name` in the given language.

    Raises KeyError when the catalogue has no such key or an argument is missing: both are faults of
    the caller, found by the tests.
    """
    vietnamese, english = page(key.partition(".")[0])[key]
    return (vietnamese if language == "vi" else english).format(**arguments)


def page(room: str) -> Mapping[str, Sentence]:
    """All sentences of one room."""
    sentences: Mapping[str, Sentence] = import_module(f".{room}", __name__).SENTENCES
    return sentences
