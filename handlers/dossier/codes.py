"""Dossier codes by a pattern that is data.

The pattern is text with `{unit}`, a date (`{yymmdd}`, `{yyyymmdd}` or `{yyyy}`) and a number
written as one `n` a digit (`{nnnn}`). Numbers count within unit and date; one that outgrows its
digits gets more. Source of the usual patterns: TT 01/2018/TT-VPCP art. 19, and codes seen in Thanh
Hóa (`H56.14-…`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from ...engine.errors import BadConfiguration

DATES = {"yymmdd": "%y%m%d", "yyyymmdd": "%Y%m%d", "yyyy": "%Y"}
UNIT = r"[0-9A-Z.]{3,35}"
USUAL = "{unit}-{yymmdd}-{nnnn}"

_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class CodeParts:
    """What a code says. `day` is the first of January where the pattern has only a year."""

    unit: str
    day: date
    number: int


@dataclass(frozen=True, slots=True)
class CodePattern:
    """A pattern for codes. Raises BadConfiguration: a part is missing, unknown or there twice."""

    text: str = USUAL

    def __post_init__(self) -> None:
        places = _PLACE.findall(self.text)
        kinds = sorted(_kind(place) for place in places)
        if kinds != ["date", "number", "unit"]:
            raise BadConfiguration(
                "Expected a code pattern with one {unit}, one date and one number like "
                f"'{USUAL}', but found '{self.text}'"
            )

    def code(self, unit: str, day: date, number: int) -> str:
        """The code of the number-th dossier (from 1) of the unit on that day."""
        return _PLACE.sub(lambda place: _written(place[1], unit, day, number), self.text)

    def scope(self, unit: str, day: date) -> str:
        """Within what the numbers count."""
        return f"{unit} {day.strftime(self._date)}"

    def read(self, code: str) -> CodeParts | None:
        """The parts of a code; None for a code of another pattern."""
        found = re.fullmatch(self._expression, code)
        if found is None:
            return None
        try:
            day = datetime.strptime(found["date"], self._date).date()
        except ValueError:
            return None
        return CodeParts(found["unit"], day, int(found["number"]))

    @property
    def _date(self) -> str:
        return next(DATES[place] for place in _PLACE.findall(self.text) if place in DATES)

    @property
    def _expression(self) -> str:
        parts = _PLACE.split(self.text)
        return "".join(
            _group(part) if odd else re.escape(part)
            for odd, part in zip(_odd(parts), parts, strict=True)
        )


def _kind(place: str) -> str:
    if place in DATES:
        return "date"
    if set(place) == {"n"}:
        return "number"
    return place


def _written(place: str, unit: str, day: date, number: int) -> str:
    match _kind(place):
        case "date":
            return day.strftime(DATES[place])
        case "number":
            return f"{number:0{len(place)}}"
    return unit


def _group(place: str) -> str:
    match _kind(place):
        case "date":
            return rf"(?P<date>\d{{{len(place)}}})"
        case "number":
            return rf"(?P<number>\d{{{len(place)},}})"
    return f"(?P<unit>{UNIT})"


def _odd(parts: list[str]) -> list[bool]:
    return [bool(number % 2) for number in range(len(parts))]
