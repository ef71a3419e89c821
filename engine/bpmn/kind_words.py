"""What people call a kind of event."""

from __future__ import annotations

from typing import TypedDict

from ..messages import message
from .model import EventKind


class KindWords(TypedDict):
    """Arguments of a sentence."""

    kind: str
    kind_en: str


def kind_words(kind: EventKind) -> KindWords:
    key = f"bpmn.kind.{kind.value}"
    return {"kind": message(key, "vi"), "kind_en": message(key, "en")}
