"""PAdES signatures: who may sign, signing, and a look at what was made before anybody gets it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from asn1crypto import x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.timestamps import TimestampRequestError

from ...engine.errors import BadAnswer, BadConfiguration, BadInput
from ...engine.model.check import Check
from .document import Seal
from .judgement import FoundSignature, Verdict
from .pdf_inspection import inspected
from .pdf_signing import name_of, sealed
from .port import SigningKey, Wish
from .timestamps import WiredStamper
from .trust import Trust

STAMP_SKEW = timedelta(minutes=5)


class PadesPen:
    """Signs B-B, or B-T where there is somebody to ask for time stamps."""

    def __init__(self, trust: Trust, stamper: WiredStamper | None = None) -> None:
        self._trust = trust
        self._stamper = stamper

    def sign(self, content: bytes, key: SigningKey, wish: Wish) -> tuple[bytes, Seal]:
        """Raises BadConfiguration, BadInput, BadAnswer, and what the key and Wire raise."""
        certificate = x509.Certificate.load(key.chain().signer)
        name = name_of(certificate)
        self.may_sign(key, name, wish.at)
        signed = self._signed(content, key, wish)
        self._look_at(self.inspect(signed, wish.at)[-1], name, wish.at)
        return signed, Seal(
            signer=name,
            serial=str(certificate.serial_number),
            level="B-T" if self._stamper else "B-B",
            signed_at=wish.at,
            reason=wish.reason,
        )

    def inspect(self, content: bytes, now: datetime) -> Sequence[FoundSignature]:
        return inspected(content, self._trust, now)

    def check(self) -> Check:
        if self._stamper is not None:
            return self._stamper.check()
        return Check(subject="signature: pen", ok=True, key="documents.pen-ready")

    def close(self) -> None:
        self._trust.close()
        if self._stamper is not None:
            self._stamper.close()

    def may_sign(self, key: SigningKey, name: str, now: datetime) -> None:
        verdict = self._trust.judge(key.chain(), now)
        if verdict is not Verdict.VALID:
            raise _refused(name, verdict)

    def _signed(self, content: bytes, key: SigningKey, wish: Wish) -> bytes:
        try:
            return sealed(content, key, wish, self._stamper)
        except TimestampRequestError:
            raise BadAnswer.of("documents.stamp-refused") from None
        except PdfError:
            raise BadInput.of("documents.no-pdf") from None

    def _look_at(self, made: FoundSignature, name: str, now: datetime) -> None:
        """What was made is worth what it should be."""
        expected = {Verdict.VALID} if self._trust.has_roots else {Verdict.VALID, Verdict.UNTRUSTED}
        if made.verdict not in expected:
            raise _refused(name, made.verdict)
        if self._stamper is None or not self._trust.has_roots:
            return
        if not made.stamped or made.signed_at is None:
            raise BadAnswer.of("documents.stamp-untrusted")
        if abs(made.signed_at - now) > STAMP_SKEW:
            raise BadAnswer.of("documents.stamp-skewed")


def _refused(name: str, verdict: Verdict) -> BadConfiguration:
    words = {"why": f"documents.verdict.{verdict}"}
    return BadConfiguration.of("documents.certificate-refused", words, name=name)
