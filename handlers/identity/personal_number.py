"""Personal numbers: what their digits say, and how they are shown.

    number = PersonalNumber.parse("038190000123")
    number.province, number.sex, number.birth_year, number.masked

Twelve digits: three for where the birth was registered, one for sex and century, two for the year
of birth, six by chance. There is no check digit: a number can be impossible, never certain. The
older identity cards have nine digits, which say nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self

from ...engine.errors import BadInput
from ...engine.messages import Language, message
from .provinces import ABROAD, PROVINCES

LENGTH, OLD_LENGTH = 12, 9
FIRST_CENTURY = 1900
SHOWN = 3


class Sex(StrEnum):
    MALE = "male"
    FEMALE = "female"


def masked(digits: str) -> str:
    """A number of which only the last three digits are shown: the others tell of the person."""
    return "*" * max(len(digits) - SHOWN, 0) + digits[-SHOWN:]


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """A personal number that is possible. Its `repr` and `str` are masked."""

    digits: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """The number of a text, spaces, dots and dashes aside; of any place, see `remark`.

        Raises BadInput, in which the number is masked.
        """
        digits = _digits(text)
        if len(digits) != LENGTH:
            raise BadInput.of("persons.number-length", number=masked(digits), length=len(digits))
        return cls(digits)

    @property
    def province(self) -> str | None:
        """Where the birth was registered; None when it was abroad, or the code is not known."""
        return PROVINCES.get(self.digits[:3])

    @property
    def is_abroad(self) -> bool:
        return int(self.digits[:3]) >= ABROAD

    def remark(self, language: Language) -> str | None:
        """What a person should look at: a code of no place that is known. Nobody is refused for it,
        since the table was not held against the gazette.
        """
        if self.province or self.is_abroad:
            return None
        return message("persons.number-province", language, number=self.masked)

    @property
    def century(self) -> int:
        """The century of birth: 20 for 1900 to 1999."""
        return 20 + int(self.digits[3]) // 2

    @property
    def sex(self) -> Sex:
        return Sex.FEMALE if int(self.digits[3]) % 2 else Sex.MALE

    @property
    def birth_year(self) -> int:
        return FIRST_CENTURY + 100 * (self.century - 20) + int(self.digits[4:6])

    @property
    def masked(self) -> str:
        return masked(self.digits)

    def fits(self, *, born: date | int | None = None, sex: Sex | None = None) -> bool:
        """Whether what somebody declares agrees with the digits. born: a day or a year."""
        year = born.year if isinstance(born, date) else born
        return year in (None, self.birth_year) and sex in (None, self.sex)

    def __repr__(self) -> str:
        return f"PersonalNumber({self.masked})"

    def __str__(self) -> str:
        return self.masked


@dataclass(frozen=True, slots=True)
class OldNumber:
    """A nine-digit number of an older identity card. Its `repr` and `str` are masked."""

    digits: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Raises BadInput, in which the number is masked."""
        digits = _digits(text)
        if len(digits) != OLD_LENGTH:
            raise BadInput.of("persons.number-length", number=masked(digits), length=len(digits))
        return cls(digits)

    @property
    def masked(self) -> str:
        return masked(self.digits)

    def __repr__(self) -> str:
        return f"OldNumber({self.masked})"

    def __str__(self) -> str:
        return self.masked


def parse_number(text: str) -> PersonalNumber | OldNumber:
    """A number of either kind. Raises BadInput."""
    kind = OldNumber if len(_digits(text)) == OLD_LENGTH else PersonalNumber
    return kind.parse(text)


def _digits(text: str) -> str:
    """Raises BadInput for anything but ASCII digits between separators."""
    digits = "".join(text.replace(".", " ").replace("-", " ").split())
    if not (digits.isascii() and digits.isdecimal()):
        raise BadInput.of("persons.number-digits")
    return digits
