"""Work that an operator has stopped for a while."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Extent(StrEnum):
    """How far a suspension reaches."""

    INSTANCE = "instance"
    PROCESS = "process"
    DEFINITION = "definition"
    ELEMENT = "element"
    JOB_TYPE = "job-type"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension:
    """Jobs in its reach are not given out, timers not fired, messages and signals kept, user tasks
    refused.

    target: the key of the instance or definition, the process id, or the job type. element: with
    the process id in `target`, the one element meant; else empty.
    """

    key: str
    extent: Extent
    target: str
    element: str = ""
    reason: str
    suspended_at: datetime
    suspended_by: str
    resumed_at: datetime | None = None
    resumed_by: str | None = None

    @property
    def is_open(self) -> bool:
        return self.resumed_at is None
