"""Breaks a label into lines that fit."""

from __future__ import annotations

from collections.abc import Iterator

from .metrics import text_width

ELLIPSIS = "…"


def wrap(text: str, width: float, size: float, most: int | None = None) -> list[str]:
    """The lines of a text no wider than `width`; at most so many, the last one then cut short.

    Breaks at blanks and after hyphens and slashes; a word wider than the line is broken anywhere.
    Line breaks of the text are kept.
    """
    lines = [line for part in text.splitlines() or [""] for line in _lines(part, width, size)]
    if most is None or len(lines) <= most:
        return lines
    return [*lines[: most - 1], shortened(" ".join(lines[most - 1 :]), width, size)]


def shortened(text: str, width: float, size: float) -> str:
    """The text, or as much of its beginning as fits with an ellipsis."""
    if text_width(text, size) <= width:
        return text
    while text and text_width(text + ELLIPSIS, size) > width:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS


def _lines(text: str, width: float, size: float) -> Iterator[str]:
    line = ""
    for piece in _pieces(text, width, size):
        if line and text_width((line + piece).rstrip(), size) > width:
            yield line.strip()
            line = ""
        line += piece
    yield line.strip()


def _pieces(text: str, width: float, size: float) -> Iterator[str]:
    """What must not be broken: words with the blank after them, parts of words too wide."""
    for word in " ".join(text.split()).split(" "):
        *parts, last = _parts(word, width, size)
        yield from parts
        yield last + " "


def _parts(word: str, width: float, size: float) -> list[str]:
    if text_width(word, size) <= width:
        return [word]
    parts = [""]
    for letter in word:
        ends = parts[-1].endswith(("-", "/"))
        if parts[-1] and (ends or text_width(parts[-1] + letter, size) > width):
            parts.append("")
        parts[-1] += letter
    return parts
