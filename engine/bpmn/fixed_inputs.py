"""Inputs of a job that are mapped from a fixed text, so that it is known before anything runs."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from .model import Element
from .nearest import nearest
from .subject import Subject
from .texts import FEEL_MARK


def fixed_inputs(element: Element, name: str) -> Iterator[tuple[str, int]]:
    """Each fixed text for the input, static or a FEEL string such as `="da-nop"`, with its line."""
    for mapping in element.inputs:
        text = _fixed(mapping.source.strip())
        if mapping.target == name and text:
            yield text, mapping.line


def unknown_inputs(
    subject: Subject, name: str, known: Collection[str] | None
) -> Iterator[tuple[Element, int, str, str | None]]:
    """Each fixed text for the input of a job that takes it, which is none of the known ones: the
    element, the line, the text, and the known one that is like it, if any.
    """
    job_types = subject.surroundings.job_types or {}
    for element, job_type in subject.jobs:
        if known is None or job_type not in job_types or name not in job_types[job_type].inputs:
            continue
        for text, line in fixed_inputs(element, name):
            if text not in known:
                yield element, line, text, nearest(text, known)


def _fixed(source: str) -> str | None:
    if not source.startswith(FEEL_MARK):
        return source
    text = source[1:].strip()
    is_string = len(text) > 2 and text[0] == text[-1] == '"'
    return text[1:-1] if is_string and not set(text[1:-1]) & {'"', "\\"} else None
