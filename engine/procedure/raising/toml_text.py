"""Edits of procedure.toml, line by line: comments and the order of things stay."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping

HEADER = re.compile(r"^\s*\[")


def with_values(text: str, table: str, values: Mapping[str, str | None]) -> str:
    """A table with these values, None to take one away; the table is made where it is missing."""
    lines = _lines(text)
    header = f"[{table}]"
    if _find(lines, header) is None:
        given = {key: value for key, value in values.items() if value is not None}
        return with_table(text, header, given)
    for key, value in values.items():
        lines = _with_value(lines, header, key, value)
    return _joined(text, lines)


def with_table(text: str, header: str, values: Mapping[str, str]) -> str:
    """One more table of this header, after the last of its kind, else at the end."""
    lines = _lines(text)
    same = [at for at, line in enumerate(lines) if line.strip() == header]
    end = _last_of(lines, same[-1]) if same else len(lines)
    added = ["", header, *(_line(key, value) for key, value in values.items())]
    return _joined(text, [*lines[:end], *added, *lines[end:]])


def with_lane(text: str, label: str, kind: str, group: str | None) -> str:
    """A lane more in the table of lanes."""
    key = json.dumps(label, ensure_ascii=False)
    told = {"kind": kind, **({"group": group} if group else {})}
    lines = _lines(text)
    start = _find(lines, "[lanes]")
    if start is None:
        return with_table(text, f"[lanes.{key}]", told)
    end = _last_of(lines, start)
    pairs = ", ".join(_line(name, value) for name, value in told.items())
    return _joined(text, [*lines[:end], f"{key} = {{ {pairs} }}", *lines[end:]])


def with_root_value(text: str, key: str, value: str) -> str:
    """A value before all tables."""
    lines = _lines(text)
    end = next((at for at, line in enumerate(lines) if HEADER.match(line)), len(lines))
    there = next((at for at in range(end) if _key_of(lines[at]) == key), None)
    line = _line(key, value)
    if there is not None:
        return _joined(text, [*lines[:there], line, *lines[there + 1 :]])
    return _joined(text, [*lines[:end], line, "", *lines[end:]])


def with_item_value(text: str, header: str, index: int, key: str, value: str) -> str:
    """A value of one table of an array of tables; index: which of them, from 0."""
    lines = _lines(text)
    starts = [at for at, line in enumerate(lines) if line.strip() == header]
    return _joined(text, _with_value_at(lines, starts[index], key, value))


def _with_value(lines: list[str], header: str, key: str, value: str | None) -> list[str]:
    return _with_value_at(lines, _find(lines, header) or 0, key, value)


def _with_value_at(lines: list[str], start: int, key: str, value: str | None) -> list[str]:
    told = [] if value is None else [_line(key, value)]
    inside = range(start + 1, _end_of(lines, start))
    there = next((at for at in inside if _key_of(lines[at]) == key), None)
    if there is not None:
        return [*lines[:there], *told, *lines[there + 1 :]]
    end = _last_of(lines, start)
    return [*lines[:end], *told, *lines[end:]]


def _lines(text: str) -> list[str]:
    """Only at line ends: a text may hold other characters that break lines."""
    return text.replace("\r\n", "\n").removesuffix("\n").split("\n")


def _find(lines: list[str], header: str) -> int | None:
    return next((at for at, line in enumerate(lines) if line.strip() == header), None)


def _end_of(lines: list[str], start: int) -> int:
    """Where the table that begins at a line ends."""
    later = (at for at in range(start + 1, len(lines)) if HEADER.match(lines[at]))
    return next(later, len(lines))


def _last_of(lines: list[str], start: int) -> int:
    """The place after the last line of the table that says something."""
    end = _end_of(lines, start)
    while end > start + 1 and not _says(lines[end - 1]):
        end -= 1
    return end


def _says(line: str) -> bool:
    """Comments at the end of a table belong to what comes after it."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _joined(text: str, lines: list[str]) -> str:
    """The lines as a text. Raises TOMLDecodeError if they are no TOML any more."""
    newline = "\r\n" if "\r\n" in text else "\n"
    joined = newline.join(lines) + newline
    tomllib.loads(joined)
    return joined


def _key_of(line: str) -> str:
    return line.partition("=")[0].strip().strip('"')


def _line(key: str, value: str) -> str:
    return f"{key} = {json.dumps(value, ensure_ascii=False)}"
