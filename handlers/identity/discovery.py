"""What an OpenID provider publishes of itself (OpenID Connect Discovery 1.0 §3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from ...engine.errors import BadConfiguration

WELL_KNOWN = "/.well-known/openid-configuration"
NEEDED = ("authorization_endpoint", "token_endpoint", "jwks_uri")
OPTIONAL = ("userinfo_endpoint", "end_session_endpoint")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The addresses of a provider. names_itself: its answers carry `iss` (RFC 9207)."""

    issuer: str
    authorization: str
    token: str
    keys: str
    userinfo: str | None = None
    end_session: str | None = None
    secret_in_form: bool = False
    names_itself: bool = False


def read_metadata(published: Mapping[str, Any], issuer: str) -> Metadata:
    """Raises BadConfiguration: of another issuer, an address is missing or less protected."""
    if published.get("issuer") != issuer:
        raise BadConfiguration.of("persons.other-issuer", issuer=issuer)
    found = {name: published.get(name) for name in (*NEEDED, *OPTIONAL)}
    for name, address in found.items():
        if address is None and name in OPTIONAL:
            continue
        if not _is_protected(address, issuer):
            raise BadConfiguration.of("persons.bad-endpoint", issuer=issuer, endpoint=name)
    if "S256" not in published.get("code_challenge_methods_supported", ["S256"]):
        raise BadConfiguration.of("persons.no-pkce", issuer=issuer)
    methods = published.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
    return Metadata(
        issuer=issuer,
        authorization=str(found["authorization_endpoint"]),
        token=str(found["token_endpoint"]),
        keys=str(found["jwks_uri"]),
        userinfo=found["userinfo_endpoint"],
        end_session=found["end_session_endpoint"],
        secret_in_form="client_secret_basic" not in methods,
        names_itself=published.get("authorization_response_iss_parameter_supported") is True,
    )


def _is_protected(address: object, issuer: str) -> bool:
    """An address as well protected as the issuer's own."""
    if not isinstance(address, str):
        return False
    url = urlsplit(address)
    return url.scheme == urlsplit(issuer).scheme and bool(url.hostname) and not url.fragment
