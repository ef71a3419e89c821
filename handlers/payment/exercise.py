"""What every payment gateway must do.

    for step in (*EXERCISE, *ASKED, *CALLED):
        step(bench)

A bench is a gateway, its book, and somebody who pays over there. `EXERCISE` is for every gateway,
`ASKED` for those that can be asked, `CALLED` for those that call back. Each step opens orders of
its own, so that one bench may be used for all of them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Protocol

from ...engine.errors import BadInput, Conflict, NotFound
from ..expectations import expect, expect_refusal
from ..local_time import VIETNAM
from .account import Account, Decision
from .book import OrderBook
from .gateway import Gateway
from .gateways import Gateways
from .matter import MatterKind, Resolution
from .money import RefundState
from .order import Intent, Order, OrderState, Quote, Refusal
from .outgoing import MATTER_MESSAGE, RESULT_MESSAGE
from .port import PaymentGateway, RefundWish, Verdict, Visit

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=VIETNAM)
HOUR = timedelta(hours=1)
FEE = Decimal(100_000)
VISIT = Visit(address="192.0.2.7")
UNREADABLE = (b"", b"\xff\xfe", b"[]", b"{}", b'{"order": 1}', b'{"signature": "00"}', b"[" * 9999)


class Payer(Protocol):
    """Somebody over there. What it gives is told to us by `hear`, as the protocol has it."""

    def pay(self, number: str, *, now: datetime, amount: Decimal | None = None) -> bytes: ...

    def again(self, number: str, *, now: datetime) -> bytes:
        """Pays once more, or pays what is closed."""

    def decline(self, number: str, *, now: datetime) -> bytes: ...

    def hear(self, raw: bytes, *, now: datetime) -> object: ...

    def forgeries(self, raw: bytes) -> Sequence[bytes]:
        """The callback, changed by somebody else."""


@dataclass(frozen=True)
class Bench:
    gateway: Gateway
    orders: OrderBook
    payer: Payer
    refunds: bool = True

    def account(self, order: Order) -> Account:
        return self.orders.find(order.number)

    def told(self, order: Order) -> list[str]:
        """What the dossier of the order is told, or was told."""
        return [
            each.variables["paymentState"]
            for each in self.orders.unsent()
            if each.name == RESULT_MESSAGE and each.key == order.number
        ]

    def matters(self, order: Order) -> list[MatterKind]:
        """What is an officer's to decide; each is also a message."""
        open_ones = [each for each in self.account(order).matters if each.is_open]
        sent = {each.key for each in self.orders.unsent() if each.name == MATTER_MESSAGE}
        expect("a message for every matter", {each.key for each in open_ones} <= sent, True)
        return [each.kind for each in open_ones]

    def paid(self, order: Order, *, now: datetime = MORNING) -> None:
        self.payer.hear(self.payer.pay(order.number, now=now), now=now)


def intent(dossier: str, amount: Decimal = FEE) -> Intent:
    """An invented fee; it may be paid for an hour."""
    expires_at = MORNING + HOUR
    return Intent(dossier=dossier, fee="Lệ phí đăng ký", amount=amount, expires_at=expires_at)


def opened(gateway: PaymentGateway, dossier: str, *, key: str = "job") -> Order:
    """The order for an invented fee of the dossier."""
    order = gateway.open(intent(dossier), key=key, now=MORNING)
    if isinstance(order, Refusal):
        raise AssertionError(f"Expected an order, but the gateway refused: {order.reason}")
    return order


def statement(*lines: tuple[datetime, Decimal, str, str]) -> bytes:
    """A statement file: moment, amount, transaction and text of each line."""
    rows = [f"{at.isoformat()},{amount},{number},{text}" for at, amount, number, text in lines]
    return "\n".join(["time,amount,transaction,content", *rows]).encode()


