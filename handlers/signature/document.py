"""What is known of a document: a code, and versions that are told apart by their hashes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256

PDF = "application/pdf"


def hash_of(content: bytes) -> str:
    """SHA-256 in hexadecimal: the name of a content."""
    return sha256(content).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is said of a document before there is one. number: its own, such as 12/2026/GCN."""

    title: str
    number: str | None = None
    dossier: str | None = None
    media_type: str = PDF


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """A signature of ours. level: PAdES, such as `B-B`. serial: of the certificate, decimal."""

    signer: str
    serial: str
    level: str
    signed_at: datetime
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One content of a document. seal: the signature that made it of the version before."""

    hash: str
    size: int
    seal: Seal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document. code: by which anybody who holds it may ask for it. versions: oldest first; none
    while it is being made.
    """

    code: str
    draft: Draft
    begun_at: datetime
    versions: tuple[Version, ...] = field(default=())

    @property
    def newest(self) -> Version | None:
        return self.versions[-1] if self.versions else None

    @property
    def seals(self) -> tuple[Seal, ...]:
        return tuple(version.seal for version in self.versions if version.seal is not None)

    def version_of(self, content_hash: str) -> Version | None:
        return next((each for each in self.versions if each.hash == content_hash), None)

    def with_version(self, version: Version) -> Document:
        return replace(self, versions=(*self.versions, version))
