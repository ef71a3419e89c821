"""Whom we trust: root certificates and revocation lists, and what they say of a certificate."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

from asn1crypto import x509
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import CertificateValidator
from pyhanko_certvalidator.context import ValidationContext
from pyhanko_certvalidator.errors import (
    ExpiredError,
    InsufficientRevinfoError,
    NotYetValidError,
    PathBuildingError,
    RevokedError,
    ValidationError,
)

from .judgement import Verdict
from .port import Chain
from .revocation import RevocationLists

SKEW = timedelta(minutes=2)
SIGNING = KeyUsageConstraints(
    key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False
)
STRICT, LENIENT = "require", "soft-fail"


class Trust:
    """Without a root nothing is trusted; with a revocation list every certificate must be known."""

    def __init__(
        self, roots: Sequence[x509.Certificate] = (), lists: RevocationLists | None = None
    ) -> None:
        self._roots = list(roots)
        self._lists = lists or RevocationLists()

    @property
    def has_roots(self) -> bool:
        return bool(self._roots)

    def context(
        self, now: datetime, at: datetime | None = None, others: Sequence[bytes] = ()
    ) -> ValidationContext:
        """What pyHanko needs to judge certificates. at: a moment in the past that is proved.

        Raises BadConfiguration, and what Wire raises, when a revocation list cannot be had.
        """
        return ValidationContext(
            trust_roots=self._roots,
            other_certs=[x509.Certificate.load(each) for each in others],
            crls=self._lists.read(now),
            moment=at or now,
            allow_fetching=False,
            revocation_mode=STRICT if self._lists else LENIENT,
            retroactive_revinfo=at is not None,
            time_tolerance=SKEW,
        )

    def judge(self, chain: Chain, now: datetime, at: datetime | None = None) -> Verdict:
        """Whether a certificate may sign now, or might at a moment that is proved.

        Without any root only its own dates are looked at.
        """
        certificate = x509.Certificate.load(chain.signer)
        if not self._roots:
            return _by_dates(certificate, at or now)
        context = self.context(now, at, chain.others)
        validator = CertificateValidator(certificate, validation_context=context)
        try:
            asyncio.run(validator.async_validate_path())
            SIGNING.validate(certificate)
        except (ValidationError, PathBuildingError) as error:
            return _verdict(error)
        return Verdict.VALID

    def close(self) -> None:
        self._lists.close()


def _by_dates(certificate: x509.Certificate, now: datetime) -> Verdict:
    if now > certificate.not_valid_after + SKEW:
        return Verdict.EXPIRED
    if now < certificate.not_valid_before - SKEW:
        return Verdict.NOT_YET_VALID
    return Verdict.VALID


def _verdict(error: Exception) -> Verdict:
    match error:
        case RevokedError():
            return Verdict.REVOKED
        case ExpiredError():
            return Verdict.EXPIRED
        case NotYetValidError():
            return Verdict.NOT_YET_VALID
        case InsufficientRevinfoError():
            return Verdict.UNKNOWN
    return Verdict.UNTRUSTED
