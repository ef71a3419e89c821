"""What every store of documents, and every holder of a key, must do.

    for step in EXERCISE:
        step(documents)
    for step in KEY_EXERCISE:
        step(key)

Each step uses keys and codes of its own, so that an adapter may be used for all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from ...engine.errors import Conflict, NotFound
from ..expectations import expect, expect_refusal
from ..local_time import VIETNAM
from .document import Document, Draft, Seal, hash_of
from .port import Documents, SigningKey

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=VIETNAM)
HOUR = timedelta(hours=1)
DRAFT = Draft(title="Giấy tiếp nhận", number="12/2026/GTN", dossier="H56.14-260302-0001")
SEAL = Seal(signer="UBND phường", serial="77", level="B-B", signed_at=MORNING, reason="Ký")


def begins_once_for_a_key(documents: Documents) -> None:
    first = _begin(documents, "begin:1", "BEGN-0001")
    again = documents.begin(DRAFT, key="begin:1", code="BEGN-0002", now=MORNING + HOUR)
    expect("the document of the repeated call", again, first)
    expect("its code", first.code, "BEGN-0001")
    expect("its content", first.newest, None)
    expect_refusal(NotFound, lambda: documents.find("BEGN-0002"))


def keeps_what_is_said_of_it(documents: Documents) -> None:
    _begin(documents, "said:1", "SAID-0001")
    found = documents.find("SAID-0001")
    expect("what is said of the document", found.draft, DRAFT)
    expect("the moment it was begun", found.begun_at, MORNING)


def keeps_the_first_content_once(documents: Documents) -> None:
    _begin(documents, "keep:1", "KEEP-0001")
    kept = documents.keep("KEEP-0001", b"%PDF one")
    expect("the document kept again", documents.keep("KEEP-0001", b"%PDF one"), kept)
    expect("its hash", _newest(kept), hash_of(b"%PDF one"))
    expect("its content", documents.content(_newest(kept)), b"%PDF one")
    expect_refusal(Conflict, lambda: documents.keep("KEEP-0001", b"%PDF two"))


def the_same_content_may_be_two_documents(documents: Documents) -> None:
    for number in (1, 2):
        _begin(documents, f"twin:{number}", f"TWIN-000{number}")
        documents.keep(f"TWIN-000{number}", b"%PDF twin")
    expect("the content", documents.content(hash_of(b"%PDF twin")), b"%PDF twin")


def adds_a_signed_content_once_for_a_key(documents: Documents) -> None:
    _begin(documents, "sign:1", "SIGN-0001")
    plain = _newest(documents.keep("SIGN-0001", b"%PDF plain"))
    expect("the document before", documents.signed("sign:2"), None)
    signed = documents.add("SIGN-0001", b"%PDF signed", SEAL, over=plain, key="sign:2")
    again = documents.add("SIGN-0001", b"%PDF other", SEAL, over=plain, key="sign:2")
    expect("the document of the repeated call", again, signed)
    expect("its seals", signed.seals, (SEAL,))
    expect("its newest content", documents.content(_newest(signed)), b"%PDF signed")
    expect("the content before", documents.content(plain), b"%PDF plain")


def a_later_signature_changes_nothing_for_the_first(documents: Documents) -> None:
    _begin(documents, "late:1", "LATE-0001")
    plain = _newest(documents.keep("LATE-0001", b"%PDF late"))
    first = documents.add("LATE-0001", b"%PDF late 1", SEAL, over=plain, key="late:2")
    documents.add("LATE-0001", b"%PDF late 2", SEAL, over=_newest(first), key="late:3")
    expect("what the first call gave", documents.signed("late:2"), first)
    expect("the versions now", len(documents.find("LATE-0001").versions), 3)


def refuses_a_signature_over_an_older_content(documents: Documents) -> None:
    _begin(documents, "race:1", "RACE-0001")
    plain = _newest(documents.keep("RACE-0001", b"%PDF race"))
    documents.add("RACE-0001", b"%PDF race 1", SEAL, over=plain, key="race:2")
    expect_refusal(
        Conflict,
        lambda: documents.add("RACE-0001", b"%PDF race 2", SEAL, over=plain, key="race:3"),
    )


def refuses_what_nobody_kept(documents: Documents) -> None:
    expect_refusal(NotFound, lambda: documents.find("NONE-0001"))
    expect_refusal(NotFound, lambda: documents.keep("NONE-0001", b"x"))
    expect_refusal(NotFound, lambda: documents.content("0" * 64))
    expect_refusal(
        NotFound, lambda: documents.add("NONE-0001", b"x", SEAL, over="0" * 64, key="none:1")
    )


def tells_that_it_is_well(documents: Documents) -> None:
    expect("the check", documents.check().ok, True)


EXERCISE: tuple[Callable[[Documents], None], ...] = (
    begins_once_for_a_key,
    keeps_what_is_said_of_it,
    keeps_the_first_content_once,
    the_same_content_may_be_two_documents,
    adds_a_signed_content_once_for_a_key,
    a_later_signature_changes_nothing_for_the_first,
    refuses_a_signature_over_an_older_content,
    refuses_what_nobody_kept,
    tells_that_it_is_well,
)


def its_signature_fits_its_certificate(key: SigningKey) -> None:
    certificate = x509.load_der_x509_certificate(key.chain().signer)
    signature = key.sign(b"attributes", key="fits:1")
    _verify(certificate, signature, b"attributes")
    expect_refusal(InvalidSignature, lambda: _verify(certificate, signature, b"other attributes"))


def its_certificate_stays_the_same(key: SigningKey) -> None:
    expect("the certificate", key.chain().signer, key.chain().signer)


def hides_its_key(key: SigningKey) -> None:
    expect("whether it shows a private key", "PRIVATE" in repr(key) + repr(key.chain()), False)


def the_key_is_well(key: SigningKey) -> None:
    expect("the check", key.check().ok, True)


KEY_EXERCISE: tuple[Callable[[SigningKey], None], ...] = (
    its_signature_fits_its_certificate,
    its_certificate_stays_the_same,
    hides_its_key,
    the_key_is_well,
)


def _begin(documents: Documents, key: str, code: str) -> Document:
    return documents.begin(DRAFT, key=key, code=code, now=MORNING)


def _newest(document: Document) -> str:
    if document.newest is None:
        raise AssertionError("Expected the document to have a content, but it has none")
    return document.newest.hash


def _verify(certificate: x509.Certificate, signature: bytes, attributes: bytes) -> None:
    public = certificate.public_key()
    if isinstance(public, rsa.RSAPublicKey):
        public.verify(signature, attributes, padding.PKCS1v15(), hashes.SHA256())
    elif isinstance(public, ec.EllipticCurvePublicKey):
        public.verify(signature, attributes, ec.ECDSA(hashes.SHA256()))
    else:
        raise AssertionError("Expected an RSA or EC key, but the certificate has another")
