"""`procflow init`: a commented procflow.toml."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import Field
from pathlib import Path
from typing import Any

import click

from ..engine.messages import Language, message
from .answer import Answer, Line
from .base import argument, command, language_of, option
from .desk import Desk
from .setting_types import (
    entries_of,
    environment_name,
    is_needed,
    is_secret,
    may_be_left_out,
    plain,
    section_of,
    sections,
)
from .settings import FILE, Settings

PEOPLE = "people"
"""They have an example of their own, at the end."""


@command("init")
@argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
@option("--force", is_flag=True)
def init(_: Desk, folder: Path, force: bool) -> Answer:
    language = language_of(click.get_current_context())
    file = folder / FILE
    if file.exists() and not force:
        raise click.UsageError(message("command.error.exists", language, file=file))
    folder.mkdir(parents=True, exist_ok=True)
    file.write_text(settings_file(language), encoding="utf-8")
    return Answer(
        {"file": str(file)},
        [
            Line(message("command.init.written", language, file=file), "good"),
            Line(message("command.init.next", language), "quiet"),
        ],
    )


def settings_file(language: Language) -> str:
    """All settings with their defaults, every line commented out and explained."""
    head = message("command.init.head", language)
    return "\n".join((head, *_section(Settings, (), language), *_people(language))) + "\n"


def _section(kind: type[Any], names: tuple[str, ...], language: Language) -> Iterator[str]:
    """Simple settings first, so that each stands under its own heading."""
    for each, hint in sections(kind):
        if section_of(hint) is None and entries_of(hint) is None:
            yield from _line(each, hint, names, language)
    for each, hint in sections(kind):
        if inner := section_of(hint):
            mark = "# " if may_be_left_out(each) else ""
            yield f"\n# {each.metadata[language]}\n{mark}[{'.'.join((*names, each.name))}]"
            yield from _section(inner, (*names, each.name), language)
        elif (entry := section_of(entries_of(hint))) and each.name != PEOPLE:
            yield f"\n# {each.metadata[language]}"
            yield from _entry(entry, (*names, each.name, '"…"'), language)


def _entry(kind: type[Any], names: tuple[str, ...], language: Language) -> Iterator[str]:
    """One of any number of sections of a kind; the environment has no names for them."""
    yield f"# [{'.'.join(names)}]"
    for each, hint in sections(kind):
        if section_of(hint) is None and entries_of(hint) is None:
            yield f"# {each.name} = {_shown(each, hint)}  # {each.metadata[language]}"


def _line(each: Field[Any], hint: Any, names: tuple[str, ...], language: Language) -> Iterator[str]:
    name = environment_name(*names, each.name)
    yield f"\n# {each.metadata[language]} ({name})"
    yield f"# {each.name} = {_shown(each, hint)}"


def _shown(each: Field[Any], hint: Any) -> str:
    """The default; where there is none, what one has to write."""
    if is_secret(hint):
        return '{ file = "…" }'
    if is_needed(each):
        return '"…"' if plain(hint) is str else "…"
    return json.dumps(each.default, ensure_ascii=False)


def _people(language: Language) -> Iterator[str]:
    yield "\n" + message("command.init.people", language)
