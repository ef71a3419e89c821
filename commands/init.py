"""`procflow init`: a commented procflow.toml."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import MISSING, Field, is_dataclass
from pathlib import Path
from typing import Any

import click

from ..engine.messages import Language, message
from .answer import Answer, Line
from .base import argument, command, language_of, option
from .desk import Desk
from .settings import FILE, Settings, environment_name, sections


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
    inner: list[tuple[Field[Any], type[Any]]] = []
    for each, hint in sections(kind):
        if is_dataclass(hint) and isinstance(hint, type):
            inner.append((each, hint))
        elif each.default is not MISSING:
            yield from _line(each, names, language)
    for each, hint in inner:
        yield f"\n# {each.metadata[language]}\n[{'.'.join((*names, each.name))}]"
        yield from _section(hint, (*names, each.name), language)


def _line(each: Field[Any], names: tuple[str, ...], language: Language) -> Iterator[str]:
    name = environment_name(*names, each.name)
    yield f"\n# {each.metadata[language]} ({name})"
    yield f"# {each.name} = {json.dumps(each.default, ensure_ascii=False)}"


def _people(language: Language) -> Iterator[str]:
    yield "\n" + message("command.init.people", language)
