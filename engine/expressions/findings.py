"""What the static checks have to say of an expression."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from ..messages import Language
from .sentences import sentence

Severity = Literal["error", "warning"]


class FeelFinding(NamedTuple):
    """One fault.

    severity: `error`, the part can never give a value; `warning`, it is most likely not meant so.
    line, column: of the part, counted from 1.
    """

    line: int
    column: int
    key: str
    arguments: Mapping[str, Any]
    severity: Severity

    def message(self, language: Language = "vi") -> str:
        """The fault as a sentence."""
        return sentence(self.key, self.arguments, language)
