"""One evaluation of a decision model: a FEEL run that all its expressions share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..expressions.environment import Environment
from ..expressions.functions import Closure
from ..expressions.run import Run


@dataclass(frozen=True, slots=True)
class RuleHit:
    """A rule of a decision table that was used: the reason for a value.

    decision: the name of the decision or function whose table it is. rule: its number, from 1.
    annotation: what the analyst wrote beside it.
    """

    decision: str
    rule: int
    outputs: Mapping[str, Any]
    annotation: str = ""


class ModelRun(Run):
    """Adds the rules that were used to what a FEEL run keeps.

    from_json: the inputs are JSON values, so that a text is read as a date where a type wants one.
    """

    __slots__ = ("from_json", "hits")

    def __init__(
        self, context: Mapping[str, Any], environment: Environment, *, from_json: bool = False
    ) -> None:
        super().__init__(context, environment)
        self.hits: list[RuleHit] = []
        self.from_json = from_json

    def within(
        self, context: Mapping[str, Any], closure: Closure, steps: int, scope: Any = None
    ) -> Any:
        """The value of a closure of so many steps, among other variables than the caller's."""
        self.spend(steps)
        caller, self.context = self.context, context
        try:
            return closure(self, scope)
        finally:
            self.context = caller
