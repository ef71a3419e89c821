"""Notices as the settings want them sent."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from ...engine.errors import BadConfiguration
from ...engine.handler import Surroundings
from ..database import EmbeddedDatabase
from ..wire import Wire, WireSettings
from .dispatch import Rule
from .esms import EsmsAccount, EsmsChannel
from .handlers import NotificationHandlers
from .inbox import Inbox, InboxChannel
from .ledger import Ledger
from .limit import DailyLimit
from .maildir import MaildirChannel
from .port import NoticeChannel, Reporting
from .quiet import quiet_hours
from .settings import NotificationSettings, SmsSection, SmtpSection, ZaloSection
from .smtp import SmtpChannel, SmtpSettings
from .storage import EmbeddedLedger
from .tables import open_tables

if TYPE_CHECKING:
    from .zalo import ZaloChannel

INBOX = "inbox"


@dataclass(frozen=True, slots=True)
class NotificationSystem:
    """channels: the preferred one first. ledger: what became of notices. inbox: for the portal's
    pages, where there is one.
    """

    channels: tuple[NoticeChannel, ...]
    rule: Rule
    ledger: Ledger
    inbox: Inbox | None
    resources: ExitStack

    @property
    def handlers(self) -> tuple[object, ...]:
        return (NotificationHandlers(self.channels, self.rule),)

    @property
    def reporting(self) -> dict[str, Reporting]:
        """The channels whose providers report delivery, by name."""
        return {each.name: each for each in self.channels if isinstance(each, Reporting)}

    def close(self) -> None:
        self.resources.close()


def notification_system(settings: NotificationSettings, around: Surroundings) -> NotificationSystem:
    """Raises BadConfiguration and UnusableDatabase."""
    quiet = quiet_hours(settings.quiet)
    with ExitStack() as opened:
        database = open_tables(around.database)
        opened.callback(database.close)
        inbox = None
        if settings.inbox:
            inbox = Inbox(database, keep=timedelta(days=settings.inbox.keep_days))
        channels = _Channels(settings, around, database, opened).all(inbox)
        rule = Rule(
            first_of=settings.channels or [each.name for each in channels if each.name != INBOX],
            besides=settings.besides or [each.name for each in channels if each.name == INBOX],
            quiet=quiet,
            at_night=settings.at_night,
            limit=DailyLimit(database, settings.most_a_day),
        )
        return NotificationSystem(channels, rule, EmbeddedLedger(database), inbox, opened.pop_all())


@dataclass(frozen=True, slots=True)
class _Channels:
    """The channels that are set up; `opened` closes what they open."""

    settings: NotificationSettings
    around: Surroundings
    database: EmbeddedDatabase
    opened: ExitStack

    def all(self, inbox: Inbox | None) -> tuple[NoticeChannel, ...]:
        """In the order in which they are tried where no other is set."""
        found: list[NoticeChannel] = []
        if self.settings.zalo:
            found.append(self._zalo(self.settings.zalo))
        if self.settings.sms:
            found.append(self._sms(self.settings.sms))
        found.append(self._mail())
        if inbox:
            found.append(InboxChannel(inbox, INBOX))
        return tuple(found)

    def _mail(self) -> NoticeChannel:
        chosen, sender = self.settings.smtp, self.settings.sender
        if chosen is None:
            return MaildirChannel(self.around.path(self.settings.maildir), sender=sender)
        ledger = EmbeddedLedger(self.database)
        return SmtpChannel(_server(chosen, self.around), ledger, sender=sender)

    def _sms(self, chosen: SmsSection) -> NoticeChannel:
        account = EsmsAccount(
            api_key=chosen.api_key,
            secret_key=chosen.secret_key,
            brand=chosen.brand,
            accents=chosen.accents,
            most=chosen.most,
            page=chosen.report_page,
            sandbox=chosen.sandbox,
        )
        wire = self._wire(chosen.address, chosen, "eSMS")
        return EsmsChannel(wire, account, EmbeddedLedger(self.database))

    def _zalo(self, chosen: ZaloSection) -> ZaloChannel:
        """Its tokens are sealed by a package that only who uses Zalo needs."""
        try:
            from .token_storage import TokenStore
        except ModuleNotFoundError:
            raise BadConfiguration.of("notification.no-joserfc") from None
        from .tokens import AccessToken
        from .zalo import ZaloAccount, ZaloChannel

        store = TokenStore(
            self.database, app=chosen.app, secret=chosen.secret_key, first=chosen.refresh_token
        )
        token = AccessToken(
            self._wire(chosen.token_address, chosen, "Zalo OAuth"),
            store,
            app=chosen.app,
            secret=chosen.secret_key,
        )
        account = ZaloAccount(
            app=chosen.app,
            templates={name: each.id for name, each in chosen.templates.items()},
            secret=chosen.oa_secret,
            development=chosen.development,
        )
        wire = self._wire(chosen.address, chosen, "Zalo")
        return ZaloChannel(wire, account, token, EmbeddedLedger(self.database))

    def _wire(self, address: str, chosen: SmsSection | ZaloSection, system: str) -> Wire:
        settings = WireSettings(
            address=address,
            timeout=chosen.timeout,
            ca_file=self.around.path(chosen.ca_file) if chosen.ca_file else None,
        )
        wire = Wire(settings, system=system)
        self.opened.callback(wire.close)
        return wire


def _server(chosen: SmtpSection, around: Surroundings) -> SmtpSettings:
    return SmtpSettings(
        host=chosen.host,
        port=chosen.port,
        security=chosen.security,
        user=chosen.user,
        password=chosen.password,
        timeout=chosen.timeout,
        ca_file=around.path(chosen.ca_file) if chosen.ca_file else None,
    )
