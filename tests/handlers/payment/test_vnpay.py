"""VNPAY against a server that speaks its protocol, in a process of its own."""

import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from datetime import timedelta
from decimal import Decimal
from itertools import count
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from procflow.engine.errors import BadConfiguration, OutcomeUnknown, ProcflowError
from procflow.engine.model.secret import Secret
from procflow.handlers.payment.exercise import (
    ASKED,
    CALLED,
    EXERCISE,
    FEE,
    HOUR,
    MORNING,
    VISIT,
    Bench,
    opened,
)
from procflow.handlers.payment.gateway import Gateway
from procflow.handlers.payment.memory import MemoryOrders
from procflow.handlers.payment.order import Intent
from procflow.handlers.payment.port import RefundWish
from procflow.handlers.payment.vnpay import VnpayMerchant, VnpayProvider
from procflow.handlers.wire import Wire, WireSettings
from procflow.tests.handlers.payment.benches import RemotePayer, books
from procflow.tests.speakers.process import CERTIFICATE, speaking
from procflow.tests.speakers.speaker import MISBEHAVIOURS

SECRET = "vnpay-secret-of-the-tests-32-char"
API = "/merchant_webapi/api/transaction"
COUNTING = count(1)
"""Names of questions: the speaker refuses one that it has heard."""

WISH = RefundWish(by="thu-phi", reason="Hồ sơ bị từ chối")


@pytest.fixture(scope="module")
def spoken():
    with speaking("procflow.tests.speakers.vnpay") as spoken:
        yield spoken


@pytest.fixture
def opening():
    """Closes what was opened for a test."""
    with ExitStack() as stack:
        yield stack


def provider(opening, spoken, *, secret=SECRET, ca_file=None):
    merchant = VnpayMerchant(
        code="PROCFLOW",
        secret=Secret(secret),
        page=f"{spoken.url}/paymentv2/vpcpay.html",
        returns="https://dichvucong.example/tro-ve/vnpay",
    )
    settings = WireSettings(address=spoken.url + API, timeout=0.5, failures=1000, ca_file=ca_file)
    ids = (f"{spoken.url}:{n}"[-32:] for n in COUNTING)
    wire = Wire(settings, system="VNPAY")
    opening.callback(wire.close)
    return VnpayProvider(merchant, wire, new_id=lambda: next(ids))


def look(url):
    answer = httpx.get(url)
    assert answer.status_code == 200, answer.text


class VnpayPayer(RemotePayer):
    def forgeries(self, raw):
        signed = raw.replace(b"vnp_ResponseCode=00", b"vnp_ResponseCode=24")
        return [
            signed,
            raw.replace(b"vnp_Amount=", b"vnp_Amount=9"),
            raw.replace(b"vnp_TmnCode=PROCFLOW", b"vnp_TmnCode=ANOTHER1"),
            raw + b"&vnp_Amount=100",
            raw + b"&extra=field",
            raw.partition(b"&vnp_SecureHash")[0],
            raw[:-1],
            raw + "đ".encode(),
        ]


def bench_of(opening, spoken, orders):
    gateway = Gateway(provider(opening, spoken), orders)
    payer = VnpayPayer(gateway, orders, spoken, unit=100, look=look)
    return Bench(gateway, orders, payer)


@pytest.fixture(params=["memory", "embedded"])
def bench(request, opening, spoken, database_url):
    with books(request.param, database_url) as (orders, _):
        yield bench_of(opening, spoken, orders)


@pytest.fixture
def quick(opening, spoken):
    return bench_of(opening, spoken, MemoryOrders())


@pytest.mark.parametrize("step", (*EXERCISE, *ASKED, *CALLED), ids=lambda step: step.__name__)
def test_exercise(step, bench):
    step(bench)


def fresh(bench, name):
    """An order of a test: the speaker remembers what other tests did."""
    order = opened(bench.gateway, f"{name}:{next(COUNTING)}")
    raw = bench.payer.pay(order.number, now=MORNING)
    return order, raw


