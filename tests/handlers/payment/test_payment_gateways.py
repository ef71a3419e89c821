"""The sandbox gateway does the exported exercise on every order book."""

import json
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procflow.engine.errors import BadConfiguration, ForgedMessage
from procflow.engine.model.secret import Secret
from procflow.handlers.payment.bank import MemoryBank
from procflow.handlers.payment.bank_storage import EmbeddedBank
from procflow.handlers.payment.callback import Callback, verified
from procflow.handlers.payment.exercise import (
    ASKED,
    CALLED,
    EXERCISE,
    HOUR,
    MORNING,
    intent,
    opened,
)
from procflow.handlers.payment.gateway import Gateway
from procflow.handlers.payment.memory import MemoryOrders
from procflow.handlers.payment.order import Refusal
from procflow.handlers.payment.port import RefundWish
from procflow.handlers.payment.sandbox import SandboxProvider, SandboxSettings
from procflow.handlers.payment.storage import EmbeddedOrders
from procflow.tests.handlers.payment.benches import SECRET, books, sandbox_bench

OPENER = """
import sys
from procflow.engine.model.secret import Secret
from procflow.handlers.payment.bank import MemoryBank
from procflow.handlers.payment.exercise import opened
from procflow.handlers.payment.gateway import Gateway
from procflow.handlers.payment.sandbox import SandboxProvider
from procflow.handlers.payment.storage import EmbeddedOrders

provider = SandboxProvider(MemoryBank(), Secret("a-secret-of-the-tests"))
gateway = Gateway(provider, EmbeddedOrders(sys.argv[1]))
for number in range(10):
    print(opened(gateway, f"H56.14-260302-{number:04d}", key=sys.argv[2]).number)
"""


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def bench(request, database_url):
    server = request.getfixturevalue("postgres_server") if request.param == "postgresql" else None
    url = server and server.fresh()
    with books(request.param, url or database_url) as (orders, bank):
        yield sandbox_bench(orders, bank)


@pytest.mark.parametrize("step", (*EXERCISE, *ASKED, *CALLED), ids=lambda step: step.__name__)
def test_exercise(step, bench):
    step(bench)


def test_one_bench_is_enough_for_the_whole_exercise(bench):
    for step in (*EXERCISE, *ASKED, *CALLED):
        step(bench)


def test_payments_and_cancellations_at_once_leave_one_result(bench):
    numbers = [opened(bench.gateway, f"race:{n}").number for n in range(12)]

    def pay(number):
        try:
            raw = bench.payer.pay(number, now=MORNING)
        except Exception as refused:
            return type(refused).__name__
        return str(bench.gateway.notify(raw, now=MORNING).order.state)

    def cancel(number):
        return str(bench.gateway.cancel(number, now=MORNING).state)

    with ThreadPoolExecutor(8) as threads:
        paid = threads.map(pay, numbers)
        cancelled = threads.map(cancel, numbers)
        results = set(zip(paid, cancelled, strict=True))
    assert results <= {("paid", "paid"), ("Conflict", "cancelled")}


def test_processes_open_one_order_for_a_fee(database_url):
    """Two jobs of two processes ask for the same fees at the same time."""
    command = [sys.executable, "-c", OPENER, database_url]
    openers = [
        subprocess.Popen([*command, key], stdout=subprocess.PIPE, text=True)
        for key in ("job:1", "job:2")
    ]
    first, second = (opener.communicate(timeout=60)[0].split() for opener in openers)
    assert [opener.returncode for opener in openers] == [0, 0]
    assert first == second
    assert len(set(first)) == 10


def test_orders_and_messages_outlive_the_gateway(database_url):
    with books("embedded", database_url) as (orders, bank):
        bench = sandbox_bench(orders, bank)
        order = opened(bench.gateway, "outlives")
        bench.paid(order)
    with books("embedded", database_url) as (orders, bank):
        bench = sandbox_bench(orders, bank)
        assert bench.told(order) == ["paid"]
        (message,) = bench.orders.unsent()
        for _ in range(2):
            bench.orders.sent(message.message_id)
            assert bench.orders.unsent() == ()
        bench.orders.send(message)
        assert bench.orders.unsent() == ()


def test_a_callback_signed_with_another_secret_is_forged(bench):
    order = opened(bench.gateway, "stranger")
    raw = bench.payer.pay(order.number, now=MORNING)
    other = Secret("a-secret-of-a-stranger")
    stranger = Gateway(SandboxProvider(MemoryBank(), other), bench.orders)
    assert stranger.notify(raw, now=MORNING).verdict == "forged"
    merchant = SandboxSettings(merchant="other")
    elsewhere = Gateway(SandboxProvider(MemoryBank(), SECRET, merchant), bench.orders)
    assert elsewhere.notify(raw, now=MORNING).verdict == "forged"


