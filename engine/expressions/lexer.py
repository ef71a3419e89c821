"""From text to tokens. Spaces and comments (`//`, `/* */`) fall away here."""

from __future__ import annotations

import re
from typing import NamedTuple

from .errors import BudgetExceeded, FeelSyntaxError
from .places import place

MAX_TEXT = 20_000
MAX_TOKENS = 8_000

NAME_START = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
NAME_PART = NAME_START + "0-9\u00b7\u0300-\u036f\u203f-\u2040"

TOKEN = re.compile(
    rf"""(?>[\s\u180e\u200b\ufeff]+|//[^\n]*|/\*(?s:.*?)\*/)*+
    (?: (?P<word>[{NAME_START}][{NAME_PART}]*)
      | (?P<number>(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?)
      | (?P<string>"(?:[^"\\]|\\.)*")
      | (?P<at>@\s*"(?:[^"\\]|\\.)*")
      | (?P<quoted>`[^`]+`)
      | (?P<symbol>\*\*|\.\.|->|<=|>=|!=|/(?!\*)|[-+*=<>()\[\]{{}},:.?'|])
      | (?P<end>\Z)
      | (?P<bad>.)
    )""",
    re.VERBOSE | re.DOTALL,
)

ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{6})|([nrt\"'\\]))")
SIMPLE_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "'": "'", "\\": "\\"}


class Token(NamedTuple):
    """One word, number, string or symbol; `start` and `end` are offsets into the text."""

    kind: str
    text: str
    start: int
    end: int


def tokenize(text: str) -> list[Token]:
    """All tokens of the text, the last of them of kind `end`.

    Raises FeelSyntaxError at a character FEEL has no use for, BudgetExceeded for a text beyond
    20,000 characters or 8,000 tokens.
    """
    if len(text) > MAX_TEXT:
        raise BudgetExceeded("text", MAX_TEXT)
    tokens = []
    for match in TOKEN.finditer(text):
        kind = match.lastgroup or "end"
        start, end = match.span(kind)
        tokens.append(Token(kind, text[start:end], start, end))
        if kind == "bad":
            raise _unreadable(text, start)
        if kind == "end":
            break
        if len(tokens) > MAX_TOKENS:
            raise BudgetExceeded("tokens", MAX_TOKENS)
    return tokens


def _unreadable(text: str, start: int) -> FeelSyntaxError:
    line, column = place(text, start)
    return FeelSyntaxError(_why(text[start]), text, line, column, found=text[start])


def _why(character: str) -> str:
    if character == "/":
        return "feel.syntax-open-comment"
    return "feel.syntax-open-string" if character in '"@`' else "feel.syntax-character"


def unescape(literal: str) -> str:
    """The characters a string literal stands for, its quotes removed.

    A backslash before anything that is no escape stands for itself, so that regular expressions
    can be written as they are.
    """
    inner = literal[1:-1]
    if "\\" not in inner:
        return inner
    return _joined_surrogates(ESCAPE.sub(_character, inner))


def _character(match: re.Match[str]) -> str:
    short, long, simple = match.groups()
    if simple:
        return SIMPLE_ESCAPES[simple]
    code = int(short or long, 16)
    return chr(code) if code < 0x110000 else match.group()


def _joined_surrogates(text: str) -> str:
    """Pairs of `\\uD83D\\uDC0E` become one character; a lone half becomes U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
