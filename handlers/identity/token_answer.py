"""What a provider gives for a code."""

from __future__ import annotations

from dataclasses import dataclass

from ...engine.model.secret import Secret
from ..wire import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    id_token: Secret
    access_token: Secret


def read_tokens(answer: Answer) -> Tokens:
    """Raises BadAnswer for anything but the two tokens."""
    if not answer.ok:
        raise answer.unread("tokens")
    given = answer.fields()
    found = [given.get(name) for name in ("id_token", "access_token")]
    if not all(isinstance(each, str) and each for each in found):
        raise answer.unread("tokens")
    if str(given.get("token_type", "")).lower() != "bearer":
        raise answer.unread("a bearer token")
    return Tokens(id_token=Secret(str(found[0])), access_token=Secret(str(found[1])))
