"""What a conversion raises when something has to stay as it is."""

from __future__ import annotations

from typing import Any


class Untranslatable(ValueError):
    """There is no way to say this in our vocabulary.

    key: of the message catalogue, with its arguments.
    """

    def __init__(self, reason: str, **arguments: Any) -> None:
        super().__init__(reason)
        self.key = f"importing.{reason}"
        self.arguments = arguments
