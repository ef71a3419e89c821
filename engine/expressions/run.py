"""One evaluation under way: its variables, what is left of its budget, its warnings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from ..messages import Language
from .environment import Environment
from .errors import BudgetExceeded
from .places import Place, place
from .sentences import sentence
from .temporal import implied_zone
from .zones import Zone

SHORT = 4_096


class Spot(NamedTuple):
    """A part of an expression, to be named in a warning."""

    text: str
    start: int
    end: int

    @property
    def source(self) -> str:
        """The part as it is written."""
        return self.text[self.start : self.end]

    @property
    def place(self) -> Place:
        return place(self.text, self.start)


class FeelWarning(NamedTuple):
    """Why a part of an expression is null: where it stands, its source, and the cause."""

    line: int
    column: int
    expression: str
    key: str
    arguments: Mapping[str, Any]

    def message(self, language: Language = "vi") -> str:
        """The cause as a sentence."""
        return sentence(self.key, self.arguments, language)


class Run:
    """One evaluation. The closures of an expression read and write it; nobody else does."""

    from_json = False
    """Whether texts stand for dates, times and durations where a type asks for one."""

    __slots__ = ("context", "depth", "environment", "left", "moment", "notes", "spot")

    def __init__(self, context: Mapping[str, Any], environment: Environment) -> None:
        self.context = context
        self.environment = environment
        self.left = environment.budget.steps
        self.depth = 0
        self.moment: datetime | None = None
        self.notes: list[tuple[Spot, str, dict[str, Any]]] | None = None
        self.spot: Spot | None = None

    def spend(self, steps: int) -> None:
        """Use up steps. Raises BudgetExceeded when none are left."""
        self.left -= steps
        if self.left < 0:
            raise BudgetExceeded("steps", self.environment.budget.steps)

    def list_of(self, length: int) -> None:
        """Use up the steps for a list of this length. Raises BudgetExceeded when it is too long."""
        if length > self.environment.budget.list:
            raise BudgetExceeded("list", self.environment.budget.list)
        self.spend(length)

    def string_of(self, length: int) -> None:
        """Use up the steps for a string of this length. Raises BudgetExceeded if too long."""
        if length > self.environment.budget.string:
            raise BudgetExceeded("string", self.environment.budget.string)
        self.spend(length >> 6)

    def slow_string_of(self, length: int) -> None:
        """The same for what looks at every character one by one."""
        self.string_of(length)
        self.spend(length >> 4)

    def compare(self, left: str, right: str) -> None:
        """Use up the steps for comparing two strings; short ones are free."""
        shorter = min(len(left), len(right))
        if shorter > SHORT:
            self.spend(shorter >> 8)

    def deeper(self) -> None:
        """Go one call deeper. Raises BudgetExceeded at the limit."""
        self.depth += 1
        if self.depth > self.environment.budget.depth:
            raise BudgetExceeded("depth", self.environment.budget.depth)

    def warn(self, spot: Spot, key: str, **arguments: Any) -> Any:
        """Keep the cause of a null. Returns None, so that `return run.warn(…)` gives null."""
        self.spend(5)
        if self.notes is None:
            self.notes = []
        if len(self.notes) < self.environment.budget.warnings:
            self.notes.append((spot, key, arguments))

    def told(self, spot: Spot) -> bool:
        """Whether the last warning is about what this part begins with, so that it explains it."""
        if not self.notes:
            return False
        last = self.notes[-1][0]
        return last.start == spot.start and last.text is spot.text

    def now(self) -> datetime | None:
        """The present moment, the same throughout the evaluation; None where no time was given."""
        if self.moment is None:
            self.moment = self.environment.moment()
        return self.moment

    @property
    def zone(self) -> Zone:
        """The zone implied for values without one."""
        return implied_zone(self.environment.zone)

    def warnings(self) -> tuple[FeelWarning, ...]:
        """The warnings so far."""
        return tuple(
            FeelWarning(*spot.place, spot.source, key, arguments)
            for spot, key, arguments in self.notes or ()
        )
