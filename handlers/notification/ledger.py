"""What a channel remembers of the notices it sent, so that none goes out twice.

open ⇄ claimed ──taken──▶ sent ◀──report── doubtful
          │ ⟲ uncertain                       ▲
          ├──────cannot be reached──▶ unreached
          └──may have gone out, and must not be sent again
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from .report import Report


class Sending(StrEnum):
    OPEN = "open"  # it was tried, and certainly not sent
    CLAIMED = "claimed"  # somebody is sending it, or was killed over it
    SENT = "sent"
    UNREACHED = "unreached"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A notice on its way by one channel.

    begun_at: when it was first tried. claimed_until: until then nobody else may send it.
    doubt_since: when it may first have gone out without anybody hearing of it. reason: why it was
    not reached. report: what the provider said later.
    """

    number: str
    channel: str
    state: Sending
    dossier: str | None = None
    begun_at: datetime
    claimed_until: datetime
    doubt_since: datetime | None = None
    sent_at: datetime | None = None
    reference: str | None = None
    reason: str | None = None
    report: Report | None = None

    @property
    def may_have_gone(self) -> bool:
        if self.state is Sending.OPEN:
            return self.doubt_since is not None
        return self.state is not Sending.UNREACHED


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """The notice is the caller's to send. begun_at, doubt_since: as in the entry."""

    begun_at: datetime
    doubt_since: datetime | None = None


class Ledger(Protocol):
    """Entries by notice and channel; each call is one transaction."""

    def claim(
        self, number: str, channel: str, *, dossier: str | None, now: datetime, until: datetime
    ) -> Claimed | Entry:
        """Take the notice for sending; the entry that stands when there is nothing to send, or
        another claim has not lapsed.
        """

    def release(self, number: str, channel: str) -> None:
        """This try has certainly not sent it: the next one may begin at once."""

    def uncertain(self, number: str, channel: str) -> None:
        """This try may have sent it; another one may begin at once."""

    def sent(self, number: str, channel: str, *, at: datetime, reference: str | None) -> None: ...

    def unreached(self, number: str, channel: str, *, reason: str) -> None: ...

    def doubt(self, number: str, channel: str) -> None:
        """It may have gone out, and must not be sent again."""

    def report(self, number: str, channel: str, report: Report) -> Entry | None:
        """Note what the provider says: whatever it reports on was sent; delivered is the last word.

        None: no such notice was begun.
        """

    def find(self, number: str, channel: str) -> Entry | None: ...

    def of(self, dossier: str) -> tuple[Entry, ...]:
        """The notices of a dossier, in the order they were begun."""
