"""What every payment gateway must do; `SANDBOX_EXERCISE` adds what a sandbox must play.

    for step in (*EXERCISE, *SANDBOX_EXERCISE):
        step(gateway)

Each step opens orders of its own, so that one gateway may be used for all of them.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial

from ...engine.errors import Conflict, ForgedMessage, NotFound
from ..expectations import expect, expect_refusal
from ..local_time import VIETNAM
from .order import Intent, Order, OrderState, Refusal
from .port import PaymentGateway
from .sandbox import SandboxGateway

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=VIETNAM)
HOUR = timedelta(hours=1)
FEE = Decimal(100_000)


def intent(dossier: str, amount: Decimal = FEE) -> Intent:
    """An invented fee; it may be paid for an hour."""
    expires_at = MORNING + HOUR
    return Intent(dossier=dossier, fee="Lệ phí đăng ký", amount=amount, expires_at=expires_at)


def keeps_the_order_before_anybody_pays(gateway: PaymentGateway) -> None:
    order = opened(gateway, "kept")
    expect("the kept order", gateway.query(order.number, now=MORNING), order)
    expect("its state", order.state, OrderState.OPENED)
    expect("its amount", order.amount, FEE)
    expect("the page names the order", order.number in order.url, True)


def opens_one_order_for_a_job(gateway: PaymentGateway) -> None:
    first = opened(gateway, "once", key="job:1")
    expect("the order of the repeated job", opened(gateway, "once", key="job:1"), first)
    expect("another job's order differs", opened(gateway, "once", key="job:2") != first, True)
    other = intent("once", FEE + 1)
    expect_refusal(Conflict, lambda: gateway.open(other, key="job:1", now=MORNING))


def refuses_an_order_that_is_over_already(gateway: PaymentGateway) -> None:
    late = gateway.open(intent("over"), key="over", now=MORNING + 2 * HOUR)
    expect("the answer is a refusal", isinstance(late, Refusal), True)


def cancels_what_nobody_paid(gateway: PaymentGateway) -> None:
    order = opened(gateway, "cancelled")
    for _ in range(2):
        state = gateway.cancel(order.number, now=MORNING).state
        expect("the cancelled order's state", state, OrderState.CANCELLED)


def lets_orders_expire(gateway: PaymentGateway) -> None:
    order = opened(gateway, "expired")
    before = gateway.query(order.number, now=MORNING + HOUR - timedelta(seconds=1))
    expect("the state a second before the end", before.state, OrderState.OPENED)
    after = gateway.query(order.number, now=MORNING + HOUR)
    expect("the state at the end", after.state, OrderState.EXPIRED)


def knows_only_its_own_orders(gateway: PaymentGateway) -> None:
    expect_refusal(NotFound, lambda: gateway.query("TT-UNKNOWN", now=MORNING))
    expect_refusal(NotFound, lambda: gateway.cancel("TT-UNKNOWN", now=MORNING))


def refuses_what_nobody_signed(gateway: PaymentGateway) -> None:
    for raw in (
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b'{"order": 1}',
        b'{"signature": "00"}',
        b"[" * 9999,
    ):
        expect_refusal(ForgedMessage, partial(gateway.receive, raw))


def tells_that_it_is_well(gateway: PaymentGateway) -> None:
    expect("the check", gateway.check().ok, True)


def takes_a_payment(gateway: SandboxGateway) -> None:
    order = opened(gateway, "paid")
    said = gateway.receive(gateway.pay(order.number, now=MORNING))
    expect("the message", (said.name, said.key), ("payment-result", order.number))
    result = {
        "paymentState": "paid",
        "paidAt": "2026-03-02T08:00:00+07:00",
        "receipt": f"BL-{order.number}",
    }
    expect("the variables", said.variables, result)
    state = gateway.query(order.number, now=MORNING + 2 * HOUR).state
    expect("the paid order's state, after its end too", state, OrderState.PAID)


def takes_a_decline(gateway: SandboxGateway) -> None:
    order = opened(gateway, "declined")
    said = gateway.receive(gateway.decline(order.number, now=MORNING))
    result = {"paymentState": "declined", "paidAt": None, "receipt": None}
    expect("the variables", said.variables, result)
    expect_refusal(Conflict, lambda: gateway.pay(order.number, now=MORNING))


def says_the_same_when_a_callback_comes_twice(gateway: SandboxGateway) -> None:
    order = opened(gateway, "twice")
    first = gateway.receive(gateway.pay(order.number, now=MORNING))
    again = gateway.receive(gateway.pay(order.number, now=MORNING + HOUR / 2))
    expect("the second callback's message", again, first)


def takes_a_late_callback(gateway: SandboxGateway) -> None:
    order = opened(gateway, "late")
    gateway.silent(order.number, now=MORNING)
    said = gateway.receive(gateway.callback(order.number))
    expect("the state in the late callback", said.variables["paymentState"], "paid")


def finds_a_silent_payment_by_asking(gateway: SandboxGateway) -> None:
    order = opened(gateway, "silent")
    gateway.silent(order.number, now=MORNING)
    asked = gateway.query(order.number, now=MORNING)
    expect("the state and moment", (asked.state, asked.paid_at), (OrderState.PAID, MORNING))


def never_cancels_what_is_paid(gateway: SandboxGateway) -> None:
    order = opened(gateway, "paid-first")
    gateway.silent(order.number, now=MORNING)
    expect("the state", gateway.cancel(order.number, now=MORNING).state, OrderState.PAID)


def takes_no_money_for_a_closed_order(gateway: SandboxGateway) -> None:
    cancelled, expired = opened(gateway, "closed:1"), opened(gateway, "closed:2")
    gateway.cancel(cancelled.number, now=MORNING)
    expect_refusal(Conflict, lambda: gateway.pay(cancelled.number, now=MORNING))
    expect_refusal(Conflict, lambda: gateway.pay(expired.number, now=MORNING + HOUR))
    expect_refusal(Conflict, lambda: gateway.callback(expired.number))


def refuses_a_changed_callback(gateway: SandboxGateway) -> None:
    order = opened(gateway, "forged")
    true = json.loads(gateway.decline(order.number, now=MORNING))
    for change in (
        {"state": "paid"},
        {"amount": "1"},
        {"order": opened(gateway, "forged:2").number},
        {"merchant": "somebody-else"},
        {"extra": "field"},
        {"signature": ""},
        {"signature": "0" * 64},
        {"signature": "đ"},
    ):
        raw = json.dumps(true | change).encode()
        expect_refusal(ForgedMessage, partial(gateway.receive, raw))
    left = gateway.query(order.number, now=MORNING).state
    expect("the state after forgeries", left, OrderState.DECLINED)


def refuses_another_amount(gateway: SandboxGateway) -> None:
    order = opened(gateway, "amount")
    raw = gateway.pay(order.number, now=MORNING, amount=FEE - 1)
    expect_refusal(Conflict, lambda: gateway.receive(raw))


EXERCISE: tuple[Callable[[PaymentGateway], None], ...] = (
    keeps_the_order_before_anybody_pays,
    opens_one_order_for_a_job,
    refuses_an_order_that_is_over_already,
    cancels_what_nobody_paid,
    lets_orders_expire,
    knows_only_its_own_orders,
    refuses_what_nobody_signed,
    tells_that_it_is_well,
)

SANDBOX_EXERCISE: tuple[Callable[[SandboxGateway], None], ...] = (
    takes_a_payment,
    takes_a_decline,
    says_the_same_when_a_callback_comes_twice,
    takes_a_late_callback,
    finds_a_silent_payment_by_asking,
    never_cancels_what_is_paid,
    takes_no_money_for_a_closed_order,
    refuses_a_changed_callback,
    refuses_another_amount,
)


def opened(gateway: PaymentGateway, dossier: str, *, key: str = "job") -> Order:
    """The order for an invented fee of the dossier."""
    order = gateway.open(intent(dossier), key=key, now=MORNING)
    if isinstance(order, Refusal):
        raise AssertionError(f"Expected an order, but the gateway refused: {order.reason}")
    return order
