"""A bar for long work, where somebody watches; a pipe and `--json` see nothing of it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from .desk import Desk

T = TypeVar("T")
WORTH = 20
"""Fewer things need no bar."""


@contextmanager
def bar(desk: Desk, whole: int, key: str) -> Iterator[Callable[[int], None]]:
    """A bar for so many things; what it gives is told how many more are done."""
    if desk.screen.as_json or whole < WORTH or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(desk.text(key), total=whole)
        yield lambda more: progress.advance(task, more)


def tracked(desk: Desk, things: Sequence[T], key: str) -> Iterator[T]:
    """The things one by one, with a bar on standard error. key: of the sentence beside it."""
    if desk.screen.as_json or len(things) < WORTH or not sys.stderr.isatty():
        yield from things
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(things, description=desk.text(key), console=console, transient=True)
