"""A notice to somebody, and the proof that it went out, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from ...engine.handler import label


@dataclass(frozen=True, kw_only=True)
class Recipient:
    """Whom a notice is for."""

    name: str | None = field(default=None, metadata=label("Họ tên", "Full name"))
    email: str | None = field(default=None, metadata=label("Thư điện tử", "E-mail"))
    phone: str | None = field(default=None, metadata=label("Điện thoại", "Telephone"))

    @property
    def named(self) -> str:
        """All that is known of the recipient, in one line."""
        return ", ".join(part for part in (self.name, self.email, self.phone) if part)


@dataclass(frozen=True, kw_only=True)
class Notice:
    """What is to be said to whom."""

    to: Recipient
    subject: str
    body: str


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """The notice went out by the channel."""

    id: str = field(metadata=label("Mã thông báo", "Id of the notice"))
    channel: str = field(metadata=label("Kênh", "Channel"))
    sent_at: datetime = field(metadata=label("Lúc gửi", "Sent at"))


def notice_id(key: str) -> str:
    """The notice's id, which follows from the job's key: a repeated job has the same notice."""
    return sha256(key.encode()).hexdigest()[:32]


@dataclass(frozen=True, kw_only=True)
class Sent:
    """A notice that went out, as one reads it. `to` names the recipient in one line."""

    to: str
    subject: str
    body: str
    sent_at: datetime
