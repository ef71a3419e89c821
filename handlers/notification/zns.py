"""Zalo's notification service as it is spoken: templates, result codes, signed reports."""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from ...engine.errors import ForgedMessage
from ...engine.model.secret import Secret
from .report import Report

SEND = "/message/template"
TAKEN = 0
WRONG_TOKEN = -124
WRONG_PHONE = -108
NO_TEMPLATE = -109
NO_FIELDS = -111
AT_NIGHT = -133
UNREACHED: Mapping[int, str] = {
    -118: "no-account",
    -114: "declined",
    -119: "declined",
    -139: "declined",
    -141: "declined",
}
"""Codes after which another channel must do it."""

DELIVERED = "user_received_message"
SIGNATURE = "x-zevent-signature"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What Zalo answered. error: None where it is not a number, which says nothing."""

    error: int | None
    words: str
    message: str | None


def read_answer(fields: Mapping[str, Any]) -> Told:
    error = fields.get("error")
    known = error if isinstance(error, int) and not isinstance(error, bool) else None
    content = fields.get("data")
    message = content.get("msg_id") if isinstance(content, Mapping) else None
    return Told(
        error=known,
        words=str(fields.get("message") or ""),
        message=message if isinstance(message, str) else None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A signed report. number: of the notice. report: None for an event of another kind."""

    number: str
    report: Report | None


def read_event(raw: bytes, signature: str, app: str, secret: Secret) -> Event:
    """The event, which is signed: SHA-256 over application, body, time stamp and the account's
    secret. Raises ForgedMessage.
    """
    fields = _fields(raw)
    stamp = str(fields.get("timestamp", ""))
    signed = app.encode() + raw + stamp.encode() + secret.reveal().encode()
    expected = f"mac={sha256(signed).hexdigest()}"
    if not hmac.compare_digest(signature.encode(), expected.encode()):
        raise ForgedMessage.of("notification.forged")
    if str(fields.get("app_id")) != app:
        raise ForgedMessage.of("notification.forged")
    said = fields.get("message")
    message = said if isinstance(said, Mapping) else {}
    number = str(message.get("tracking_id") or "")
    if fields.get("event_name") != DELIVERED or not number:
        return Event(number=number, report=None)
    at = _moment(message.get("delivery_time")) or _moment(stamp)
    return Event(number=number, report=None if at is None else Report(delivered=True, at=at))


def _fields(raw: bytes) -> dict[str, Any]:
    try:
        read = json.loads(raw)
    except (ValueError, RecursionError):
        read = None
    if not isinstance(read, dict):
        raise ForgedMessage.of("notification.forged")
    return read


def _moment(milliseconds: object) -> datetime | None:
    text = str(milliseconds)
    if not text.isdecimal() or len(text) != 13:
        return None
    return datetime.fromtimestamp(int(text) / 1000, tz=UTC)
