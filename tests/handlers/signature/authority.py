"""A certification authority for the tests: certificates, key files and revocation lists."""

from __future__ import annotations

from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from cryptography.x509 import ocsp
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID

NOW = datetime.fromisoformat("2026-03-02T08:00:00+07:00")
YEAR = timedelta(days=365)
USAGES = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)


def new_key(kind="ec"):
    if kind == "rsa":
        return rsa.generate_private_key(65537, 2048)
    return ec.generate_private_key(ec.SECP256R1())


def named(name):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def certificate(
    name, key, issuer, issuer_key, *, since, until, usage, purposes=(), ca=False, responder=""
):
    builder = (
        x509.CertificateBuilder()
        .subject_name(named(name))
        .issuer_name(named(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(since)
        .not_valid_after(until)
        .add_extension(x509.BasicConstraints(ca, None), critical=True)
        .add_extension(x509.KeyUsage(*(name in usage for name in USAGES)), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), False
        )
    )
    if responder:
        place = x509.UniformResourceIdentifier(responder)
        access = x509.AccessDescription(AuthorityInformationAccessOID.OCSP, place)
        builder = builder.add_extension(x509.AuthorityInformationAccess([access]), False)
    if purposes:
        builder = builder.add_extension(x509.ExtendedKeyUsage(purposes), critical=True)
    return builder.sign(issuer_key, hashes.SHA256())


class Authority:
    """Issues certificates around a moment."""

    def __init__(self, name="CA Thử nghiệm", now=NOW):
        self.name = name
        self.now = now
        self.key = new_key()
        self.root = certificate(
            name,
            self.key,
            name,
            self.key,
            since=now - 10 * YEAR,
            until=now + 10 * YEAR,
            usage={"key_cert_sign", "crl_sign"},
            ca=True,
        )

    def issue(self, name="UBND phường Thử Nghiệm", *, kind="ec", since=None, until=None, **more):
        key = new_key(kind)
        about = {"usage": {"digital_signature", "content_commitment"}, **more}
        issued = certificate(
            name,
            key,
            self.name,
            self.key,
            since=since or self.now - YEAR,
            until=until or self.now + YEAR,
            **about,
        )
        return key, issued

    def issue_for_stamps(self):
        """A key and certificate of a time-stamping authority."""
        return self.issue(
            "TSA Thử nghiệm",
            kind="rsa",
            until=self.now + 8 * YEAR,
            usage={"digital_signature"},
            purposes=[ExtendedKeyUsageOID.TIME_STAMPING],
        )

    def revocations(self, *revoked, since=None, until=None):
        """A revocation list in DER: each is (certificate, moment)."""
        builder = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(named(self.name))
            .last_update(since or self.now - timedelta(days=1))
            .next_update(until or self.now + timedelta(days=7))
            .add_extension(x509.CRLNumber(1), critical=False)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key()), False
            )
        )
        for each, moment in revoked:
            entry = x509.RevokedCertificateBuilder().serial_number(each.serial_number)
            builder = builder.add_revoked_certificate(entry.revocation_date(moment).build())
        return builder.sign(self.key, hashes.SHA256()).public_bytes(Encoding.DER)

    def told(self, request, revoked, now):
        """An OCSP response in DER for a request in DER. revoked: moments by serial number."""
        asked = ocsp.load_der_ocsp_request(request)
        moment = revoked.get(asked.serial_number)
        state = ocsp.OCSPCertStatus.REVOKED if moment else ocsp.OCSPCertStatus.GOOD
        builder = ocsp.OCSPResponseBuilder().add_response_by_hash(
            asked.issuer_name_hash,
            asked.issuer_key_hash,
            asked.serial_number,
            asked.hash_algorithm,
            state,
            now - timedelta(minutes=1),
            now + timedelta(hours=1),
            moment,
            None,
        )
        builder = builder.responder_id(ocsp.OCSPResponderEncoding.HASH, self.root)
        for extension in asked.extensions:
            builder = builder.add_extension(extension.value, False)
        answer = builder.sign(self.key, hashes.SHA256())
        return answer.public_bytes(Encoding.DER)


def pem(issued):
    return issued.public_bytes(Encoding.PEM)


def key_file(key, issued, password, *others):
    """A PKCS#12 file."""
    locked = BestAvailableEncryption(password.encode())
    return pkcs12.serialize_key_and_certificates(b"khoa", key, issued, list(others), locked)
