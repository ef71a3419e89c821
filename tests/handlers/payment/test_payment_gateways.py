"""The sandbox gateway does the exported exercise on every order book."""

import json
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
from procflow.handlers.payment.callback import Callback, verified
from procflow.handlers.payment.exercise import EXERCISE, MORNING, SANDBOX_EXERCISE, intent, opened
from procflow.handlers.payment.memory import MemoryOrders
from procflow.handlers.payment.order import Refusal
from procflow.handlers.payment.sandbox import SandboxGateway, SandboxSettings
from procflow.handlers.payment.storage import EmbeddedOrders

SECRET = Secret("a-secret-of-the-tests")

OPENER = """
import sys
from procflow.engine.model.secret import Secret
from procflow.handlers.payment.exercise import opened
from procflow.handlers.payment.sandbox import SandboxGateway
from procflow.handlers.payment.storage import EmbeddedOrders

gateway = SandboxGateway(EmbeddedOrders(sys.argv[1]), Secret("a-secret-of-the-tests"))
for number in range(10):
    print(opened(gateway, "H56.14-260302-0001", key=f"job:{number}").number)
"""


@pytest.fixture(params=["memory", "embedded"])
def orders(request, database_url):
    if request.param == "memory":
        yield MemoryOrders()
        return
    with closing(EmbeddedOrders(database_url)) as embedded:
        yield embedded


@pytest.fixture
def gateway(orders):
    return SandboxGateway(orders, SECRET)


@pytest.mark.parametrize("step", (*EXERCISE, *SANDBOX_EXERCISE), ids=lambda step: step.__name__)
def test_exercise(step, gateway):
    step(gateway)


def test_payments_and_cancellations_at_once_leave_one_result(gateway):
    numbers = [opened(gateway, f"race:{n}").number for n in range(12)]

    def pay(number):
        try:
            return gateway.receive(gateway.pay(number, now=MORNING)).variables["paymentState"]
        except Exception as refused:
            return type(refused).__name__

    def cancel(number):
        return str(gateway.cancel(number, now=MORNING).state)

    with ThreadPoolExecutor(8) as threads:
        paid = threads.map(pay, numbers)
        cancelled = threads.map(cancel, numbers)
        results = set(zip(paid, cancelled, strict=True))
    assert results <= {("paid", "paid"), ("Conflict", "cancelled")}


def test_processes_find_the_same_orders(database_url):
    command = [sys.executable, "-c", OPENER, database_url]
    openers = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    first, second = (opener.communicate(timeout=60)[0].split() for opener in openers)
    assert [opener.returncode for opener in openers] == [0, 0]
    assert first == second
    assert len(set(first)) == 10


def test_orders_outlive_the_gateway(database_url):
    with closing(EmbeddedOrders(database_url)) as orders:
        raw = SandboxGateway(orders, SECRET).pay(
            opened(SandboxGateway(orders, SECRET), "outlives").number, now=MORNING
        )
    with closing(EmbeddedOrders(database_url)) as orders:
        assert SandboxGateway(orders, SECRET).receive(raw).variables["paymentState"] == "paid"


def test_a_callback_signed_with_another_secret_is_forged(orders, gateway):
    number = opened(gateway, "stranger").number
    stranger = SandboxGateway(orders, Secret("a-secret-of-a-stranger"))
    with pytest.raises(ForgedMessage, match="signature"):
        gateway.receive(stranger.decline(number, now=MORNING))


def test_a_callback_for_another_merchant_is_forged(orders, gateway):
    number = opened(gateway, "merchant").number
    other = SandboxGateway(orders, SECRET, SandboxSettings(merchant="other"))
    with pytest.raises(ForgedMessage):
        gateway.receive(other.decline(number, now=MORNING))


def test_more_than_the_gateway_takes_is_refused(orders):
    gateway = SandboxGateway(orders, SECRET, SandboxSettings(most=Decimal(1000)))
    most, more = intent("most", Decimal(1000)), intent("more", Decimal(1001))
    assert not isinstance(gateway.open(most, key="most", now=MORNING), Refusal)
    assert isinstance(gateway.open(more, key="more", now=MORNING), Refusal)


def test_a_short_secret_is_refused(orders):
    with pytest.raises(BadConfiguration, match="at least 16"):
        SandboxGateway(orders, Secret("short"))


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
