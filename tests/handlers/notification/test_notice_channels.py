"""Every notice channel does the exported exercise; SMTP against a real server."""

import signal
import socket
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta

import pytest

from procflow.engine.errors import BadConfiguration, RetryLater, UnfitInput
from procflow.engine.model.secret import Secret
from procflow.handlers.notification.exercise import (
    EXERCISE,
    HOUR,
    LETTER_EXERCISE,
    MAIL_EXERCISE,
    MORNING,
    notice,
)
from procflow.handlers.notification.maildir import MaildirChannel
from procflow.handlers.notification.memory import MemoryChannel
from procflow.handlers.notification.notice import Unreached
from procflow.handlers.notification.smtp import SmtpChannel, SmtpSettings
from procflow.handlers.notification.storage import EmbeddedLedger
from procflow.handlers.notification.tables import open_tables
from procflow.tests.patience import PATIENCE

SENDER = "Trung tâm Phục vụ hành chính công <mot-cua@example.org>"

SENDER_PROCESS = """
import sys
from pathlib import Path
from procflow.handlers.notification.exercise import MORNING, notice
from procflow.handlers.notification.maildir import MaildirChannel
from procflow.handlers.notification.smtp import SmtpChannel, SmtpSettings
from procflow.handlers.notification.storage import EmbeddedLedger
from procflow.handlers.notification.tables import open_tables

where, how_many = sys.argv[1], int(sys.argv[2])
if where.startswith("sqlite"):
    settings = SmtpSettings(host="127.0.0.1", port=int(sys.argv[3]), security="none")
    ledger = EmbeddedLedger(open_tables(where))
    channel = SmtpChannel(settings, ledger, sender="a@example.org")
else:
    channel = MaildirChannel(Path(where), sender="a@example.org")
for number in range(how_many):
    channel.send(notice(f"Thông báo {number}"), key=f"job:{number}", now=MORNING)
"""


@pytest.fixture
def ledger(database_url):
    with closing(open_tables(database_url)) as database:
        yield EmbeddedLedger(database)


@pytest.fixture
def smtp(ledger):
    """The SMTP channel to a server."""

    def channel(server, **more):
        settings = SmtpSettings(
            **{
                "host": "localhost" if more.get("ca_file") else server.host,
                "port": server.port,
                "security": "none",
                "timeout": PATIENCE,
                **more,
            }
        )
        return SmtpChannel(settings, ledger, sender=SENDER)

    return channel


@pytest.fixture(params=["memory", "maildir", "smtp"])
def channel_and_delivered(request, tmp_path, smtp, mail_server):
    if request.param == "memory":
        memory = MemoryChannel()
        return memory, memory.sent
    if request.param == "maildir":
        maildir = MaildirChannel(tmp_path / "notices", sender=SENDER)
        return maildir, maildir.sent
    server = mail_server()
    return smtp(server), server.sent


@pytest.mark.parametrize(
    "step", (*EXERCISE, *LETTER_EXERCISE, *MAIL_EXERCISE), ids=lambda step: step.__name__
)
def test_exercise(step, channel_and_delivered):
    step(*channel_and_delivered)


def test_threads_send_one_notice_once(channel_and_delivered):
    channel, delivered = channel_and_delivered

    def send(_):
        try:
            channel.send(notice("Cùng lúc"), key="job:1", now=MORNING)
        except RetryLater as later:
            return later.delay
        return None

    with ThreadPoolExecutor(8) as threads:
        delays = {delay for delay in threads.map(send, range(8)) if delay}
    assert [sent.subject for sent in delivered()] == ["Cùng lúc"]
    assert delays <= {timedelta(minutes=5)}


class TestMaildir:
    def test_a_notice_is_not_sent_again_after_it_was_read(self, tmp_path):
        channel = MaildirChannel(tmp_path, sender=SENDER)
        first = channel.send(notice("Đã đọc"), key="job:1", now=MORNING)
        (file,) = (tmp_path / "new").iterdir()
        file.rename(tmp_path / "cur" / f"{file.name}:2,S")
        assert channel.send(notice("Đã đọc"), key="job:1", now=MORNING + HOUR) == first
        assert len(channel.sent()) == 1

    def test_processes_send_each_notice_once(self, tmp_path):
        command = [sys.executable, "-c", SENDER_PROCESS, str(tmp_path), "20"]
        senders = [subprocess.Popen(command) for _ in range(3)]
        assert [sender.wait(timeout=PATIENCE) for sender in senders] == [0, 0, 0]
        sent = MaildirChannel(tmp_path, sender=SENDER).sent()
        assert sorted(each.subject for each in sent) == sorted(f"Thông báo {n}" for n in range(20))
        assert not any((tmp_path / "tmp").iterdir())

    def test_somebody_without_an_address_gets_a_notice_too(self, tmp_path):
        channel = MaildirChannel(tmp_path, sender=SENDER)
        channel.send(notice("Tại quầy", email="", phone="0900000000"), key="job:1", now=MORNING)
        assert channel.sent()[0].to == "Nguyễn Thị Hoà, 0900000000"

    def test_a_folder_that_cannot_be_made_is_told_by_the_check(self, tmp_path):
        (tmp_path / "file").write_text("not a folder")
        check = MaildirChannel(tmp_path / "file" / "notices", sender=SENDER).check()
        assert not check.ok
        assert "cannot be written to" in check.sentence("en")


