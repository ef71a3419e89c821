"""What was deployed: a folder of files, and the versions of the processes drawn in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """A procedure's files, versioned together. `hash` is that of names and contents (sha256, hex)."""

    key: str
    hash: str
    name: str
    deployed_at: datetime
    deployed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessDefinition:
    """One version of a deployed drawing's process. `version` counts from 1 for each process id."""

    key: str
    process_id: str
    version: int
    deployment: str
    file: str
    name: str | None = None
    version_tag: str | None = None
    deployed_at: datetime
    deployed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StartEvent:
    """A start event that something outside sets off: of the newest version of a process.

    kind: `message`, `signal` or `timer`. name: of the message or signal. due: of the timer, with
    `timer` and `value` as drawn and `rounds_left` to come (None: without end).
    """

    process_id: str
    element: str
    definition: str
    kind: str
    name: str | None = None
    due: datetime | None = None
    timer: str | None = None
    value: str | None = None
    rounds_left: int | None = None
