"""Holding a statement against the orders, line by line and the other way round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from functools import partial

from . import account as books
from .account import Account
from .book import OrderBook
from .matter import Matter, MatterKind
from .money import Report, Result
from .order import OrderState
from .outgoing import news_of
from .settlement import Settlement
from .statement import StatementLine


class Reconciliation:
    """One statement of one gateway, read at a moment."""

    def __init__(self, gateway: str, orders: OrderBook, now: datetime) -> None:
        self._gateway = gateway
        self._orders = orders
        self._now = now
        self._agreed = 0
        self._confirmed: list[str] = []
        self._differences: list[Matter] = []

    def of(self, lines: Sequence[StatementLine]) -> Settlement:
        incoming = [line for line in lines if line.amount > 0]
        for line in incoming:
            self._take(line)
        moments = sorted(line.at for line in lines)
        if moments:
            self._look_for_missing(moments[0], moments[-1], {line.transaction for line in lines})
        return Settlement(
            gateway=self._gateway,
            since=moments[0] if moments else None,
            until=moments[-1] if moments else None,
            lines=len(lines),
            came_in=_total(incoming),
            went_out=-_total(line for line in lines if line.amount < 0),
            agreed=self._agreed,
            confirmed=tuple(self._confirmed),
            differences=tuple(self._differences),
        )

    def _take(self, line: StatementLine) -> None:
        account = self._account(line)
        if account is None:
            return self._unknown(line)
        if account.payment(line.transaction) is None:
            before = account.order.state
            account = self._orders.change(account.order.number, partial(self._credited, line))
            if before is OrderState.OPENED and account.order.state is OrderState.PAID:
                self._confirmed.append(account.order.number)
                return None
        return self._known(account, line)

    def _credited(self, line: StatementLine, account: Account) -> Account:
        report = Report(
            order=account.order.number,
            result=Result.PAID,
            amount=line.amount,
            transaction=line.transaction,
            at=line.at,
            receipt=line.transaction,
        )
        return books.reported(account, report, self._now)

    def _known(self, account: Account, line: StatementLine) -> None:
        """Noted before: it agrees, or is a matter that somebody decides or has decided."""
        noted = [each for each in account.matters if each.transaction == line.transaction]
        self._differences += [each for each in noted if each.is_open]
        payment = account.payment(line.transaction)
        if noted or payment is None:
            return
        if payment.amount == line.amount:
            self._agreed += 1
        else:
            self._ask(account, MatterKind.MISSING, payment.transaction)

    def _look_for_missing(self, since: datetime, until: datetime, stated: set[str]) -> None:
        """Paid as far as we know in the time of the statement, which does not know of it."""
        for account in self._orders.paid(self._gateway, since, until):
            for payment in account.payments:
                if since <= payment.at <= until and payment.transaction not in stated:
                    self._ask(account, MatterKind.MISSING, payment.transaction)

    def _ask(self, account: Account, kind: MatterKind, transaction: str) -> None:
        payment = account.payment(transaction)
        if payment is None:
            return
        decide = partial(books.questioned, kind=kind, payment=payment, now=self._now)
        changed = self._orders.change(account.order.number, decide)
        self._differences += [
            each
            for each in changed.matters
            if each.is_open and (each.kind, each.transaction) == (kind, transaction)
        ]

    def _unknown(self, line: StatementLine) -> None:
        matter = Matter(
            key=f"{self._gateway}:{MatterKind.UNKNOWN}:{line.transaction}",
            kind=MatterKind.UNKNOWN,
            gateway=self._gateway,
            found=line.amount,
            transaction=line.transaction,
            noticed_at=self._now,
            content=line.content,
        )
        self._orders.send(news_of(matter))
        self._differences.append(matter)

    def _account(self, line: StatementLine) -> Account | None:
        for number in line.orders:
            account = self._orders.look(number)
            if account is not None and account.order.gateway == self._gateway:
                return account
        return None


def _total(lines: Iterable[StatementLine]) -> Decimal:
    return sum((line.amount for line in lines), Decimal(0))