def test_more_than_the_gateway_takes_is_refused():
    provider = SandboxProvider(MemoryBank(), SECRET, SandboxSettings(most=Decimal(1000)))
    gateway = Gateway(provider, MemoryOrders())
    most, more = intent("most", Decimal(1000)), intent("more", Decimal(1001))
    assert not isinstance(gateway.open(most, key="most", now=MORNING), Refusal)
    assert isinstance(gateway.open(more, key="more", now=MORNING), Refusal)


def test_a_short_secret_is_refused():
    with pytest.raises(BadConfiguration, match="at least 16"):
        SandboxProvider(MemoryBank(), Secret("short"))


def test_a_part_can_be_given_back_and_then_the_rest(bench):
    order = opened(bench.gateway, "parts")
    bench.paid(order)
    states = []
    for key, amount in (("a", Decimal(40_000)), ("b", None)):
        wish = RefundWish(by="thu-phi", amount=amount)
        bench.gateway.refund(order.number, wish, key=key, now=MORNING)
        states.append(bench.account(order).order.state)
    assert states == ["paid", "refunded"]
    assert [each.amount for each in bench.account(order).refunds] == [40_000, 60_000]


def test_an_expired_order_makes_way_when_the_gateway_knows_of_no_money(bench):
    first = opened(bench.gateway, "way")
    later = intent("way")
    later = type(later)(
        dossier=later.dossier,
        fee=later.fee,
        amount=later.amount,
        expires_at=MORNING + 9 * HOUR,
    )
    second = bench.gateway.open(later, key="second", now=MORNING + 2 * HOUR)
    assert second.number != first.number
    assert bench.account(first).order.state == "expired"


texts = st.text(max_size=8)
callbacks = st.builds(
    Callback,
    merchant=st.just("m"),
    order=texts,
    amount=texts,
    state=texts,
    transaction=texts,
    paid_at=texts,
    receipt=texts,
)


@given(callbacks)
def test_what_was_signed_is_read_back(callback):
    assert verified(callback.signed(SECRET), SECRET, "m") == callback


@given(callbacks, callbacks)
def test_a_signature_fits_no_other_callback(callback, other):
    signature = json.loads(callback.signed(SECRET))["signature"]
    moved = json.dumps(json.loads(other.signed(SECRET)) | {"signature": signature}).encode()
    if callback != other:
        with pytest.raises(ForgedMessage):
            verified(moved, SECRET, "m")


def test_orders_of_version_1_are_taken_over(database_url):
    """What an installation before several gateways has kept."""
    file = database_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(file)) as old:
        old.executescript(VERSION_1)
    with closing(EmbeddedOrders(database_url)) as orders:
        paid, waiting = orders.find("TTPAID"), orders.find("TTOPEN")
        assert (paid.order.state, paid.payments[0].amount) == ("paid", 5000)
        assert (waiting.order.gateway, waiting.order.live) == ("sandbox", True)
        bench = sandbox_bench(orders, EmbeddedBank(orders.database))
        assert bench.gateway.query("TTOPEN", now=MORNING).state == "paid"


VERSION_1 = """
CREATE TABLE embedded_store (store TEXT PRIMARY KEY, version INTEGER NOT NULL);
INSERT INTO embedded_store VALUES ('payment', 1);
CREATE TABLE payment_order (
    number TEXT PRIMARY KEY, key TEXT NOT NULL, dossier TEXT NOT NULL, fee TEXT NOT NULL,
    amount BIGINT NOT NULL, url TEXT NOT NULL, opened_at TEXT NOT NULL, expires_at TEXT NOT NULL,
    state TEXT NOT NULL, paid_at TEXT, receipt TEXT,
    bank_state TEXT NOT NULL, bank_amount BIGINT, bank_at TEXT, bank_receipt TEXT);
CREATE INDEX ix_payment_order_dossier ON payment_order (dossier);
INSERT INTO payment_order VALUES ('TTPAID', 'k', 'H1', 'Lệ phí', 5000, 'http://x/TTPAID',
    '2026-03-01T01:00:00.000000+00:00', '2026-03-03T01:00:00.000000+00:00', 'paid',
    '2026-03-01T02:00:00.000000+00:00', 'BL-1', 'paid', 5000,
    '2026-03-01T02:00:00.000000+00:00', 'BL-1');
INSERT INTO payment_order VALUES ('TTOPEN', 'k', 'H2', 'Lệ phí', 7000, 'http://x/TTOPEN',
    '2026-03-01T01:00:00.000000+00:00', '2026-03-03T01:00:00.000000+00:00', 'opened',
    NULL, NULL, 'paid', 7000, '2026-03-01T02:00:00.000000+00:00', 'BL-2');
"""
