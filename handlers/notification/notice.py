"""A notice to somebody, and the proof that it went out, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from ...engine.handler import label
from ...engine.messages import Language, message


@dataclass(frozen=True, kw_only=True)
class Recipient:
    """Whom a notice is for. personal_id: who they are at the portal, whose inbox it is put into."""

    name: str | None = field(default=None, metadata=label("Họ tên", "Full name"))
    email: str | None = field(default=None, metadata=label("Thư điện tử", "E-mail"))
    phone: str | None = field(default=None, metadata=label("Điện thoại", "Telephone"))
    personal_id: str | None = field(
        default=None, metadata=label("Số định danh cá nhân", "Personal number")
    )
    channels: tuple[str, ...] | None = field(
        default=None,
        metadata=label(
            "Kênh muốn nhận",
            "Channels they want",
            hint=("theo thứ tự ưa thích", "the one they like best first"),
        ),
    )

    @property
    def named(self) -> str:
        """Who it is and where they are reached, in one line."""
        return ", ".join(part for part in (self.name, self.email, self.phone) if part)


@dataclass(frozen=True, kw_only=True)
class Notice:
    """What is to be said to whom.

    short: the same in a sentence or two, for text messages. fields: values for a template that lies
    with a provider, by the provider's names. template: of the procedure. dossier: its code.
    """

    to: Recipient
    subject: str
    body: str
    short: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    template: str = ""
    dossier: str | None = None

    @property
    def sentence(self) -> str:
        """The notice where there is room for a sentence only."""
        return self.short or self.subject


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """The notice went out by the channel.

    address: masked. reference: what the provider calls it, if there is one.
    """

    id: str = field(metadata=label("Mã thông báo", "Id of the notice"))
    channel: str = field(metadata=label("Kênh", "Channel"))
    sent_at: datetime = field(metadata=label("Lúc gửi", "Sent at"))
    address: str | None = field(
        default=None, metadata=label("Nơi nhận (đã che)", "Where to, masked")
    )
    reference: str | None = field(
        default=None, metadata=label("Mã của nhà cung cấp", "The provider's id")
    )


@dataclass(frozen=True, kw_only=True)
class Unreached:
    """The notice did not go out by the channel, and never will; why, in a word that the catalogue
    explains as `notification.reason.…`.
    """

    channel: str = field(metadata=label("Kênh", "Channel"))
    reason: str = field(metadata=label("Lý do", "Reason"))

    def sentence(self, language: Language) -> str:
        return f"{self.channel}: {message(f'notification.reason.{self.reason}', language)}"


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
