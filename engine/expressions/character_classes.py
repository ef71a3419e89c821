"""Escapes and character classes of XPath's regular expressions, in RE2's syntax."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .unicode_blocks import BLOCKS

Ranges = tuple[tuple[int, int], ...]

NAME_START = (
    r"A-Z_a-z:\x{C0}-\x{D6}\x{D8}-\x{F6}\x{F8}-\x{2FF}\x{370}-\x{37D}\x{37F}-\x{1FFF}"
    r"\x{200C}-\x{200D}\x{2070}-\x{218F}\x{2C00}-\x{2FEF}\x{3001}-\x{D7FF}\x{F900}-\x{FDCF}"
    r"\x{FDF0}-\x{FFFD}\x{10000}-\x{EFFFF}"
)
NAME_PART = NAME_START + r"\-.0-9\x{B7}\x{300}-\x{36F}\x{203F}-\x{2040}"
LETTERS = {
    "s": r" \t\n\r",
    "d": r"\p{Nd}",
    "w": r"\p{L}\p{M}\p{N}\p{S}",
    "i": NAME_START,
    "c": NAME_PART,
}
NEGATED = {"S": r" \t\n\r", "D": r"\p{Nd}", "W": r"\p{P}\p{Z}\p{C}"}
W_IN_CLASS = {
    "W": r"\p{P}\p{Z}\p{C}",
    "D": r"\P{Nd}",
    "S": r"\x{0}-\x{8}\x{B}\x{C}\x{E}-\x{1F}\x{21}-\x{10FFFF}",
}
CONTROLS = {"n": 10, "r": 13, "t": 9}
PLAIN = frozenset("\\|.?*+(){}-[]^$")
CATEGORY = re.compile(r"L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?")
MAX_POINT = 0x10FFFF


class BadPattern(Exception):
    """The text is no regular expression of XPath."""


class Scanner:
    """Reads a pattern character by character; an empty text is its end."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0

    def peek(self) -> str:
        return self.source[self.at : self.at + 1]

    def take(self) -> str:
        character = self.peek()
        self.at += 1
        return character

    def until(self, end: str) -> str:
        """All up to a character, which is passed over. Raises BadPattern when it is missing."""
        found = self.source.find(end, self.at)
        if found < 0:
            raise BadPattern("escape")
        taken = self.source[self.at : found]
        self.at = found + 1
        return taken


def escape(scanner: Scanner) -> str:
    """An escape outside of a class, its backslash already read."""
    letter = scanner.peek()
    if letter in LETTERS and letter:
        scanner.take()
        return f"[{LETTERS[letter]}]"
    if letter and letter in "SDWIC":
        scanner.take()
        return f"[^{(NEGATED | {'I': NAME_START, 'C': NAME_PART})[letter]}]"
    if letter and letter in "pP":
        return category(scanner)
    return quoted(single(scanner))


def single(scanner: Scanner) -> int:
    """The one character an escape stands for. Raises BadPattern for anything else."""
    letter = scanner.take()
    if letter in CONTROLS:
        return CONTROLS[letter]
    if letter not in PLAIN or not letter:
        raise BadPattern("escape")
    return ord(letter)


def category(scanner: Scanner) -> str:
    """`\\p{Lu}` or `\\P{IsBasicLatin}`, its backslash already read."""
    letter = scanner.take()
    if scanner.take() != "{":
        raise BadPattern("category")
    name = scanner.until("}")
    if CATEGORY.fullmatch(name):
        return f"\\{letter}{{{name}}}" if name != "Cn" else unassigned(letter)
    if not name.startswith("Is") or name[2:] not in BLOCKS:
        raise BadPattern("category")
    low, high = BLOCKS[name[2:]]
    return f"[{'^' if letter == 'P' else ''}{quoted(low)}-{quoted(high)}]"


def unassigned(letter: str) -> str:
    """RE2 has no class of unassigned characters: they are in none of the others."""
    known = r"\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\p{C}"
    return f"[{known}]" if letter == "P" else f"[^{known}]"


