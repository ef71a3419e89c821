"""Notices by e-mail over SMTP.

No protocol can tell for sure whether a server took a message whose answer got lost; mail systems
then send it again (RFC 5321 §6.1), and so do we, with the same Message-ID. The ledger keeps a
notice from being sent twice after an answer came, and from being sent by two workers at once.
"""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from functools import partial
from pathlib import Path
from typing import Literal

from ...engine.errors import (
    BadConfiguration,
    BadInput,
    OutcomeUnknown,
    Problem,
    ProcflowError,
    RetryLater,
    UnfitInput,
    Unreachable,
)
from ...engine.model.check import Check
from ...engine.model.secret import Secret
from .ledger import Ledger
from .mail import address_of, message_of, on_one_line, sender_of
from .masked import masked
from .notice import Notice, Receipt, Unreached
from .once import CLAIM, Once, Taken

LOOPBACK = ("localhost", "127.0.0.1", "::1")
LONGEST_REASON = 200
PERMANENT = 500
PUT_OFF = timedelta(minutes=5)
"""Greylisting servers take a message that comes again after a few minutes."""

ALWAYS = timedelta.max


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
    claim: timedelta = CLAIM

    @property
    def server(self) -> str:
        return f"{self.host}:{self.port}"


class SmtpChannel:
    """Sends notices to who has an e-mail address.

    Raises BadConfiguration for a password that would travel unprotected to another machine.
    """

    rings = False

    def __init__(
        self, settings: SmtpSettings, ledger: Ledger, *, sender: str, name: str = "email"
    ) -> None:
        if settings.user and settings.security == "none" and settings.host not in LOOPBACK:
            raise BadConfiguration.of("handlers.notice.bare-password", server=settings.server)
        self._settings = settings
        self._once = Once(ledger=ledger, channel=name, claim=settings.claim, repeatable=ALWAYS)
        self._sender = sender_of(sender)
        self._name = name

    @property
    def name(self) -> str:
        return self._name

    def address(self, notice: Notice) -> str | Unreached:
        if not notice.to.email:
            return Unreached(channel=self._name, reason="no-address")
        return address_of(notice.to).addr_spec

    def begun(self, key: str) -> bool:
        return self._once.begun(key)

    def send(self, notice: Notice, *, key: str, now: datetime) -> Receipt | Unreached:
        address = self.address(notice)
        if isinstance(address, Unreached):
            return address
        mail = message_of(notice, self._sender, key=key, now=now)
        return self._once.send(
            partial(self._hand_over, mail, address),
            key=key,
            address=masked(address),
            dossier=notice.dossier,
            now=now,
        )

    def check(self) -> Check:
        subject, arguments = f"notice: {self._name} (smtp)", {"server": self._settings.server}
        try:
            with self._connected() as server:
                server.noop()
        except ProcflowError as error:
            why = arguments | {"reason": error}
            return Check(subject=subject, ok=False, key="handlers.check.server-gone", arguments=why)
        return Check(subject=subject, ok=True, key="handlers.check.server", arguments=arguments)

    def _hand_over(self, mail: EmailMessage, address: str, taken: Taken) -> None:
        with self._connected() as server:
            try:
                server.send_message(mail, self._sender.addr_spec, [address])
            except OSError as error:
                if _is_an_answer(error):
                    raise
                raise OutcomeUnknown(f"{self._settings.server} hung up") from None
            taken(None)

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
                return self._put_off(reply) if code < PERMANENT else _refused(self._reason(reply))
            case smtplib.SMTPResponseException(smtp_code=code, smtp_error=reply) if (
                code < PERMANENT
            ):
                return self._put_off(reply)
            case (
                smtplib.SMTPAuthenticationError()
                | smtplib.SMTPNotSupportedError()
                | smtplib.SMTPSenderRefused()
                | ssl.SSLCertVerificationError()
            ):
                return self._misconfigured(_words(error))
            case smtplib.SMTPDataError(smtp_error=reply):
                return self._error(BadInput, "notification.mail-refused", reply)
        return self._error(Unreachable, "handlers.notice.not-taken", error)

    def _put_off(self, reply: object) -> RetryLater:
        told = {"server": self._settings.server, "reason": self._reason(reply)}
        return RetryLater.after(PUT_OFF, "handlers.notice.not-taken", **told)

    def _misconfigured(self, reply: object) -> ProcflowError:
        return self._error(BadConfiguration, "handlers.notice.settings", reply)

    def _error(self, kind: type[ProcflowError], key: str, reply: object) -> ProcflowError:
        return kind.of(key, server=self._settings.server, reason=self._reason(reply))

    def _reason(self, reply: object) -> str:
        """What the server said, on one line and without the password, should it be in there."""
        text = reply.decode(errors="replace") if isinstance(reply, bytes) else str(reply)
        password = self._settings.password
        shown = text.replace(password.reveal(), "…") if password else text
        return on_one_line(shown)[:LONGEST_REASON]


def _refused(reason: str) -> UnfitInput:
    problem = Problem(field="to.email", key="handlers.notice.refused", arguments={"reason": reason})
    return UnfitInput(problem.sentence("en"), problem)


def _is_an_answer(error: OSError) -> bool:
    """Whether the server said something; errors of the connection alone say nothing."""
    said = isinstance(error, smtplib.SMTPException)
    return said and not isinstance(error, smtplib.SMTPServerDisconnected)


def _words(error: Exception) -> object:
    """What the server said, or what is wrong with its certificate."""
    match error:
        case smtplib.SMTPResponseException(smtp_code=code, smtp_error=reply):
            said = reply.decode(errors="replace") if isinstance(reply, bytes) else reply
            return f"{code} {said}"
        case ssl.SSLCertVerificationError(verify_message=reason):
            return reason
    return error
