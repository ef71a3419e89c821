"""A real SMTP server for the tests, on a port of its own; it can be told to misbehave."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.policy import default
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from procflow.handlers.local_time import local
from procflow.handlers.notification.notice import Sent
from procflow.tests.speakers.process import CERTIFICATE


@dataclass
class MailServer:
    """What arrived, and how the next messages are answered."""

    host: str = "127.0.0.1"
    certificate: Path = CERTIFICATE
    user: str = "mot-cua"
    password: str = "planted-mail-password"
    port: int = 0
    arrived: list[bytes] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    answer_recipient: Callable[[str], str | None] = lambda _address: None
    answer_message: Callable[[], str | None] = lambda: None
    after_message: Callable[[], None] = lambda: None
    logins: int = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        refusal = self.answer_recipient(address)
        if refusal:
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if refusal := self.answer_message():
            return refusal
        self.arrived.append(envelope.content)
        self.recipients += envelope.rcpt_tos
        self.after_message()
        return "250 OK"

    def authenticate(self, server, session, envelope, mechanism, given):
        self.logins += 1
        fits = (given.login, given.password) == (self.user.encode(), self.password.encode())
        return AuthResult(success=fits, handled=fits)

    def sent(self) -> list[Sent]:
        return [_sent(content) for content in self.arrived]


class _OnAnyPort(Controller):
    """Port 0 lets the system choose; the controller's own first call must know what it chose."""

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@pytest.fixture
def mail_server():
    """Starts mail servers: `mail_server(security, with_login=…)`; they stop after the test."""
    with ExitStack() as running:
        yield lambda *how, **more: running.enter_context(_running(*how, **more))


@contextmanager
def _running(security="none", *, with_login=False):
    """A running server; `security` as in the settings of the adapter."""
    server = MailServer()
    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trust.load_cert_chain(CERTIFICATE)
    login = {"authenticator": server.authenticate, "auth_require_tls": False}
    controller = _OnAnyPort(
        server,
        hostname=server.host,
        port=0,
        ssl_context=trust if security == "tls" else None,
        tls_context=trust if security == "starttls" else None,
        require_starttls=security == "starttls",
        **(login if with_login else {}),
    )
    controller.start()
    server.port = controller.port
    try:
        yield server
    finally:
        controller.stop()


def _sent(content: bytes) -> Sent:
    message = message_from_bytes(content, policy=default)
    return Sent(
        to=str(message["To"]),
        subject=str(message["Subject"]),
        body=message.get_content().replace("\r\n", "\n"),
        sent_at=local(parsedate_to_datetime(message["Date"])),
    )
