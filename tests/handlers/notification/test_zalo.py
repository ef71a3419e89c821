"""Zalo notices against a server that speaks as Zalo does, in a process of its own."""

import logging
import subprocess
import sys
import traceback
from contextlib import ExitStack, closing
from datetime import timedelta

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
from procflow.handlers.notification.dispatch import Dispatch, Rule
from procflow.handlers.notification.exercise import (
    EXERCISE,
    HOUR,
    MORNING,
    PHONE_EXERCISE,
    TEMPLATE,
    notice,
)
from procflow.handlers.notification.memory import MemoryChannel
from procflow.handlers.notification.notice import Notice, Sent, Unreached, notice_id
from procflow.handlers.notification.storage import EmbeddedLedger
from procflow.handlers.notification.tables import open_tables
from procflow.handlers.notification.token_storage import TokenStore
from procflow.handlers.notification.tokens import AccessToken
from procflow.handlers.notification.zalo import ZaloAccount, ZaloChannel
from procflow.handlers.wire import Wire, WireSettings
from procflow.tests.patience import PATIENCE
from procflow.tests.speakers.process import CERTIFICATE, speaking
from procflow.tests.speakers.zalo import APP, FIRST_REFRESH, OA_SECRET, SECRET_KEY

ACCOUNT = ZaloAccount(app=APP, templates={TEMPLATE: "236134"}, secret=Secret(OA_SECRET))

WORKER = """
import sys
from datetime import timedelta
from procflow.engine.errors import RetryLater
from procflow.engine.model.secret import Secret
from procflow.handlers.notification.exercise import MORNING
from procflow.handlers.notification.tables import open_tables
from procflow.handlers.notification.token_storage import TokenStore
from procflow.handlers.notification.tokens import AccessToken
from procflow.handlers.wire import Wire, WireSettings
from procflow.tests.patience import PATIENCE
from procflow.tests.speakers.zalo import APP, FIRST_REFRESH, SECRET_KEY

url, address = sys.argv[1:]
secret = Secret(SECRET_KEY)
store = TokenStore(open_tables(url), app=APP, secret=secret, first=Secret(FIRST_REFRESH))
wire = Wire(WireSettings(address=address, timeout=PATIENCE), system="Zalo")
token = AccessToken(wire, store, app=APP, secret=secret)
print("ready", flush=True)
sys.stdin.readline()
for day in range(5):
    while True:
        try:
            print(token.valid(now=MORNING + timedelta(days=2 * day)).reveal())
            break
        except RetryLater:
            pass
wire.close()
"""


@pytest.fixture
def server():
    with speaking("procflow.tests.speakers.zalo") as server:
        yield server


@pytest.fixture
def database(database_url):
    with closing(open_tables(database_url)) as database:
        yield database


@pytest.fixture
def ledger(database):
    return EmbeddedLedger(database)


@pytest.fixture
def wire(server, patience):
    with ExitStack() as wires:
        yield lambda address=None, **how: wires.enter_context(
            closing(
                Wire(
                    WireSettings(**{"address": address or server.url, "timeout": patience, **how}),
                    system="Zalo",
                )
            )
        )


@pytest.fixture
def token(database, wire):
    def token(first=FIRST_REFRESH, secret=SECRET_KEY, **how):
        store = TokenStore(database, app=APP, secret=Secret(secret), first=Secret(first))
        return AccessToken(wire(**how), store, app=APP, secret=Secret(secret))

    return token


@pytest.fixture
def zalo(wire, token, ledger):
    def channel(account=ACCOUNT, given_token=None, **how):
        return ZaloChannel(wire(**how), account, given_token or token(**how), ledger)

    return channel


def messages(server):
    return server.state()["messages"]


@pytest.mark.parametrize("step", (*EXERCISE, *PHONE_EXERCISE), ids=lambda step: step.__name__)
def test_exercise(step, zalo, server):
    def delivered():
        return [
            Sent(
                to=each["phone"],
                subject=each["template_data"]["noi_dung"],
                body="",
                sent_at=MORNING,
            )
            for each in messages(server)
        ]

    step(zalo(), delivered)


def test_the_notice_becomes_the_approved_template(zalo, server):
    receipt = zalo().send(notice("Đã tiếp nhận"), key="job:1", now=MORNING)
    assert messages(server) == [
        {
            "phone": "84912345678",
            "template_id": "236134",
            "template_data": {"noi_dung": "Đã tiếp nhận"},
            "tracking_id": receipt.id,
        }
    ]
    assert receipt.reference == "zns-1"


