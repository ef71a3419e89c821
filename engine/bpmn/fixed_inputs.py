"""Inputs of a job that are mapped from a fixed text, so that it is known before anything runs."""

from __future__ import annotations

from collections.abc import Iterator

from .model import Element
from .texts import FEEL_MARK


def fixed_inputs(element: Element, name: str) -> Iterator[tuple[str, int]]:
    """Each fixed text for the input, static or a FEEL string such as `="da-nop"`, with its line."""
    for mapping in element.inputs:
        text = _fixed(mapping.source.strip())
        if mapping.target == name and text:
            yield text, mapping.line


def _fixed(source: str) -> str | None:
    if not source.startswith(FEEL_MARK):
        return source
    text = source[1:].strip()
    is_string = len(text) > 2 and text[0] == text[-1] == '"'
    return text[1:-1] if is_string and not set(text[1:-1]) & {'"', "\\"} else None
