"""Text messages against a gateway that speaks as eSMS does, in a process of its own."""

import logging
import traceback
from contextlib import ExitStack, closing
from datetime import timedelta
from urllib.parse import urlsplit

import pytest

from procflow.engine.errors import (
    BadConfiguration,
    ForgedMessage,
    NotFound,
    OutcomeUnknown,
    ProcflowError,
    RetryLater,
    UnfitInput,
    Unreachable,
)
from procflow.engine.model.secret import Secret
from procflow.handlers.notification.esms import EsmsAccount, EsmsChannel
from procflow.handlers.notification.exercise import (
    EXERCISE,
    HOUR,
    MORNING,
    PHONE_EXERCISE,
    TEMPLATE,
    notice,
)
from procflow.handlers.notification.notice import Notice, Sent, Unreached, notice_id
from procflow.handlers.notification.storage import EmbeddedLedger
from procflow.handlers.notification.tables import open_tables
from procflow.handlers.wire import Wire, WireSettings
from procflow.tests.speakers.esms import API_KEY, BRAND, SECRET_KEY
from procflow.tests.speakers.process import CERTIFICATE, speaking

PAGE = "https://portal.example/notices/sms"
LONG = "Hồ sơ của quý vị đã được tiếp nhận. " * 4


@pytest.fixture
def gateway():
    with speaking("procflow.tests.speakers.esms") as gateway:
        yield gateway


@pytest.fixture
def ledger(database_url):
    with closing(open_tables(database_url)) as database:
        yield EmbeddedLedger(database)


@pytest.fixture
def sms(gateway, ledger, patience):
    """Channels to the gateway, or to another address."""
    wires = ExitStack()

    def channel(address=None, timeout=patience, ca_file=None, failures=5, **account):
        settings = WireSettings(
            address=address or gateway.url, timeout=timeout, ca_file=ca_file, failures=failures
        )
        given = {
            "api_key": Secret(API_KEY),
            "secret_key": Secret(SECRET_KEY),
            "brand": BRAND,
            "accents": "keep",
            "page": PAGE,
            **account,
        }
        wire = wires.enter_context(closing(Wire(settings, system="eSMS")))
        return EsmsChannel(wire, EsmsAccount(**given), ledger)

    with wires:
        yield channel


@pytest.mark.parametrize("step", (*EXERCISE, *PHONE_EXERCISE), ids=lambda step: step.__name__)
def test_exercise(step, sms, gateway):
    def delivered():
        return [
            Sent(to=each["Phone"], subject=each["Content"], body="", sent_at=MORNING)
            for each in gateway.state()
        ]

    step(sms(), delivered)


class TestText:
    def text(self, sms, gateway, what, **account):
        sms(**account).send(what, key="job:1", now=MORNING)
        (message,) = gateway.state()
        return message["Content"], message["IsUnicode"]

    def test_accents_may_be_kept(self, sms, gateway):
        assert self.text(sms, gateway, notice("Đã tiếp nhận")) == ("Đã tiếp nhận", "1")

    def test_accents_may_be_dropped(self, sms, gateway):
        found = self.text(sms, gateway, notice("Đã tiếp nhận"), accents="drop")
        assert found == ("Da tiep nhan", "0")

    def test_accents_stay_where_they_cost_nothing(self, sms, gateway):
        found = self.text(sms, gateway, notice("Đã tiếp nhận"), accents="when-free")
        assert found == ("Đã tiếp nhận", "1")

    def test_accents_go_where_they_cost_another_message(self, sms, gateway):
        text, unicode = self.text(sms, gateway, notice(LONG), accents="when-free")
        assert text == ("Ho so cua quy vi da duoc tiep nhan. " * 4).strip()
        assert unicode == "0"

    def test_accents_go_before_the_text_is_too_long(self, sms, gateway):
        text, _ = self.text(sms, gateway, notice(LONG), most=1)
        assert text.isascii()

    def test_a_text_that_is_too_long_is_not_sent(self, sms, gateway):
        with pytest.raises(UnfitInput, match="takes 2") as unfit:
            sms(most=1).send(notice(LONG * 2), key="job:1", now=MORNING)
        assert [problem.field for problem in unfit.value.found] == [TEMPLATE]
        assert gateway.state() == []

    def test_the_short_text_is_taken_where_there_is_one(self, sms, gateway):
        short = Notice(to=notice("").to, subject="Dài", body="Rất dài\n", short="Ngắn\n gọn")
        assert self.text(sms, gateway, short) == ("Ngắn gọn", "1")


