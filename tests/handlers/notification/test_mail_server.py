"""E-mail against a mail server in a process of its own, over TLS with login."""

import logging
import traceback
from contextlib import closing
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

import pytest

from procflow.engine.errors import (
    BadConfiguration,
    BadInput,
    ProcflowError,
    RetryLater,
    UnfitInput,
    Unreachable,
)
from procflow.engine.model.secret import Secret
from procflow.handlers.local_time import local
from procflow.handlers.notification.exercise import (
    EXERCISE,
    HOUR,
    LETTER_EXERCISE,
    MAIL_EXERCISE,
    MORNING,
    notice,
)
from procflow.handlers.notification.notice import Sent, notice_id
from procflow.handlers.notification.smtp import SmtpChannel, SmtpSettings
from procflow.handlers.notification.storage import EmbeddedLedger
from procflow.handlers.notification.tables import open_tables
from procflow.tests.patience import PATIENCE
from procflow.tests.speakers.mail import HANG_UP, PASSWORD, USER
from procflow.tests.speakers.process import CERTIFICATE, speaking

SENDER = "Trung tâm Phục vụ hành chính công <mot-cua@example.org>"

MECHANISMS = 2
"""PLAIN and LOGIN: each is tried."""


@pytest.fixture(scope="module")
def running():
    with speaking("procflow.tests.speakers.mail") as server:
        yield server


@pytest.fixture
def server(running):
    running.tell("forget everything")
    return running


@pytest.fixture
def mail(server, database_url):
    with closing(open_tables(database_url)) as database:

        def channel(security="starttls", **how):
            settings = SmtpSettings(
                **{
                    "host": "localhost",
                    "port": server.state()["ports"][security],
                    "security": security,
                    "user": USER,
                    "password": Secret(PASSWORD),
                    "ca_file": CERTIFICATE,
                    "timeout": PATIENCE,
                    **how,
                }
            )
            return SmtpChannel(settings, EmbeddedLedger(database), sender=SENDER)

        yield channel


def arrived(server):
    return server.state()["arrived"]


def send(channel, subject="Việc", now=MORNING):
    return channel.send(notice(subject), key="job:1", now=now)


@pytest.mark.parametrize("security", ["starttls", "tls"])
@pytest.mark.parametrize(
    "step", (*EXERCISE, *LETTER_EXERCISE, *MAIL_EXERCISE), ids=lambda step: step.__name__
)
def test_exercise(step, security, mail, server):
    def delivered():
        return [
            Sent(
                to=each["to"],
                subject=each["subject"],
                body=each["body"],
                sent_at=local(parsedate_to_datetime(each["date"])),
            )
            for each in arrived(server)
        ]

    step(mail(security), delivered)
    assert all(each["authenticated"] for each in arrived(server))


def test_headers_are_vietnamese_for_readers_and_ascii_on_the_wire(mail, server):
    subject = "Hồ sơ H56.14.01-260302-0001 đã được tiếp nhận, hẹn trả kết quả 17:00 ngày 05/03/2026"
    receipt = send(mail(), subject)
    (letter,) = arrived(server)
    assert letter["subject"] == subject
    assert letter["from"] == SENDER
    assert letter["to"] == "Nguyễn Thị Hoà <hoa@example.org>"
    assert letter["recipients"] == ["hoa@example.org"]
    assert letter["id"] == f"<{receipt.id}@example.org>"
    assert letter["raw"].isascii()
    assert "Auto-Submitted: auto-generated" in letter["raw"]
    assert datetime.strptime(letter["date"], "%a, %d %b %Y %H:%M:%S %z") == MORNING


class TestSettings:
    @pytest.mark.parametrize("security", ["starttls", "tls"])
    def test_a_wrong_certificate(self, security, mail, server):
        channel = mail(security, ca_file=None)
        with pytest.raises(BadConfiguration, match="certificate"):
            send(channel)
        assert not channel.check().ok
        assert arrived(server) == []

    def test_a_certificate_for_another_name(self, mail, server):
        with pytest.raises(BadConfiguration, match="certificate"):
            send(mail(host="127.1"))
        assert arrived(server) == []

    @pytest.mark.parametrize("security", ["starttls", "tls"])
    def test_a_wrong_password(self, security, mail, server):
        channel = mail(security, password=Secret("planted-wrong-password"))
        with pytest.raises(BadConfiguration, match="535"):
            send(channel)
        assert not channel.check().ok
        assert arrived(server) == []

    def test_a_sender_the_server_does_not_let_send(self, mail, server):
        server.tell("MAIL", ["553 5.7.1 not your address"])
        with pytest.raises(BadConfiguration, match="not your address"):
            send(mail())


