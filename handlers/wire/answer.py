"""What another system answered."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ...engine.errors import BadAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """system: who answered. headers: by lower-case name."""

    system: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes = field(default=b"", repr=False)

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300

    @property
    def text(self) -> str:
        """Raises BadAnswer for what is not UTF-8."""
        try:
            return self.body.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise self.unread("UTF-8") from None

    def json(self) -> Any:
        """Raises BadAnswer for what is no JSON."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            raise self.unread("JSON") from None

    def fields(self) -> Mapping[str, Any]:
        """The members of a JSON object. Raises BadAnswer for anything else."""
        read = self.json()
        if not isinstance(read, dict):
            raise self.unread("a JSON object")
        return read

    def unread(self, expected: str) -> BadAnswer:
        """The error that the answer is not what was expected."""
        return BadAnswer.of(
            "wire.unread", system=self.system, expected=expected, status=self.status
        )
