"""Looking somebody up in the population database: for whom, by whom, why, and what is told."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from .personal_number import PersonalNumber


class Field(StrEnum):
    """What may be asked of a person."""

    NAME = "name"
    PERSONAL_NUMBER = "personalNumber"
    OLD_NUMBER = "oldNumber"
    DATE_OF_BIRTH = "dateOfBirth"
    SEX = "sex"
    ETHNICITY = "ethnicity"
    NATIONALITY = "nationality"
    RESIDENCE = "residence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Who is meant. born: the day, or the year where only that is known."""

    name: str = field(repr=False)
    number: PersonalNumber
    born: date | int = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """Why somebody is looked up: an officer of a unit, for a dossier."""

    officer: str
    unit: str
    dossier: str


ASKED, FOUND, NOT_FOUND, AMBIGUOUS, FAILED = "asked", "found", "not-found", "ambiguous", "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class LookUp:
    """One entry of the record. person: the masked number. outcome: `asked` until it is known."""

    key: str
    cause: Cause
    person: str
    fields: Sequence[Field]
    asked_at: datetime
    outcome: str = ASKED


def plain_name(name: str) -> str:
    """A name as the database wants it: in capitals without marks, one space between words."""
    marked = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    plain = "".join(letter for letter in marked if not unicodedata.combining(letter))
    return " ".join(plain.upper().split())
