"""A procedure whose fee is paid at VNPAY, a process of its own: every way the money can come."""

import json
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from procflow.commands.composition import build_house
from procflow.commands.folders import called_first, procedures, read
from procflow.commands.rehearsal import Rehearsal, VirtualClock
from procflow.commands.settings import Settings
from procflow.engine.model.actor import Actor
from procflow.engine.model.secret import Secret
from procflow.handlers.payment.exercise import MORNING
from procflow.handlers.payment.port import Visit
from procflow.handlers.payment.settings import PaymentSettings, VietqrSection, VnpaySection
from procflow.tests.speakers.process import speaking

PROCESSES = Path(__file__).parents[2] / "processes"
API = "/merchant_webapi/api/transaction"
APPLICATION = {
    "unit": "H56.14.01",
    "applicant": {
        "name": "Lê Thị Hoa",
        "personalId": "038190001234",
        "phone": "0912345678",
        "email": "hoa@cong-dan.example",
        "address": "12 Phố Lớn, phường Hạc Thành",
    },
    "business": {
        "name": "Hộ kinh doanh Hoa Mai",
        "address": "12 Phố Lớn, phường Hạc Thành",
        "activities": "Bán lẻ hoa tươi",
        "capital": 50000000,
        "workers": 2,
        "owners": "ca-nhan",
    },
    "authorized": False,
    "commitment": True,
}


@pytest.fixture(scope="module")
def spoken():
    with speaking("procflow.tests.speakers.vnpay") as spoken:
        yield spoken


@pytest.fixture
def settings(spoken, tmp_path):
    vnpay = VnpaySection(
        merchant="PROCFLOW",
        secret=Secret("vnpay-secret-of-the-tests-32-char"),
        page=f"{spoken.url}/paymentv2/vpcpay.html",
        interface=f"{spoken.url}{API}",
        returns="https://dichvucong.example/tro-ve",
        timeout=1,
    )
    vietqr = VietqrSection(bank="970403", account="0011012345678", holder="UBND phuong")
    return Settings(payment=PaymentSettings(vnpay=vnpay, vietqr=vietqr), folder=tmp_path)


class Town:
    """A dossier that waits for its fee."""

    def __init__(self, house, clock, spoken, **more):
        self.house, self.clock, self.spoken = house, clock, spoken
        for path in called_first({each: read(each) for each in procedures(PROCESSES)}):
            house.engine.deployments.deploy(path)
        self.played = Rehearsal(house, clock)
        citizen = Actor(id="hoa", groups=frozenset({"cong-dan"}))
        variables = {**APPLICATION, **more}
        self.played.file("dang-ky-ho-kinh-doanh", variables, citizen, business_key="NOP-1")
        self.complete("mot-cua", "kiem-tra", checkResult="du")

    def complete(self, group, step, **variables):
        self.played.complete(step, variables, Actor(id=group, groups=frozenset({group})))

    def acts(self, what="pay", amount=None):
        """The citizen at VNPAY; the callback VNPAY would send."""
        number = self.played.order()
        way = self.house.gateways.visit(number, Visit(address="192.0.2.7"), now=self.clock())
        assert httpx.get(way.url).status_code == 200
        reference = self.house.gateways.account(number).attempts[-1].reference
        at = f"{self.clock():%Y%m%d%H%M%S}"
        given = {"reference": reference, "at": at, "amount": amount}
        return self.spoken.tell(what, given).encode()

    def called_back(self, raw):
        received = self.house.receive_payment("vnpay", raw, now=self.clock())
        self.played.settle()
        return json.loads(received.notified.reply.body)["RspCode"]

    def steps(self):
        return [each.label for each in self.house.engine.user_tasks.find()]


@pytest.fixture
def town(settings, spoken):
    # each test has its own day, for the speaker remembers the orders of the others
    clock = VirtualClock(MORNING + timedelta(days=next(DAYS)))
    with closing(build_house(settings, clock)) as house:
        yield Town(house, clock, spoken)


DAYS = iter(range(0, 7000, 7))
APPRAISAL = "Thẩm định, dự thảo kết quả"
MATTER = "Xử lý khoản thu không khớp"


def test_paid_and_called_back(town):
    raw = town.acts()
    assert [town.called_back(raw), town.called_back(raw)] == ["00", "02"]
    assert town.steps() == [APPRAISAL]


def test_declined_and_paid_with_the_next_order(town):
    assert town.called_back(town.acts("decline")) == "00"
    assert town.called_back(town.acts()) == "00"
    assert town.steps() == [APPRAISAL]


def test_a_lost_callback_is_found_when_the_time_is_over(town):
    town.acts()
    town.played.pass_time(timedelta(hours=49))
    assert town.steps() == [APPRAISAL]


def test_an_outage_at_the_deadline_is_waited_for(town):
    town.acts()
    town.spoken.misbehave("status-503", path=API)
    town.played.pass_time(timedelta(hours=49))
    assert town.steps() == [APPRAISAL]
    assert not town.house.engine.incidents.find()


def test_another_amount_is_decided_and_given_back_at_vnpay(town):
    raw = town.acts(amount=100)
    assert [town.called_back(raw), town.called_back(raw)] == ["04", "04"]
    assert town.steps() == [MATTER]
    before = len(town.spoken.state()["refunds"])
    (task,) = town.house.engine.user_tasks.find()
    officer = Actor(id="thu-phi", groups=frozenset({"thu-phi"}))
    given = {"resolution": "hoan-qua-cong"}
    town.house.engine.user_tasks.complete(task.key, given, officer)
    town.played.settle()
    assert town.spoken.state()["refunds"][before:][0][1] == 100
    assert town.called_back(town.acts()) == "00"
    assert town.steps() == [APPRAISAL]


def test_a_withdrawal_closes_the_order_and_finds_the_money(town):
    town.acts()
    town.played.message("rut-ho-so", {})
    assert not town.played.instance.is_active
    assert town.steps() == [MATTER]


def test_the_citizen_chooses_a_transfer_that_the_statement_confirms(settings, spoken):
    clock = VirtualClock(MORNING + timedelta(days=next(DAYS)))
    with closing(build_house(settings, clock)) as house:
        town = Town(house, clock, spoken, paymentGateway="vietqr")
        order = town.played.order()
        page = house.gateways.visit(order, Visit(address="192.0.2.7"), now=clock()).html
        assert order in page
        line = f"{clock().isoformat()},150000,FT1,{order}"
        statement = f"time,amount,transaction,content\n{line}\n".encode()
        house.gateways.settle("vietqr", statement, now=clock())
        town.played.settle()
        assert town.steps() == [APPRAISAL]
