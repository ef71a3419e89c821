"""The reference page of the command, written from the command itself; `make docs` writes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import Field
from typing import Any

import click

from ..engine.messages import Language, message
from .base import Choices, Group, is_common
from .setting_types import entries_of, environment_name, is_needed, section_of, sections
from .settings import Settings

LANGUAGES: tuple[Language, ...] = ("vi", "en")
HEAD = """# The command

<!-- Written by `make docs` from the command itself; do not edit. -->

Exit codes: 0 fine, 1 findings, 2 misuse (command line, settings), 3 the engine said no.
Every command takes the common options below. With `--json` exactly one JSON document is printed,
for an error too: `{"error": {"kind": …, "message": …}}`.
"""


def reference_page(root: Group) -> str:
    """The whole page, as Markdown."""
    return "\n".join((HEAD, *_common(root), *_commands(root, ()), *_settings()))


def _common(root: Group) -> Iterator[str]:
    yield "## Common options\n"
    yield from _options([param for param in root.params if is_common(param)])


def _commands(group: Group, above: tuple[str, ...]) -> Iterator[str]:
    for name in group.list_commands(_context(group)):
        command = group.get_command(_context(group), name)
        if command is None:
            continue
        path = (*above, name)
        yield f"## procflow {' '.join(path)}\n"
        yield f"    procflow {' '.join((*path, *_usage(command)))}\n"
        for language in LANGUAGES:
            yield message(f"command.about.{name}", language) + "\n"
        yield from _options([param for param in command.params if not is_common(param)])
        if isinstance(command, Group):
            yield from _commands(command, path)


def _context(command: click.Command) -> click.Context:
    return click.Context(command, obj=Choices())


def _usage(command: click.Command) -> list[str]:
    return command.collect_usage_pieces(_context(command))


def _options(params: list[click.Parameter]) -> Iterator[str]:
    options = [param for param in params if isinstance(param, click.Option)]
    if not options:
        return
    yield "| option | tiếng Việt | English |\n|---|---|---|"
    for option in options:
        texts = (message(option.help or "", language) for language in LANGUAGES)
        yield _row(f"`{_spelled(option)}`", *texts)
    yield ""


def _spelled(option: click.Option) -> str:
    names = ", ".join(option.opts)
    nobody = _context(click.Command("procflow"))
    return names if option.is_flag else f"{names} {option.make_metavar(nobody)}"


def _settings() -> Iterator[str]:
    yield "## Settings\n"
    yield (
        "`procflow.toml` of the folder or the nearest one above it; the environment outweighs the\n"
        "file, an option outweighs both. Relative paths begin at the file.\n"
    )
    yield "| setting | environment | default | tiếng Việt | English |\n|---|---|---|---|---|"
    yield from _setting_rows(Settings, ())
    yield ""


def _setting_rows(kind: type[Any], above: tuple[str, ...]) -> Iterator[str]:
    for field, hint in sections(kind):
        path = (*above, field.name)
        if section := section_of(hint):
            yield from _setting_rows(section, path)
        elif entries_of(hint) is not None:
            yield _row(f"`[{'.'.join(path)}.…]`", "", "", *_texts(field.metadata))
        else:
            names = f"`{'.'.join(path)}`", f"`{environment_name(*path)}`"
            yield _row(*names, _default(field), *_texts(field.metadata))


def _default(field: Field[Any]) -> str:
    if is_needed(field):
        return "(needed)"
    return f"`{field.default}`" if field.default not in ("", (), None) else ""


def _texts(metadata: Any) -> tuple[str, str]:
    return metadata["vi"], metadata["en"]


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