class TestSmtp:
    @pytest.mark.parametrize("security", ["starttls", "tls"])
    def test_a_protected_connection_with_login(self, security, smtp, mail_server):
        server = mail_server(security, with_login=True)
        channel = smtp(
            server,
            security=security,
            ca_file=server.certificate,
            user=server.user,
            password=Secret(server.password),
        )
        assert channel.check().ok
        channel.send(notice("Kín"), key="job:1", now=MORNING)
        assert server.recipients == ["hoa@example.org"]
        assert server.logins == 2

    def test_a_server_with_an_unknown_certificate_gets_nothing(self, smtp, mail_server):
        server = mail_server("tls")
        channel = smtp(server, security="tls", host="localhost")
        with pytest.raises(BadConfiguration, match="certificate"):
            channel.send(notice("Kín"), key="job:1", now=MORNING)
        assert server.arrived == []

    def test_a_server_without_starttls_gets_nothing(self, smtp, mail_server):
        server = mail_server()
        with pytest.raises(BadConfiguration, match="STARTTLS"):
            smtp(server, security="starttls").send(notice("Kín"), key="job:1", now=MORNING)
        assert server.arrived == []

    def test_a_wrong_password_is_a_wrong_setting_and_is_not_told(self, smtp, mail_server):
        server = mail_server("tls", with_login=True)
        secret = Secret("planted-wrong-password")
        channel = smtp(
            server, security="tls", ca_file=server.certificate, user=server.user, password=secret
        )
        with pytest.raises(BadConfiguration) as refused:
            channel.send(notice("Kín"), key="job:1", now=MORNING)
        check = channel.check()
        assert not check.ok
        for told in (str(refused.value), check.sentence("vi"), repr(refused.value.__dict__)):
            assert "planted" not in told

    def test_a_password_never_travels_unprotected_to_another_machine(self, ledger):
        settings = SmtpSettings(host="mail.example.org", security="none", user="mot-cua")
        with pytest.raises(BadConfiguration, match="protected connection"):
            SmtpChannel(settings, ledger, sender=SENDER)

    def test_an_address_the_server_does_not_know_is_the_input_s_fault(self, smtp, mail_server):
        server = mail_server()
        server.answer_recipient = lambda _: "550 no such mailbox"
        with pytest.raises(UnfitInput) as refused:
            smtp(server).send(notice("Lạ"), key="job:1", now=MORNING)
        assert list(refused.value.problems) == ["to.email"]
        assert "no such mailbox" in refused.value.sentence("vi")

    @pytest.mark.parametrize("where", ["answer_recipient", "answer_message"])
    def test_a_server_that_is_busy_gets_the_notice_at_the_next_try(self, where, smtp, mail_server):
        server, channel = mail_server(), None
        answers = ["451 come back later", None]
        setattr(server, where, lambda *_: answers.pop(0) if answers else None)
        channel = smtp(server)
        with pytest.raises(RetryLater, match="come back later"):
            channel.send(notice("Bận"), key="job:1", now=MORNING)
        channel.send(notice("Bận"), key="job:1", now=MORNING)
        assert len(server.arrived) == 1

    def test_a_server_that_is_not_there_is_told_by_the_check(self, smtp, mail_server):
        with socket.socket() as unused:
            unused.bind(("127.0.0.1", 0))
            server = mail_server()
            channel = smtp(server, port=unused.getsockname()[1])
            check = channel.check()
        assert not check.ok
        assert "cannot be used" in check.sentence("en")

    def test_somebody_without_an_address_is_not_reached(self, smtp, mail_server):
        server = mail_server()
        said = smtp(server).send(notice("Tại quầy", email=""), key="job:1", now=MORNING)
        assert said == Unreached(channel="email", reason="no-address")
        assert server.arrived == []

    def test_the_message_id_follows_from_the_key(self, smtp, mail_server):
        server = mail_server()
        receipt = smtp(server).send(notice("Mã"), key="job:1", now=MORNING)
        assert f"Message-ID: <{receipt.id}@example.org>".encode() in server.arrived[0]

    def test_another_worker_waits_while_one_is_sending(self, smtp, mail_server):
        server, held, go_on = mail_server(), threading.Event(), threading.Event()
        server.after_message = lambda: (held.set(), go_on.wait(PATIENCE))
        channel = smtp(server, claim=timedelta(minutes=3))
        with ThreadPoolExecutor(1) as slow:
            sending = slow.submit(channel.send, notice("Chậm"), key="job:1", now=MORNING)
            assert held.wait(PATIENCE)
            with pytest.raises(RetryLater) as later:
                channel.send(notice("Chậm"), key="job:1", now=MORNING + timedelta(minutes=1))
            go_on.set()
        assert later.value.delay == timedelta(minutes=2)
        again = channel.send(notice("Chậm"), key="job:1", now=MORNING + HOUR)
        assert again == sending.result()
        assert len(server.arrived) == 1

    def test_a_worker_killed_before_the_answer_leaves_the_notice_to_the_next(
        self, smtp, mail_server, database_url
    ):
        server, held, go_on = mail_server(), threading.Event(), threading.Event()
        server.answer_message = lambda: (held.set(), go_on.wait(PATIENCE), "451 nobody listens")[2]
        command = [sys.executable, "-c", SENDER_PROCESS, database_url, "1", str(server.port)]
        worker = subprocess.Popen(command)
        assert held.wait(PATIENCE)
        worker.send_signal(signal.SIGKILL)
        worker.wait(timeout=PATIENCE)
        server.answer_message = lambda: None
        go_on.set()
        channel = smtp(server)
        with pytest.raises(RetryLater):
            channel.send(notice("Thông báo 0"), key="job:0", now=MORNING)
        channel.send(notice("Thông báo 0"), key="job:0", now=MORNING + HOUR)
        assert [sent.subject for sent in server.sent()] == ["Thông báo 0"]


@pytest.mark.parametrize("sender", ["", "nobody", "a@b@c", "Trung tâm"])
def test_a_sender_without_an_address_is_refused(sender, tmp_path):
    with pytest.raises(BadConfiguration, match="sender"):
        MaildirChannel(tmp_path, sender=sender)
