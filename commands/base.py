"""The shape of every command: help in two languages, the common options, and an answer to show."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import click

from ..engine.messages import Language, message
from .answer import Answer
from .language import as_language, language_of_locale


@dataclass(slots=True)
class Choices:
    """What the common options said, wherever on the command line they stood."""

    settings: Path | None = None
    database: str | None = None
    language: Language | None = None
    at: str | None = None
    as_json: bool = False
    debug: bool = False


class Option(click.Option):
    """An option whose help is a key of the catalogue."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        record = super().get_help_record(ctx)
        if record is None or self.help is None:
            return record
        spelled, text = record
        language = language_of(ctx)
        for key in ("default", "required"):
            text = text.replace(f"[{key}", f"[{message(f'command.help-page.{key}', language)}")
        return spelled, text.replace(self.help, message(self.help, language))


def language_of(ctx: click.Context) -> Language:
    """The language of help and errors: the option, the environment, the locale."""
    told = ctx.ensure_object(Choices).language
    return (
        told
        or as_language(os.environ.get("PROCFLOW_LANGUAGE", ""))
        or language_of_locale(os.environ)
    )


class _Translated(click.Command):
    """Help with headings in the reader's language."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        language = language_of(ctx)
        pieces = " ".join(self.collect_usage_pieces(ctx))
        for english, key in (("[OPTIONS]", "some-options"), ("COMMAND [ARGS]...", "some-command")):
            pieces = pieces.replace(english, message(f"command.help-page.{key}", language))
        prefix = message("command.help-page.usage", language) + " "
        formatter.write_usage(ctx.command_path, pieces, prefix)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(message(f"command.about.{self.name}", language_of(ctx)))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = {
            param: param.get_help_record(ctx)
            for param in self.get_params(ctx)
            if not isinstance(param, click.Argument)
        }
        own = [row for param, row in records.items() if row and not is_common(param)]
        common = [row for param, row in records.items() if row and is_common(param)]
        for key, rows in (("options", own), ("common", common)):
            if rows:
                with formatter.section(message(f"command.help-page.{key}", language_of(ctx))):
                    formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = message("command.option.help", language_of(ctx))
        return option


def is_common(param: click.Parameter) -> bool:
    return isinstance(param, _CommonOption) or param.name == "help" or "--help" in param.opts


class _CommonOption(Option):
    """Kept in the Choices, not given to the command."""


def common_options() -> list[click.Parameter]:
    """`--json`, `--language`, … as every command and the root take them."""
    return [
        _common("--json", "as_json", is_flag=True),
        _common("--language", type=click.Choice(["vi", "en"])),
        _common("--database", metavar="URL"),
        _common("--settings", type=click.Path(path_type=Path, dir_okay=False)),
        _common("--at", metavar="TIME"),
        _common("--debug", is_flag=True),
    ]


def _common(*names: str, **more: Any) -> _CommonOption:
    help_key = f"command.option.{names[0].removeprefix('--')}"
    return _CommonOption(
        names, help=help_key, expose_value=False, is_eager=True, callback=_keep_choice, **more
    )


def _keep_choice(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    if value is not None and value is not False and param.name:
        setattr(ctx.ensure_object(Choices), param.name, value)


class Command(_Translated):
    """A command: `callback` gets a Desk and returns the Answer to show, None if it showed all."""

    def invoke(self, ctx: click.Context) -> int:
        from .desk import Desk

        with Desk(ctx.ensure_object(Choices)) as desk:
            work = cast("Callable[..., Answer | None]", self.callback)
            answer = ctx.invoke(work, desk, **ctx.params)
            if answer is None:
                return 0
            desk.screen.show(answer)
            return answer.code


class Group(_Translated, click.Group):
    """A command with commands of its own."""

    command_class = Command

    def chapters(self, ctx: click.Context) -> Mapping[str, Sequence[str]]:
        """The commands as the help page groups them, by the key of each heading."""
        return {"commands": self.list_commands(ctx)}

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        language = language_of(ctx)
        for heading, names in self.chapters(ctx).items():
            with formatter.section(message(f"command.help-page.{heading}", language)):
                formatter.write_dl([(name, self.short_help_of(name, language)) for name in names])
        _Translated.format_options(self, ctx, formatter)

    def short_help_of(self, name: str, language: Language) -> str:
        whole = message(f"command.about.{name}", language)
        return whole.partition("\n")[0].rstrip(".")


def command(name: str) -> Callable[[Callable[..., Answer | None]], Command]:
    """Make a function `(desk, …) -> Answer` the command of this name."""

    def made(work: Callable[..., Answer | None]) -> Command:
        params = list(reversed(getattr(work, "__click_params__", [])))
        return Command(name, callback=work, params=[*params, *common_options()])

    return made


def option(*names: str, **more: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """An option; its help is the catalogue's `command.option.<name>` unless given."""
    spelled = next(name for name in names if name.startswith("--")).removeprefix("--")
    more.setdefault("help", f"command.option.{spelled}")
    return click.option(*names, cls=Option, **more)


def argument(name: str, **more: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """An argument; the command's text in the catalogue explains it."""
    return click.argument(name, **more)
