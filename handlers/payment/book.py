"""Where the orders of all gateways are kept, with the messages that are still to be published."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from ...engine.errors import NotFound
from ...engine.model.check import Check
from .account import Account
from .outgoing import Outgoing

Decide = Callable[[Account], Account]


class OrderBook(Protocol):
    """Accounts by the number of their order. Calls from several threads and processes take turns.

    A changed account and its outbox are kept in one go; what is found again has an empty outbox.
    """

    def keep(self, account: Account) -> Account:
        """Keep a new order; the standing one where the number, or the dossier's fee, has one."""

    def find(self, number: str) -> Account:
        """Raises NotFound."""

    def look(self, number: str) -> Account | None:
        """The account, if there is one."""

    def live(self, dossier: str, fee: str) -> Account | None:
        """The order that counts for a fee."""

    def of_dossier(self, dossier: str) -> Sequence[Account]:
        """All orders of a dossier, the oldest first."""

    def paid(self, gateway: str, since: datetime, until: datetime) -> Sequence[Account]:
        """The orders a gateway was paid in a time, both ends included."""

    def change(self, number: str, decide: Decide) -> Account:
        """Replace an account by what `decide` makes of it, in one go. Raises NotFound."""

    def send(self, outgoing: Outgoing) -> None:
        """Keep a message that belongs to no order; once."""

    def unsent(self) -> Sequence[Outgoing]:
        """What is still to be published, the oldest first."""

    def sent(self, message_id: str) -> None:
        """It was published."""

    def check(self) -> Check: ...


def unknown_order(number: str) -> NotFound:
    return NotFound.of("payments.unknown", order=number)
