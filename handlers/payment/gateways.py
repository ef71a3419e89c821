"""Several gateways side by side, over one book of orders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial

from ...engine.errors import BadConfiguration, NotFound
from ...engine.model.check import Check
from . import account as books
from .account import Account, Decision
from .book import OrderBook
from .gateway import Gateway
from .money import Refund
from .order import Intent, Order, OrderState, Quote, Refusal
from .outgoing import Outgoing
from .port import Notified, RefundWish, Visit, Way
from .settlement import Settlement


class Gateways:
    """The gateways of an installation by name. default: where an order goes that names none.

    Raises BadConfiguration for no gateway, two of one name, and a default that is none of them.
    """

    def __init__(
        self, gateways: Sequence[Gateway], orders: OrderBook, *, default: str | None = None
    ) -> None:
        self._gateways = {each.name: each for each in gateways}
        self._orders = orders
        self._default = default or next(iter(self._gateways), "")
        if len(self._gateways) != len(gateways) or self._default not in self._gateways:
            named = ", ".join(each.name for each in gateways) or "-"
            raise BadConfiguration.of("payments.gateways", default=self._default, names=named)

    @property
    def orders(self) -> OrderBook:
        return self._orders

    def __iter__(self) -> Iterator[Gateway]:
        return iter(self._gateways.values())

    def named(self, name: str | None) -> Gateway:
        """The gateway, or the default one. Raises NotFound."""
        wanted = name or self._default
        if wanted not in self._gateways:
            known = ", ".join(self._gateways)
            raise NotFound.of("payments.no-gateway", name=wanted, known=known)
        return self._gateways[wanted]

    def of(self, number: str) -> Gateway:
        """The gateway of an order. Raises NotFound."""
        return self.named(self._orders.find(number).order.gateway)

    def quotes(self, intent: Intent, *, now: datetime) -> list[Quote]:
        """What it would cost at each gateway that takes it, for the citizen to choose."""
        quoted = (each.quote(intent, now=now) for each in self)
        return [each for each in quoted if isinstance(each, Quote)]

    def open(
        self, intent: Intent, *, key: str, now: datetime, gateway: str | None = None
    ) -> Order | Refusal:
        """At the gateway that is named. An open order of the fee at another one is closed first."""
        chosen = self.named(gateway)
        standing = self._orders.live(intent.dossier, intent.fee)
        if standing is not None:
            order = standing.order
            if order.state is not OrderState.OPENED and order.same_as(intent):
                return order
            if order.gateway != chosen.name and order.state is OrderState.OPENED:
                self.of(order.number).cancel(order.number, now=now)
        return chosen.open(intent, key=key, now=now)

    def visit(self, number: str, visit: Visit, *, now: datetime) -> Way:
        return self.of(number).visit(number, visit, now=now)

    def notify(self, gateway: str, raw: bytes, *, now: datetime) -> Notified:
        """A callback to the address of a gateway. Raises NotFound for none of ours."""
        return self.named(gateway).notify(raw, now=now)

    def query(self, number: str, *, now: datetime) -> Order:
        return self.of(number).query(number, now=now)

    def cancel(self, number: str, *, now: datetime) -> Order:
        return self.of(number).cancel(number, now=now)

    def close(self, dossier: str, *, now: datetime) -> list[Order]:
        """A dossier ended: close its open orders; each is asked for first."""
        accounts = self._orders.of_dossier(dossier)
        opened = (each.order for each in accounts if each.order.state is OrderState.OPENED)
        return [self.of(each.number).withdraw(each.number, now=now) for each in opened]

    def refund(self, number: str, wish: RefundWish, *, key: str, now: datetime) -> Refund:
        return self.of(number).refund(number, wish, key=key, now=now)

    def resolve(self, number: str, decision: Decision) -> Order:
        """A person has decided of a matter. Raises NotFound and Conflict."""
        return self._orders.change(number, partial(books.resolved, decision=decision)).order

    def settle(self, gateway: str, statement: bytes, *, now: datetime) -> Settlement:
        return self.named(gateway).settle(statement, now=now)

    def checks(self) -> list[Check]:
        """What is to be said of each gateway, and of the order book where it is not well."""
        book = (self._orders.check(), self._unsent())
        return [*(each for each in book if not each.ok), *(each.check() for each in self)]

    def _unsent(self) -> Check:
        """Whether everything was told to the engine, or at least can be."""
        count = len(self.unsent())
        subject, arguments = "payment: messages", {"count": count}
        return Check(
            subject=subject, ok=not count, key="payments.check.unsent", arguments=arguments
        )

    def account(self, number: str) -> Account:
        """Raises NotFound."""
        return self._orders.find(number)

    def unsent(self) -> Sequence[Outgoing]:
        """Messages that are still to be published to the engine."""
        return self._orders.unsent()

    def sent(self, message_id: str) -> None:
        self._orders.sent(message_id)
