"""What procflow asks of a dossier system, in procflow's words."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from ...engine.model.check import Check
from .dossier import Application, Delivery, Dossier, Paper, Result, ResultDocument, StatusChange
from .papers import PaperKind


class Dossiers(Protocol):
    """A dossier system.

    `key` is an idempotency key: the same call with the same key again changes nothing and gives
    what the first one gave. All but `open` raise NotFound for a code there is no dossier of.
    """

    def open(self, application: Application, *, key: str, now: datetime) -> Dossier:
        """Receive an application and give it a code."""

    def set_status(self, code: str, change: StatusChange, *, key: str) -> None:
        """Note a status. One that comes late is put in its place and does not undo a later one."""

    def issue_paper(
        self,
        code: str,
        kind: PaperKind,
        *,
        key: str,
        now: datetime,
        content: str | None = None,
        due: datetime | None = None,
    ) -> Paper:
        """Issue a paper with the next number. Raises UnfitInput when no form is in force for it."""

    def attach_result(
        self, code: str, document: ResultDocument, delivery: Delivery, *, key: str, now: datetime
    ) -> Result:
        """Attach a result; without a number of its own it gets the unit's next one of the year."""

    def find(self, code: str) -> Dossier:
        """The dossier as it stands."""

    def check(self) -> Check:
        """Whether the system is configured and can be reached."""
