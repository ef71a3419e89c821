"""Compiled expressions: the objects the rest of the engine holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from .builtins import BUILTIN_NAMES
from .closures.parts import constant
from .compiler import Compiler, Trace
from .environment import NOWHERE, Environment
from .errors import BudgetExceeded, FeelError
from .functions import Closure, Scope
from .parser import MAX_NESTING, parse, parse_unary_tests
from .run import FeelWarning, Run
from .syntax import Node
from .types import Type
from .values import native


class Evaluation(NamedTuple):
    """What an expression gave: its value, and why parts of it are null."""

    value: Any
    warnings: tuple[FeelWarning, ...]


class Expression:
    """A compiled expression; it may be evaluated any number of times, from any thread.

    text: as it was written. variables: the names it reads, or may read, from the context.
    """

    __slots__ = ("_closure", "text", "variables")

    def __init__(self, text: str, variables: frozenset[str], closure: Closure) -> None:
        self.text = text
        self.variables = variables
        self._closure = closure

    def evaluate(
        self, context: Mapping[str, Any], environment: Environment | None = None
    ) -> Evaluation:
        """The value for these variables.

        The context holds JSON values (or FEEL values); lists and contexts in it are handed back
        as they are. Raises BudgetExceeded, AssertionFailed, and FeelError for a Decimal in the
        context that is no finite number.
        """
        run = Run(context, environment or NOWHERE)
        try:
            value = self._closure(run, None)
        except RecursionError:
            raise BudgetExceeded("depth", run.environment.budget.depth) from None
        except ArithmeticError:
            raise FeelError("feel.no-number") from None
        return Evaluation(value, run.warnings() if run.notes else ())

    def within(self, run: Run, scope: Scope = None) -> Any:
        """The value as a part of an evaluation under way, which pays for it."""
        try:
            return self._closure(run, scope)
        except RecursionError:
            raise BudgetExceeded("depth", run.environment.budget.depth) from None

    def __repr__(self) -> str:
        return f"Expression({self.text!r})"


class UnaryExpression:
    """A compiled input cell of a decision table."""

    __slots__ = ("_expression", "text", "variables")

    def __init__(self, expression: Expression) -> None:
        self._expression = expression
        self.text = expression.text
        self.variables = expression.variables

    def evaluate(
        self,
        value: Any,
        context: Mapping[str, Any],
        environment: Environment | None = None,
    ) -> Evaluation:
        """Whether the value passes: true, false, or null where that cannot be told."""
        run = Run(context, environment or NOWHERE)
        try:
            passed = self.within(run, value)
        except ArithmeticError:
            raise FeelError("feel.no-number") from None
        return Evaluation(passed, run.warnings() if run.notes else ())

    def within(self, run: Run, value: Any) -> bool | None:
        """The same as a part of an evaluation under way; the value is a FEEL value."""
        passed: bool | None = self._expression.within(run, (native(value), None))
        return passed

    def __repr__(self) -> str:
        return f"UnaryExpression({self.text!r})"


def compile_expression(
    text: str,
    names: Iterable[str] = (),
    types: Mapping[str, Type] | None = None,
    trace: Trace | None = None,
) -> Expression:
    """The compiled expression. Raises FeelSyntaxError, or BudgetExceeded for its size.

    names: variables known to be there; needed for names with special characters, and for those
    that begin with a keyword. types: the named types of `instance of`. trace: told the value of
    every part as it is evaluated.
    """
    known = tuple(names)
    try:
        return _compiled(text, parse(text, known, BUILTIN_NAMES, types or ()), known, types, trace)
    except RecursionError:
        raise BudgetExceeded("depth", MAX_NESTING) from None


def compile_unary(
    text: str,
    names: Iterable[str] = (),
    types: Mapping[str, Type] | None = None,
    trace: Trace | None = None,
) -> UnaryExpression:
    """The compiled input cell of a decision table (`-`, `< 5`, `"a", "b"`, `not(1)`).

    Raises as `compile_expression` does.
    """
    known = tuple(names)
    try:
        tree = parse_unary_tests(text, known, BUILTIN_NAMES, types or ())
        return UnaryExpression(_compiled(text, tree, known, types, trace))
    except RecursionError:
        raise BudgetExceeded("depth", MAX_NESTING) from None


def parse_static(text: str, names: Iterable[str] = ()) -> Expression:
    """The expression of an attribute that holds static text or `=` and an expression.

    Raises as `compile_expression` does; positions count from behind the `=`.
    """
    if text.startswith("="):
        return compile_expression(text[1:], names)
    return Expression(text, frozenset(), constant(text))


def evaluate(text: str, context: Mapping[str, Any], environment: Environment | None = None) -> Any:
    """The value of an expression, compiled for the names of this context."""
    return compile_expression(text, special_names(context)).evaluate(context, environment).value


def evaluate_unary(
    text: str, value: Any, context: Mapping[str, Any], environment: Environment | None = None
) -> bool | None:
    """Whether a value passes the input cell of a decision table; null where that cannot be told."""
    tests = compile_unary(text, special_names(context))
    passed: bool | None = tests.evaluate(value, context, environment).value
    return passed


def special_names(context: Mapping[str, Any]) -> list[str]:
    """The names of a context that a parser must know beforehand."""
    return [name for name in context if isinstance(name, str) and not name.isidentifier()]


def _compiled(
    text: str,
    tree: Node,
    names: tuple[str, ...],
    types: Mapping[str, Type] | None,
    trace: Trace | None,
) -> Expression:
    compiler = Compiler(text, names, types, trace)
    closure = compiler.compile(tree, None)
    return Expression(text, compiler.free, closure)