def test_a_template_under_trial_goes_to_the_administrators(zalo, server):
    account = ZaloAccount(app=APP, templates={TEMPLATE: "236134"}, development=True)
    zalo(account).send(notice("Thử"), key="job:1", now=MORNING)
    assert messages(server)[0]["mode"] == "development"


def test_a_notice_without_a_template_goes_another_way(zalo, server):
    said = zalo(ZaloAccount(app=APP)).send(notice("Không có"), key="job:1", now=MORNING)
    assert said == Unreached(channel="zalo", reason="no-template")
    assert server.heard() == []


class TestWhoCannotBeReached:
    def test_gets_a_text_message_else_an_e_mail(self, zalo, server):
        server.tell("nobody has an account at", "84912345678")
        sms = MemoryChannel(name="sms", rings=True)
        email = MemoryChannel(name="email", anybody=False)
        dispatch = Dispatch([zalo(), sms, email], Rule(first_of=["zalo", "sms", "email"]))
        outcome = dispatch.send(notice("Chuyển kênh"), only=None, key="job:1", now=MORNING)
        assert outcome.receipt.channel == "sms"
        assert outcome.unreached == [Unreached(channel="zalo", reason="no-account")]
        dispatch = Dispatch([zalo(), email], Rule(first_of=["zalo", "email"]))
        outcome = dispatch.send(notice("Chuyển kênh"), only=None, key="job:2", now=MORNING)
        assert outcome.receipt.channel == "email"
        assert (len(sms.sent()), len(email.sent()), messages(server)) == (1, 1, [])

    def test_is_not_asked_twice(self, zalo, server):
        server.tell("answer", [-118])
        for later in range(2):
            said = zalo().send(notice("Một"), key="job:1", now=MORNING + later * HOUR)
            assert said == Unreached(channel="zalo", reason="no-account")
        assert len(server.heard("/message")) == 1

    @pytest.mark.parametrize("code", [-114, -119, -139, -141])
    def test_has_declined(self, code, zalo, server):
        server.tell("answer", [code])
        said = zalo().send(notice("Một"), key="job:1", now=MORNING)
        assert said == Unreached(channel="zalo", reason="declined")


class TestCodes:
    @pytest.mark.parametrize(
        ("code", "error"),
        [
            (-108, UnfitInput),
            (-109, BadConfiguration),
            (-111, UnfitInput),
            (-133, RetryLater),
            (-144, ProcflowError),
        ],
    )
    def test_each_says_who_must_act(self, code, error, zalo, server):
        server.tell("answer", [code])
        with pytest.raises(error) as refused:
            zalo().send(notice("Một"), key="job:1", now=MORNING)
        assert type(refused.value) is error
        assert messages(server) == []
        assert zalo().send(notice("Một"), key="job:1", now=MORNING).channel == "zalo"

    def test_fields_that_are_missing_are_told(self, zalo):
        empty = Notice(to=notice("").to, subject="Trống", body="…", template=TEMPLATE)
        with pytest.raises(UnfitInput, match="236134"):
            zalo().send(empty, key="job:1", now=MORNING)


class TestMisbehaviour:
    """Zalo knows no number again, so nothing that may have gone out is sent once more."""

    def send(self, channel, now=MORNING):
        return channel.send(notice("Một lần"), key="job:1", now=now)

    @pytest.mark.parametrize(
        ("kind", "arrives"),
        [
            ("timeout", 0),
            ("timeout-after-effect", 1),
            ("drop", 0),
            ("drop-after-effect", 1),
            ("garbage", 1),
            ("half", 1),
            ("status-500", 0),
            ("skew", 1),
        ],
    )
    def test_a_person_decides_and_the_next_channel_goes_on(self, kind, arrives, zalo, server):
        channel = zalo()
        server.misbehave(kind, path="/message")
        with pytest.raises(OutcomeUnknown, match="next channel"):
            self.send(channel)
        assert self.send(channel) == Unreached(channel="zalo", reason="in-doubt")
        assert len(messages(server)) == arrives

    @pytest.mark.parametrize("kind", ["status-429", "status-503"])
    def test_a_busy_server_is_given_the_time_it_wants(self, kind, zalo, server):
        channel = zalo()
        server.misbehave(kind, path="/message")
        with pytest.raises(RetryLater) as later:
            self.send(channel)
        assert later.value.delay == timedelta(seconds=7)
        assert self.send(channel).channel == "zalo"
        assert len(messages(server)) == 1

    def test_a_server_that_is_gone_is_out_of_order(self, zalo, token):
        given = token()
        given.valid(now=MORNING)
        channel = zalo(address="http://127.0.0.1:9", given_token=given)
        with pytest.raises(Unreachable):
            self.send(channel)
        assert not channel.begun("job:1")
        assert not channel.check().ok

    def test_a_wrong_certificate_is_a_wrong_setting(self, zalo):
        with speaking("procflow.tests.speakers.zalo", tls=True) as kept:
            with pytest.raises(BadConfiguration, match="certificate"):
                self.send(zalo(address=kept.url))
            assert messages(kept) == []
            assert self.send(zalo(address=kept.url, ca_file=CERTIFICATE)).channel == "zalo"

    def test_a_report_ends_the_doubt(self, zalo, server):
        channel = zalo()
        server.misbehave("drop-after-effect", path="/message")
        with pytest.raises(OutcomeUnknown):
            self.send(channel)
        report = server.tell("report", {"number": notice_id("job:1")})
        headers = {"x-zevent-signature": report["signature"]}
        channel.receive(report["body"].encode(), headers, now=MORNING)
        assert self.send(channel).channel == "zalo"


