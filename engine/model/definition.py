"""What was deployed: a folder of files, and the versions of the processes drawn in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """A procedure's files, versioned together.

    `hash` is that of names and contents (sha256, hex).
    """

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
class DecisionDefinition:
    """A decision of a deployment. newest: who asks for the latest version gets this one."""

    decision_id: str
    deployment: str
    file: str
    version_tag: str | None = None
    newest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StartEvent:
    """A start event that something outside sets off: of the newest version of a process.

    place: of the cause among those of its element (a multiple event has several), from 0.
    kind: `message`, `signal` or `timer`. name: of the message or signal. due: of the timer, with
    what else it remembers for its next round in `armed`.
    """

    process_id: str
    element: str
    place: int = 0
    definition: str
    kind: str
    name: str | None = None
    due: datetime | None = None
    armed: Mapping[str, Any] | None = None
