"""Why an expression stays as it is."""

from __future__ import annotations

from typing import Any

from ..untranslatable import Untranslatable


class JuelError(Untranslatable):
    """The expression is no JUEL, or none of the simple kind."""

    def __init__(self, reason: str, **arguments: Any) -> None:
        super().__init__(f"juel.{reason}", **arguments)
