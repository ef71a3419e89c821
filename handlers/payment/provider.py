"""What differs from gateway to gateway: the protocol, and nothing of the book-keeping."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from ...engine.model.check import Check
from .account import Account
from .money import Attempt, Payment, Refund, Report
from .order import Intent, Order, Quote, Refusal
from .port import Reply, Verdict, Visit, Way
from .statement import StatementLine


class Provider(Protocol):
    """One protocol. Nothing is kept here: `gateway.Gateway` keeps it, and calls in due order."""

    @property
    def name(self) -> str: ...

    def quote(self, intent: Intent) -> Quote | Refusal: ...

    def begin(self, account: Account, number: int, visit: Visit, now: datetime) -> Attempt:
        """A new attempt to pay; it is kept before `way` leads to it."""

    def way(self, order: Order, attempt: Attempt, visit: Visit) -> Way:
        """Where the payer is sent."""

    def hear(self, raw: bytes) -> Report:
        """The callback, if it is certainly the gateway's. Raises ForgedMessage."""

    def reply(self, verdict: Verdict, raw: bytes, now: datetime) -> Reply:
        """What the gateway wants to hear of its callback."""

    def ask(self, account: Account, now: datetime) -> Sequence[Report]:
        """All the gateway knows of the order; nothing while it knows of no money."""

    def close(self, account: Account, now: datetime) -> Sequence[Report]:
        """Ask, and where the protocol can, see to it that nobody pays afterwards."""

    def give_back(
        self, account: Account, payment: Payment, refund: Refund, now: datetime
    ) -> Refund:
        """Ask for a refund; with the same key again it is not done twice. Its new state."""

    def lines(self, statement: bytes) -> Sequence[StatementLine]:
        """The lines of a statement file. Raises BadInput."""

    def check(self) -> Check: ...
