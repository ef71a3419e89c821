"""A signing key in a PKCS#12 file."""

from __future__ import annotations

from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12

from ...engine.errors import BadConfiguration, ProcflowError
from ...engine.model.check import Check
from ...engine.model.secret import Secret
from .files import content_of
from .port import Chain

PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


class SoftwareKey:
    """A key read from a file, kept in memory.

    name: what the settings call it. Raises BadConfiguration for a file that cannot be read, another
    password, and a key and certificate that do not belong together.
    """

    def __init__(self, file: Path, password: Secret, *, name: str) -> None:
        self._name = name
        self._file = file
        self._key, self._chain = _opened(content_of(file), password, str(file))

    def chain(self) -> Chain:
        return self._chain

    def sign(self, attributes: bytes, *, key: str) -> bytes:  # noqa: ARG002 - this key costs nothing
        return signature(self._key, attributes)

    def check(self) -> Check:
        subject, named = f"signature: {self._name}", {"file": str(self._file)}
        try:
            content_of(self._file)
        except ProcflowError as error:
            arguments = named | {"reason": error}
            return Check(subject=subject, ok=False, key="documents.key-gone", arguments=arguments)
        return Check(subject=subject, ok=True, key="documents.key-ready", arguments=named)


def signature(key: PrivateKey, attributes: bytes) -> bytes:
    """The signature with SHA-256."""
    if isinstance(key, rsa.RSAPrivateKey):
        return key.sign(attributes, padding.PKCS1v15(), hashes.SHA256())
    return key.sign(attributes, ec.ECDSA(hashes.SHA256()))


def chain_of(certificate: x509.Certificate, *others: x509.Certificate) -> Chain:
    der = [each.public_bytes(Encoding.DER) for each in (certificate, *others)]
    return Chain(signer=der[0], others=tuple(der[1:]))


def _opened(content: bytes, password: Secret, file: str) -> tuple[PrivateKey, Chain]:
    try:
        found = pkcs12.load_pkcs12(content, password.reveal().encode())
    except (ValueError, TypeError):
        raise BadConfiguration.of("documents.key-closed", file=file) from None
    key, holder = found.key, found.cert
    if not isinstance(key, PrivateKey) or holder is None:
        raise BadConfiguration.of("documents.key-incomplete", file=file)
    if key.public_key() != holder.certificate.public_key():
        raise BadConfiguration.of("documents.key-of-another", file=file)
    others = [each.certificate for each in found.additional_certs]
    return key, chain_of(holder.certificate, *others)