def keeps_the_order_before_anybody_pays(bench: Bench) -> None:
    order = opened(bench.gateway, "kept")
    expect("the kept order", bench.account(order).order, order)
    expect("its state", order.state, OrderState.OPENED)
    expect("its gateway", order.gateway, bench.gateway.name)
    expect("the page names the order", order.number in order.url, True)


def says_what_it_would_cost(bench: Bench) -> None:
    quote = bench.gateway.quote(intent("quoted"), now=MORNING)
    if isinstance(quote, Refusal):
        raise AssertionError(f"Expected a quote, but the gateway refused: {quote.reason}")
    expect("the quote", quote, Quote(gateway=bench.gateway.name, amount=FEE))


def opens_one_order_for_a_job(bench: Bench) -> None:
    first = opened(bench.gateway, "once", key="job:1")
    expect("the order of the repeated job", opened(bench.gateway, "once", key="job:1"), first)
    other = intent("once", FEE + 1)
    expect_refusal(Conflict, lambda: bench.gateway.open(other, key="job:1", now=MORNING))


def opens_one_order_for_a_fee(bench: Bench) -> None:
    first = opened(bench.gateway, "fee", key="job:1")
    expect("the order of another job", opened(bench.gateway, "fee", key="job:2"), first)
    bench.gateway.cancel(first.number, now=MORNING)
    after = opened(bench.gateway, "fee", key="job:3")
    expect("an order after the cancelled one", after.number != first.number, True)


def refuses_an_order_that_is_over_already(bench: Bench) -> None:
    late = bench.gateway.open(intent("over"), key="over", now=MORNING + 2 * HOUR)
    expect("the answer is a refusal", isinstance(late, Refusal), True)


def leads_to_where_it_is_paid(bench: Bench) -> None:
    order = opened(bench.gateway, "visited")
    way = bench.gateway.visit(order.number, VISIT, now=MORNING)
    expect("the kept attempts", len(bench.account(order).attempts), 1)
    again = bench.gateway.visit(order.number, VISIT, now=MORNING)
    expect("who comes back goes the same way", again, way)
    bench.gateway.cancel(order.number, now=MORNING)
    gone = partial(bench.gateway.visit, order.number, VISIT, now=MORNING)
    expect_refusal(Conflict, gone)


def cancels_what_nobody_paid(bench: Bench) -> None:
    order = opened(bench.gateway, "cancelled")
    for _ in range(2):
        state = bench.gateway.cancel(order.number, now=MORNING).state
        expect("the cancelled order's state", state, OrderState.CANCELLED)


def lets_orders_expire(bench: Bench) -> None:
    order = opened(bench.gateway, "expired")
    before = bench.gateway.query(order.number, now=MORNING + HOUR - timedelta(seconds=1))
    expect("the state a second before the end", before.state, OrderState.OPENED)
    after = bench.gateway.query(order.number, now=MORNING + HOUR)
    expect("the state at the end", after.state, OrderState.EXPIRED)


def knows_only_its_own_orders(bench: Bench) -> None:
    for call in (bench.gateway.query, bench.gateway.cancel):
        expect_refusal(NotFound, partial(call, "TT-UNKNOWN", now=MORNING))


def refuses_what_nobody_signed(bench: Bench) -> None:
    for raw in UNREADABLE:
        verdict = bench.gateway.notify(raw, now=MORNING).verdict
        expect("the verdict", verdict, Verdict.FORGED)


def tells_that_it_is_well(bench: Bench) -> None:
    expect("the check", bench.gateway.check().ok, True)


def takes_a_payment(bench: Bench) -> None:
    order = opened(bench.gateway, "paid")
    raw = bench.payer.pay(order.number, now=MORNING)
    for _ in range(2):
        bench.payer.hear(raw, now=MORNING)
    kept = bench.account(order)
    expect("the state and moment", (kept.order.state, kept.order.paid_at), ("paid", MORNING))
    expect("the money", [each.amount for each in kept.payments], [FEE])
    expect("what the dossier is told", bench.told(order), ["paid"])
    expect("matters", bench.matters(order), [])
    again = bench.gateway.query(order.number, now=MORNING + 2 * HOUR).state
    expect("the state after its end too", again, OrderState.PAID)


