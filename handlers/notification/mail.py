"""A notice as an e-mail message, Vietnamese in headers and text."""

from __future__ import annotations

from datetime import datetime
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr

from ...engine.errors import BadConfiguration, Problem, UnfitInput
from ..local_time import local
from .headers import MAIL
from .notice import Notice, Recipient, notice_id


def message_of(notice: Notice, sender: Address, *, key: str, now: datetime) -> EmailMessage:
    """The message. Raises UnfitInput when the recipient's address is none.

    Its Message-ID follows from the key, so that a mail system can tell a repetition.
    """
    message = EmailMessage(policy=MAIL)
    message["From"] = sender
    if notice.to.email:
        message["To"] = address_of(notice.to)
    message["Subject"] = on_one_line(notice.subject)
    message["Date"] = format_datetime(local(now))
    message["Message-ID"] = f"<{notice_id(key)}@{sender.domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(notice.body, cte="quoted-printable")
    return message


def sender_of(text: str) -> Address:
    """The sender written as `name <address>` or as an address. Raises BadConfiguration."""
    name, address = parseaddr(text)
    try:
        return Address(name, addr_spec=address)
    except (ValueError, IndexError, HeaderParseError):
        raise BadConfiguration.of("handlers.notice.sender", sender=text) from None


def address_of(to: Recipient) -> Address:
    """The recipient's address. Raises UnfitInput."""
    try:
        address = Address(on_one_line(to.name or ""), addr_spec=to.email or "")
        if not address.domain or not address.addr_spec.isascii():
            raise ValueError
    except (ValueError, IndexError, HeaderParseError):
        problem = Problem(field="to.email", key="handlers.notice.address")
        raise UnfitInput(problem.sentence("en"), problem) from None
    return address


def on_one_line(text: str) -> str:
    """A header's text: what could begin another header is made a space."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
