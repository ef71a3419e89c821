"""Signing a PDF: PAdES B-B, and B-T with a time stamp, by pyHanko over a `SigningKey`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from tempfile import NamedTemporaryFile
from typing import Any

from asn1crypto import x509
from pyhanko.pdf_utils.content import ImportedPdfPage
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, SimpleBoxLayoutRule
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.signers.pdf_cms import Signer
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from .places import place_of
from .port import SigningKey, Wish

DIGEST = "sha256"
FILLED = SimpleBoxLayoutRule(AxisAlignment.ALIGN_MID, AxisAlignment.ALIGN_MID)


def sealed(content: bytes, key: SigningKey, wish: Wish, stamper: TimeStamper | None) -> bytes:
    """The PDF with one more signature; what was there before stays as it was, byte for byte."""
    writer = IncrementalPdfFileWriter(BytesIO(content), strict=True)
    holder = HeldKey(key, wish.key)
    name = f"Signature{len(writer.prev.embedded_signatures) + 1}"
    about = PdfSignatureMetadata(
        field_name=name,
        md_algorithm=DIGEST,
        subfilter=SigSeedSubFilter.PADES,
        reason=wish.reason,
        location=wish.location,
        name=name_of(holder.certificate),
    )
    with _seen(writer.prev, wish, name) as seen:
        signer = TimedSigner(about, holder, timestamper=stamper, **seen)
        signer.at = wish.at
        signed: bytes = signer.sign_pdf(writer).getvalue()
    return signed


@contextmanager
def _seen(reader: PdfFileReader, wish: Wish, name: str) -> Iterator[dict[str, Any]]:
    """Where and how the signature is seen; nothing for a document that has no place for it."""
    place = place_of(reader, wish.place) if wish.draw else None
    if place is None or wish.draw is None:
        yield {}
        return
    with NamedTemporaryFile(suffix=".pdf") as page:
        page.write(wish.draw(place.width, place.height))
        page.flush()
        look = ImportedPdfPage(page.name)  # type: ignore[no-untyped-call]  # pyHanko has not typed it
        yield {
            "stamp_style": StaticStampStyle(
                border_width=0, background=look, background_layout=FILLED
            ),
            "new_field_spec": SigFieldSpec(name, on_page=place.page, box=place.box),
        }


def name_of(certificate: x509.Certificate) -> str:
    """Whom a certificate names: the common name, else the organisation, else all of it."""
    subject = certificate.subject.native
    named = subject.get("common_name") or subject.get("organization_name")
    return str(named or certificate.subject.human_friendly)


class HeldKey(Signer):
    """pyHanko's signer over our port."""

    def __init__(self, key: SigningKey, job_key: str) -> None:
        chain = key.chain()
        self.certificate = x509.Certificate.load(chain.signer)
        others = [x509.Certificate.load(each) for each in chain.others]
        known = SimpleCertificateStore()  # type: ignore[no-untyped-call]  # pyHanko has not typed it
        known.register_multiple([self.certificate, *others])
        super().__init__(signing_cert=self.certificate, cert_registry=known)
        self._key = key
        self._job_key = job_key

    async def async_sign_raw(
        self, data: bytes, digest_algorithm: str, dry_run: bool = False
    ) -> bytes:
        if digest_algorithm != DIGEST:
            raise ValueError(digest_algorithm)
        if dry_run:
            return bytes(_longest_signature(self.certificate))
        return self._key.sign(data, key=self._job_key)


class TimedSigner(PdfSigner):
    """A signer that says the given moment, not the machine's."""

    at: datetime

    def init_signing_session(self, *arguments: Any, **named: Any) -> Any:
        session = super().init_signing_session(*arguments, **named)
        session.system_time = self.at
        return session


def _longest_signature(certificate: x509.Certificate) -> int:
    """Bytes: an RSA signature is as long as the key; an ECDSA one is two such numbers in DER."""
    octets = (int(certificate.public_key.bit_size) + 7) // 8
    return octets if certificate.public_key.algorithm == "rsa" else 2 * (octets + 4) + 8
