"""Sentences of the room: runtime."""

from __future__ import annotations

from . import call, doctor, execution, explanation, moving, word

SENTENCES: dict[str, tuple[str, str]] = {
    **execution.EXECUTION,
    **moving.MOVING,
    **explanation.EXPLANATION,
    **doctor.DOCTOR,
    **word.WORD,
    **call.CALL,
}
