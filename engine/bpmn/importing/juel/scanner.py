"""Text with `${…}` or `#{…}` in it -> pieces of plain text and lists of tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .errors import JuelError

MARK = re.compile(r"\\(?P<escaped>[$#]\{)|[$#]\{")
BLANK = re.compile(r"\s*")
TOKEN = re.compile(
    r"""(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
      | (?P<name>(?:[^\W\d]|\$)[\w$]*)
      | (?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
      | (?P<symbol>&&|\|\||[=!<>]=|[<>!?:+\-*/%()\[\].,{}])""",
    re.VERBOSE | re.DOTALL,
)
SPELLED = {
    "and": "&&",
    "or": "||",
    "not": "!",
    "eq": "==",
    "ne": "!=",
    "lt": "<",
    "gt": ">",
    "le": "<=",
    "ge": ">=",
    "div": "/",
    "mod": "%",
    "empty": "empty",
}
"""Operators written as words."""

MOST_TOKENS = 300


@dataclass(frozen=True, slots=True)
class Token:
    """kind: `number`, `name`, `text` (with the quotes taken off), `symbol`, or `end`."""

    kind: str
    text: str


END = Token("end", "")


def pieces(text: str) -> list[str | list[Token]]:
    """The plain texts and the expressions, in turns; no empty texts. Raises JuelError."""
    found: list[str | list[Token]] = []
    plain, at = "", 0
    while (mark := MARK.search(text, at)) is not None:
        plain += text[at : mark.start()]
        at = mark.end()
        if mark["escaped"]:
            plain += mark["escaped"]
            continue
        tokens, at = _tokens(text, at)
        found += [plain, tokens] if plain else [tokens]
        plain = ""
    plain += text[at:]
    return [*found, plain] if plain else found


def _tokens(text: str, at: int) -> tuple[list[Token], int]:
    """The tokens up to the closing brace, and where the text goes on."""
    found: list[Token] = []
    while len(found) < MOST_TOKENS:
        at = _behind_blanks(text, at)
        match = TOKEN.match(text, at)
        if match is None:
            raise JuelError("syntax", at=text[at : at + 20] or "…")
        at = match.end()
        if match["symbol"] == "}":
            return found, at
        found.append(_token(match))
    raise JuelError("too-long")


def _behind_blanks(text: str, at: int) -> int:
    match = BLANK.match(text, at)
    return match.end() if match else at


def _token(match: re.Match[str]) -> Token:
    kind, text = match.lastgroup or "", match.group()
    if kind == "text":
        return Token(kind, _unquoted(text))
    if kind == "name" and text in SPELLED:
        return Token("symbol", SPELLED[text])
    return Token(kind, text)


def _unquoted(text: str) -> str:
    """JUEL knows no other escapes than of the backslash and the quotes."""
    inner = text[1:-1]
    if re.search(r"\\[^\\'\"]", inner.replace("\\\\", "")):
        raise JuelError("syntax", at=text[:20])
    return re.sub(r"\\(.)", r"\1", inner, flags=re.DOTALL)
