"""A TOML file as text and table, or the finding that says why it is none."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from typing import Any

from ..errors import Finding, Refused


def parse_toml(file: str, content: bytes, rule: str) -> tuple[str, dict[str, Any]]:
    """The text and the table of a TOML file. Raises Refused with the line that is no TOML."""
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise Refused([_unreadable(file, rule, "procedure.not-utf8", None, str(error))]) from error
    try:
        return text, tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        line = _line_in(str(error), text)
        raise Refused([_unreadable(file, rule, "procedure.not-toml", line, str(error))]) from error


def _unreadable(file: str, rule: str, key: str, line: int | None, why: str) -> Finding:
    return Finding(
        rule=rule, severity="error", key=key, arguments={"why": why}, file=file, line=line
    )


def _line_in(why: str, text: str) -> int:
    """The line tomllib tells of only in words."""
    words = why.replace(",", " ").split()
    at = words.index("line") if "line" in words else None
    return int(words[at + 1]) if at is not None else text.count("\n") + 1
