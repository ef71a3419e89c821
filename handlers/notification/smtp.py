"""Notices by e-mail over SMTP.

No protocol can tell for sure whether a server took a message whose answer got lost. The ledger
keeps a notice from being sent twice after an answer came, and from being sent by two workers at
once; in the instant between the server's answer and the ledger's note a killed worker leaves the
notice to be sent once more, with the same Message-ID.
"""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Literal

from ...engine.errors import (
    BadConfiguration,
    Problem,
    ProcflowError,
    RetryLater,
    UnfitInput,
    UnusableDatabase,
)
from ...engine.model.check import Check
from ...engine.model.secret import Secret
from ..local_time import local
from .mail import address_of, message_of, on_one_line, sender_of
from .notice import Notice, Receipt, notice_id
from .storage import Claimed, Ledger, SentAt, TakenBy

LOOPBACK = ("localhost", "127.0.0.1", "::1")
LONGEST_REASON = 200
PERMANENT = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpSettings:
    """How the mail server is reached.

    security: `starttls` and `tls` need a certificate the machine, or `ca_file`, trusts. timeout:
    seconds for each answer of the server. claim: how long one try keeps others from sending the
    same notice.
    """

    host: str
    port: int = 587
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str = ""
    password: Secret | None = None
    ca_file: Path | None = None
    timeout: float = 30.0
    claim: timedelta = timedelta(minutes=5)

    @property
    def server(self) -> str:
        return f"{self.host}:{self.port}"


class SmtpChannel:
    """Sends notices to who has an e-mail address.

    Raises BadConfiguration for a password that would travel unprotected to another machine.
    """

    def __init__(
        self, settings: SmtpSettings, ledger: Ledger, *, sender: str, name: str = "email"
    ) -> None:
        if settings.user and settings.security == "none" and settings.host not in LOOPBACK:
            raise BadConfiguration.of("handlers.notice.bare-password", server=settings.server)
        self._settings = settings
        self._ledger = ledger
        self._sender = sender_of(sender)
        self._name = name

    @property
    def name(self) -> str:
        return self._name

    def send(self, notice: Notice, *, key: str, now: datetime) -> Receipt | None:
        if not notice.to.email:
            return None
        message = message_of(notice, self._sender, key=key, now=now)
        number = notice_id(key)
        match self._ledger.claim(number, now=now, until=now + self._settings.claim):
            case SentAt(at):
                return self._receipt(number, at)
            case TakenBy(until):
                raise RetryLater(until - now, "Another try is sending the notice")
            case Claimed():
                self._deliver(message, address_of(notice.to).addr_spec, number, now)
        return self._receipt(number, now)

    def check(self) -> Check:
        subject, arguments = f"notice: {self._name} (smtp)", {"server": self._settings.server}
        try:
            with self._connected() as server:
                server.noop()
        except ProcflowError as error:
            why = arguments | {"reason": str(error)}
            return Check(subject=subject, ok=False, key="handlers.check.server-gone", arguments=why)
        return Check(subject=subject, ok=True, key="handlers.check.server", arguments=arguments)

    def _receipt(self, number: str, at: datetime) -> Receipt:
        return Receipt(id=number, channel=self._name, sent_at=local(at))

    def _deliver(self, message: EmailMessage, address: str, number: str, now: datetime) -> None:
        try:
            with self._connected() as server:
                server.send_message(message, self._sender.addr_spec, [address])
                self._ledger.sent(number, at=now)
        except UnusableDatabase:  # it may have been sent: the claim stands until it lapses
            raise
        except ProcflowError:
            self._ledger.release(number, now=now)
            raise

    @contextmanager
    def _connected(self) -> Iterator[smtplib.SMTP]:
        """A connection, protected and logged in; the server's troubles come out as our errors."""
        try:
            server = self._connect()
            try:
                self._prepare(server)
                yield server
            finally:
                with suppress(smtplib.SMTPException, OSError):
                    server.quit()
        except (smtplib.SMTPException, OSError) as error:
            raise self._told(error) from None

    def _connect(self) -> smtplib.SMTP:
        settings = self._settings
        if settings.security == "tls":
            return smtplib.SMTP_SSL(
                settings.host, settings.port, timeout=settings.timeout, context=self._trust()
            )
        return smtplib.SMTP(settings.host, settings.port, timeout=settings.timeout)

    def _prepare(self, server: smtplib.SMTP) -> None:
        settings = self._settings
        if settings.security == "starttls":
            server.starttls(context=self._trust())
        if settings.user:
            server.login(settings.user, settings.password.reveal() if settings.password else "")

    def _trust(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self._settings.ca_file)

    def _told(self, error: smtplib.SMTPException | OSError) -> ProcflowError:
        """Our error: about the applicant's address, a setting, or something time may mend."""
        match error:
            case smtplib.SMTPRecipientsRefused(recipients=refused):
                code, reply = next(iter(refused.values()))
                return (
                    _refused(self._reason(reply)) if code >= PERMANENT else self._not_taken(reply)
                )
            case smtplib.SMTPAuthenticationError() | smtplib.SMTPNotSupportedError():
                return self._misconfigured(error)
            case smtplib.SMTPResponseException(smtp_error=reply):
                return self._not_taken(reply)
        return self._not_taken(error)

    def _not_taken(self, reply: object) -> ProcflowError:
        server, reason = self._settings.server, self._reason(reply)
        return ProcflowError.of("handlers.notice.not-taken", server=server, reason=reason)

    def _misconfigured(self, reply: object) -> BadConfiguration:
        server, reason = self._settings.server, self._reason(reply)
        return BadConfiguration.of("handlers.notice.settings", server=server, reason=reason)

    def _reason(self, reply: object) -> str:
        """What the server said, on one line and without the password, should it be in there."""
        text = reply.decode(errors="replace") if isinstance(reply, bytes) else str(reply)
        password = self._settings.password
        shown = text.replace(password.reveal(), "…") if password else text
        return on_one_line(shown)[:LONGEST_REASON]


def _refused(reason: str) -> UnfitInput:
    problem = Problem(field="to.email", key="handlers.notice.refused", arguments={"reason": reason})
    return UnfitInput(problem.sentence("en"), problem)
