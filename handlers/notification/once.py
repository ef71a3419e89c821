"""Hands each notice over once: what the ledger knows decides, and learns how it went."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from ...engine.errors import (
    BadAnswer,
    OutcomeUnknown,
    ProcflowError,
    RetryLater,
    Unreachable,
    UnusableDatabase,
)
from ..local_time import local
from .ledger import Entry, Ledger, Sending
from .notice import Receipt, Unreached, notice_id

Taken = Callable[[str | None], None]
"""To be called with the provider's id (if any) at the moment the provider has the notice."""

HandOver = Callable[[Taken], Unreached | None]

CLAIM = timedelta(minutes=5)
PATIENCE = timedelta(days=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Once:
    """Sending by one channel.

    claim: how long one try keeps others from sending the same notice. repeatable: how long after it
    may have gone out a notice may be handed over again, because the other side then knows it.
    patience: how long the other side may put us off before that counts as failing.
    """

    ledger: Ledger
    channel: str
    claim: timedelta = CLAIM
    repeatable: timedelta
    patience: timedelta = PATIENCE

    def begun(self, key: str) -> bool:
        entry = self.ledger.find(notice_id(key), self.channel)
        return entry is not None and entry.may_have_gone

    def send(
        self, hand_over: HandOver, *, key: str, address: str, dossier: str | None, now: datetime
    ) -> Receipt | Unreached:
        """The receipt for the notice, handed over now or before. address: as the receipt shows it.

        Raises what `hand_over` raises, but for OutcomeUnknown and BadAnswer: Unreachable where the
        notice may be handed over again, else OutcomeUnknown. Raises RetryLater while another try is
        under way, and OutcomeUnknown when a try before was killed and may have sent it.
        """
        number = notice_id(key)
        claim = self.ledger.claim(
            number, self.channel, dossier=dossier, now=now, until=now + self.claim
        )
        if isinstance(claim, Entry):
            return self._standing(claim, address, now)
        if claim.doubt_since and now - claim.doubt_since >= self.repeatable:
            self.ledger.doubt(number, self.channel)
            raise OutcomeUnknown.of("notification.in-doubt", channel=self.channel)
        return self._sent(number, address, now, hand_over, claim.begun_at + self.patience)

    def _standing(self, entry: Entry, address: str, now: datetime) -> Receipt | Unreached:
        match entry.state:
            case Sending.SENT:
                return self._receipt(
                    entry.number, address, entry.sent_at or entry.claimed_until, entry.reference
                )
            case Sending.CLAIMED:
                raise RetryLater.after(entry.claimed_until - now, "notification.being-sent")
            case Sending.DOUBTFUL:
                return Unreached(channel=self.channel, reason="in-doubt")
        return Unreached(channel=self.channel, reason=entry.reason or "no-address")

    def _sent(
        self,
        number: str,
        address: str,
        now: datetime,
        hand_over: HandOver,
        patient_until: datetime,
    ) -> Receipt | Unreached:
        references: list[str | None] = []

        def taken(reference: str | None) -> None:
            references.append(reference)
            self.ledger.sent(number, self.channel, at=now, reference=reference)

        try:
            unreached = hand_over(taken)
        except UnusableDatabase:  # it may have been sent: the claim stands until it lapses
            raise
        except ProcflowError as error:
            if not references:
                told = self._failed(number, error, patient=now < patient_until)
                raise told.with_traceback(None) from None  # frames below may hold keys
            unreached = None
        if unreached is not None:
            self.ledger.unreached(number, self.channel, reason=unreached.reason)
            return unreached
        return self._receipt(number, address, now, references[0])

    def _failed(self, number: str, error: ProcflowError, *, patient: bool) -> ProcflowError:
        """What is to be raised for an error before the other side was known to have it."""
        if isinstance(error, OutcomeUnknown | BadAnswer):
            return self._doubted(number)
        self.ledger.release(number, self.channel)
        if isinstance(error, RetryLater) and not patient:
            return ProcflowError.of("notification.too-long", channel=self.channel)
        return error

    def _doubted(self, number: str) -> ProcflowError:
        if self.repeatable:
            self.ledger.uncertain(number, self.channel)
            return Unreachable.of("notification.again", channel=self.channel)
        self.ledger.doubt(number, self.channel)
        return OutcomeUnknown.of("notification.in-doubt", channel=self.channel)

    def _receipt(self, number: str, address: str, at: datetime, reference: str | None) -> Receipt:
        return Receipt(
            id=number, channel=self.channel, sent_at=local(at), address=address, reference=reference
        )