class TestTheRedirect:
    def test_it_says_what_the_protocol_wants(self, quick):
        intent = Intent(dossier="H56.14.01-260302-0001", fee="Lệ phí đăng ký", amount=FEE)
        order = quick.gateway.open(intent, key="k", now=MORNING)
        url = quick.gateway.visit(order.number, VISIT, now=MORNING).url
        said = {name: value for name, (value,) in parse_qs(urlsplit(url).query).items()}
        assert len(said.pop("vnp_SecureHash")) == 128
        assert said == {
            "vnp_Version": "2.1.0",
            "vnp_Command": "pay",
            "vnp_TmnCode": "PROCFLOW",
            "vnp_Amount": "10000000",
            "vnp_CurrCode": "VND",
            "vnp_TxnRef": f"{order.number}1",
            "vnp_OrderInfo": "Le phi dang ky ho so H56 14 01 260302 0001",
            "vnp_OrderType": "other",
            "vnp_ReturnUrl": "https://dichvucong.example/tro-ve/vnpay",
            "vnp_IpAddr": "192.0.2.7",
            "vnp_Locale": "vn",
            "vnp_CreateDate": "20260302080000",
            "vnp_ExpireDate": "20260302081500",
        }

    def test_a_new_way_is_a_new_attempt_and_never_outlasts_the_order(self, quick):
        order = opened(quick.gateway, "attempts")
        for minutes in (0, 10, 16, 50):
            quick.gateway.visit(order.number, VISIT, now=MORNING + timedelta(minutes=minutes))
        attempts = quick.account(order).attempts
        assert [each.reference[-1] for each in attempts] == ["1", "2", "3"]
        assert attempts[-1].expires_at == order.expires_at

    def test_two_who_come_at_once_go_one_way(self, quick):
        order = opened(quick.gateway, "at-once")
        with ThreadPoolExecutor(8) as threads:
            moments = [MORNING + timedelta(seconds=n) for n in range(8)]
            ways = set(
                threads.map(lambda at: quick.gateway.visit(order.number, VISIT, now=at), moments)
            )
        assert len(ways) == len(quick.account(order).attempts) == 1

    def test_a_decline_opens_the_way_anew_only_for_another_order(self, quick):
        order = opened(quick.gateway, "failed")
        quick.payer.hear(quick.payer.decline(order.number, now=MORNING), now=MORNING)
        assert quick.account(order).attempts[0].closed


class TestTheCallback:
    @pytest.mark.parametrize(
        ("change", "code"),
        [
            (lambda raw: raw, "00"),
            (lambda raw: raw + b"0", "97"),
        ],
    )
    def test_it_is_answered_as_vnpay_wants(self, quick, change, code):
        _, raw = fresh(quick, "answered")
        notified = quick.gateway.notify(change(raw), now=MORNING)
        assert json.loads(notified.reply.body)["RspCode"] == code
        assert notified.reply.status == 200

    def test_again_another_amount_and_nobody_s(self, quick, spoken):
        _, raw = fresh(quick, "again")
        quick.gateway.notify(raw, now=MORNING)
        other = opened(quick.gateway, f"other:{next(COUNTING)}")
        wrong = quick.payer.pay(other.number, now=MORNING, amount=FEE + 1)
        given = {"reference": f"TT{'A' * 13}1", "at": "20260302080000", "amount": 500}
        nobodys = spoken.tell("pay", given).encode()
        codes = [
            json.loads(quick.gateway.notify(each, now=MORNING).reply.body)["RspCode"]
            for each in (raw, wrong, nobodys)
        ]
        assert codes == ["02", "04", "01"]
        assert json.loads(quick.gateway.failed(raw, now=MORNING).reply.body)["RspCode"] == "99"

    def test_a_space_may_come_as_a_plus_or_as_percent_20(self, quick):
        order, raw = fresh(quick, "spaces")
        assert b"+" in raw
        quick.gateway.notify(raw.replace(b"+", b"%20"), now=MORNING)
        assert quick.account(order).order.state == "paid"

    def test_money_under_suspicion_is_neither_paid_nor_declined(self, quick, spoken):
        order, _ = fresh(quick, "suspect")
        given = {"reference": f"{order.number}1", "at": "20260302080000"}
        quick.gateway.notify(spoken.tell("suspect", given).encode(), now=MORNING)
        assert quick.account(order).order.state == "opened"
        assert quick.gateway.cancel(order.number, now=MORNING + 2 * HOUR).state == "opened"
        assert quick.gateway.query(order.number, now=MORNING + 2 * HOUR).state == "opened"

    def test_the_page_a_browser_comes_back_to_decides_nothing(self, quick):
        order, raw = fresh(quick, "browser")
        assert quick.gateway.returned(raw).number == order.number
        assert quick.gateway.returned(raw + b"0") is None
        assert quick.account(order).order.state == "opened"

    def test_a_decline_of_an_older_attempt_is_not_the_order_s(self, quick, spoken):
        order = opened(quick.gateway, f"older:{next(COUNTING)}")
        for minutes in (0, 20):
            at = MORNING + timedelta(minutes=minutes)
            look(quick.gateway.visit(order.number, VISIT, now=at).url)
        given = {"reference": f"{order.number}1", "at": "20260302081500"}
        quick.gateway.notify(spoken.tell("decline", given).encode(), now=MORNING)
        assert quick.account(order).order.state == "opened"


