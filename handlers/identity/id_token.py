"""Verifying an ID token (OpenID Connect Core 1.0 §3.1.3.7)."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256, sha384, sha512
from secrets import compare_digest
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jws import extract_compact

from ...engine.errors import ForgedMessage
from .key_book import KeyBook

DIGESTS = {"256": sha256, "384": sha384, "512": sha512}
OLDEST = timedelta(minutes=10)
"""An ID token is read right after it was issued."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What the token has to say. access_token: what came beside it."""

    issuer: str
    client: str
    nonce: str = field(repr=False)
    algorithms: Collection[str]
    skew: timedelta
    access_token: str = field(repr=False)


def verified(token: str, keys: KeyBook, expected: Expected, now: datetime) -> Mapping[str, Any]:
    """The claims of the token. Raises ForgedMessage, and what fetching keys raises."""
    algorithm, key_name = _head(token, expected.algorithms)
    claims = _claims(token, keys, key_name, algorithm)
    for key, holds in _demands(claims, expected, algorithm, now):
        if not holds:
            raise ForgedMessage.of(key)
    return claims


def _head(token: str, allowed: Collection[str]) -> tuple[str, str | None]:
    """The algorithm and the name of the key, as the token claims before anything is verified."""
    try:
        head = extract_compact(token.encode()).headers()
    except (JoseError, ValueError, TypeError, UnicodeError):
        raise ForgedMessage.of("persons.token-shape") from None
    algorithm, name = head.get("alg"), head.get("kid")
    if algorithm not in allowed:
        raise ForgedMessage.of("persons.token-algorithm")
    return str(algorithm), name if isinstance(name, str) else None


def _claims(token: str, keys: KeyBook, name: str | None, algorithm: str) -> Mapping[str, Any]:
    key = keys.find(name)
    try:
        return jwt.decode(token, key, algorithms=[algorithm]).claims
    except (JoseError, ValueError, TypeError, json.JSONDecodeError):
        raise ForgedMessage.of("persons.token-signature") from None


def _demands(
    claims: Mapping[str, Any], expected: Expected, algorithm: str, now: datetime
) -> list[tuple[str, bool]]:
    """Each demand as the sentence that tells it is not met."""
    moment, skew = now.timestamp(), expected.skew.total_seconds()
    ends, issued = _number(claims.get("exp")), _number(claims.get("iat"))
    subject = claims.get("sub")
    return [
        ("persons.token-issuer", claims.get("iss") == expected.issuer),
        ("persons.token-audience", _is_for(claims, expected.client)),
        ("persons.token-nonce", _same(claims.get("nonce"), expected.nonce)),
        ("persons.token-subject", isinstance(subject, str) and bool(subject)),
        ("persons.token-expired", ends is not None and moment < ends + skew),
        ("persons.token-early", issued is not None and issued <= moment + skew),
        ("persons.token-old", issued is not None and issued >= moment - _oldest(expected)),
        ("persons.token-hash", _fits(claims.get("at_hash"), expected.access_token, algorithm)),
    ]


def _oldest(expected: Expected) -> float:
    return (OLDEST + expected.skew).total_seconds()


def _is_for(claims: Mapping[str, Any], client: str) -> bool:
    """For this client; where it is for others too, it was issued to this client."""
    audience = claims.get("aud")
    listed = audience if isinstance(audience, list) else [audience]
    party = claims.get("azp")
    return client in listed and (party == client or (party is None and len(listed) == 1))


def _fits(at_hash: Any, access_token: str, algorithm: str) -> bool:
    """The left half of the access token's hash, where the provider gives it."""
    if at_hash is None:
        return True
    digest = DIGESTS[algorithm[-3:]](access_token.encode()).digest()
    half = urlsafe_b64encode(digest[: len(digest) // 2]).rstrip(b"=").decode()
    return _same(at_hash, half)


def _same(found: Any, expected: str) -> bool:
    return isinstance(found, str) and compare_digest(found.encode(), expected.encode())


def _number(value: Any) -> float | None:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None
