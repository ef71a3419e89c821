"""Colours and strokes. Ink on tint has a contrast of at least 4.5 to 1 (WCAG 2.0, 1.4.3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .overlay import Tone


@dataclass(frozen=True, slots=True)
class Paint:
    """ink: of strokes and signs. tint: of the surface. sign: what is written in a badge."""

    ink: str
    tint: str
    sign: str = ""


PAPER = "#ffffff"
PLAIN = Paint("#22262e", PAPER)
FRAME = "#6b7280"
"""Of pools and lanes, so that the flow stands before them."""

PAINTS: Mapping[Tone, Paint] = {
    Tone.PLAIN: PLAIN,
    Tone.ADDED: Paint("#116329", "#d9f5e0", "+"),
    Tone.REMOVED: Paint("#a40e26", "#ffe3e3", "−"),
    Tone.CHANGED: Paint("#7d4e00", "#fff3c4", "~"),
    Tone.MOVED: Paint("#0a4f9e", "#dcecff", "→"),
    Tone.PASSED: Paint("#116329", "#e3f5e7", "✓"),
    Tone.MISSED: Paint("#8a3b00", "#ffeddc", "○"),
    Tone.HERE: Paint("#0a4f9e", "#dcecff", "●"),
    Tone.BAD: Paint("#a40e26", "#ffe3e3", "!"),
    Tone.WARNING: Paint("#7d4e00", "#fff3c4", "?"),
}

THIN = 1.5
PLAIN_STROKE = 2.0
THICK = 4.0
TEXT = 12.0
SMALL = 11.0
LINE = 1.2
"""Height of a line in font sizes."""
