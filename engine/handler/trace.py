"""An error as logs may have it: what kind, and where. What it says may be personal."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb

DEEPEST = 20


def trace_of(error: BaseException) -> tuple[str, ...]:
    """Kind and places of the error, and of what caused it; the innermost place last.

    No messages: they may quote variables.
    """
    chain: list[str] = []
    current: BaseException | None = error
    while current is not None and len(chain) < DEEPEST:
        chain += [type(current).__name__, *_places(current)]
        current = current.__cause__ or current.__context__
    return tuple(chain)


def _places(error: BaseException) -> list[str]:
    frames = extract_tb(error.__traceback__, limit=-DEEPEST)
    return [f"{_short(each.filename)}:{each.lineno} {each.name}" for each in frames]


def _short(file: str) -> str:
    """The file and its folder: enough to find it, nothing of the machine."""
    return "/".join(Path(file).parts[-2:])
