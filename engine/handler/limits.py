"""Holding a value against the limits its label gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ..errors import Problem
from ..model.job_type import Limits


def beyond(limits: Limits, value: Any, path: str) -> Iterator[Problem]:
    """A problem for each limit the value does not keep to."""
    if isinstance(value, str):
        yield from _text_beyond(limits, value, path)
    elif isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        yield from _number_beyond(limits, Decimal(str(value)), path)


def _text_beyond(limits: Limits, value: str, path: str) -> Iterator[Problem]:
    if limits.min_length is not None and len(value) < limits.min_length:
        yield _problem(path, "too-short", limit=limits.min_length)
    if limits.max_length is not None and len(value) > limits.max_length:
        yield _problem(path, "too-long", limit=limits.max_length)
    if limits.pattern is not None and not re.fullmatch(limits.pattern, value):
        yield _problem(path, "pattern", pattern=limits.pattern)


def _number_beyond(limits: Limits, value: Decimal, path: str) -> Iterator[Problem]:
    if limits.minimum is not None and value < limits.minimum:
        yield _problem(path, "too-small", limit=str(limits.minimum))
    if limits.maximum is not None and value > limits.maximum:
        yield _problem(path, "too-large", limit=str(limits.maximum))
    if limits.whole and value != value.to_integral_value():
        yield _problem(path, "not-whole")


def _problem(path: str, key: str, **arguments: Any) -> Problem:
    return Problem(field=path, key=f"handlers.{key}", arguments=arguments)
