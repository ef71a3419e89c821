"""Reading files of certificates and revocation lists, in PEM or DER."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from asn1crypto import crl, pem, x509

from ...engine.errors import BadConfiguration
from .files import content_of
from .port import Chain

_Read = TypeVar("_Read")


def certificates_in(file: Path) -> list[x509.Certificate]:
    """Raises BadConfiguration when the file cannot be read or holds anything else."""
    return _read(file, lambda part: x509.Certificate.load(part, strict=True))


def certificate_of(chain: Chain) -> x509.Certificate:
    return x509.Certificate.load(chain.signer)


def revocation_lists_in(content: bytes, name: str) -> list[crl.CertificateList]:
    """Raises BadConfiguration when the content is anything else. name: of where it is from."""
    return _parts(content, name, lambda part: crl.CertificateList.load(part, strict=True))


def _read(file: Path, load: Callable[[bytes], _Read]) -> list[_Read]:
    return _parts(content_of(file), str(file), load)


def _parts(content: bytes, name: str, load: Callable[[bytes], _Read]) -> list[_Read]:
    try:
        if not pem.detect(content):
            return [_whole(load(content))]
        return [_whole(load(part)) for _, _, part in pem.unarmor(content, multiple=True)]
    except (ValueError, TypeError):
        raise BadConfiguration.of("documents.no-certificates", file=name) from None


def _whole(value: _Read) -> _Read:
    """asn1crypto reads late; reading all now shows what is broken. Raises ValueError."""
    _ = value.native  # type: ignore[attr-defined]  # every asn1crypto value has it
    return value
