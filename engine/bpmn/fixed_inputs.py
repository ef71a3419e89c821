"""Inputs of a job that are mapped from a fixed text, so that it is known before anything runs."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from .model import Element
from .nearest import nearest
from .subject import Subject
from .texts import FEEL_MARK


def unknown_texts(
    element: Element, name: str, known: Collection[str]
) -> Iterator[tuple[int, str, str | None]]:
    """Each fixed text for the input, static or a FEEL string such as `="da-nop"`, which is none of
    the known ones: the line, the text, and the known one that is like it, if any.
    """
    for mapping in element.inputs:
        text = _fixed(mapping.source.strip())
        if mapping.target == name and text and text not in known:
            yield mapping.line, text, nearest(text, known)


def unknown_inputs(
    subject: Subject, name: str, known: Collection[str] | None
) -> Iterator[tuple[Element, int, str, str | None]]:
    """The same for every job that takes the input, each with its element."""
    if known is None:
        return
    for element, job_type in subject.jobs:
        if subject.surroundings.takes(job_type, name):
            yield from ((element, *found) for found in unknown_texts(element, name, known))


def _fixed(source: str) -> str | None:
    if not source.startswith(FEEL_MARK):
        return source
    text = source[1:].strip()
    is_string = len(text) > 2 and text[0] == text[-1] == '"'
    return text[1:-1] if is_string and not set(text[1:-1]) & {'"', "\\"} else None
