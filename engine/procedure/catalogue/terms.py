"""Lengths of time in Vietnamese text and in the catalogue's data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..facts import Unit

WORDS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười lăm": 15,
    "mười": 10,
    "hai mươi": 20,
    "ba mươi": 30,
}
UNITS = {
    "ngày làm việc": Unit.WORKING_DAY,
    "ngày": Unit.DAY,
    "giờ làm việc": Unit.WORKING_HOUR,
    "giờ": Unit.HOUR,
    "tháng": Unit.MONTH,
    "tuần": Unit.DAY,
    "năm": Unit.MONTH,
}
TIMES = {"tuần": 7, "năm": 12}
SPELLED = "|".join(sorted(WORDS, key=len, reverse=True))
COUNTED = re.compile(
    rf"(?i)(?<![\d./])(?:(\d{{1,3}})|\b({SPELLED}))(?:\s*\([^()]{{1,20}}\))?\s*"
    r"(ngày làm việc|ngày|giờ làm việc|giờ|tháng|tuần|năm)\b(?!\s*\d)"
)
SAME_DAY = re.compile(
    r"(?i)\b(?:ngay )?trong (?:ngày làm việc|ngày|buổi)\b(?! (?:làm việc )?(?:tiếp|sau|\d))"
)
AFTER_15 = re.compile(r"(?i)sau 15 (?:giờ|h)|sau 15h")
DATA_UNITS = {
    "WORKING_DAY": Unit.WORKING_DAY,
    "DAY": Unit.DAY,
    "HOUR": Unit.HOUR,
    "WORKING_HOUR": Unit.WORKING_HOUR,
    "MONTH": Unit.MONTH,
    "WEEK": Unit.DAY,
    "YEAR": Unit.MONTH,
}
DATA_TIMES = {"WEEK": 7, "YEAR": 12}
MOST = 10_000


@dataclass(frozen=True, slots=True)
class Term:
    """A length: so many of a unit; of `same-day`, none."""

    value: int
    unit: Unit

    def said(self) -> str:
        """In Vietnamese, as the catalogue says it."""
        name = next((words for words, unit in UNITS.items() if unit is self.unit), "")
        return "trong ngày" if self.unit is Unit.SAME_DAY else f"{self.value} {name}"


def terms_in(text: str) -> tuple[Term, ...]:
    """Every length the text names, each once, in its order."""
    return tuple(dict.fromkeys(_terms(text)))


def _terms(text: str) -> Iterator[Term]:
    found = [(match.start(), _counted(match)) for match in COUNTED.finditer(text)]
    found += [(match.start(), Term(0, Unit.SAME_DAY)) for match in SAME_DAY.finditer(text)]
    yield from (term for _, term in sorted(found, key=lambda each: each[0]) if term)


def _counted(match: re.Match[str]) -> Term | None:
    number = int(match[1]) if match[1] else WORDS[match[2].lower()]
    words = match[3].lower()
    value = number * TIMES.get(words, 1)
    return Term(value, UNITS[words]) if value else None


def term_of(quantity: str, unit: str) -> Term | None:
    """A length told as data: `10` and `WORKING_DAY`, or in words: `10 ngày`; None for `OTHER`."""
    unit = unit.strip().upper()
    if unit in DATA_UNITS:
        number = _whole(quantity)
        return Term(number * DATA_TIMES.get(unit, 1), DATA_UNITS[unit]) if number else None
    told = terms_in(f"{quantity} {unit}".strip())
    return told[0] if len(told) == 1 else None


def _whole(text: str) -> int | None:
    match = re.fullmatch(r"\s*(\d{1,5})(?:[.,]0+)?\s*", text)
    return int(match[1]) if match and 0 < int(match[1]) <= MOST else None


def counts_from_15(text: str) -> bool:
    """Whether what comes after 15:00 counts as the next day's."""
    return AFTER_15.search(text) is not None
