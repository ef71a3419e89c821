"""The job types that collect fees, from variables to variables."""

from datetime import datetime, timedelta

import pytest

from procflow.engine.handler import Completed, ErrorThrown, Failed
from procflow.engine.model.secret import Secret
from procflow.handlers.payment.handlers import PaymentHandlers
from procflow.handlers.payment.memory import MemoryOrders
from procflow.handlers.payment.order import OrderState
from procflow.handlers.payment.sandbox import SandboxGateway

NOW = datetime.fromisoformat("2026-03-02T08:00:00+07:00")
FEE = {"code": "H56.14.01-260302-0001", "fee": "Lệ phí", "amount": 100000}


@pytest.fixture
def gateway():
    return SandboxGateway(MemoryOrders(), Secret("a-secret-of-the-tests"))


@pytest.fixture
def pay_job(job, gateway):
    return lambda job_type, **more: job(PaymentHandlers(gateway), job_type, **more)


@pytest.fixture
def order(pay_job):
    return pay_job("payment.request", **FEE).variables["payment"]["order"]


def test_a_payment_is_requested_once(pay_job, gateway):
    first = pay_job("payment.request", **FEE)
    assert isinstance(first, Completed)
    payment = first.variables["payment"]
    assert payment["amount"] == 100000
    assert payment["url"] == f"http://127.0.0.1:8080/pay/{payment['order']}"
    assert payment["expiresAt"] == "2026-03-04T08:00:00+07:00"
    # the worker was killed before it could answer; the job is tried again, later
    assert pay_job("payment.request", now=NOW + timedelta(minutes=6), **FEE) == first
    assert gateway.query(payment["order"], now=NOW).state is OrderState.OPENED


def test_two_fees_of_one_dossier_have_two_orders(pay_job, order):
    other = pay_job("payment.request", key="i1:2", **{**FEE, "fee": "Phí thẩm định"})
    assert other.variables["payment"]["order"] != order


@pytest.mark.parametrize("amount", ["100000", 0, -5, 1000.5, None, True])
def test_an_amount_that_is_none(amount, pay_job):
    outcome = pay_job("payment.request", **{**FEE, "amount": amount})
    assert isinstance(outcome, Failed)
    assert not outcome.retry
    assert [problem.field for problem in outcome.problems] == ["amount"]


def test_what_the_gateway_does_not_take_is_for_the_drawing(pay_job):
    outcome = pay_job("payment.request", **{**FEE, "amount": 10**12})
    assert isinstance(outcome, ErrorThrown)
    assert outcome.code == "PAYMENT_REFUSED_BY_GATEWAY"


def test_a_payment_is_cancelled(pay_job, order):
    for _ in range(2):
        outcome = pay_job("payment.cancel", key="i1:2", order=order)
        assert outcome == Completed({"payment": {"order": order, "state": "cancelled"}})


def test_what_is_paid_is_not_cancelled(pay_job, gateway, order):
    gateway.silent(order, now=NOW)
    paid = {
        "order": order,
        "state": "paid",
        "paidAt": "2026-03-02T08:00:00+07:00",
        "receipt": f"BL-{order}",
    }
    outcome = pay_job("payment.cancel", key="i1:2", order=order)
    assert outcome == ErrorThrown("PAYMENT_ALREADY_PAID", "", {"payment": paid})


def test_a_payment_between_query_and_cancel_is_not_lost(job, gateway, order):
    class PaidMeanwhile:
        """The applicant pays just after the gateway was asked."""

        def query(self, number, *, now):
            asked = gateway.query(number, now=now)
            gateway.silent(number, now=now)
            return asked

        cancel = gateway.cancel

    outcome = job(PaymentHandlers(PaidMeanwhile()), "payment.cancel", key="i1:2", order=order)
    assert isinstance(outcome, ErrorThrown)
    assert outcome.variables["payment"]["state"] == "paid"


def test_an_order_nobody_opened(pay_job):
    outcome = pay_job("payment.cancel", order="TT-UNKNOWN")
    assert isinstance(outcome, Failed)
    assert not outcome.retry
    assert "TT-UNKNOWN" in outcome.text
