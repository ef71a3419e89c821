"""A bar for long work, where somebody watches; a pipe and `--json` see nothing of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

from .desk import Desk

T = TypeVar("T")
WORTH = 20
"""Fewer things need no bar."""


def tracked(desk: Desk, things: Sequence[T], key: str) -> Iterator[T]:
    """The things one by one, with a bar on standard error. key: of the sentence beside it."""
    if desk.screen.as_json or len(things) < WORTH or not sys.stderr.isatty():
        yield from things
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(things, description=desk.text(key), console=console, transient=True)
