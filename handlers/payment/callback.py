"""The signed message with which the sandbox gateway tells the result of a payment.

Signed are all fields: sorted by name, percent-encoded, joined like a query string, so that two
different callbacks never have the same text; HMAC-SHA256, in hexadecimal.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

from ...engine.errors import ForgedMessage
from ...engine.model.secret import Secret

SIGNATURE = "signature"


@dataclass(frozen=True, slots=True, kw_only=True)
class Callback:
    """What the gateway says. amount: whole đồng as text. paidAt: ISO 8601, empty when not paid."""

    merchant: str
    order: str
    amount: str
    state: str
    transaction: str
    paid_at: str = ""
    receipt: str = ""

    def signed(self, secret: Secret) -> bytes:
        """The callback as it goes over the wire."""
        fields = asdict(self)
        return json.dumps(fields | {SIGNATURE: _signature(fields, secret)}).encode()


def verified(raw: bytes, secret: Secret, merchant: str) -> Callback:
    """The callback that was signed with the secret for the merchant. Raises ForgedMessage."""
    fields = _fields(raw)
    given = fields.pop(SIGNATURE, "")
    if not hmac.compare_digest(given.encode(), _signature(fields, secret).encode()):
        raise ForgedMessage.of("payments.forged")
    try:
        callback = Callback(**fields)
    except TypeError:
        raise ForgedMessage.of("payments.forged") from None
    if callback.merchant != merchant:
        raise ForgedMessage.of("payments.forged")
    return callback


def _fields(raw: bytes) -> dict[str, str]:
    """The fields of a callback that has the right form; nothing is known of who sent it."""
    try:
        read: Any = json.loads(raw)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        read = None
    if not isinstance(read, dict) or not all(isinstance(value, str) for value in read.values()):
        raise ForgedMessage.of("payments.forged")
    return read


def _signature(fields: Mapping[str, str], secret: Secret) -> str:
    text = urlencode(sorted(fields.items()))
    return hmac.new(secret.reveal().encode(), text.encode(), sha256).hexdigest()
