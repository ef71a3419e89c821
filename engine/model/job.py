"""Work for a handler, given out under a lease."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Self

from ..errors import BadInput
from .json_text import decode, encode


class JobState(StrEnum):
    """`answered`: the handler's answer is kept, but an incident keeps the drawing from
    moving on.
    """

    OPEN = "open"
    LEASED = "leased"
    ANSWERED = "answered"
    FAILED = "failed"
    DONE = "done"
    CANCELLED = "cancelled"


LIVE = frozenset({JobState.OPEN, JobState.LEASED, JobState.ANSWERED, JobState.FAILED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A job of an instance.

    retries: tries left. due: not before. worker, deadline, attempt: the lease it was last given out
    under; `attempt` counts the leases. answer: the step that the handler's answer became. text: why
    the last try failed.
    """

    instance: str
    number: int
    definition: str
    process: str
    element: str
    label: str
    type: str
    state: JobState = JobState.OPEN
    retries: int
    headers: Mapping[str, str] = field(default_factory=dict)
    due: datetime
    worker: str | None = None
    deadline: datetime | None = None
    attempt: int = 0
    failures: int = 0
    text: str | None = None
    answer: Mapping[str, Any] | None = None
    opened_at: datetime
    closed_at: datetime | None = None

    @property
    def key(self) -> str:
        """The idempotency key: the same for every try."""
        return f"{self.instance}:{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """Who may answer a job until when. A newer attempt makes it void."""

    instance: str
    number: int
    worker: str
    attempt: int
    deadline: datetime

    @property
    def key(self) -> str:
        return f"{self.instance}:{self.number}"

    @property
    def token(self) -> str:
        """The lease as a text, for handlers elsewhere: they give it back with their answer."""
        values = [self.instance, self.number, self.worker, self.attempt, self.deadline.isoformat()]
        return urlsafe_b64encode(encode(values).encode()).decode("ascii")

    @classmethod
    def from_token(cls, text: str) -> Self:
        """The lease of a text. Raises BadInput for what is none."""
        try:
            instance, number, worker, attempt, deadline = decode(urlsafe_b64decode(text))
            return cls(
                instance=str(instance),
                number=int(number),
                worker=str(worker),
                attempt=int(attempt),
                deadline=datetime.fromisoformat(deadline),
            )
        except (ValueError, TypeError):
            raise BadInput.of("runtime.bad-lease", text=text[:80]) from None


@dataclass(frozen=True, slots=True)
class Backoff:
    """How long to wait after the n-th failure: `first`, doubled each time, at most `longest`."""

    first: timedelta = timedelta(seconds=10)
    longest: timedelta = timedelta(hours=1)

    def after(self, failures: int) -> timedelta:
        """The pause after so many failures (from 1)."""
        doubled = min(max(failures, 1) - 1, 40)
        pause: timedelta = self.first * 2**doubled
        return min(pause, self.longest)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivatedJob:
    """A job as given to a worker: its lease, and all a handler may know.

    variables: those the element sees, with input mappings when it has any. definition: of the
    element's process; in a called process another one than the instance's own.
    """

    lease: Lease
    type: str
    process: str
    element: str
    label: str
    definition: str
    instance_definition: str
    lane: str | None
    business_key: str | None
    retries: int
    headers: Mapping[str, str]
    variables: Mapping[str, Any]
    now: datetime

    @property
    def key(self) -> str:
        return self.lease.key
