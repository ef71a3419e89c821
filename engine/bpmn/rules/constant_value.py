"""An expression that reads no variable gives what its place needs.

A correlation key is a text or a number, or no message ever matches it; a condition is true or
false; a multi-instance activity goes over a list, or a whole number of times.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from ..rule import Remark, Rule, remark
from ..subject import Subject

CONDITIONS = (
    "conditionExpression",
    "condition",
    "completionCondition",
    "loopCondition",
    "activationCondition",
)


def check(subject: Subject) -> Iterator[Remark]:
    for text, reading in subject.readings:
        need = NEEDED.get(text.role)
        if need is not None and reading.is_constant and not need[1](reading.value):
            line, label = text.line, text.label
            yield remark(
                text.place, need[0], line=line, label=label, role=text.role, text=text.text
            )


def _is_key(value: Any) -> bool:
    return isinstance(value, Decimal) or (isinstance(value, str) and value != "")


def _is_truth(value: Any) -> bool:
    return value is True or value is False


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


def _is_number(value: Any) -> bool:
    return isinstance(value, Decimal) and value >= 0 and value == value.to_integral_value()


NEEDED: Mapping[str, tuple[str, Callable[[Any], bool]]] = {
    **dict.fromkeys(CONDITIONS, ("condition", _is_truth)),
    "correlationKey": ("key", _is_key),
    "inputCollection": ("collection", _is_list),
    "loopCardinality": ("cardinality", _is_number),
}
"""By the place of the expression: what it must give, and whether a value is that."""

RULE = Rule("constant-value", check)
