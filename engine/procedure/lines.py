"""Where in a TOML or JSON file a value stands, so that a finding can name the line.

Both readers expect text that already parsed; what they do not recognise they leave out, and the
finding falls back to the line of the nearest value around it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

Path = tuple[str | int, ...]
Lines = Mapping[Path, int]

HEADER = re.compile(r"\s*(\[\[?)\s*(.+?)\s*\]\]?\s*(#.*)?$")
ASSIGNMENT = re.compile(
    r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*="""
)
KEY = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
TOML_TOKEN = re.compile(
    r"""\"{3}(?:[^\\]|\\.)*?\"{3}|'{3}.*?'{3}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\#[^\n]*|[\[\]{}\n]""",
    re.DOTALL,
)
NESTING = {"[": 1, "{": 1, "]": -1, "}": -1}
JSON_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


def line_of(lines: Lines, path: Path) -> int | None:
    """The line of the value, or of the nearest one around it."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path)


def toml_lines(text: str) -> dict[Path, int]:
    """The line, from 1, of each table and key of a TOML text."""
    lines: dict[Path, int] = {}
    table: Path = ()
    for number, line in _statements(text):
        if header := HEADER.match(line):
            table = _table(lines, header[2], repeated=header[1] == "[[")
            lines.setdefault(table, number)
        elif assignment := ASSIGNMENT.match(line):
            lines.setdefault(table + _keys(assignment[1]), number)
    return lines


def _table(lines: Lines, name: str, *, repeated: bool) -> Path:
    path: Path = ()
    keys = _keys(name)
    for position, key in enumerate(keys):
        path = (*path, key)
        seen = sum(1 for known in lines if known[:-1] == path and isinstance(known[-1], int))
        last = position == len(keys) - 1
        if last and repeated:
            path = (*path, seen)
        elif seen:
            path = (*path, seen - 1)
    return path


def _keys(name: str) -> Path:
    return tuple(key.strip("\"'") for key in KEY.findall(name))


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """The first line of each table header and assignment, with its number."""
    start, depth = 0, 0
    for token in TOML_TOKEN.finditer(text + "\n"):
        depth += NESTING.get(token[0], 0)
        if token[0] == "\n" and depth == 0:
            yield text.count("\n", 0, start) + 1, text[start : token.start()].partition("\n")[0]
            start = token.end()


def json_lines(text: str) -> dict[Path, int]:
    """The line, from 1, of each value of a JSON text."""
    lines: dict[Path, int] = {}
    path: list[str | int] = []
    expect_key = False
    for piece, line in _json_tokens(text):
        if piece == ":":
            expect_key = False
        elif piece == ",":
            last = path[-1]
            expect_key = isinstance(last, str)
            path[-1] = last if isinstance(last, str) else last + 1
        elif piece in "}]":
            path.pop()
            expect_key = False
        elif expect_key:
            path[-1] = json.loads(piece)
        else:
            lines.setdefault(tuple(path), line)
            if piece in "{[":
                path.append("" if piece == "{" else 0)
                expect_key = piece == "{"
    return lines


def _json_tokens(text: str) -> Iterator[tuple[str, int]]:
    line, position = 1, 0
    for token in JSON_TOKEN.finditer(text):
        line += text.count("\n", position, token.start())
        position = token.start()
        yield token[0], line
