"""What every adapter of the population database must do.

    for step in POPULATION_EXERCISE:
        step(population)

The population has Nguyễn Thị Hoa (038190000123, born 15 January 1990), and Trần Văn Đôi twice by a
fault of the register (001085000456, born in 1985).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from ..expectations import expect
from .look_up import Cause, Field, Question
from .personal_number import PersonalNumber
from .port import Population

CAUSE = Cause(officer="an", unit="H56.14", dossier="H56.14-260302-0001")
HOA, DOI = PersonalNumber("038190000123"), PersonalNumber("001085000456")
BORN = date(1990, 1, 15)

CITIZENS: Sequence[Mapping[Field, str]] = (
    {
        Field.NAME: "Nguyễn Thị Hoa",
        Field.PERSONAL_NUMBER: HOA.digits,
        Field.DATE_OF_BIRTH: "1990-01-15",
        Field.SEX: "female",
        Field.RESIDENCE: "12 Lê Lợi, phường Hạc Thành, Thanh Hóa",
    },
    {
        Field.NAME: "Trần Văn Đôi",
        Field.PERSONAL_NUMBER: DOI.digits,
        Field.DATE_OF_BIRTH: "1985",
        Field.RESIDENCE: "1",
    },
    {
        Field.NAME: "Trần Văn Đôi",
        Field.PERSONAL_NUMBER: DOI.digits,
        Field.DATE_OF_BIRTH: "1985",
        Field.RESIDENCE: "2",
    },
)
"""The people of the exercise, for an adapter that has to be given some."""


def finds_by_the_day_of_birth(population: Population) -> None:
    found = _asked(population, Question(name="Nguyễn Thị Hoa", number=HOA, born=BORN))
    expect("who was found", found, [{Field.NAME: "Nguyễn Thị Hoa"}])


def finds_by_the_year_of_birth(population: Population) -> None:
    found = _asked(population, Question(name="NGUYỄN thị  hoa", number=HOA, born=1990))
    expect("who was found", found, [{Field.NAME: "Nguyễn Thị Hoa"}])


def tells_no_more_than_was_asked(population: Population) -> None:
    question = Question(name="Nguyễn Thị Hoa", number=HOA, born=BORN)
    fields = [Field.RESIDENCE, Field.SEX]
    (found,) = population.look_up(question, CAUSE, fields, key="i1:1")
    told = {Field.RESIDENCE: "12 Lê Lợi, phường Hạc Thành, Thanh Hóa", Field.SEX: "female"}
    expect("what was told", dict(found), told)
    (nothing,) = population.look_up(question, CAUSE, [], key="i1:2")
    expect("what was told of nothing asked", dict(nothing), {})


def finds_nobody_whose_facts_do_not_fit(population: Population) -> None:
    for question in (
        Question(name="Nguyễn Thị Hồng", number=HOA, born=BORN),
        Question(name="Nguyễn Thị Hoa", number=HOA, born=1991),
        Question(name="Nguyễn Thị Hoa", number=PersonalNumber("038190000124"), born=1990),
    ):
        expect("who was found", _asked(population, question), [])


def tells_all_who_fit(population: Population) -> None:
    found = _asked(population, Question(name="Trần Văn Đôi", number=DOI, born=1985))
    expect("how many fit", len(found), 2)


def tells_that_it_is_well(population: Population) -> None:
    expect("the check", population.check().ok, True)


POPULATION_EXERCISE: tuple[Callable[[Population], None], ...] = (
    finds_by_the_day_of_birth,
    finds_by_the_year_of_birth,
    tells_no_more_than_was_asked,
    finds_nobody_whose_facts_do_not_fit,
    tells_all_who_fit,
    tells_that_it_is_well,
)


def _asked(population: Population, question: Question) -> list[dict[Field, str]]:
    found = population.look_up(question, CAUSE, [Field.NAME], key="i1:1")
    return [dict(citizen) for citizen in found]
