"""A population of a few invented people, for rehearsals and features."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...engine.model.check import Check
from .look_up import Cause, Field, Question, plain_name

Citizen = Mapping[Field, str]


class MemoryPopulation:
    """Everybody it knows, as texts by field; days are ISO 8601."""

    def __init__(self, citizens: Sequence[Citizen] = ()) -> None:
        self._citizens = citizens

    def look_up(
        self,
        question: Question,
        cause: Cause,  # noqa: ARG002 - the port's
        fields: Sequence[Field],
        *,
        key: str,  # noqa: ARG002 - the port's
    ) -> Sequence[Mapping[Field, str]]:
        fitting = [citizen for citizen in self._citizens if _fits(citizen, question)]
        return [_limited(citizen, fields) for citizen in fitting]

    def check(self) -> Check:
        return Check(subject="population: memory", ok=True, key="handlers.check.memory")


def _limited(citizen: Citizen, fields: Sequence[Field]) -> dict[Field, str]:
    return {field: citizen[field] for field in fields if citizen.get(field)}


def _fits(citizen: Citizen, question: Question) -> bool:
    born = citizen[Field.DATE_OF_BIRTH]
    return (
        citizen[Field.PERSONAL_NUMBER] == question.number.digits
        and plain_name(citizen[Field.NAME]) == plain_name(question.name)
        and born.startswith(str(question.born))
    )
