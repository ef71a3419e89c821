"""The usual shapes of a procedure, and which one the facts speak for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from ...messages import Language, message
from ..facts import Deadline, ProcedureFacts, Unit
from .wording import IMMEDIATE, OPINION, PARALLEL, says

HOURS_A_DAY = 8


class Shape(StrEnum):
    """immediate: decided and returned at once. opinions: agencies are asked, silence is assent.
    parallel: agencies do their part at the same time. notice: recorded, nothing is returned.
    """

    IMMEDIATE = "immediate"
    SIMPLE = "simple"
    OPINIONS = "opinions"
    PARALLEL = "parallel"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Chosen:
    """key: why, below `composing.shape` of the catalogue."""

    shape: Shape
    key: str
    arguments: Mapping[str, Any] = field(default_factory=dict)

    def sentence(self, language: Language) -> str:
        return message(f"composing.shape.{self.key}", language, **self.arguments)


def choose(facts: ProcedureFacts) -> Chosen:
    """The first shape the facts speak for: by result, agencies, deadline, words of the steps."""
    agencies = facts.agencies.cooperate if facts.agencies else ()
    if not facts.results:
        return Chosen(Shape.NOTICE, "no-result")
    if len(agencies) > 1 and (words := says(facts, PARALLEL)):
        return Chosen(Shape.PARALLEL, "words-parallel", {"words": words, "count": len(agencies)})
    if words := says(facts, OPINION):
        return Chosen(Shape.OPINIONS, "words-opinion", {"words": words})
    if agencies:
        return Chosen(Shape.OPINIONS, "agencies", {"names": ", ".join(agencies)})
    if _is_at_once(facts.deadline):
        return Chosen(Shape.IMMEDIATE, "deadline")
    if _may_be_at_once(facts.deadline) and (words := says(facts, IMMEDIATE)):
        return Chosen(Shape.IMMEDIATE, "words-immediate", {"words": words})
    return Chosen(Shape.SIMPLE, "plain")


def _is_at_once(deadline: Deadline | None) -> bool:
    if deadline is None:
        return False
    hours = deadline.unit in (Unit.WORKING_HOUR, Unit.HOUR) and deadline.value <= HOURS_A_DAY
    return deadline.unit is Unit.SAME_DAY or hours


def _may_be_at_once(deadline: Deadline | None) -> bool:
    """Whether the deadline is open, or a day: then the words decide."""
    if deadline is None or deadline.unit is Unit.OTHER:
        return True
    return deadline.unit in (Unit.DAY, Unit.WORKING_DAY) and deadline.value <= 1
