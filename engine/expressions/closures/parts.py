"""What the families share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..functions import Closure

if TYPE_CHECKING:
    from ..compiler import Compiler

CompileNode = Callable[["Compiler", Any, Any], Closure]


def constant(value: Any) -> Closure:
    """A closure that always gives the same value."""
    return lambda run, scope: value
