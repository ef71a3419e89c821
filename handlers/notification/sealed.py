"""Texts kept so that only who has the secret can read them: JSON Web Encryption, AES-256-GCM.

A copy of the database is then no key to somebody's account.
"""

from __future__ import annotations

from hashlib import sha256

from joserfc import jwe
from joserfc.errors import JoseError
from joserfc.jwk import OctKey

from ...engine.model.secret import Secret

HEADER = {"alg": "dir", "enc": "A256GCM"}


def seal(text: str, secret: Secret) -> str:
    return jwe.encrypt_compact(HEADER, text.encode(), _key(secret))


def unseal(sealed: str, secret: Secret) -> str | None:
    """The text; None when it was sealed with another secret."""
    try:
        content = jwe.decrypt_compact(sealed, _key(secret)).plaintext
    except (JoseError, ValueError):
        return None
    return None if content is None else content.decode()


def _key(secret: Secret) -> OctKey:
    return OctKey.import_key(sha256(b"procflow zalo token " + secret.reveal().encode()).digest())