class TestMisbehaviour:
    """Each ends with the message on the telephone once."""

    def again(self, channel, now=MORNING):
        return channel.send(notice("Một lần"), key="job:1", now=now)

    def arrived(self, gateway):
        return [each["Content"] for each in gateway.state()]

    @pytest.mark.parametrize(
        "kind",
        [
            "timeout",
            "timeout-after-effect",
            "drop",
            "drop-after-effect",
            "garbage",
            "half",
            "status-500",
        ],
    )
    def test_it_is_handed_over_again_under_the_same_number(self, kind, sms, gateway):
        channel = sms()
        gateway.misbehave(kind)
        with pytest.raises(Unreachable):
            self.again(channel)
        assert channel.begun("job:1")
        assert self.again(channel).channel == "sms"
        assert self.arrived(gateway) == ["Một lần"]

    @pytest.mark.parametrize("kind", ["status-429", "status-503"])
    def test_a_busy_gateway_is_given_the_time_it_wants(self, kind, sms, gateway):
        channel = sms()
        gateway.misbehave(kind)
        with pytest.raises(RetryLater) as later:
            self.again(channel)
        assert later.value.delay == timedelta(seconds=7)
        assert not channel.begun("job:1")
        self.again(channel)
        assert self.arrived(gateway) == ["Một lần"]

    def test_the_network_hands_it_over_twice(self, sms, gateway):
        gateway.misbehave("duplicate")
        assert self.again(sms()).channel == "sms"
        assert self.arrived(gateway) == ["Một lần"]

    def test_after_a_day_the_gateway_would_send_it_again_so_a_person_decides(self, sms, gateway):
        channel = sms()
        gateway.misbehave("drop-after-effect")
        with pytest.raises(Unreachable):
            self.again(channel)
        gateway.tell("a day passes")
        with pytest.raises(OutcomeUnknown, match="next channel"):
            self.again(channel, now=MORNING + timedelta(days=1))
        assert self.again(channel) == Unreached(channel="sms", reason="in-doubt")
        assert self.arrived(gateway) == ["Một lần"]

    def test_an_unknown_error_of_the_gateway_is_asked_again(self, sms, gateway):
        gateway.tell("answer", ["99"])
        with pytest.raises(Unreachable):
            self.again(sms())
        assert self.again(sms()).channel == "sms"

    def test_a_gateway_that_is_gone_is_out_of_order(self, sms):
        channel = sms("http://127.0.0.1:9")
        with pytest.raises(Unreachable):
            self.again(channel)
        assert not channel.check().ok

    def test_one_that_is_left_alone_is_out_of_order_too(self, sms, gateway):
        channel = sms("http://127.0.0.1:9", failures=1)
        for _ in range(2):
            with pytest.raises(Unreachable):
                self.again(channel)
        assert not channel.begun("job:1")

    def test_a_wrong_certificate_is_a_wrong_setting(self, sms):
        with speaking("procflow.tests.speakers.esms", tls=True) as kept:
            with pytest.raises(BadConfiguration, match="certificate"):
                self.again(sms(kept.url))
            assert kept.state() == []
            assert self.again(sms(kept.url, ca_file=CERTIFICATE)).channel == "sms"

    @pytest.mark.parametrize("code", ["101", "102", "103", "104"])
    def test_what_is_wrong_with_the_account_is_a_wrong_setting(self, code, sms, gateway):
        gateway.tell("answer", [code])
        with pytest.raises(BadConfiguration, match=code):
            self.again(sms())

    def test_another_refusal_is_tried_again(self, sms, gateway):
        gateway.tell("answer", ["177"])
        with pytest.raises(ProcflowError, match="177"):
            self.again(sms())
        assert self.again(sms()).channel == "sms"


