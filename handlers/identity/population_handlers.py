"""The job type that looks somebody up in the population database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from ...engine.errors import BadInput, BpmnError, Problem, ProcflowError, RetryLater, UnfitInput
from ...engine.handler import JobContext, handles, label
from ...engine.model.check import Check
from ..icons import icon
from .look_up import AMBIGUOUS, FAILED, FOUND, NOT_FOUND, Cause, Field, LookUp, Question
from .personal_number import PersonalNumber
from .port import LookUps, Population

UNKNOWN, SEVERAL, IMPOSSIBLE = "PERSON_NOT_FOUND", "PERSON_AMBIGUOUS", "PERSONAL_NUMBER_INVALID"
FAULTS = {
    UNKNOWN: ("Không có công dân nào khớp", "Nobody fits"),
    SEVERAL: ("Có nhiều công dân khớp", "Several people fit"),
    IMPOSSIBLE: ("Số định danh không thể đúng", "The personal number is impossible"),
}
FieldName = Literal[
    "name",
    "personalNumber",
    "oldNumber",
    "dateOfBirth",
    "sex",
    "ethnicity",
    "nationality",
    "residence",
]


@dataclass(frozen=True, kw_only=True)
class LookUpPerson:
    """Look somebody up in the population database."""

    name: str = field(metadata=label("Họ tên", "Full name", feel="=applicant.name", min_length=1))
    personal_number: str = field(
        metadata=label("Số định danh", "Personal number", feel="=applicant.personalId")
    )
    date_of_birth: date | None = field(
        default=None,
        metadata=label(
            "Ngày sinh",
            "Date of birth",
            hint=("để trống: chỉ theo năm sinh trong số định danh", "empty: by the year alone"),
        ),
    )
    fields: tuple[FieldName, ...] = field(
        metadata=label("Thông tin cần biết", "What is wanted", feel='=["residence"]')
    )
    officer: str = field(metadata=label("Mã cán bộ", "Officer", feel="=officer", min_length=1))
    unit: str = field(metadata=label("Mã đơn vị", "Unit", feel="=dossier.unit", min_length=1))
    dossier: str = field(
        metadata=label("Mã hồ sơ", "Dossier code", feel="=dossier.code", min_length=1)
    )


@dataclass(frozen=True, kw_only=True)
class PersonFound:
    citizen: Mapping[str, str] = field(
        metadata=label("Thông tin công dân", "What is known of the citizen")
    )


class PopulationHandlers:
    """Looks people up, and keeps a record of every look-up."""

    icon = icon("identity")

    def __init__(self, population: Population, look_ups: LookUps) -> None:
        self._population = population
        self._look_ups = look_ups

    @handles(
        "population.look-up",
        version=1,
        title=("Tra cứu dân cư", "Look up a citizen"),
        raises=FAULTS,
    )
    def look_up(self, wanted: LookUpPerson, job: JobContext) -> PersonFound:
        cause = _cause(wanted, job)
        question = _question(wanted)
        fields = tuple(Field(name) for name in dict.fromkeys(wanted.fields))
        noted = self._look_ups.asked(
            LookUp(
                key=job.key,
                cause=cause,
                person=question.number.masked,
                fields=fields,
                asked_at=job.now,
            )
        )
        found = self._asked(noted, question, cause, fields, job.key)
        self._look_ups.answered(noted, _outcome(found))
        if len(found) != 1:
            raise _fault(SEVERAL if found else UNKNOWN)
        return PersonFound(citizen={str(name): text for name, text in found[0].items()})

    def check(self) -> Check:
        return self._population.check()

    def _asked(
        self, noted: int, question: Question, cause: Cause, fields: Sequence[Field], key: str
    ) -> Sequence[Mapping[Field, str]]:
        try:
            return self._population.look_up(question, cause, fields, key=key)
        except (ProcflowError, RetryLater):
            self._look_ups.answered(noted, FAILED)
            raise


def _cause(wanted: LookUpPerson, job: JobContext) -> Cause:
    """Raises UnfitInput when the dossier is not the one that is worked on."""
    if job.business_key is not None and job.business_key != wanted.dossier:
        text = f"Expected a look-up for dossier '{job.business_key}', but it names another"
        other = {"dossier": job.business_key}
        raise UnfitInput(
            text, Problem(field="dossier", key="persons.other-dossier", arguments=other)
        )
    return Cause(officer=wanted.officer, unit=wanted.unit, dossier=wanted.dossier)


def _question(wanted: LookUpPerson) -> Question:
    try:
        number = PersonalNumber.parse(wanted.personal_number)
    except BadInput as error:
        raise BpmnError(IMPOSSIBLE, str(error)) from None
    born = wanted.date_of_birth or number.birth_year
    return Question(name=wanted.name, number=number, born=born)


def _outcome(found: Sequence[object]) -> str:
    return (NOT_FOUND, FOUND)[len(found)] if len(found) < 2 else AMBIGUOUS


def _fault(code: str) -> BpmnError:
    return BpmnError(code, FAULTS[code][1])
