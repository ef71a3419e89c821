"""Something a person must mend before an instance can go on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ..messages import Language, message

NO_RETRIES = "no-retries"
STUCK = "stuck"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """kind: what went wrong, such as `expression-error`. step: what to take again, as JSON.

    number: the wait that the step answers, or the job that failed. message and arguments: of the
    catalogue. tries: how often the step was taken in vain.
    """

    key: str
    instance: str
    kind: str
    definition: str
    process: str
    element: str | None
    label: str | None
    number: int | None = None
    step: Mapping[str, Any] | None = None
    message: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    tries: int = 1
    opened_at: datetime
    resolved_at: datetime | None = None
    resolved_by: str | None = None

    @property
    def is_open(self) -> bool:
        return self.resolved_at is None

    def sentence(self, language: Language) -> str:
        return message(self.message, language, **self.arguments)
