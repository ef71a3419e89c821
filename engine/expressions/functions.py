"""Functions as FEEL values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .run import Run, Spot

Scope = Any  # None, or a pair (value, Scope): the innermost local value first
Closure = Callable[["Run", Scope], Any]


class Function:
    """A function. Subclasses say what a call gives; the DMN room adds its own."""

    name: str = "function"

    @property
    def parameter_names(self) -> tuple[str, ...]:
        """The names a call may use for the arguments."""
        raise NotImplementedError

    def invoke(self, run: Run, spot: Spot, arguments: Sequence[Any]) -> Any:
        """The value for arguments by position; null with a warning when they do not fit."""
        raise NotImplementedError

    def invoke_named(
        self, run: Run, spot: Spot, names: Sequence[str], arguments: Sequence[Any]
    ) -> Any:
        """The value for arguments by name."""
        given = dict(zip(names, arguments, strict=True))
        known = self.parameter_names
        for name in names:
            if name not in known:
                return run.warn(spot, "feel.unknown-parameter", function=self.name, name=name)
        return self.invoke(run, spot, [given.get(name) for name in known])
