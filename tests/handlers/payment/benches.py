"""Benches for the exercise: gateways with somebody who pays there."""

from contextlib import closing, contextmanager

from procflow.engine.model.secret import Secret
from procflow.handlers.payment.bank import MemoryBank
from procflow.handlers.payment.bank_storage import EmbeddedBank
from procflow.handlers.payment.exercise import VISIT, Bench, changed_json
from procflow.handlers.payment.gateway import Gateway
from procflow.handlers.payment.memory import MemoryOrders
from procflow.handlers.payment.sandbox import SandboxCounter, SandboxProvider
from procflow.handlers.payment.storage import EmbeddedOrders

SECRET = Secret("a-secret-of-the-tests")
CHANGES = (
    {"state": "paid "},
    {"amount": "1"},
    {"order": "TTAAAAAAAAAAAAA"},
    {"merchant": "somebody-else"},
    {"extra": "field"},
    {"signature": ""},
    {"signature": "0" * 64},
    {"signature": "đ"},
)


class SandboxPayer:
    def __init__(self, gateway, counter):
        self.pay, self.again, self.decline = counter.pay, counter.again, counter.decline
        self.hear = gateway.notify

    def forgeries(self, raw):
        return changed_json(raw, CHANGES)


def sandbox_bench(orders, bank):
    gateway = Gateway(SandboxProvider(bank, SECRET), orders)
    return Bench(gateway, orders, SandboxPayer(gateway, SandboxCounter(orders, bank, SECRET)))


@contextmanager
def books(kind, url):
    """An order book, and a bank for the sandbox."""
    if kind == "memory":
        yield MemoryOrders(), MemoryBank()
        return
    with closing(EmbeddedOrders(url)) as orders:
        yield orders, EmbeddedBank(orders.database)


class RemotePayer:
    """Somebody at a gateway that is a process of its own. `unit`: of its amounts, in a đồng."""

    def __init__(self, gateway, orders, spoken, *, unit, look=lambda url: None):
        self.gateway, self.orders, self.spoken = gateway, orders, spoken
        self.unit, self.look, self.hear = unit, look, gateway.notify

    def pay(self, number, *, now, amount=None):
        self.look(self.gateway.visit(number, VISIT, now=now).url)
        return self._acts("pay", number, now, amount)

    def again(self, number, *, now):
        return self._acts("pay", number, now, self.orders.find(number).order.amount)

    def decline(self, number, *, now):
        self.look(self.gateway.visit(number, VISIT, now=now).url)
        return self._acts("decline", number, now, None)

    def _acts(self, what, number, now, amount):
        given = {
            "reference": self.orders.find(number).attempts[-1].reference,
            "at": f"{now:%Y%m%d%H%M%S}",
            "amount": None if amount is None else int(amount) * self.unit,
        }
        return self.spoken.tell(what, given).encode()
