"""Values on the command line: variables, durations."""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click

from ..engine.messages import message
from .base import argument, language_of, option


def variables_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--variables FILE` and `--set NAME=VALUE`; the command gets both and calls `gathered`."""
    command = option(
        "--set", "assignments", multiple=True, metavar="NAME=VALUE", type=Assignment()
    )(command)
    return option("--variables", "file", metavar="FILE", type=JsonObject())(command)


def gathered(
    file: Mapping[str, Any] | None, assignments: Iterable[tuple[str, Any]]
) -> dict[str, Any]:
    """All variables; a later one wins."""
    return {**(file or {}), **dict(assignments)}


def reach_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """What a suspension reaches, in the words of `engine.suspensions`."""
    for made in (
        option("--job-type", metavar="TYPE"),
        option("--element", metavar="ELEMENT", help="command.option.of-element"),
        option(
            "--version",
            type=click.IntRange(1),
            metavar="VERSION",
            help="command.option.of-version",
        ),
        option("--process", metavar="PROCESS", help="command.option.of-process"),
        argument("instance", required=False),
    ):
        command = made(command)
    return command


class Existing(click.Path):
    """A file or folder that is there."""

    def __init__(self, *, folder: bool = True) -> None:
        super().__init__(exists=True, dir_okay=folder, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        place = Path(value)
        if not place.exists() or (place.is_dir() and not self.dir_okay):
            wanted = "no-such-path" if self.dir_okay else "no-such-file"
            self.fail(_said(wanted, ctx, file=value), param, ctx)
        return super().convert(value, param, ctx)


class Assignment(click.ParamType[Any]):
    """NAME=VALUE; the value is JSON if it can be read so, or just text."""

    name = "assignment"

    def __init__(self, *, is_text: bool = False) -> None:
        self._is_text = is_text

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not isinstance(value, str):
            return value
        name, equals, text = value.partition("=")
        if not equals or not name:
            self.fail(_said("not-assignment", ctx, text=value), param, ctx)
        return name, text if self._is_text else _json_or_text(text)


def _json_or_text(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


class Day(click.ParamType[Any]):
    """A date: `2026-07-01`, or `01/07/2026`."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not isinstance(value, str):
            return value
        for form in ("%Y-%m-%d", "%d/%m/%Y"):
            with suppress(ValueError):
                return datetime.strptime(value, form).replace(tzinfo=UTC).date()
        return self.fail(_said("not-date", ctx, text=value), param, ctx)


class JsonObject(click.ParamType[Any]):
    """A JSON object: written out, in a file, or on standard input (`-`)."""

    name = "json"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not isinstance(value, str):
            return value
        try:
            found = json.loads(_content(value))
        except json.JSONDecodeError as error:
            where = {"line": error.lineno, "column": error.colno}
            self.fail(_said("not-json", ctx, source=value, why=error.msg, **where), param, ctx)
        except (OSError, UnicodeDecodeError) as error:
            why = getattr(error, "strerror", None) or error
            self.fail(_said("file", ctx, file=value, why=why), param, ctx)
        if not isinstance(found, dict):
            self.fail(_said("not-object", ctx, source=value), param, ctx)
        return found


def _content(source: str) -> str:
    if source.lstrip().startswith("{"):
        return source
    if source == "-":
        return sys.stdin.read()
    if source.lstrip().startswith("{"):
        return source
    return Path(source).read_text(encoding="utf-8")


class MigrationPlan(click.ParamType[Any]):
    """A TOML or JSON file: `process`, `from`, `to`, and the table `elements` of ids."""

    name = "plan"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not isinstance(value, str):
            return value
        try:
            text = Path(value).read_text(encoding="utf-8")
            read = json.loads(text) if value.endswith(".json") else tomllib.loads(text)
        except (OSError, UnicodeDecodeError, ValueError) as error:
            self.fail(_said("file", ctx, file=value, why=error), param, ctx)
        if not _is_plan(read):
            self.fail(_said("not-a-plan", ctx, file=value), param, ctx)
        if "from" in read:
            read["version"] = read.pop("from")
        return read


PLAN = {"process": str, "from": int, "to": int, "elements": dict}


def _is_plan(read: Any) -> bool:
    known = isinstance(read, dict) and all(
        name in PLAN and type(value) is PLAN[name] for name, value in read.items()
    )
    return known and all(isinstance(each, str) for each in read.get("elements", {}).values())


class Address(click.ParamType[tuple[str, int]]):
    """Where to listen: `127.0.0.1:9100`, `[::1]:9100`; the port 0 is any free one."""

    name = "address"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, int]:
        if isinstance(value, tuple):
            return value
        host, _, port = str(value).rpartition(":")
        if not host or not port.isdecimal() or int(port) > HIGHEST_PORT:
            self.fail(_said("not-address", ctx, text=value), param, ctx)
        return host.strip("[]"), int(port)


HIGHEST_PORT = 65_535


class Duration(click.ParamType[timedelta]):
    """An ISO 8601 duration of days and time, such as PT30M or P2D."""

    name = "duration"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> timedelta:
        if isinstance(value, timedelta):
            return value
        found = duration_of(str(value))
        if found is None:
            self.fail(_said("not-duration", ctx, text=value), param, ctx)
        return found


def duration_of(text: str) -> timedelta | None:
    """The days and time duration written in ISO 8601, or None."""
    from ..engine.expressions import DaysTime, evaluate

    found = evaluate("duration(text)", {"text": text})
    return timedelta(seconds=float(found.seconds)) if isinstance(found, DaysTime) else None


def _said(key: str, ctx: click.Context | None, **arguments: Any) -> str:
    language = language_of(ctx) if ctx else "vi"
    return message(f"command.error.{key}", language, **arguments)
