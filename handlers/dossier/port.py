"""What procflow asks of a dossier system, in procflow's words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from ...engine.model.check import Check
from .application import Application, Document
from .dossier import Delivery, Dossier, Paper, Result, ResultDocument, StatusChange
from .mirrored import Told
from .papers import PaperKind
from .search import Search


class Dossiers(Protocol):
    """A dossier system.

    `key` is an idempotency key: the same call with the same key again changes nothing and gives
    what the first one gave. All but `open` and `search` raise NotFound for a code there is no
    dossier of; what writes raises Conflict for a dossier that another system runs.
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
        """Issue a paper with the next number. Raises UnfitInput when no form is in force for it.

        The due date of a receipt or an apology becomes the dossier's.
        """

    def request_supplement(
        self, code: str, content: str, *, by: datetime | None, key: str, now: datetime
    ) -> Paper:
        """Ask for papers by form 02, at once with status 5. by: when they must be there."""

    def supply(
        self, code: str, documents: Sequence[Document], *, status: int, key: str, now: datetime
    ) -> None:
        """Take what was asked for; the dossier goes on with the status."""

    def withdraw(self, code: str, reason: str, *, key: str, now: datetime) -> Paper | None:
        """Stop the dossier as the applicant wishes: status 7, and the notice where a form for it is
        in force. Raises Conflict when a decision stands.
        """

    def attach_result(
        self, code: str, document: ResultDocument, delivery: Delivery, *, key: str, now: datetime
    ) -> Result:
        """Attach a result; without a number of its own it gets the unit's next one of the year."""

    def find(self, code: str) -> Dossier:
        """The dossier as it stands."""

    def search(self, search: Search) -> tuple[Dossier, ...]:
        """A page of the dossiers somebody looks for, in the order of their codes."""

    def check(self) -> Check:
        """Whether the system is configured and can be reached."""


class MirrorBook(Protocol):
    """Keeps dossiers that other systems run, among ours."""

    def tell(self, told: Told, *, source: str) -> None:
        """Keep what a system tells of its dossier; what is older than what is known adds its steps,
        and changes nothing else. Raises Conflict when the dossier is ours or another system's.
        """

    def tell_steps(self, code: str, changes: Sequence[StatusChange], *, source: str) -> None:
        """Add steps, each once. Raises NotFound for a dossier nobody told of, and Conflict."""
