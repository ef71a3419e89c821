"""The payment pages, asked over HTTP and as values."""

import json
from contextlib import closing
from threading import Thread

import httpx
import pytest

from procflow.commands.composition import build_rehearsal
from procflow.commands.payment_desk import Asked, PaymentDesk
from procflow.commands.payment_pages import PageServer
from procflow.commands.rehearsal import VirtualClock
from procflow.commands.settings import Settings
from procflow.engine.errors import UnusableDatabase
from procflow.handlers.payment.exercise import HOUR, MORNING, intent


@pytest.fixture
def clock():
    return VirtualClock(MORNING)


@pytest.fixture
def house(tmp_path, clock):
    settings = Settings(folder=tmp_path)
    with closing(build_rehearsal(settings, clock, f"sqlite:///{tmp_path}/h.db")) as house:
        yield house


@pytest.fixture
def order(house):
    return house.gateways.open(intent("H56.14.01-260302-0001"), key="k", now=MORNING)


@pytest.fixture
def desk(house, clock):
    return PaymentDesk(house, clock, "vi")


@pytest.fixture
def served(desk):
    with PageServer(("127.0.0.1", 0), desk) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server.address
        server.shutdown()
        thread.join()


def state(house, order):
    return str(house.gateways.account(order.number).order.state)


def test_somebody_pays_with_a_browser(served, house, order):
    page = httpx.get(f"{served}/pay/{order.number}")
    assert page.status_code == 200
    assert "100.000 đ" in page.text and "default-src" in page.headers["content-security-policy"]
    paid = httpx.post(f"{served}/pay/{order.number}", data={"act": "pay"})
    assert "Đã nộp xong" in paid.text
    assert state(house, order) == "paid"
    again = httpx.get(f"{served}/pay/{order.number}")
    assert (again.status_code, "Đã nộp xong" in again.text) == (200, True)


def test_somebody_declines(served, house, order):
    httpx.post(f"{served}/pay/{order.number}", data={"act": "decline"})
    assert state(house, order) == "declined"
    late = httpx.post(f"{served}/pay/{order.number}", data={"act": "pay"})
    assert late.status_code == 409
    assert state(house, order) == "declined"


def test_a_callback_comes_from_outside(served, house, order):
    raw = house.bank.pay(order.number, now=MORNING)
    forged = httpx.post(f"{served}/notify/sandbox", content=raw.replace(b"paid", b"Paid"))
    assert (forged.status_code, state(house, order)) == (403, "opened")
    replies = [httpx.post(f"{served}/notify/sandbox", content=raw).json() for _ in range(2)]
    assert [each["verdict"] for each in replies] == ["confirmed", "repeated"]
    assert state(house, order) == "paid"


def test_where_a_browser_comes_back_to_decides_nothing(desk, house, order):
    raw = house.bank.pay(order.number, now=MORNING)
    back = desk.answer(Asked(method="GET", path="/return/sandbox", query=raw.decode()))
    assert "Đang chờ cổng thanh toán xác nhận" in back.body.decode()
    assert state(house, order) == "opened"


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("GET", "/pay/TT-UNKNOWN"),
        ("POST", "/pay/TT-UNKNOWN"),
        ("GET", "/pay/../x"),
        ("POST", "/notify/momo"),
        ("GET", "/return/momo"),
        ("GET", "/return/sandbox"),
    ],
)
def test_what_is_not_there(desk, method, path):
    told = desk.answer(Asked(method=method, path=path, body=b"act=pay"))
    assert told.status == 404
    assert b"<html" in told.body


def test_a_page_that_is_too_late_says_so(desk, clock, order):
    clock.move_to(MORNING + 2 * HOUR)
    told = desk.answer(Asked(method="GET", path=f"/pay/{order.number}"))
    assert told.status == 200
    assert b"<form" not in told.body


def test_another_button_is_refused(desk, house, order):
    told = desk.answer(Asked(method="POST", path=f"/pay/{order.number}", body=b"act=steal"))
    assert (told.status, state(house, order)) == (409, "opened")


def test_a_house_that_fails_lets_the_gateway_try_again(desk, house, order, monkeypatch):
    raw = house.bank.pay(order.number, now=MORNING)

    def gone(*_, **__):
        raise UnusableDatabase("gone")

    with monkeypatch.context() as patched:
        patched.setattr(type(house.gateways), "notify", gone)
        told = desk.answer(Asked(method="POST", path="/notify/sandbox", body=raw))
    assert (told.status, json.loads(told.body)["verdict"]) == (500, "failed")
    assert desk.answer(Asked(method="POST", path="/notify/sandbox", body=raw)).status == 200


def test_too_much_is_not_read(served):
    assert httpx.post(f"{served}/notify/sandbox", content=b"x" * 70_000).status_code == 413