class TestToken:
    def test_it_is_fetched_once_and_used_until_it_ends(self, token, server):
        first = token().valid(now=MORNING)
        assert token().valid(now=MORNING + 24 * HOUR) == first
        assert token().valid(now=MORNING + 25 * HOUR) != first
        assert server.state()["renewals"] == 2

    def test_one_that_zalo_refuses_is_renewed_once(self, zalo, server):
        channel = zalo()
        channel.send(notice("Một"), key="job:1", now=MORNING)
        server.tell("tokens expire")
        channel.send(notice("Hai"), key="job:2", now=MORNING)
        assert [each["template_data"]["noi_dung"] for each in messages(server)] == ["Một", "Hai"]
        assert server.state()["renewals"] == 2

    def test_one_that_stays_refused_is_a_wrong_setting(self, zalo, server):
        server.tell("answer", [-124, -124])
        with pytest.raises(BadConfiguration, match="-124"):
            zalo().send(notice("Một"), key="job:1", now=MORNING)

    def test_workers_renew_it_together_once(self, database_url, server):
        """Four processes on five days, each at its own pace: a renewal a day, and never an old
        token. Whoever is behind the others has the token they have got.
        """
        server.tell("renewing takes", 0.3)
        command = [sys.executable, "-c", WORKER, database_url, server.url]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        workers = [subprocess.Popen(command, **pipes) for _ in range(4)]
        for worker in workers:
            assert worker.stdout.readline() == "ready\n"
        for worker in workers:
            worker.stdin.write("go\n")
            worker.stdin.flush()
        printed = [worker.communicate(timeout=PATIENCE)[0].split() for worker in workers]
        assert [worker.returncode for worker in workers] == [0] * 4
        for tokens in printed:
            numbers = [int(token.removeprefix("planted-access-")) for token in tokens]
            assert numbers == sorted(numbers)
            assert all(day <= number for day, number in zip(range(1, 6), numbers, strict=True))
        assert server.state()["renewals"] == 5

    @pytest.fixture
    def renewing(self, database):
        """Another worker has begun to renew, and will not be done for a minute."""

        def begin(now):
            store = TokenStore(
                database, app=APP, secret=Secret(SECRET_KEY), first=Secret(FIRST_REFRESH)
            )
            version = store.find(now=now).version
            assert store.claim(version, now=now, until=now + timedelta(minutes=1))

        return begin

    def test_while_one_renews_early_the_others_use_the_old_one(self, token, renewing, server):
        first = token().valid(now=MORNING)
        nearly = MORNING + 25 * HOUR - timedelta(minutes=2)
        renewing(nearly)
        assert token().valid(now=nearly) == first
        assert server.state()["renewals"] == 1

    def test_a_worker_killed_over_it_is_followed_by_another(self, token, renewing):
        renewing(MORNING)
        with pytest.raises(RetryLater):
            token().valid(now=MORNING)
        assert token().valid(now=MORNING + timedelta(minutes=1)).reveal() == "planted-access-1"

    @pytest.mark.parametrize("kind", ["timeout", "drop", "status-500"])
    def test_a_renewal_that_was_not_made_is_made_again(self, kind, token, server):
        server.misbehave(kind, path="/v4")
        with pytest.raises(Unreachable):
            token().valid(now=MORNING)
        assert token().valid(now=MORNING).reveal() == "planted-access-1"

    @pytest.mark.parametrize("kind", ["timeout-after-effect", "drop-after-effect", "garbage"])
    def test_a_renewal_whose_answer_is_lost_needs_a_person(self, kind, token, server):
        server.misbehave(kind, path="/v4")
        with pytest.raises(Unreachable):
            token().valid(now=MORNING)
        with pytest.raises(BadConfiguration, match=r"-14014.*refresh_token"):
            token().valid(now=MORNING)
        server.tell("the account is authorised anew", "planted-refresh-anew")
        assert token("planted-refresh-anew").valid(now=MORNING).reveal() == "planted-access-2"
        assert token("planted-refresh-anew").valid(now=MORNING + 24 * HOUR).reveal()

    def test_a_worker_with_the_settings_of_yesterday_uses_the_tokens_of_today(self, token, server):
        token().valid(now=MORNING)
        server.tell("the account is authorised anew", "planted-refresh-anew")
        anew = token("planted-refresh-anew").valid(now=MORNING)
        assert token(FIRST_REFRESH).valid(now=MORNING) == anew
        assert token("planted-refresh-anew").valid(now=MORNING) == anew

    def test_tokens_sealed_with_another_secret_are_not_used(self, token):
        token().valid(now=MORNING)
        with pytest.raises(BadConfiguration, match="sealed"):
            token(secret="another").valid(now=MORNING)