def asks_nobody_to_pay_twice(bench: Bench) -> None:
    order = opened(bench.gateway, "paid-before", key="job:1")
    bench.paid(order)
    again = opened(bench.gateway, "paid-before", key="job:2")
    expect("the order and its state", (again.number, again.state), (order.number, "paid"))


def asks_a_person_about_another_amount(bench: Bench) -> None:
    order = opened(bench.gateway, "amount")
    raw = bench.payer.pay(order.number, now=MORNING, amount=FEE - 1)
    for _ in range(2):
        bench.payer.hear(raw, now=MORNING)
    expect("the state", bench.account(order).order.state, OrderState.QUESTIONED)
    expect("matters", bench.matters(order), [MatterKind.OTHER_AMOUNT])
    expect("what the dossier is told", bench.told(order), [])
    left = bench.gateway.cancel(order.number, now=MORNING).state
    expect("the state after cancelling", left, OrderState.QUESTIONED)


def goes_on_when_another_amount_is_accepted(bench: Bench) -> None:
    order = opened(bench.gateway, "accepted")
    raw = bench.payer.pay(order.number, now=MORNING, amount=FEE + 1)
    bench.payer.hear(raw, now=MORNING)
    for _ in range(2):
        state = _decided(bench, order, Resolution.ACCEPT).state
        expect("the state", state, OrderState.PAID)
    expect("what the dossier is told", bench.told(order), ["paid"])
    expect_refusal(Conflict, lambda: _decided(bench, order, Resolution.RETURNED))


def asks_anew_when_another_amount_was_returned(bench: Bench) -> None:
    order = opened(bench.gateway, "returned")
    raw = bench.payer.pay(order.number, now=MORNING, amount=FEE - 1)
    bench.payer.hear(raw, now=MORNING)
    expect("the state", _decided(bench, order, Resolution.RETURNED).state, OrderState.REFUNDED)
    expect("what the dossier is told", bench.told(order), ["declined"])
    expect("the money left", _left(bench.account(order)), Decimal(0))
    after = opened(bench.gateway, "returned", key="anew")
    expect("the new order's state", after.state, OrderState.OPENED)


def asks_a_person_about_a_second_payment(bench: Bench) -> None:
    order = opened(bench.gateway, "double")
    bench.paid(order)
    raw = bench.payer.again(order.number, now=MORNING + HOUR / 2)
    for _ in range(2):
        bench.payer.hear(raw, now=MORNING + HOUR / 2)
    expect("the state", bench.account(order).order.state, OrderState.PAID)
    expect("matters", bench.matters(order), [MatterKind.DOUBLE])
    expect("what the dossier is told", bench.told(order), ["paid"])


def asks_a_person_about_money_after_the_end(bench: Bench) -> None:
    order = opened(bench.gateway, "late")
    bench.gateway.visit(order.number, VISIT, now=MORNING)
    bench.gateway.cancel(order.number, now=MORNING)
    bench.payer.hear(bench.payer.again(order.number, now=MORNING), now=MORNING)
    expect("matters", bench.matters(order), [MatterKind.LATE])
    expect("the state", bench.account(order).order.state, OrderState.QUESTIONED)
    expect("what the dossier is told", bench.told(order), [])


