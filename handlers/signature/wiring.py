"""Documents and signatures, put together from the settings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ...engine.errors import BadConfiguration
from ..surroundings import Surroundings
from ..wire import Wire, WireSettings
from .desk import Desk
from .handlers import SignatureHandlers
from .keyring import Keyring, Opener
from .late_pen import LatePen
from .port import Pen, SigningKey
from .settings import KeySection, SignatureSettings, TimestampSection, TokenSection
from .storage import EmbeddedDocuments
from .typesetting import Typesetting
from .verification import Verification


@dataclass(frozen=True, slots=True)
class SignatureSystem:
    """documents: the store. desk: makes, receives, signs. verification: for its page."""

    documents: EmbeddedDocuments
    desk: Desk
    verification: Verification

    @property
    def handlers(self) -> tuple[object, ...]:
        return (SignatureHandlers(self.desk),)

    def close(self) -> None:
        self.desk.close()
        self.documents.close()


def signature_system(settings: SignatureSettings, around: Surroundings) -> SignatureSystem:
    """Open the store; keys, certificates and lists are read when they are first needed.

    Raises BadConfiguration and UnusableDatabase.
    """
    documents = EmbeddedDocuments(around.database)
    fonts = around.path(settings.fonts) if settings.fonts else None
    desk = Desk(
        documents,
        Typesetting(fonts=fonts, seconds=settings.seconds),
        Keyring(_openers(settings, around)),
        LatePen(partial(_pen, settings, around)),
        page=settings.page,
        pictures=_pictures(settings, around),
        clock=around.clock,
    )
    return SignatureSystem(documents, desk, Verification(documents))


def _pictures(settings: SignatureSettings, around: Surroundings) -> dict[str, Path]:
    named = {name: key.picture for name, key in settings.keys.items()}
    named |= {name: key.picture for name, key in settings.tokens.items()}
    return {name: around.path(picture) for name, picture in named.items() if picture}


def _openers(settings: SignatureSettings, around: Surroundings) -> dict[str, Opener]:
    """Raises BadConfiguration for a name that is there twice."""
    for name in settings.keys.keys() & settings.tokens.keys():
        raise BadConfiguration.of("documents.doubled-key", name=name)
    files = {name: partial(_key, name, key, around) for name, key in settings.keys.items()}
    held = {name: partial(_held_key, name, key, around) for name, key in settings.tokens.items()}
    return {**files, **held}


def _held_key(name: str, settings: TokenSection, around: Surroundings) -> SigningKey:
    try:
        from .hardware import HardwareKey, Slot
    except ModuleNotFoundError:
        raise BadConfiguration.of("documents.no-pkcs11") from None
    slot = Slot(
        library=around.path(settings.library),
        token=settings.token,
        label=settings.label,
        pin=settings.pin,
        certificates=around.path(settings.certificates) if settings.certificates else None,
    )
    return HardwareKey(slot, name=name)


def _key(name: str, settings: KeySection, around: Surroundings) -> SigningKey:
    """pyHanko is large, so that it is imported by who signs only."""
    try:
        from .software import SoftwareKey
    except ModuleNotFoundError:
        raise BadConfiguration.of("documents.no-pyhanko") from None
    return SoftwareKey(around.path(settings.file), settings.password, name=name)


def _pen(settings: SignatureSettings, around: Surroundings) -> Pen:
    try:
        from .pades import PadesPen
        from .pem import certificates_in
        from .responders import Responders
        from .revocation import RevocationLists
        from .timestamps import WiredStamper
        from .trust import Trust
    except ModuleNotFoundError:
        raise BadConfiguration.of("documents.no-pyhanko") from None
    roots = [each for file in settings.roots for each in certificates_in(around.path(file))]
    lists = RevocationLists(settings.revocation_lists, around.folder)
    stamps = settings.timestamps
    stamper = None if stamps is None else WiredStamper(_wire(stamps, around))
    return PadesPen(Trust(roots, lists, Responders(settings.responders)), stamper)


def _wire(settings: TimestampSection, around: Surroundings) -> Wire:
    ca_file = around.path(settings.ca_file) if settings.ca_file else None
    reached = WireSettings(address=settings.address, timeout=settings.timeout, ca_file=ca_file)
    return Wire(reached, system="the time-stamping authority")
