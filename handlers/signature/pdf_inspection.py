"""Verifying the signatures of a PDF."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import TypeVar

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus

from ...engine.errors import BadInput, ProcflowError
from .judgement import FoundSignature, Verdict
from .pdf_signing import name_of
from .port import Chain
from .trust import SIGNING, Trust

STAMP = "signature_time_stamp_token"

_Value = TypeVar("_Value")


def inspected(content: bytes, trust: Trust, now: datetime) -> tuple[FoundSignature, ...]:
    """The signatures of a PDF, oldest first; none for a PDF without.

    A signature with a trusted time stamp is judged by that moment, any other by `now`. Raises
    BadInput for what is no PDF, BadConfiguration when a revocation list cannot be read.
    """
    return tuple(_found(each, trust, now) for each in _signatures(content))


def _signatures(content: bytes) -> list[EmbeddedPdfSignature]:
    return _read(lambda: PdfFileReader(BytesIO(content)).embedded_regular_signatures)


def _found(signature: EmbeddedPdfSignature, trust: Trust, now: datetime) -> FoundSignature:
    chain = _read(lambda: _chain(signature))
    stamps = _read(lambda: _of_stamp(signature))
    context = trust.context(now, others=(chain.signer, *chain.others, *stamps))
    status = _read(lambda: validate_pdf_signature(signature, context, key_usage_settings=SIGNING))
    stamp = _trusted_stamp(status)
    certificate = status.signing_cert
    return FoundSignature(
        signer=name_of(certificate),
        serial=str(certificate.serial_number),
        verdict=_verdict(status, chain, trust, now, stamp),
        signed_at=stamp or status.signer_reported_dt,
        stamped=stamp is not None,
        whole=status.coverage is not None and status.coverage.name == "ENTIRE_FILE",
    )


def _chain(signature: EmbeddedPdfSignature) -> Chain:
    others = tuple(each.dump() for each in signature.other_embedded_certs)
    return Chain(signer=signature.signer_cert.dump(), others=others)


def _of_stamp(signature: EmbeddedPdfSignature) -> tuple[bytes, ...]:
    """The certificates that came with a time stamp, in DER."""
    attributes = (each for each in signature.signer_info["unsigned_attrs"])
    stamps = (each["values"] for each in attributes if each["type"].native == STAMP)
    signed = (token["content"] for tokens in stamps for token in tokens)
    return tuple(each.chosen.dump() for stamp in signed for each in stamp["certificates"])


def _trusted_stamp(status: PdfSignatureStatus) -> datetime | None:
    """When it was signed for sure; a time stamp that is not to be trusted counts as none."""
    stamp = status.timestamp_validity
    if stamp is None or not (stamp.intact and stamp.valid and stamp.trusted):
        return None
    return stamp.timestamp


def _verdict(
    status: PdfSignatureStatus, chain: Chain, trust: Trust, now: datetime, stamp: datetime | None
) -> Verdict:
    kept = status.docmdp_ok or status.modification_level is None
    if not (status.intact and status.valid and kept and status.seed_value_ok):
        return Verdict.ALTERED
    return trust.judge(chain, now, at=stamp) if trust.has_roots else Verdict.UNTRUSTED


def _read(work: Callable[[], _Value]) -> _Value:
    """Raises BadInput: a hostile file can break a reader of PDF in any way."""
    try:
        return work()
    except ProcflowError:
        raise
    except Exception:
        raise BadInput.of("documents.no-pdf") from None
