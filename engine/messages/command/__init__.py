"""Sentences of the room: command. Each command has a page of its own."""

from __future__ import annotations

from . import about, following, keeping, making, misuse, operating, option

PAGES = {
    "about": about.ABOUT,
    "option": option.OPTION,
    **misuse.PAGES,
    **making.PAGES,
    **following.PAGES,
    **operating.PAGES,
    **keeping.PAGES,
}

SENTENCES: dict[str, tuple[str, str]] = {
    f"command.{page}.{name}": sentence
    for page, sentences in PAGES.items()
    for name, sentence in sentences.items()
}