class TestReports:
    @pytest.fixture
    def channel(self, zalo):
        channel = zalo()
        channel.send(notice("Báo cáo"), key="job:1", now=MORNING)
        return channel

    @pytest.fixture
    def report(self, server):
        def report(number=None, **how):
            told = server.tell("report", {"number": number or notice_id("job:1"), **how})
            return told["body"].encode(), {"x-zevent-signature": told["signature"]}

        return report

    def test_delivered(self, channel, report, ledger):
        said = channel.receive(*report(), now=MORNING + HOUR)
        assert (said.name, said.key) == ("notice-report", notice_id("job:1"))
        assert said.variables["delivered"]
        assert said.variables["reportedAt"] == "2026-03-02T08:01:00+07:00"
        assert ledger.find(notice_id("job:1"), "zalo").report.delivered
        assert channel.receive(*report(), now=MORNING + 2 * HOUR) == said

    def test_other_events_are_none_of_ours(self, channel, report):
        assert channel.receive(*report(event="user_send_text"), now=MORNING) is None

    def test_what_zalo_did_not_sign_is_refused(self, channel, report, ledger):
        body, headers = report()
        for raw, given in (
            (b"", headers),
            (b"\xff", headers),
            (b"[]", headers),
            (b"[" * 9999, headers),
            (body, {}),
            (body, {"x-zevent-signature": "mac=đ"}),
            (body.replace(b"user_received", b"User_received"), headers),
            (body.replace(b"1772413261000", b"1772413261001"), headers),
            (body + b" ", headers),
        ):
            with pytest.raises(ForgedMessage):
                channel.receive(raw, given, now=MORNING)
        assert ledger.find(notice_id("job:1"), "zalo").report is None

    def test_one_for_another_application_is_refused(self, report, wire, token, ledger):
        other = ZaloAccount(app="999", secret=Secret(OA_SECRET))
        with pytest.raises(ForgedMessage):
            ZaloChannel(wire(), other, token(), ledger).receive(*report(), now=MORNING)

    def test_of_a_notice_nobody_sent(self, channel, report):
        with pytest.raises(NotFound):
            channel.receive(*report(number=notice_id("job:2")), now=MORNING)

    def test_without_the_secret_none_is_taken(self, zalo, report):
        with pytest.raises(BadConfiguration, match="oa_secret"):
            zalo(ZaloAccount(app=APP)).receive(*report(), now=MORNING)


def test_keys_and_tokens_are_nowhere_to_be_seen(zalo, token, server, tmp_path, caplog, capsys):
    caplog.set_level(logging.DEBUG)
    channel = zalo()
    shown = [repr(channel), repr(ACCOUNT), repr(channel.check())]
    shown.append(repr(channel.send(notice("Kín"), key="job:0", now=MORNING)))
    refusals = []
    for number, trouble in enumerate((-124, -144, "garbage", "drop", "status-500")):
        if isinstance(trouble, int):
            server.tell("answer", [trouble] * 2)
        else:
            server.misbehave(trouble, path="/message")
        with pytest.raises(ProcflowError) as refused:
            channel.send(notice("Kín"), key=f"job:{number}:failing", now=MORNING)
        refusals.append(refused.value)
    server.tell("refresh tokens are void")
    server.misbehave("garbage", path="/v4")
    for _ in range(2):
        with pytest.raises(ProcflowError) as refused:
            token().valid(now=MORNING + 25 * HOUR)
        refusals.append(refused.value)
    for error in refusals:
        told = traceback.TracebackException.from_exception(error, capture_locals=True)
        shown += [*told.format(), repr(error.__dict__), error.sentence("vi")]
    shown += [caplog.text, *capsys.readouterr()]
    shown += [file.read_bytes().decode(errors="replace") for file in tmp_path.rglob("*.db*")]
    assert [text for text in shown if "planted" in text] == []
