"""Text messages as the eSMS gateway takes them: fields, result codes, delivery reports.

A report comes as a query to the address that went out with the message and is not signed by the
gateway; a word in that address, which only the gateway was told, shows that it is the gateway's.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qsl, urlencode

from ...engine.errors import ForgedMessage
from ...engine.model.secret import Secret
from .report import Report

SEND = "/MainService.svc/json/SendMultipleMessage_V4_post_json/"
TO_CUSTOMERS = "2"
TAKEN, UNKNOWN_ERROR, TAKEN_BEFORE = "100", "99", "124"
WRONG_SETTINGS = frozenset({"101", "102", "103", "104"})
"""Keys, a locked account, no credit, a brand name that is not registered."""

WORD = "word"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """number: of the notice; the gateway takes it once in 24 hours. callback: for the report."""

    phone: str
    text: str
    number: str
    callback: str = ""

    def fields(
        self, api_key: Secret, secret_key: Secret, *, brand: str, sandbox: bool
    ) -> dict[str, str]:
        fields = {
            "ApiKey": api_key.reveal(),
            "SecretKey": secret_key.reveal(),
            "Content": self.text,
            "Phone": self.phone,
            "Brandname": brand,
            "SmsType": TO_CUSTOMERS,
            "IsUnicode": "0" if self.text.isascii() else "1",
            "Sandbox": "1" if sandbox else "0",
            "RequestId": self.number,
        }
        return fields | ({"CallbackUrl": self.callback} if self.callback else {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """code: empty for an answer that has none. message: the gateway's id of it. words: its
    explanation.
    """

    code: str
    message: str | None
    words: str

    @property
    def reason(self) -> str:
        return f"{self.code} {self.words}".strip()


def read_result(answer: Mapping[str, Any]) -> Result:
    return Result(
        code=_text(answer.get("CodeResult")),
        message=_text(answer.get("SMSID")) or None,
        words=_text(answer.get("ErrorMessage")),
    )


def callback_address(page: str, number: str, secret_key: Secret) -> str:
    """Where the gateway tells what became of the message."""
    joint = "&" if "?" in page else "?"
    return f"{page}{joint}{urlencode({WORD: _word(number, secret_key)})}"


def read_report(raw: bytes, secret_key: Secret, *, now: datetime) -> tuple[str, Report | None]:
    """The notice's number and the report; none while the message is still on its way.

    Raises ForgedMessage.
    """
    fields = _fields(raw)
    number = fields.get("RequestId", "")
    if not hmac.compare_digest(fields.get(WORD, "").encode(), _word(number, secret_key).encode()):
        raise ForgedMessage.of("notification.forged")
    if _counted(fields, "SendSuccess"):
        return number, Report(delivered=True, at=now)
    if _counted(fields, "SendFailed"):
        reason = fields.get("ErrorInfo", "")[:100] or None
        return number, Report(delivered=False, at=now, reason=reason)
    return number, None


def _fields(raw: bytes) -> dict[str, str]:
    try:
        return dict(parse_qsl(raw.decode("ascii"), keep_blank_values=True, max_num_fields=50))
    except ValueError:
        raise ForgedMessage.of("notification.forged") from None


def _word(number: str, secret_key: Secret) -> str:
    said = f"procflow notice {number}".encode()
    return hmac.new(secret_key.reveal().encode(), said, sha256).hexdigest()[:40]


def _counted(fields: Mapping[str, str], name: str) -> bool:
    written = fields.get(name, "")
    return written.isdecimal() and int(written) > 0


def _text(value: object) -> str:
    return str(value) if isinstance(value, str | int) else ""