def gives_money_back_once(bench: Bench) -> None:
    order = opened(bench.gateway, "refund")
    wish = RefundWish(by="thu-phi", reason="Hồ sơ bị từ chối")
    early = partial(bench.gateway.refund, order.number, wish, key="r1", now=MORNING)
    expect_refusal(Conflict, early)
    bench.paid(order)
    back = [bench.gateway.refund(order.number, wish, key="r1", now=MORNING) for _ in range(2)]
    expect("the repeated refund", back[1], back[0])
    if not bench.refunds:
        expect("a refund by machine", back[0].state, RefundState.REFUSED)
        return
    expect("it is given back", back[0].state in (RefundState.ACCEPTED, RefundState.DONE), True)
    expect("the order", bench.account(order).order.state, OrderState.REFUNDED)
    expect_refusal(
        Conflict,
        lambda: bench.gateway.refund(
            order.number, RefundWish(by="thu-phi", amount=FEE), key="r2", now=MORNING
        ),
    )


def settles_what_nobody_told(bench: Bench) -> None:
    order = opened(bench.gateway, "settled")
    at = MORNING + timedelta(seconds=1)
    file = statement((at, FEE, "SK-1", f"NOP LE PHI {order.number}"))
    settled = bench.gateway.settle(file, now=MORNING + HOUR)
    expect("the confirmed orders", settled.confirmed, (order.number,))
    expect("what the dossier is told", bench.told(order), ["paid"])
    again = bench.gateway.settle(file, now=MORNING + HOUR)
    expect("the same file again", (again.confirmed, again.agreed), ((), 1))


def settles_what_was_told(bench: Bench) -> None:
    order = opened(bench.gateway, "agreed")
    bench.paid(order)
    (payment,) = bench.account(order).payments
    file = statement((payment.at, FEE, payment.transaction, order.number))
    settled = bench.gateway.settle(file, now=MORNING + HOUR)
    expect("the lines that agree", (settled.agreed, settled.lines), (1, 1))


def finds_what_the_statement_does_not_know(bench: Bench) -> None:
    order = opened(bench.gateway, "missing")
    bench.paid(order, now=MORNING + HOUR / 4)
    around = [MORNING + HOUR / 4 - timedelta(minutes=1), MORNING + HOUR / 4 + timedelta(minutes=1)]
    others = [opened(bench.gateway, f"missing:{n}") for n in range(2)]
    lines = [
        (at, FEE, f"SK-M{n}", other.number)
        for n, (at, other) in enumerate(zip(around, others, strict=True))
    ]
    settled = bench.gateway.settle(statement(*lines), now=MORNING + HOUR)
    found = [each.order for each in settled.differences if each.kind is MatterKind.MISSING]
    expect("what is missing", found, [order.number])
    expect("matters", bench.matters(order), [MatterKind.MISSING])


def finds_what_belongs_to_no_order(bench: Bench) -> None:
    stranger = f"chuyen tien TT{'A' * 13} {bench.gateway.name}"
    file = statement((MORNING - 24 * HOUR, Decimal(5000), "SK-9", stranger))
    for _ in range(2):
        settled = bench.gateway.settle(file, now=MORNING + HOUR)
        (difference,) = settled.differences
        expect("the difference", (difference.kind, difference.found), ("unknown", Decimal(5000)))
    sent = [each for each in bench.orders.unsent() if each.key == difference.key]
    expect("messages for it", len(sent), 1)


def reads_no_half_statement(bench: Bench) -> None:
    order = opened(bench.gateway, "half")
    file = statement((MORNING, FEE, "SK-8", order.number)) + b"\nnot a time,1,SK,x"
    expect_refusal(BadInput, lambda: bench.gateway.settle(file, now=MORNING))
    expect("the order's state", bench.account(order).order.state, OrderState.OPENED)


def finds_a_silent_payment_by_asking(bench: Bench) -> None:
    order = opened(bench.gateway, "silent")
    bench.payer.pay(order.number, now=MORNING)
    asked = bench.gateway.query(order.number, now=MORNING)
    expect("the state and moment", (asked.state, asked.paid_at), (OrderState.PAID, MORNING))


def never_cancels_what_is_paid(bench: Bench) -> None:
    order = opened(bench.gateway, "paid-first")
    bench.payer.pay(order.number, now=MORNING)
    state = bench.gateway.cancel(order.number, now=MORNING).state
    expect("the state", state, OrderState.PAID)


