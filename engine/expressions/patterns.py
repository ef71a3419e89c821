"""Regular expressions of XPath (XQuery and XPath Functions 3.1, 5.6), run by RE2 in linear time.

What RE2 cannot do in linear time is refused: back-references.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import re2

from .character_classes import BadPattern, Scanner, escape, read_class

MAX_PATTERN = 1_000
MAX_MEMORY = 1 << 20
FLAGS = frozenset("smixq")
SPACES = frozenset(" \t\n\r")
REPLACEMENT = re.compile(r"\\(.)|\$(\d+)|([\\$])", re.DOTALL)

__all__ = ["BadPattern", "Pattern", "compile_pattern", "expanded"]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled regular expression. `size` is that of RE2's program, for the budget."""

    program: Any
    size: int
    groups: int

    def is_in(self, text: str) -> bool:
        """Whether the pattern matches somewhere."""
        return self.program.search(text) is not None

    def matches(self, text: str) -> Iterator[Any]:
        """The matches from left to right."""
        return iter(self.program.finditer(text))


def compile_pattern(source: str, flags: str) -> Pattern:
    """The pattern. Raises BadPattern for what is no regular expression of XPath."""
    if len(source) > MAX_PATTERN:
        raise BadPattern("too-long")
    if not FLAGS.issuperset(flags):
        raise BadPattern("flags")
    plain = re2.escape(source) if "q" in flags else translated(source, flags)
    kept = "".join(flag for flag in "im" if flag in flags)
    try:
        program = re2.compile(f"(?{kept})(?:{plain})" if kept else plain, options())
    except re2.error as error:
        raise BadPattern("unreadable") from error
    return Pattern(program, program.programsize, program.groups)


def options() -> Any:
    made = re2.Options()
    made.log_errors = False
    made.max_mem = MAX_MEMORY
    return made


def translated(source: str, flags: str) -> str:
    """The pattern in RE2's syntax."""
    scanner = Scanner(without_spaces(source) if "x" in flags else source)
    dot = r"(?s:.)" if "s" in flags else r"[^\n\r]"
    return "".join(pieces(scanner, dot))


def pieces(scanner: Scanner, dot: str) -> Iterator[str]:
    while character := scanner.take():
        if character == "\\":
            yield escape(scanner)
        elif character == "[":
            yield read_class(scanner).source
        elif character == "(":
            yield group(scanner)
        else:
            yield dot if character == "." else character


def group(scanner: Scanner) -> str:
    """`(` or `(?:`; no other extension is one of XPath."""
    if scanner.peek() != "?":
        return "("
    scanner.take()
    if scanner.take() != ":":
        raise BadPattern("group")
    return "(?:"


def without_spaces(source: str) -> str:
    """The pattern without spaces outside of character classes (flag `x`)."""
    kept: list[str] = []
    depth, escaped = 0, False
    for character in source:
        if not escaped:
            depth += (character == "[") - (character == "]" and depth > 0)
        escaped = character == "\\" and not escaped
        if depth or character not in SPACES:
            kept.append(character)
    return "".join(kept)


def expanded(replacement: str, groups: int) -> list[str | int]:
    """The replacement as literal texts and numbers of groups. Raises BadPattern.

    Of `$12` with fewer than 12 groups only `$1` is taken for a group.
    """
    parts: list[str | int] = []
    end = 0
    for match in REPLACEMENT.finditer(replacement):
        parts.append(replacement[end : match.start()])
        parts += _reference(match, groups)
        end = match.end()
    return [*parts, replacement[end:]]


def _reference(match: re.Match[str], groups: int) -> list[str | int]:
    escaped, digits, _ = match.groups()
    if escaped and escaped in "\\$":
        return [escaped]
    if not digits:
        raise BadPattern("replacement")
    taken = len(digits)
    while taken > 1 and int(digits[:taken]) > groups:
        taken -= 1
    return [int(digits[:taken]), digits[taken:]]
