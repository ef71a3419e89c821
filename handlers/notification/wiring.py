"""Notices as the settings want them sent."""

from __future__ import annotations

from dataclasses import dataclass

from ..database import EmbeddedDatabase
from ..surroundings import Surroundings
from .handlers import NotificationHandlers
from .ledger import Ledger
from .maildir import MaildirChannel
from .port import NoticeChannel
from .settings import NotificationSettings, SmtpSection
from .smtp import SmtpChannel, SmtpSettings
from .storage import EmbeddedLedger
from .tables import open_tables


@dataclass(frozen=True, slots=True)
class NotificationSystem:
    """channels: the preferred one first."""

    channels: tuple[NoticeChannel, ...]
    database: EmbeddedDatabase

    @property
    def handlers(self) -> tuple[object, ...]:
        return (NotificationHandlers(self.channels),)

    def close(self) -> None:
        self.database.close()


def notification_system(settings: NotificationSettings, around: Surroundings) -> NotificationSystem:
    """Raises BadConfiguration and UnusableDatabase."""
    database = open_tables(around.database)
    return NotificationSystem((_mail(settings, around, EmbeddedLedger(database)),), database)


def _mail(settings: NotificationSettings, around: Surroundings, ledger: Ledger) -> NoticeChannel:
    if settings.smtp is None:
        return MaildirChannel(around.path(settings.maildir), sender=settings.sender)
    return SmtpChannel(_server(settings.smtp, around), ledger, sender=settings.sender)


def _server(chosen: SmtpSection, around: Surroundings) -> SmtpSettings:
    return SmtpSettings(
        host=chosen.host,
        port=chosen.port,
        security=chosen.security,
        user=chosen.user,
        password=chosen.password,
        ca_file=around.path(chosen.ca_file) if chosen.ca_file else None,
    )