class TestAnswers:
    @pytest.mark.parametrize("command", ["MAIL", "RCPT", "DATA", "TAKEN"])
    def test_greylisting_is_waited_for(self, command, mail, server):
        """Whatever the command, nothing was taken; it costs no retry of the job."""
        channel = mail()
        server.tell(command, ["451 4.7.1 greylisted, come back in five minutes"])
        with pytest.raises(RetryLater, match="greylisted") as later:
            send(channel)
        assert later.value.delay == timedelta(minutes=5)
        assert not channel.begun("job:1")
        assert send(channel, now=MORNING + later.value.delay).channel == "email"

    def test_but_not_for_ever(self, mail, server):
        channel = mail()
        server.tell("RCPT", ["452 4.2.2 mailbox full"] * 2)
        with pytest.raises(RetryLater):
            send(channel)
        with pytest.raises(ProcflowError, match="too long") as over:
            send(channel, now=MORNING + timedelta(days=2))
        assert not isinstance(over.value, RetryLater)

    def test_a_login_server_that_is_down_is_waited_for(self, mail, server):
        server.tell("AUTH", ["454 4.7.0 try later"] * MECHANISMS)
        with pytest.raises(RetryLater, match="try later"):
            send(mail())
        assert send(mail()).channel == "email"

    def test_an_unknown_mailbox_is_the_input_s_fault(self, mail, server):
        server.tell("RCPT", ["550 5.1.1 no such mailbox"])
        with pytest.raises(UnfitInput, match="no such mailbox") as unfit:
            send(mail())
        assert list(unfit.value.problems) == ["to.email"]
        assert arrived(server) == []

    def test_a_refused_text_is_an_incident_at_once(self, mail, server):
        server.tell("DATA", ["554 5.7.1 looks like spam"])
        with pytest.raises(BadInput, match="spam"):
            send(mail())
        assert arrived(server) == []


class TestHangingUp:
    def test_before_the_text_was_taken(self, mail, server):
        channel = mail()
        server.tell("DATA", [HANG_UP])
        with pytest.raises(Unreachable, match="handed over again"):
            send(channel)
        assert channel.begun("job:1")
        assert send(channel).channel == "email"
        assert len(arrived(server)) == 1

    def test_after_the_text_was_taken_it_comes_again_under_the_same_id(self, mail, server):
        channel = mail()
        server.tell("TAKEN", [HANG_UP])
        with pytest.raises(Unreachable, match="handed over again"):
            send(channel)
        send(channel, now=MORNING + HOUR)
        ids = [each["id"] for each in arrived(server)]
        assert ids == [f"<{notice_id('job:1')}@example.org>"] * 2

    def test_a_server_that_is_gone_is_out_of_order(self, mail, server):
        channel = mail(port=9)
        with pytest.raises(Unreachable):
            send(channel)
        assert not channel.begun("job:1")
        assert not channel.check().ok


def test_the_password_is_nowhere_to_be_seen(mail, server, tmp_path, caplog, capsys):
    caplog.set_level(logging.DEBUG)
    channel = mail()
    shown = [repr(channel), repr(channel._settings), repr(channel.check()), repr(send(channel))]
    for command, said in (
        ("AUTH", f"454 {PASSWORD} try later"),
        ("AUTH", f"535 {PASSWORD} is wrong"),
        ("RCPT", f"550 {PASSWORD}"),
        ("DATA", f"554 {PASSWORD}"),
        ("TAKEN", HANG_UP),
    ):
        server.tell(command, [said] * (MECHANISMS if command == "AUTH" else 1))
        with pytest.raises(ProcflowError) as refused:
            channel.send(notice("Kín"), key=f"job:{command}:failing", now=MORNING)
        error = refused.value
        error.__traceback__ = error.__traceback__.tb_next  # this test knows the password
        told = traceback.TracebackException.from_exception(error, capture_locals=True)
        shown += [*told.format(), repr(error.__dict__), error.sentence("vi")]
    shown += [caplog.text, *capsys.readouterr()]
    shown += [file.read_bytes().decode(errors="replace") for file in tmp_path.rglob("*.db*")]
    assert [text for text in shown if PASSWORD in text] == []
