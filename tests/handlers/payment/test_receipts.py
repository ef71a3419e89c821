"""Numbers of e-receipts: one for an order, without a gap, from 1 again each year in Vietnam."""

import subprocess
import sys
from contextlib import closing
from datetime import datetime

import pytest

from procflow.engine.errors import Conflict
from procflow.engine.handler import Failed
from procflow.engine.model.secret import Secret
from procflow.handlers.payment.in_memory import PaymentsInMemory
from procflow.handlers.payment.receipt_storage import EmbeddedReceipts
from procflow.handlers.payment.receipts import MOST, MemoryReceipts, next_number
from procflow.handlers.payment.storage import EmbeddedOrders

NEW_YEAR_S_EVE = datetime.fromisoformat("2026-12-31T16:59:59+00:00")
NEW_YEAR = datetime.fromisoformat("2026-12-31T17:00:00+00:00")

TAKER = """
import sys
from datetime import datetime
from procflow.handlers.payment.receipt_storage import EmbeddedReceipts
from procflow.handlers.payment.storage import EmbeddedOrders

orders = EmbeddedOrders(sys.argv[1])
receipts = EmbeddedReceipts(orders.database)
now = datetime.fromisoformat("2026-03-02T08:00:00+07:00")
for number in range(20):
    print(receipts.issue(f"{sys.argv[2]}:{number}", "BL-26E", now).number)
"""


@pytest.fixture(params=["memory", "embedded"])
def receipts(request, database_url):
    if request.param == "memory":
        yield MemoryReceipts()
        return
    with closing(EmbeddedOrders(database_url)) as orders:
        yield EmbeddedReceipts(orders.database)


def test_numbers_go_up_by_one_and_begin_anew_each_year(receipts):
    def issue(order, series="BL-26E", now=NEW_YEAR_S_EVE):
        return receipts.issue(order, series, now).digits

    assert [issue("a"), issue("b"), issue("a")] == ["00000001", "00000002", "00000001"]
    assert issue("c", series="OTHER") == "00000001"
    assert [issue("d", now=NEW_YEAR), issue("e", now=NEW_YEAR)] == ["00000001", "00000002"]
    assert issue("a", now=NEW_YEAR) == "00000001"


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_processes_take_numbers_without_a_gap(kind, request, database_url):
    url = (
        request.getfixturevalue("postgres_server").fresh() if kind == "postgresql" else database_url
    )
    takers = [
        subprocess.Popen(
            [sys.executable, "-c", TAKER, url, name], stdout=subprocess.PIPE, text=True
        )
        for name in ("x", "y")
    ]
    taken = [int(n) for taker in takers for n in taker.communicate(timeout=60)[0].split()]
    assert sorted(taken) == list(range(1, 41))


def test_there_are_no_more_than_8_digits():
    assert next_number(MOST - 1) == MOST
    with pytest.raises(Conflict, match="used up"):
        next_number(MOST)


FEE = {"code": "H56", "fee": "Lệ phí", "amount": 150000, "payer": {"name": "Lê Thị Hoa"}}
WORDS = {"amountInWords": "Một trăm năm mươi nghìn đồng"}
NOW = datetime.fromisoformat("2026-03-02T08:00:00+07:00")


class TestTheJob:
    @pytest.fixture
    def payments(self):
        return PaymentsInMemory.signed_with(Secret("a-secret-of-the-tests"))

    def test_a_paid_order_gets_one_receipt(self, payments, job):
        (handlers,) = payments.handlers
        requested = job(handlers, "payment.request", **FEE)
        order = requested.variables["payment"]["order"]
        unpaid = job(handlers, "payment.receipt", order=order, **WORDS)
        assert isinstance(unpaid, Failed)
        raw = payments.counter.pay(order, now=NOW)
        payments.gateways.notify("sandbox", raw, now=NOW)
        first, again = (job(handlers, "payment.receipt", order=order, **WORDS) for _ in range(2))
        assert again == first
        receipt = first.variables["eReceipt"]
        assert receipt["number"] == "00000001"
        assert (receipt["payer"], receipt["amount"]) == ("Lê Thị Hoa", 150000)
        assert receipt["amountInWords"].startswith("Một trăm")
        assert {"form", "series", "collector", "taxCode", "fee", "issuedAt"} <= set(receipt)