def judges_callbacks_in_order(bench: Bench) -> None:
    order = opened(bench.gateway, "judged")
    raw = bench.payer.pay(order.number, now=MORNING)
    for forged in bench.payer.forgeries(raw):
        expect("a forgery", bench.gateway.notify(forged, now=MORNING).verdict, Verdict.FORGED)
    expect("the state after forgeries", bench.account(order).order.state, OrderState.OPENED)
    for verdict in (Verdict.CONFIRMED, Verdict.REPEATED):
        notified = bench.gateway.notify(raw, now=MORNING)
        expect("the verdict", notified.verdict, verdict)
    wrong = opened(bench.gateway, "judged-amount")
    other = bench.payer.pay(wrong.number, now=MORNING, amount=FEE - 1)
    told = bench.gateway.notify(other, now=MORNING).verdict
    expect("the verdict on another amount", told, Verdict.OTHER_AMOUNT)


def takes_a_decline(bench: Bench) -> None:
    order = opened(bench.gateway, "declined")
    bench.payer.hear(bench.payer.decline(order.number, now=MORNING), now=MORNING)
    expect("the state", bench.account(order).order.state, OrderState.DECLINED)
    expect("what the dossier is told", bench.told(order), ["declined"])
    after = opened(bench.gateway, "declined", key="again")
    expect("the next order", (after.number != order.number, after.state), (True, "opened"))


def takes_a_callback_that_comes_late(bench: Bench) -> None:
    order = opened(bench.gateway, "overtaken")
    raw = bench.payer.pay(order.number, now=MORNING)
    bench.gateway.query(order.number, now=MORNING)
    verdict = bench.gateway.notify(raw, now=MORNING + HOUR * 30).verdict
    expect("the verdict", verdict, Verdict.REPEATED)
    expect("what the dossier is told", bench.told(order), ["paid"])
    expect("matters", bench.matters(order), [])


EXERCISE: tuple[Callable[[Bench], None], ...] = (
    keeps_the_order_before_anybody_pays,
    says_what_it_would_cost,
    opens_one_order_for_a_job,
    opens_one_order_for_a_fee,
    refuses_an_order_that_is_over_already,
    leads_to_where_it_is_paid,
    cancels_what_nobody_paid,
    lets_orders_expire,
    knows_only_its_own_orders,
    refuses_what_nobody_signed,
    tells_that_it_is_well,
    takes_a_payment,
    asks_nobody_to_pay_twice,
    asks_a_person_about_another_amount,
    goes_on_when_another_amount_is_accepted,
    asks_anew_when_another_amount_was_returned,
    asks_a_person_about_a_second_payment,
    asks_a_person_about_money_after_the_end,
    gives_money_back_once,
    settles_what_nobody_told,
    settles_what_was_told,
    finds_what_the_statement_does_not_know,
    finds_what_belongs_to_no_order,
    reads_no_half_statement,
)

ASKED: tuple[Callable[[Bench], None], ...] = (
    finds_a_silent_payment_by_asking,
    never_cancels_what_is_paid,
)

CALLED: tuple[Callable[[Bench], None], ...] = (
    judges_callbacks_in_order,
    takes_a_decline,
    takes_a_callback_that_comes_late,
)


def changed_json(raw: bytes, changes: Sequence[dict[str, str]]) -> list[bytes]:
    """A JSON callback with some of its fields changed."""
    true = json.loads(raw)
    return [json.dumps(true | change).encode() for change in changes]


def _decided(bench: Bench, order: Order, resolution: Resolution) -> Order:
    (matter, *_) = bench.account(order).matters
    decision = Decision(matter=matter.key, resolution=resolution, by="thu-phi", at=MORNING)
    return Gateways([bench.gateway], bench.orders).resolve(order.number, decision)


def _left(account: Account) -> Decimal:
    return sum((account.left(each) for each in account.payments), Decimal(0))
