"""What is known of payments reaches the engine: once, and also after a crash."""

from threading import Event, Thread

import pytest

from procflow.engine.errors import NotFound
from procflow.engine.model.secret import Secret
from procflow.handlers.payment.courier import Courier
from procflow.handlers.payment.exercise import MORNING, opened
from procflow.handlers.payment.in_memory import PaymentsInMemory


@pytest.fixture
def payments():
    return PaymentsInMemory.signed_with(Secret("a-secret-of-the-tests"))


@pytest.fixture
def paid(payments):
    gateway = payments.gateways.named("sandbox")
    order = opened(gateway, "courier")
    gateway.notify(payments.counter.pay(order.number, now=MORNING), now=MORNING)
    return order


class Engine:
    """Takes a message with the same id once."""

    def __init__(self, *known):
        self.known, self.taken = known, {}

    def publish(self, name, key, variables, *, message_id, ttl):
        if name not in self.known:
            raise NotFound(name)
        self.taken.setdefault(message_id, (name, key, variables["paymentState"]))
        return message_id


def test_a_message_is_published_once(payments, paid):
    engine = Engine("payment-result")
    courier = Courier(payments.gateways, engine.publish)
    assert [courier.run_once(), courier.run_once()] == [1, 0]
    assert list(engine.taken.values()) == [("payment-result", paid.number, "paid")]


def test_what_nobody_can_receive_waits_until_somebody_can(payments, paid):
    assert Courier(payments.gateways, Engine().publish).run_once() == 0
    assert not all(each.ok for each in payments.gateways.checks())
    engine = Engine("payment-result")
    assert Courier(payments.gateways, engine.publish).run_once() == 1
    assert all(each.ok for each in payments.gateways.checks())


def test_a_crash_after_publishing_tells_nobody_twice(payments, paid, monkeypatch):
    engine = Engine("payment-result")
    courier = Courier(payments.gateways, engine.publish)

    def crash(_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(payments.gateways, "sent", crash)
        courier.run_once()
    assert courier.run_once() == 1
    assert len(engine.taken) == 1


def test_it_runs_until_it_is_told_to_stop(payments, paid):
    stop, engine = Event(), Engine("payment-result")
    courier = Courier(payments.gateways, engine.publish)
    runs = Thread(target=courier.run, args=(stop, 0.01))
    runs.start()
    while not engine.taken:
        stop.wait(0.01)
    stop.set()
    runs.join(5)
    assert not runs.is_alive()
