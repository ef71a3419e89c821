"""What is held of signatures that were found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """UNKNOWN: no list tells whether the certificate was revoked."""

    VALID = "valid"
    ALTERED = "altered"
    REVOKED = "revoked"
    EXPIRED = "expired"
    NOT_YET_VALID = "not-yet-valid"
    UNTRUSTED = "untrusted"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSignature:
    """A signature of a document.

    signed_at: by a trusted time stamp if `stamped`, else as it claims. whole: it covers the file to
    its end; a signature that others followed does not.
    """

    signer: str
    serial: str
    verdict: Verdict
    signed_at: datetime | None
    stamped: bool
    whole: bool
