"""VietQR: a code to scan, a transfer to our account, and the bank's statement as the only proof.

There is no callback and nothing to ask: the order is confirmed when a statement file that has its
number in a text is settled. Money is given back by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from ...engine.errors import BadConfiguration, ForgedMessage
from ...engine.model.check import Check
from . import vietqr_code
from .account import Account
from .money import Attempt, Payment, Refund, RefundState, Report
from .order import Intent, Order, Quote, Refusal
from .pages import transfer_page
from .port import Page, Reply, Verdict, Visit, Way
from .statement import StatementLayout, StatementLine, read_statement

BIN_LENGTH, LONGEST_ACCOUNT = 6, 19
MOST = Decimal(500_000_000)
BY_HAND = "Chuyển khoản VietQR không hoàn được qua cổng; hãy chuyển trả bằng tay"


@dataclass(frozen=True, slots=True, kw_only=True)
class VietqrAccount:
    """Where the money goes. bank: its BIN, 6 digits. Raises BadConfiguration for what is none."""

    bank: str
    account: str
    holder: str

    def __post_init__(self) -> None:
        if len(self.bank) != BIN_LENGTH or not self.bank.isdecimal():
            raise BadConfiguration.of("payments.vietqr.bank", found=self.bank)
        if not (self.account.isascii() and self.account.isalnum()):
            raise BadConfiguration.of("payments.vietqr.account", found=self.account)
        if len(self.account) > LONGEST_ACCOUNT:
            raise BadConfiguration.of("payments.vietqr.account", found=self.account)


class VietqrProvider:
    name = "vietqr"

    def __init__(self, account: VietqrAccount, *, layout: StatementLayout | None = None) -> None:
        self._account = account
        self._layout = layout or StatementLayout()

    def quote(self, intent: Intent) -> Quote | Refusal:
        if intent.amount >= MOST:
            return Refusal(f"Chuyển khoản nhanh chỉ nhận dưới {MOST} đồng")
        return Quote(gateway=self.name, amount=intent.amount)

    def begin(self, account: Account, number: int, visit: Visit, now: datetime) -> Attempt:
        order = account.order
        return Attempt(
            number=number,
            reference=order.number,
            moment=now,
            expires_at=order.expires_at,
            address=visit.address,
        )

    def way(self, order: Order, attempt: Attempt, visit: Visit) -> Way:  # noqa: ARG002 - the protocol of all providers
        transfer = {
            "payments.page.bank": self._account.bank,
            "payments.page.account": self._account.account,
            "payments.page.holder": self._account.holder,
            "payments.page.content": order.number,
        }
        picture = vietqr_code.svg(self.code(order))
        return Page(transfer_page(order, picture, transfer, visit.language))

    def code(self, order: Order) -> str:
        """The text of the order's code."""
        return vietqr_code.transfer(
            bank=self._account.bank,
            account=self._account.account,
            amount=order.amount,
            reference=order.number,
        )

    def hear(self, raw: bytes) -> Report:  # noqa: ARG002 - the protocol of all providers
        raise ForgedMessage.of("payments.forged")

    def reply(self, verdict: Verdict, raw: bytes, now: datetime) -> Reply:  # noqa: ARG002 - the same
        return Reply(body=f'{{"verdict": "{verdict}"}}'.encode(), status=404)

    def ask(self, account: Account, now: datetime) -> Sequence[Report]:  # noqa: ARG002 - the same
        return ()

    close = ask

    def give_back(
        self,
        account: Account,  # noqa: ARG002 - the same
        payment: Payment,  # noqa: ARG002 - the same
        refund: Refund,
        now: datetime,  # noqa: ARG002 - the same
    ) -> Refund:
        return replace(refund, state=RefundState.REFUSED, reason=BY_HAND)

    def lines(self, statement: bytes) -> Sequence[StatementLine]:
        return read_statement(statement, self._layout)

    def check(self) -> Check:
        return Check(subject="payment: vietqr", ok=True, key="payments.check.ready")
