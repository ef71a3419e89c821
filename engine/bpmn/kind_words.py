"""What people call a kind of event, as arguments of a sentence."""

from __future__ import annotations

from ..messages import message
from .model import EventKind


def kind_words(kind: EventKind) -> dict[str, str]:
    key = f"bpmn.kind.{kind.value}"
    return {"kind": message(key, "vi"), "kind_en": message(key, "en")}
