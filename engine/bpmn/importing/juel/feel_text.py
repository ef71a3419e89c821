"""Pieces of FEEL with what must be known to put them together."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import IntEnum


class Level(IntEnum):
    """How tight the outermost operator binds."""

    IF = 0
    OR = 1
    AND = 2
    COMPARE = 3
    ADD = 4
    MULTIPLY = 5
    NEGATE = 6
    PRIMARY = 7


@dataclass(frozen=True, slots=True)
class Feel:
    """A piece of FEEL. kind: `boolean`, `number`, `text`, `null`, or empty for unknown."""

    text: str
    level: Level = Level.PRIMARY
    kind: str = ""
    may_be_null: bool = False

    def within(self, level: Level) -> str:
        """The text where an operand must bind at least so tight."""
        return self.text if self.level >= level else f"({self.text})"

    @property
    def sure(self) -> Feel:
        """The same for a truth value, with false where it would be null."""
        if not self.may_be_null:
            return self
        return Feel(f"{self.within(Level.ADD)} = true", Level.COMPARE, "boolean")

    def of_kind(self, kind: str) -> Feel:
        return replace(self, kind=kind)


def quoted(text: str) -> Feel:
    return Feel(f'"{re.sub(ESCAPED, _escape, text)}"', kind="text")


ESCAPED = re.compile(r'["\\\x00-\x1f\x7f]')
SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _escape(match: re.Match[str]) -> str:
    letter = match.group()
    return SHORT.get(letter) or f"\\u{ord(letter):04x}"


def numeral(value: Decimal) -> Feel:
    """Without an exponent, which JUEL writes and few people read."""
    text = f"{value:f}"
    plain = text.rstrip("0").rstrip(".") if "." in text else text
    return Feel(plain or "0", kind="number")
