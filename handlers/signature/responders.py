"""OCSP (RFC 6960): whether a certificate was revoked, asked of the authority that issued it.

Only responders of the settings are asked: the address in a certificate that somebody handed in may
lead anywhere. What a response is worth is pyhanko-certvalidator's to judge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from http import HTTPStatus
from threading import Lock
from urllib.parse import urlsplit

from asn1crypto import ocsp, x509
from pyhanko_certvalidator.authority import AuthorityWithCert
from pyhanko_certvalidator.errors import OCSPFetchError, OCSPValidationError
from pyhanko_certvalidator.fetchers.common_utils import (
    format_ocsp_request,
    process_ocsp_response_data,
)

from ...engine.errors import BadAnswer
from ..wire import Wire, WireSettings

QUERY, REPLY = "application/ocsp-request", "application/ocsp-response"
FRESH = timedelta(minutes=5)
"""How long an answer serves for the same certificate: signing looks three times."""

HASH_OF_NAMES = "sha1"
"""Which certificate is meant; it proves nothing, and some responders know no other (RFC 5019)."""


class Responders:
    """Safe for threads."""

    def __init__(self, addresses: Sequence[str] = (), timeout: float = 10) -> None:
        self._wires = {each: _wire(each, timeout) for each in addresses}
        self._lock = Lock()
        self._answers: dict[bytes, tuple[datetime, ocsp.OCSPResponse]] = {}

    def __bool__(self) -> bool:
        return bool(self._wires)

    def read(
        self,
        certificates: Sequence[x509.Certificate],
        issuers: Sequence[x509.Certificate],
        now: datetime,
    ) -> list[ocsp.OCSPResponse]:
        """What is said of the certificates whose issuer is known and has a responder of ours.

        Raises BadAnswer, and what Wire raises.
        """
        found = []
        for certificate, issuer in _issued(certificates, issuers):
            wire = self._wire_for(certificate)
            if wire is not None:
                found.append(self._answer(wire, certificate, issuer, now))
        return found

    def close(self) -> None:
        for wire in self._wires.values():
            wire.close()

    def _wire_for(self, certificate: x509.Certificate) -> Wire | None:
        """The responder the certificate names; the only one there is for one that names none."""
        named = {_place(address) for address in certificate.ocsp_urls}
        if not named and len(self._wires) == 1:
            return next(iter(self._wires.values()))
        return next((w for address, w in self._wires.items() if _place(address) in named), None)

    def _answer(
        self, wire: Wire, certificate: x509.Certificate, issuer: x509.Certificate, now: datetime
    ) -> ocsp.OCSPResponse:
        name = certificate.sha256
        with self._lock:
            self._answers = {
                each: kept for each, kept in self._answers.items() if now - kept[0] < FRESH
            }
            if name in self._answers:
                return self._answers[name][1]
        answer = _asked(wire, certificate, issuer)
        with self._lock:
            self._answers[name] = (now, answer)
        return answer


def _asked(
    wire: Wire, certificate: x509.Certificate, issuer: x509.Certificate
) -> ocsp.OCSPResponse:
    request = format_ocsp_request(
        certificate,
        AuthorityWithCert(issuer),
        certid_hash_algo=HASH_OF_NAMES,
        request_nonces=True,
    )
    answer = wire.ask(
        "POST", content=request.dump(), headers={"Content-Type": QUERY}, repeatable=True
    )
    kind = answer.headers.get("content-type", "").partition(";")[0].strip()
    if answer.status != HTTPStatus.OK or kind != REPLY:
        raise answer.unread("an OCSP response")
    try:
        response = process_ocsp_response_data(
            answer.body, ocsp_request=request, ocsp_url=wire.system
        )
        _ = response.native  # read whole now: asn1crypto reads late
    except (OCSPFetchError, OCSPValidationError, ValueError, TypeError):
        raise BadAnswer.of("documents.responder-refused", system=wire.system) from None
    return response


def _issued(
    certificates: Iterable[x509.Certificate], issuers: Sequence[x509.Certificate]
) -> Iterator[tuple[x509.Certificate, x509.Certificate]]:
    """Each certificate with the one it was issued by; those that issued themselves aside."""
    for certificate in certificates:
        if certificate.self_signed == "no":
            for issuer in issuers:
                if issuer.subject == certificate.issuer and _is_key_of(issuer, certificate):
                    yield certificate, issuer
                    break


def _is_key_of(issuer: x509.Certificate, certificate: x509.Certificate) -> bool:
    """Two certificates of an authority may have the same name and other keys."""
    wanted, found = certificate.authority_key_identifier, issuer.key_identifier
    return wanted is None or found is None or wanted == found


def _place(address: str) -> tuple[str, str, int | None, str]:
    url = urlsplit(address)
    return url.scheme, (url.hostname or "").lower(), url.port, url.path.rstrip("/")


def _wire(address: str, timeout: float) -> Wire:
    settings = WireSettings(address=address, timeout=timeout)
    return Wire(settings, system=f"the OCSP responder {urlsplit(address).hostname}")
