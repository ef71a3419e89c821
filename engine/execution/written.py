"""A value as a drawing writes it: FEEL after `=`, else static text (Camunda 8's convention)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ..expressions import Expression, compile_expression


@dataclass(frozen=True, slots=True)
class Written:
    """text: as written, without blanks around it. feel: None for static text."""

    text: str
    feel: Expression | None = None

    @classmethod
    def of(cls, text: str, names: Collection[str] = ()) -> Written:
        """Raises FeelSyntaxError for what begins with `=` and is no FEEL."""
        stripped = text.strip()
        if not stripped.startswith("="):
            return cls(stripped)
        return cls(stripped, compile_expression(stripped[1:], names))

    @property
    def is_static(self) -> bool:
        return self.feel is None
