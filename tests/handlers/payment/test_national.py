"""The national payment platform against a server that speaks its protocol."""

import json
from contextlib import ExitStack
from itertools import count

import pytest

from procflow.engine.errors import BadAnswer, ProcflowError
from procflow.engine.model.secret import Secret
from procflow.handlers.payment.exercise import (
    ASKED,
    CALLED,
    EXERCISE,
    FEE,
    MORNING,
    VISIT,
    Bench,
    changed_json,
    opened,
)
from procflow.handlers.payment.gateway import Gateway
from procflow.handlers.payment.memory import MemoryOrders
from procflow.handlers.payment.national import NationalAccount, NationalPartner, NationalProvider
from procflow.handlers.payment.order import About, Intent
from procflow.handlers.wire import Wire, WireSettings
from procflow.tests.handlers.payment.benches import RemotePayer, books
from procflow.tests.speakers.process import speaking
from procflow.tests.speakers.speaker import MISBEHAVIOURS

SECRET = "national-secret-of-the-tests"
TOKEN = "national-token-of-the-tests"
TREASURY = NationalAccount(
    unit="H56.14", unit_name="Phường Hạc Thành", account="3511", bank="KBNN", holder="Kho bạc"
)
PERMITS = NationalAccount(
    unit="H56.14", unit_name="Phường Hạc Thành", account="7777", bank="KBNN", holder="Xây dựng"
)
NUMBERS = count(1)


@pytest.fixture(scope="module")
def spoken():
    with speaking("procflow.tests.speakers.national") as spoken:
        yield spoken


@pytest.fixture
def provider(spoken):
    partner = NationalPartner(
        code="PROCFLOW",
        secret=Secret(SECRET),
        token=Secret(TOKEN),
        account=TREASURY,
        accounts={"1.013225": PERMITS},
    )
    settings = WireSettings(address=f"{spoken.url}/payment", timeout=0.5, failures=1000)
    with ExitStack() as stack:
        wire = Wire(settings, system="national platform")
        stack.callback(wire.close)
        yield NationalProvider(partner, wire)


class NationalPayer(RemotePayer):
    def forgeries(self, raw):
        changes = (
            {"MaLoi": "00 "},
            {"SoTien": "1"},
            {"MaDoiTac": "ANOTHER"},
            {"MaThamChieu": f"TT{'A' * 13}1"},
            {"MaXacThuc": ""},
            {"MaXacThuc": "đ"},
        )
        return changed_json(raw, changes)


def bench_of(provider, spoken, orders):
    gateway = Gateway(provider, orders)
    return Bench(gateway, orders, NationalPayer(gateway, orders, spoken, unit=1), refunds=False)


@pytest.fixture(params=["memory", "embedded"])
def bench(request, provider, spoken, database_url):
    spoken.tell("forget")
    with books(request.param, database_url) as (orders, _):
        yield bench_of(provider, spoken, orders)


@pytest.fixture
def quick(provider, spoken):
    return bench_of(provider, spoken, MemoryOrders())


@pytest.mark.parametrize("step", (*EXERCISE, *ASKED, *CALLED), ids=lambda step: step.__name__)
def test_exercise(step, bench):
    step(bench)


def test_the_platform_hears_for_whom_and_for_what_it_is(quick, spoken):
    about = About(
        procedure="1.013225",
        procedure_name="Cấp giấy phép xây dựng",
        payer="Vũ Thị Loan",
        payer_id="038180007777",
        payer_address="7 Hàm Rồng",
    )
    intent = Intent(dossier="H56.14.02-260302-0001", fee="Lệ phí", amount=FEE, about=about)
    order = quick.gateway.open(intent, key="k", now=MORNING)
    way = quick.gateway.visit(order.number, VISIT, now=MORNING)
    assert way.url == f"{spoken.url}/pay/{order.number}1"
    receipt = spoken.state()[f"{order.number}1"]["receipt"]
    assert (receipt["MaTTHC"], receipt["TKThuHuong"]) == ("1.013225", "7777")
    assert (receipt["MaHoSo"], receipt["HoTenNguoiNop"]) == (order.dossier, "Vũ Thị Loan")
    said = json.loads(spoken.heard("/payment")[-1]["body"])
    assert (said["ThoiGianGD"], said["SoTien"]) == ("20260302080000", "100000")


def test_hours_go_to_24(quick, spoken):
    evening = MORNING.replace(hour=20, minute=30)
    intent = Intent(dossier="evening", fee="Lệ phí", amount=FEE)
    order = quick.gateway.open(intent, key="k", now=evening)
    quick.paid(order, now=evening)
    assert quick.account(order).order.paid_at == evening
    said = json.loads(spoken.heard("/payment")[-1]["body"])
    assert said["ThoiGianGD"] == "20260302203000"


def test_the_reply_is_signed_and_echoes_the_verdict(quick):
    order = opened(quick.gateway, "reply")
    raw = quick.payer.pay(order.number, now=MORNING)
    reply = json.loads(quick.gateway.notify(raw, now=MORNING).reply.body)
    assert (reply["MaLoi"], reply["MaDoiTac"], reply["ThoiGianGD"]) == (
        "00",
        "PROCFLOW",
        "20260302080000",
    )
    assert len(reply["MaXacThuc"]) == 64


@pytest.mark.parametrize("kind", MISBEHAVIOURS)
def test_a_question_that_is_answered_badly_decides_nothing(kind, quick, spoken):
    order = opened(quick.gateway, f"badly:{next(NUMBERS)}")
    quick.payer.pay(order.number, now=MORNING)
    spoken.misbehave(
        kind, path="/payment", times=2 if kind.startswith(("timeout", "drop", "half")) else 1
    )
    refused = False
    try:
        quick.gateway.query(order.number, now=MORNING)
    except ProcflowError as error:
        refused = True
        shown = repr(error.__dict__) + str(error)
        assert SECRET not in shown
        assert TOKEN not in shown
    if refused:
        assert quick.account(order).order.state == "opened"
    # it may be asked twice over: that is the same as once
    assert refused is (kind not in ("skew", "duplicate"))
    assert quick.gateway.query(order.number, now=MORNING).state == "paid"
    assert [each.amount for each in quick.account(order).payments] == [FEE]


@pytest.mark.parametrize("kind", sorted({*MISBEHAVIOURS} - {"skew", "wrong-signature"}))
def test_a_page_that_is_refused_leaves_the_order_open(kind, quick, spoken):
    order = opened(quick.gateway, f"page:{next(NUMBERS)}")
    spoken.misbehave(
        kind, path="/payment", times=2 if kind.startswith(("timeout", "drop", "half")) else 1
    )
    refused = False
    try:
        quick.gateway.visit(order.number, VISIT, now=MORNING)
    except ProcflowError:
        refused = True
    assert refused is (kind != "duplicate")
    quick.paid(order)
    assert quick.account(order).order.state == "paid"


def test_an_address_that_is_none_is_not_followed(quick, monkeypatch):
    order = opened(quick.gateway, "evil")
    provider = quick.gateway._provider
    monkeypatch.setattr(provider, "_post", lambda _: {"UrlThanhToan": "javascript:alert(1)"})
    with pytest.raises(BadAnswer):
        quick.gateway.visit(order.number, VISIT, now=MORNING)
