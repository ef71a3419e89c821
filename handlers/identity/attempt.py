"""A login that was begun: what the answer is held against."""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from ...engine.errors import BadInput

RANDOM_BYTES = 32


def random_text() -> str:
    """256 bits that nobody guesses, as text for an address."""
    return secrets.token_urlsafe(RANDOM_BYTES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """state, nonce, verifier: of OAuth and PKCE. browser: a hash of the session it belongs to.

    return_to: where the person wanted to go, a path of the portal.
    """

    state: str = field(repr=False)
    nonce: str = field(repr=False)
    verifier: str = field(repr=False)
    browser: str = field(repr=False)
    return_to: str
    begun_at: datetime
    expires_at: datetime

    @property
    def challenge(self) -> str:
        """PKCE S256 of the verifier (RFC 7636 §4.2)."""
        return _encoded(sha256(self.verifier.encode()).digest())

    def belongs_to(self, browser: str) -> bool:
        return secrets.compare_digest(self.browser, hash_of_browser(browser))


def begun(
    browser: str,
    return_to: str,
    now: datetime,
    expires_at: datetime,
    random: Callable[[], str] = random_text,
) -> Attempt:
    """A fresh attempt of the browser's session.

    Raises BadInput for a way back that is no path of the portal: a login sends nobody elsewhere.
    """
    if not return_to.startswith("/") or return_to.startswith(("//", "/\\")):
        raise BadInput.of("persons.return-to")
    return Attempt(
        state=random(),
        nonce=random(),
        verifier=random(),
        browser=hash_of_browser(browser),
        return_to=return_to,
        begun_at=now,
        expires_at=expires_at,
    )


def hash_of_browser(browser: str) -> str:
    return _encoded(sha256(browser.encode()).digest())


def _encoded(octets: bytes) -> str:
    return urlsafe_b64encode(octets).rstrip(b"=").decode()
