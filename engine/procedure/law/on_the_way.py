"""What the level rules share: elements with a mark on the ways of online dossiers."""

from __future__ import annotations

from collections.abc import Iterator

from .choices import Choices
from .remark import Remark, each_once, of_element
from .subject import Main, Subject
from .ways import Mark, Shut, Spot, on_ways


def marked(subject: Subject, mark: Mark, case: str = "") -> Iterator[Remark]:
    """A remark for each element that bears the mark, each once, unless a citizen can go by it."""
    for main in subject.mains:
        spots = on_measured_ways(main, mark, Choices(main, mark))
        yield from each_once(of_element(subject, each.frame, each.element, case) for each in spots)


def on_measured_ways(main: Main, mark: Mark, shut: Shut) -> Iterator[Spot]:
    """The marked elements on ways to a successful end."""
    question = main.success(shut=shut)
    for frame in main.measured:
        for spot in on_ways(frame, question):
            if mark(spot.frame, spot.element):
                yield spot
