"""A notice as a text message, with or without accents."""

from __future__ import annotations

import unicodedata
from typing import Literal

from ...engine.errors import Problem, UnfitInput
from .mail import on_one_line
from .notice import Notice
from .plain import without_accents
from .segments import segments

Accents = Literal["keep", "drop", "when-free"]


def sms_text(notice: Notice, accents: Accents, most: int) -> str:
    """The text. accents: `when-free` keeps them where they cost no further message.

    A text that takes more than `most` messages loses its accents, and is refused (UnfitInput) where
    that does not help.
    """
    full = unicodedata.normalize("NFC", on_one_line(notice.sentence))
    plain = without_accents(full)
    kept = accents == "keep" or (
        accents == "when-free" and segments(full).count <= segments(plain).count
    )
    text = full if kept and segments(full).count <= most else plain
    if (count := segments(text).count) > most:
        arguments = {"count": count, "most": most}
        problem = Problem(field=notice.template, key="notification.long-text", arguments=arguments)
        raise UnfitInput(problem.sentence("en"), problem)
    return text
