"""The FEEL texts of a model, compiled: expressions and unary tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ..expressions.builtins import BUILTIN_NAMES
from ..expressions.compiler import Compiler
from ..expressions.errors import BudgetExceeded, FeelSyntaxError
from ..expressions.functions import Closure
from ..expressions.parser import MAX_NESTING, parse, parse_unary_tests
from ..expressions.run import Run, Spot
from ..expressions.types import Type
from ..expressions.values import kind
from .domain import domain_of
from .notes import Notes
from .run import ModelRun

Evaluate = Callable[[ModelRun, Mapping[str, Any]], Any]
Test = Callable[[ModelRun, Mapping[str, Any], Any], bool]

ANYTHING = "-"
CELL_STEPS, DOMAIN_STEPS = 4, 10
SHOWN = 500


def compile_text(
    text: str, names: Iterable[str], types: Mapping[str, Type], *, unary: bool
) -> tuple[Closure, int]:
    """The closure of an expression, or of unary tests on the innermost local value; its steps.

    Raises FeelSyntaxError, or BudgetExceeded for its size.
    """
    known = frozenset(names)
    try:
        node = (parse_unary_tests if unary else parse)(text, known, BUILTIN_NAMES, types)
        closure, steps = Compiler(text, known, types).measured(node, None)
    except RecursionError:
        raise BudgetExceeded("depth", MAX_NESTING) from None
    return closure, steps + CELL_STEPS


class Cells:
    """Compiles the texts of one file; what does not parse becomes a finding in `notes`.

    owner: id and name of the decision the texts belong to, for the findings.
    """

    def __init__(
        self, notes: Notes, types: Mapping[str, Type], owner: tuple[str, str] | None = None
    ) -> None:
        self._notes = notes
        self._types = types
        self._owner = owner

    def of(self, owner: tuple[str, str]) -> Cells:
        """The same for the texts of another decision."""
        return Cells(self._notes, self._types, owner)

    @property
    def owner_name(self) -> str:
        return self._owner[1] if self._owner else ""

    def expression(self, text: str, names: Iterable[str], line: int) -> Evaluate:
        closure, steps = self._closure(text, names, line, unary=False)
        return lambda run, context: run.within(context, closure, steps)

    def tests(self, text: str, names: Iterable[str], line: int) -> Test | None:
        """Whether a value passes; None where every value does."""
        if not text or text == ANYTHING:
            return None
        closure, steps = self._closure(text, names, line, unary=True)
        return lambda run, context, value: (
            run.within(context, closure, steps, (value, None)) is True
        )

    def allowed(self, text: str, line: int) -> Callable[[Run, Any], bool]:
        """Whether a value is one of those an item definition allows."""
        test, domain = self.tests(text, (), line), domain_of(text)

        def allows(run: Run, value: Any) -> bool:
            if domain and kind(value) == domain.kind:
                run.spend(DOMAIN_STEPS)
                return domain.holds(value)
            if not isinstance(run, ModelRun):
                raise TypeError("Expected a type of a model to be asked in a run of its model")
            return test is None or test(run, {}, value)

        return allows

    def spot(self, text: str) -> Spot:
        return Spot(text, 0, len(text))

    def refuse(self, key: str, line: int, **arguments: Any) -> None:
        self._notes.add("error", key, line, self._owner, **arguments)

    def _closure(
        self, text: str, names: Iterable[str], line: int, *, unary: bool
    ) -> tuple[Closure, int]:
        try:
            return compile_text(text, names, self._types, unary=unary)
        except (FeelSyntaxError, BudgetExceeded) as error:
            self.refuse(
                "decisions.syntax",
                line + (error.line - 1 if isinstance(error, FeelSyntaxError) else 0),
                text=text[:SHOWN],
                why=error.sentence("vi"),
                why_en=error.sentence("en"),
            )
            return (lambda run, scope: None), 0
