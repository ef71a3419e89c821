"""Payments as the settings want them; and their secrets, looked for everywhere."""

import logging
import traceback
from contextlib import closing

import pytest

from procflow.engine.errors import BadConfiguration, NotFound, ProcflowError
from procflow.engine.handler import HandlerRegistry, Surroundings
from procflow.engine.model.secret import Secret
from procflow.handlers.payment.exercise import MORNING, VISIT, intent
from procflow.handlers.payment.national import NationalAccount
from procflow.handlers.payment.settings import (
    NationalSection,
    PaymentSettings,
    SandboxSection,
    VietqrSection,
    VnpaySection,
)
from procflow.handlers.payment.wiring import payment_system

VNPAY_SECRET, NATIONAL_SECRET, TOKEN = "planted-vnpay-1", "planted-national-2", "planted-token-3"
NOWHERE = "http://127.0.0.1:9"
VNPAY = VnpaySection(
    merchant="PROCFLOW",
    secret=Secret(VNPAY_SECRET),
    page=f"{NOWHERE}/vpcpay.html",
    interface=f"{NOWHERE}/api/transaction",
    returns="https://dichvucong.example/tro-ve",
    timeout=1,
)
VIETQR = VietqrSection(bank="970403", account="123456", holder="UBND phuong")
ACCOUNT = NationalAccount(unit="H56", unit_name="UBND", account="1", bank="KB", holder="KB")
NATIONAL = NationalSection(
    address=f"{NOWHERE}/payment",
    partner="PROCFLOW",
    secret=Secret(NATIONAL_SECRET),
    token=Secret(TOKEN),
    accounts={"default": ACCOUNT},
    timeout=1,
)


@pytest.fixture
def around(tmp_path, database_url):
    return Surroundings(database=database_url, folder=tmp_path)


@pytest.fixture
def wired(around):
    opened = []

    def wire(**sections):
        opened.append(payment_system(PaymentSettings(**sections), around))
        return opened[-1]

    yield wire
    for each in opened:
        each.close()


def names(system):
    return [each.name for each in system.gateways]


def test_without_a_section_there_is_the_sandbox(wired):
    system = wired()
    assert names(system) == ["sandbox"]
    assert system.counter is not None


def test_with_a_real_gateway_the_sandbox_is_gone_unless_it_is_wanted(wired, around):
    system = wired(vnpay=VNPAY)
    assert names(system) == ["vnpay"]
    assert system.counter is None
    assert not around.path(".procflow-secret").exists()
    beside = wired(vnpay=VNPAY, sandbox=SandboxSection(beside=True))
    assert names(beside) == ["vnpay", "sandbox"]


def test_several_gateways_stand_side_by_side(wired):
    gateways = wired(vnpay=VNPAY, vietqr=VIETQR, national=NATIONAL, default="vietqr").gateways
    quoted = gateways.quotes(intent("side"), now=MORNING)
    assert [each.gateway for each in quoted] == ["vnpay", "vietqr", "national"]
    first = gateways.open(intent("side"), key="1", now=MORNING)
    assert first.gateway == "vietqr"
    # the citizen chooses another one; the order at the first is closed
    second = gateways.open(intent("side"), key="2", now=MORNING, gateway="vnpay")
    assert (second.gateway, second.state) == ("vnpay", "opened")
    assert gateways.account(first.number).order.state == "cancelled"
    assert gateways.visit(second.number, VISIT, now=MORNING).url.startswith(NOWHERE)


def test_a_callback_to_the_address_of_another_gateway_is_for_none_of_its_orders(wired):
    system = wired(vnpay=VNPAY, sandbox=SandboxSection(beside=True))
    order = system.gateways.open(intent("x"), key="1", now=MORNING, gateway="sandbox")
    raw = system.counter.pay(order.number, now=MORNING)
    assert system.gateways.notify("vnpay", raw, now=MORNING).verdict == "forged"
    assert system.gateways.notify("sandbox", raw, now=MORNING).verdict == "confirmed"
    with pytest.raises(NotFound, match="vnpay, sandbox"):
        system.gateways.notify("momo", raw, now=MORNING)


@pytest.mark.parametrize(
    "sections",
    [
        {"default": "momo"},
        {"default": "vnpay"},
        {"vietqr": VietqrSection(bank="1", account="1", holder="x")},
        {"national": NationalSection(address=NOWHERE, partner="P", secret=Secret("s"))},
        {
            "vnpay": VnpaySection(
                merchant="P", secret=Secret("s"), page="x", interface="ftp://x", returns="x"
            )
        },
    ],
)
def test_settings_that_make_no_sense_are_told(sections, around):
    with pytest.raises(BadConfiguration):
        payment_system(PaymentSettings(**sections), around)


def test_a_gateway_that_cannot_be_reached_is_told(wired):
    check = HandlerRegistry(wired(vnpay=VNPAY).handlers).check()[0]
    assert (check.subject, check.ok) == ("payment: vnpay", False)
    assert check.sentence("vi")


def test_no_secret_is_seen_anywhere(around, job, tmp_path, caplog, capsys):
    caplog.set_level(logging.DEBUG)
    settings = PaymentSettings(vnpay=VNPAY, national=NATIONAL)
    shown = []
    with closing(payment_system(settings, around)) as system:
        shown.append(repr((settings, system, list(system.gateways))))
        (handlers,) = system.handlers
        for gateway in ("vnpay", "national"):
            fee = {"code": gateway, "fee": "Lệ phí", "amount": 1000, "gateway": gateway}
            requested = job(handlers, "payment.request", **fee)
            order = requested.variables["payment"]["order"]
            shown.append(repr(requested))
            try:
                shown.append(repr(system.gateways.visit(order, VISIT, now=MORNING)))
                system.gateways.query(order, now=MORNING)
                raise AssertionError("Expected that nobody answers")
            except ProcflowError as error:
                told = traceback.TracebackException.from_exception(error, capture_locals=True)
                shown += [repr(error.__dict__), "".join(told.format())]
            shown.append(repr(job(handlers, "payment.cancel", order=order)))
            shown.append(repr(system.gateways.notify(gateway, b"a=b", now=MORNING)))
        shown += [caplog.text, *capsys.readouterr(), repr(handlers.checks())]
    secrets = (VNPAY_SECRET, NATIONAL_SECRET, TOKEN)
    assert not [secret for secret in secrets for text in shown if secret in text]
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert files
    assert not any(secret.encode() in file.read_bytes() for secret in secrets for file in files)
