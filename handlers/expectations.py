"""The words of an exercise: what every adapter of a port must do, without a test framework."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def expect(what: str, found: object, expected: object) -> None:
    """Raises AssertionError when the two differ."""
    if found != expected:
        raise AssertionError(f"Expected {what} to be {expected!r}, but it is {found!r}")


def expect_refusal(error: type[Exception], act: Callable[[], Any]) -> None:
    """Raises AssertionError when the act is not refused with the error."""
    try:
        done = act()
    except error:
        return
    raise AssertionError(f"Expected {error.__name__}, but the act went through and gave {done!r}")
