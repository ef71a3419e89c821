"""What is laid over a picture: colours, badges and ghosts of what is gone, and their legend."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ..model import Drawing


class Tone(StrEnum):
    """Why an element stands out. No tone is told by colour alone: each has a sign."""

    PLAIN = "plain"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    PASSED = "passed"
    MISSED = "missed"
    HERE = "here"
    BAD = "bad"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Badge:
    """A small disc on an element's corner; `title` is shown when a reader points at it."""

    text: str
    tone: Tone
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """tones and badges: by id of element or flow. legend: what the tones mean, in their order.

    ghosts: an older drawing, of which the ids in `gone` are shown where they stood.
    """

    tones: Mapping[str, Tone] = field(default_factory=dict)
    badges: Mapping[str, tuple[Badge, ...]] = field(default_factory=dict)
    ghosts: Drawing | None = None
    gone: Collection[str] = ()
    legend: tuple[tuple[Tone, str], ...] = ()

    def tone(self, element_id: str) -> Tone:
        return self.tones.get(element_id, Tone.PLAIN)


NOTHING = Overlay()
