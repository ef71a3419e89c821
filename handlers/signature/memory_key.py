"""A signing key in memory, for rehearsals and features."""

from __future__ import annotations

from datetime import UTC, datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from ...engine.model.check import Check
from .port import Chain
from .software import chain_of, signature

FROM, UNTIL = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


class MemoryKey:
    """A key made when the process begins, with a certificate it signed itself: nobody trusts it
    who was not told to.
    """

    def __init__(self, name: str = "procflow (thử nghiệm)") -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._certificate = _self_signed(self._key, name)

    def chain(self) -> Chain:
        return chain_of(self._certificate)

    def sign(self, attributes: bytes, *, key: str) -> bytes:  # noqa: ARG002 - this key costs nothing
        return signature(self._key, attributes)

    def check(self) -> Check:
        return Check(subject="signature: memory", ok=True, key="handlers.check.memory")


def _self_signed(key: ec.EllipticCurvePrivateKey, name: str) -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=True,
        crl_sign=True,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(FROM)
        .not_valid_after(UNTIL)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
