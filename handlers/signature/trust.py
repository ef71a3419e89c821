"""Whom we trust: roots, revocation lists and responders, and what they say of a certificate."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

from asn1crypto import ocsp, x509
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

from ...engine.errors import ProcflowError
from .judgement import Verdict
from .port import Chain
from .responders import Responders
from .revocation import RevocationLists

SKEW = timedelta(minutes=2)
SIGNING = KeyUsageConstraints(
    key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False
)
STRICT, LENIENT = "require", "soft-fail"


class Trust:
    """Without a root nothing is trusted; with a revocation list, or a responder, the state of every
    certificate must be known.
    """

    def __init__(
        self,
        roots: Sequence[x509.Certificate] = (),
        lists: RevocationLists | None = None,
        responders: Responders | None = None,
    ) -> None:
        self._roots = list(roots)
        self._lists = lists or RevocationLists()
        self._responders = responders or Responders()

    @property
    def has_roots(self) -> bool:
        return bool(self._roots)

    def context(
        self, now: datetime, at: datetime | None = None, others: Sequence[bytes] = ()
    ) -> ValidationContext:
        """What pyHanko needs to judge certificates. at: a moment in the past that is proved.
        others: certificates in DER, those that are to be judged among them.

        Raises BadConfiguration, BadAnswer, and what Wire raises, when it cannot be learned what was
        revoked.
        """
        certificates = [x509.Certificate.load(each) for each in others]
        return ValidationContext(
            trust_roots=self._roots,
            other_certs=certificates,
            crls=self._lists.read(now),
            ocsps=self._told(certificates, now),
            moment=at or now,
            allow_fetching=False,
            revocation_mode=STRICT if self._lists or self._responders else LENIENT,
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
        context = self.context(now, at, (chain.signer, *chain.others))
        validator = CertificateValidator(certificate, validation_context=context)
        try:
            asyncio.run(validator.async_validate_path())
            SIGNING.validate(certificate)
        except (ValidationError, PathBuildingError) as error:
            return _verdict(error)
        return Verdict.VALID

    def close(self) -> None:
        self._lists.close()
        self._responders.close()

    def _told(
        self, certificates: Sequence[x509.Certificate], now: datetime
    ) -> list[ocsp.OCSPResponse]:
        """What responders say; where one is out of order, the lists have to do."""
        try:
            return self._responders.read(certificates, [*self._roots, *certificates], now)
        except ProcflowError:
            if self._lists:
                return []
            raise


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
