"""What procflow asks of a payment gateway, in procflow's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from ...engine.model.check import Check
from .order import Intent, Order, Refusal

RESULT_MESSAGE = "payment-result"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """A callback that is certainly the gateway's, as the message to publish to the engine.

    key: the order's number. message_id: the same for every callback with the same result.
    """

    name: str
    key: str
    message_id: str
    variables: Mapping[str, Any] = field(default_factory=dict)


class PaymentGateway(Protocol):
    """A payment gateway. All but `open` raise NotFound for a number there is no order of."""

    def open(self, intent: Intent, *, key: str, now: datetime) -> Order | Refusal:
        """Open an order, kept before anybody is sent to its page.

        `key` is an idempotency key: the same fee of the same dossier asked again with the same key
        is the same order. Raises Conflict when it is asked with another amount.
        """

    def query(self, number: str, *, now: datetime) -> Order:
        """The order as the gateway knows it now."""

    def cancel(self, number: str, *, now: datetime) -> Order:
        """Close an order nobody has paid. What was paid meanwhile comes back as paid."""

    def receive(self, raw: bytes) -> Verified:
        """Take a callback: check its signature, its order and its amount, and note the result.

        The same callback again, or one overtaken by a newer result, gives the result that stands.
        Raises ForgedMessage, NotFound, and Conflict for another amount than the order's; then
        nothing is noted.
        """

    def check(self) -> Check:
        """Whether the gateway is configured and can be reached."""