@pytest.mark.parametrize("kind", MISBEHAVIOURS)
def test_a_question_that_is_answered_badly_decides_nothing(kind, quick, spoken):
    order, _ = fresh(quick, "badly")
    spoken.misbehave(kind, path=API, times=2 if kind.startswith(("timeout", "drop")) else 1)
    refused = False
    try:
        quick.gateway.query(order.number, now=MORNING)
    except ProcflowError as error:
        refused = True
        assert SECRET not in repr(error.__dict__) + str(error)
    if refused:
        assert quick.account(order).order.state == "opened"
    assert refused is (kind != "skew")
    assert quick.gateway.query(order.number, now=MORNING).state == "paid"
    assert [each.amount for each in quick.account(order).payments] == [FEE]


@pytest.mark.parametrize("kind", MISBEHAVIOURS)
def test_a_refund_that_is_answered_badly_is_made_once(kind, quick, spoken):
    order, raw = fresh(quick, "refunded")
    quick.gateway.notify(raw, now=MORNING)
    spoken.misbehave(kind, path=API)
    with suppress(ProcflowError):
        quick.gateway.refund(order.number, WISH, key=order.number, now=MORNING)
    again = quick.gateway.refund(order.number, WISH, key=order.number, now=MORNING)
    assert again.state in ("accepted", "done")
    made = [each for each in spoken.state()["refunds"] if each[0] == f"{order.number}1"]
    assert made == [[f"{order.number}1", int(FEE) * 100]]
    assert quick.account(order).order.state == "refunded"


def test_a_refund_of_unknown_outcome_is_told_when_nobody_can_say(quick, spoken):
    order, raw = fresh(quick, "unknown")
    quick.gateway.notify(raw, now=MORNING)
    spoken.misbehave("drop", path=API)
    with pytest.raises(OutcomeUnknown):
        quick.gateway.refund(order.number, WISH, key="u1", now=MORNING)
    assert [str(each.state) for each in quick.account(order).refunds] == ["wanted"]


def test_a_refund_vnpay_gives_up_later_becomes_a_matter(quick, spoken):
    order, raw = fresh(quick, "given-up")
    quick.gateway.notify(raw, now=MORNING)
    quick.gateway.refund(order.number, WISH, key="g1", now=MORNING)
    told = {"reference": f"{order.number}1", "status": "09", "type": "02"}
    spoken.tell("declared", told)
    quick.gateway.query(order.number, now=MORNING)
    assert quick.matters(order) == ["refund"]


def test_a_refund_that_is_through_is_noted(quick, spoken):
    order, raw = fresh(quick, "through")
    quick.gateway.notify(raw, now=MORNING)
    quick.gateway.refund(order.number, WISH, key="t1", now=MORNING)
    spoken.tell("declared", {"reference": f"{order.number}1", "status": "00", "type": "02"})
    quick.gateway.query(order.number, now=MORNING)
    assert [str(each.state) for each in quick.account(order).refunds] == ["done"]


def test_a_part_is_asked_for_as_a_part(quick, spoken):
    order, raw = fresh(quick, "part")
    quick.gateway.notify(raw, now=MORNING)
    wish = RefundWish(by="thu-phi", amount=Decimal(30_000))
    quick.gateway.refund(order.number, wish, key=f"p:{order.number}", now=MORNING)
    asked = json.loads(spoken.heard(API)[-1]["body"])
    assert (asked["vnp_TransactionType"], asked["vnp_Amount"]) == ("03", "3000000")


def test_another_secret_makes_every_question_fail(quick, opening, spoken):
    order, _ = fresh(quick, "stranger")
    other = provider(opening, spoken, secret="another-secret-0123456789")
    with pytest.raises(ProcflowError):
        Gateway(other, quick.orders).query(order.number, now=MORNING)
    assert quick.account(order).order.state == "opened"


def test_a_certificate_nobody_trusts_is_told_as_a_setting(opening):
    with speaking("procflow.tests.speakers.vnpay", tls=True) as spoken:
        orders = MemoryOrders()
        trusting = Gateway(provider(opening, spoken, ca_file=CERTIFICATE), orders)
        order = opened(trusting, "tls")
        trusting.visit(order.number, VISIT, now=MORNING)
        assert trusting.query(order.number, now=MORNING).state == "opened"
        distrusting = Gateway(provider(opening, spoken), orders)
        with pytest.raises(BadConfiguration):
            distrusting.query(order.number, now=MORNING)
        assert not distrusting.check().ok