def quoted(point: int) -> str:
    """A character by its number, free of any meaning."""
    return f"\\x{{{point:X}}}"


# -- classes ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CharacterClass:
    """A class `[…]`: its source for RE2, and its characters where they are known one by one."""

    source: str
    ranges: Ranges | None


def read_class(scanner: Scanner) -> CharacterClass:
    """The class whose `[` was just read, a subtraction `-[…]` included."""
    negated = scanner.peek() == "^"
    if negated:
        scanner.take()
    parts, ranges, subtracted = _members(scanner)
    made = _made(parts, ranges, negated)
    return _difference(made, subtracted) if subtracted else made


def _members(
    scanner: Scanner,
) -> tuple[list[str], list[tuple[int, int]] | None, CharacterClass | None]:
    parts: list[str] = []
    ranges: list[tuple[int, int]] | None = []
    while (character := scanner.take()) != "]" or not parts:
        if not character or character == "]":
            raise BadPattern("class")
        if character == "-" and scanner.peek() == "[" and parts:
            scanner.take()
            subtracted = read_class(scanner)
            if scanner.take() != "]":
                raise BadPattern("class")
            return parts, ranges, subtracted
        part, found = _member(scanner, character)
        parts.append(part)
        ranges = None if ranges is None or found is None else [*ranges, found]
    return parts, ranges, None


def _member(scanner: Scanner, character: str) -> tuple[str, tuple[int, int] | None]:
    """One member: a class escape, a character, or a range of characters."""
    if character == "[":
        raise BadPattern("class")
    if character == "\\" and scanner.peek() and scanner.peek() in "sdwicSDWpP":
        return _class_escape(scanner), None
    low = single(scanner) if character == "\\" else ord(character)
    high = _upper_end(scanner, low)
    if high < low:
        raise BadPattern("class")
    return f"{quoted(low)}-{quoted(high)}", (low, high)


def _upper_end(scanner: Scanner, low: int) -> int:
    following = scanner.source[scanner.at : scanner.at + 2]
    if following[:1] != "-" or following[1:] in ("", "]", "["):
        return low
    scanner.take()
    character = scanner.take()
    return single(scanner) if character == "\\" else ord(character)


def _class_escape(scanner: Scanner) -> str:
    letter = scanner.peek()
    if letter in "pP":
        inner = category(scanner)
        if inner.startswith("[^"):
            raise BadPattern("class")
        return inner.removeprefix("[").removesuffix("]")
    scanner.take()
    return (LETTERS | W_IN_CLASS)[letter]


def _made(parts: list[str], ranges: list[tuple[int, int]] | None, negated: bool) -> CharacterClass:
    source = f"[{'^' if negated else ''}{''.join(parts)}]"
    if ranges is None:
        return CharacterClass(source, None)
    return CharacterClass(source, _complement(ranges) if negated else tuple(sorted(ranges)))


def _complement(ranges: list[tuple[int, int]] | Ranges) -> Ranges:
    gaps: list[tuple[int, int]] = []
    start = 0
    for low, high in sorted(ranges):
        if low > start:
            gaps.append((start, low - 1))
        start = max(start, high + 1)
    return (*gaps, (start, MAX_POINT)) if start <= MAX_POINT else tuple(gaps)


def _difference(minuend: CharacterClass, subtrahend: CharacterClass) -> CharacterClass:
    """Only of characters known one by one: RE2 has no subtraction of its own."""
    if minuend.ranges is None or subtrahend.ranges is None:
        raise BadPattern("subtraction")
    kept = _complement((*_complement(minuend.ranges), *subtrahend.ranges))
    if not kept:
        return CharacterClass(r"[^\x{0}-\x{10FFFF}]", ())
    source = "".join(f"{quoted(low)}-{quoted(high)}" for low, high in kept)
    return CharacterClass(f"[{source}]", kept)
