"""Evaluating what a drawing writes, seen from a token."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..expressions import Environment, FeelError, FeelWarning, to_json
from .failures import ExecutionFailure, reasons, shown
from .trail import Trail
from .variables import Variables
from .written import Written

if TYPE_CHECKING:
    from .tokens import Token


class Evaluating:
    """What a workflow needs to evaluate: variables, an environment, a trail for the warnings."""

    variables: Variables
    environment: Environment
    trail: Trail

    def evaluate(
        self,
        token: Token,
        expression: Written,
        context: Mapping[str, Any] | None = None,
        warn: bool = True,
    ) -> Any:
        """The FEEL value, seen from the token; warnings go into the trail."""
        if expression.feel is None:
            return expression.text
        try:
            found = expression.feel.evaluate(
                self.variables.seen_from(token) if context is None else context, self.environment
            )
        except FeelError as error:
            raise self._unusable(token, expression, error) from error
        for warning in found.warnings if warn else ():
            self.trail.warned(token, warning)
        return found.value

    def value(
        self, token: Token, expression: Written, context: Mapping[str, Any] | None = None
    ) -> Any:
        """The JSON value, seen from the token."""
        try:
            return to_json(self.evaluate(token, expression, context))
        except FeelError as error:
            raise self._unusable(token, expression, error) from error

    def holds(
        self,
        token: Token,
        expression: Written,
        context: Mapping[str, Any] | None = None,
        warn: bool = True,
    ) -> bool:
        """A condition: true or false; null is false and warned of; anything else is an error."""
        found = self.evaluate(token, expression, context, warn)
        if found is None:
            if warn:
                self.trail.warned(token, no_condition(expression))
            return False
        if found is True or found is False:
            return found
        raise self.unfit(token, "not-a-condition", expression, found)

    def _unusable(self, token: Token, written: Written, error: FeelError) -> ExecutionFailure:
        return self.failure(token, "expression-error", expression=written.text, **reasons(error))

    def unfit(self, token: Token, kind: str, written: Written, value: Any) -> ExecutionFailure:
        """What the expression gave does not fit."""
        return self.failure(token, kind, expression=written.text, value=shown(to_json(value)))

    def failure(self, token: Token, kind: str, **arguments: Any) -> ExecutionFailure:
        element, program = token.task_spec.element, token.task_spec.program
        return ExecutionFailure(
            kind,
            element=element.id,
            label=element.label,
            process=program.process,
            definition=program.key,
            **arguments,
        )


def no_condition(expression: Written) -> FeelWarning:
    return FeelWarning(1, 1, expression.text, "runtime.execution.condition-is-null", {})
