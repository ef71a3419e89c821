"""A running or ended case, with the snapshot it is brought to life from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from .archive import Kept
from .history import BEGINNING


class InstanceState(StrEnum):
    ACTIVE = "active"
    ENDED = "ended"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessInstance:
    """One case of a process.

    revision: counts the transactions that wrote it; a writer that read an older one is stale.
    status: 1-10 of the dossier, as the drawing says. due: by the legal clock. incidents: how many
    are open. events: how many history events, with the hash of the last in `head`. course: what
    status and due date are projected from. positions and variables: the snapshot (None before the
    first step succeeded, and when it is not `kept` whole any more).
    """

    key: str
    process_id: str
    definition: str
    business_key: str | None = None
    state: InstanceState = InstanceState.ACTIVE
    revision: int = 1
    status: int | None = None
    due: datetime | None = None
    incidents: int = 0
    started_at: datetime
    started_by: str
    ended_at: datetime | None = None
    events: int = 0
    head: str = BEGINNING
    course: Mapping[str, Any] | None = None
    positions: bytes | None = None
    variables: bytes | None = None
    kept: Kept = Kept.WHOLE

    @property
    def is_active(self) -> bool:
        return self.state is InstanceState.ACTIVE