class TestReports:
    @pytest.fixture
    def channel(self, sms):
        channel = sms()
        channel.send(notice("Báo cáo"), key="job:1", now=MORNING)
        return channel

    @pytest.fixture
    def report(self, gateway):
        """The query of what the gateway calls."""

        def report(**how):
            called = gateway.tell("report", {"number": notice_id("job:1"), **how})
            assert called.startswith(PAGE)
            return urlsplit(called).query.encode()

        return report

    def test_delivered(self, channel, report, ledger):
        said = channel.receive(report(), now=MORNING + HOUR)
        assert (said.name, said.key) == ("notice-report", notice_id("job:1"))
        assert said.variables == {
            "notice": notice_id("job:1"),
            "channel": "sms",
            "dossierCode": "H56.14.01-260302-0001",
            "delivered": True,
            "reportedAt": "2026-03-02T09:00:00+07:00",
            "reason": None,
        }
        assert ledger.find(notice_id("job:1"), "sms").report.delivered

    def test_the_same_report_again_says_the_same(self, channel, report):
        first = channel.receive(report(), now=MORNING + HOUR)
        assert channel.receive(report(), now=MORNING + 2 * HOUR) == first

    def test_out_of_order_delivered_is_the_last_word(self, channel, report):
        channel.receive(report(), now=MORNING + HOUR)
        late = report(delivered=0, failed=1, ErrorInfo="off")
        assert channel.receive(late, now=MORNING + 2 * HOUR).variables["delivered"]

    def test_not_delivered_says_why(self, channel, report):
        said = channel.receive(report(delivered=0, failed=1, ErrorInfo="off"), now=MORNING)
        assert (said.variables["delivered"], said.variables["reason"]) == (False, "off")

    def test_on_its_way_says_nothing_yet(self, channel, report):
        assert channel.receive(report(delivered=0), now=MORNING) is None

    def test_what_nobody_signed_is_refused(self, channel, report, ledger):
        true = report().decode()
        other = notice_id("job:2")
        for raw in (
            b"",
            b"\xff\xfe",
            b"&" * 99,
            f"RequestId={notice_id('job:1')}&SendSuccess=1".encode(),
            true.replace(notice_id("job:1"), other).encode(),
            true.replace("word=", "word=0").encode(),
            true.replace("word=", "word=%C4%91").encode(),
        ):
            with pytest.raises(ForgedMessage):
                channel.receive(raw, now=MORNING)
        assert ledger.find(notice_id("job:1"), "sms").report is None

    def test_of_a_notice_nobody_sent(self, sms, report, tmp_path, channel):
        with closing(open_tables(f"sqlite:///{tmp_path}/other.db")) as database:
            elsewhere = EsmsChannel(None, channel._account, EmbeddedLedger(database))
            with pytest.raises(NotFound):
                elsewhere.receive(report(), now=MORNING)


def test_the_keys_are_nowhere_to_be_seen(sms, gateway, tmp_path, caplog, capsys):
    caplog.set_level(logging.DEBUG)
    channel = sms()
    shown = [repr(channel), repr(channel._account), repr(channel.check())]
    shown.append(repr(channel.send(notice("Kín"), key="job:0", now=MORNING)))
    for number, trouble in enumerate(("101", "177", "99", "garbage", "drop", "status-500")):
        if trouble.isdecimal():
            gateway.tell("answer", [trouble])
        else:
            gateway.misbehave(trouble)
        with pytest.raises(ProcflowError) as refused:
            channel.send(notice("Kín"), key=f"job:{number}:failing", now=MORNING)
        told = traceback.TracebackException.from_exception(refused.value, capture_locals=True)
        shown += [*told.format(), repr(refused.value.__dict__), refused.value.sentence("vi")]
    shown += [caplog.text, *capsys.readouterr()]
    shown += [file.read_bytes().decode(errors="replace") for file in tmp_path.rglob("*.db*")]
    assert not any("planted" in text for text in shown)
