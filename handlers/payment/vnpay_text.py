"""The text of VNPAY 2.1.0: fields, signatures, amounts and moments. Nothing is sent here.

The redirect, the callback and the return page are signed over their sorted query string; what is
asked over the merchant interface over its values, joined by `|`.
"""

from __future__ import annotations

import hmac
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from hashlib import sha512
from urllib.parse import parse_qsl, quote, quote_plus, urlencode

from ...engine.errors import ForgedMessage
from ...engine.model.secret import Secret
from ..local_time import VIETNAM, local

VERSION = "2.1.0"
HASH, HASH_TYPE = "vnp_SecureHash", "vnp_SecureHashType"
LONGEST_INFO = 255

QUERY_FIELDS = [
    "RequestId",
    "Version",
    "Command",
    "TmnCode",
    "TxnRef",
    "TransactionDate",
    "CreateDate",
    "IpAddr",
    "OrderInfo",
]
REFUND_FIELDS = [
    "RequestId",
    "Version",
    "Command",
    "TmnCode",
    "TransactionType",
    "TxnRef",
    "Amount",
    "TransactionNo",
    "TransactionDate",
    "CreateBy",
    "CreateDate",
    "IpAddr",
    "OrderInfo",
]
ANSWER_FIELDS = [
    "ResponseId",
    "Command",
    "ResponseCode",
    "Message",
    "TmnCode",
    "TxnRef",
    "Amount",
    "BankCode",
    "PayDate",
    "TransactionNo",
    "TransactionType",
    "TransactionStatus",
    "OrderInfo",
]
QUERY_ANSWER_FIELDS = [*ANSWER_FIELDS, "PromotionCode", "PromotionAmount"]
"""The last two are signed even where they are absent."""


def signed_query(fields: Mapping[str, str], secret: Secret) -> str:
    """The query string with its signature; empty values are left out."""
    text = urlencode(_sorted(fields.items()))
    return f"{text}&{HASH}={_hmac(text, secret)}"


def verified_query(raw: bytes, secret: Secret) -> dict[str, str]:
    """The fields of a query string VNPAY has signed. Raises ForgedMessage.

    A space may have been signed as `+` or as `%20`, and a field never comes twice.
    """
    try:
        text = raw.decode("ascii")
        pairs = parse_qsl(text, keep_blank_values=True, strict_parsing=True, errors="strict")
    except ValueError:
        raise ForgedMessage.of("payments.forged") from None
    fields = dict(pairs)
    given = fields.pop(HASH, "").lower()
    fields.pop(HASH_TYPE, None)
    if len(pairs) != len({name for name, _ in pairs}) or not given.isascii():
        raise ForgedMessage.of("payments.forged")
    texts = [_as_written(text), *(_encoded(fields, how) for how in (quote_plus, quote))]
    if not any(hmac.compare_digest(given, _hmac(each, secret)) for each in texts):
        raise ForgedMessage.of("payments.forged")
    return fields


def signed_values(
    values: Mapping[str, str], order: Iterable[str], secret: Secret
) -> dict[str, str]:
    """The JSON of a request to the merchant interface; `values` without the prefix `vnp_`."""
    signature = _hmac("|".join(values[name] for name in order), secret)
    return {f"vnp_{name}": value for name, value in values.items()} | {HASH: signature}


def is_signed(answer: Mapping[str, object], order: Iterable[str], secret: Secret) -> bool:
    """Whether an answer of the merchant interface is VNPAY's."""
    given = answer.get(HASH)
    if not isinstance(given, str) or not given.isascii():
        return False
    said = (answer.get(f"vnp_{name}") for name in order)
    text = "|".join("" if value is None else str(value) for value in said)
    return hmac.compare_digest(given.lower(), _hmac(text, secret))


def moment_text(moment: datetime) -> str:
    """`yyyyMMddHHmmss`, 24 hours, GMT+7."""
    return f"{local(moment):%Y%m%d%H%M%S}"


def read_moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%Y%m%d%H%M%S").replace(tzinfo=VIETNAM)
    except ValueError:
        return None


def amount_text(amount: Decimal) -> str:
    """Whole đồng times 100."""
    return str(int(amount) * 100)


def read_amount(text: str) -> Decimal:
    """Raises ValueError for what is no whole đồng times 100."""
    hundredths = int(text)
    if hundredths < 0 or hundredths % 100:
        raise ValueError(text)
    return Decimal(hundredths // 100)


def plain(text: str) -> str:
    """A text without accents and signs, as VNPAY wants what an order is for."""
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    letters = (sign for sign in bare if not unicodedata.combining(sign))
    kept = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in letters)
    return " ".join(kept.split())[:LONGEST_INFO]


def _hmac(text: str, secret: Secret) -> str:
    return hmac.new(secret.reveal().encode(), text.encode(), sha512).hexdigest()


def _sorted(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted((name, value) for name, value in pairs if value != "")


def _encoded(fields: Mapping[str, str], how: Callable[..., str]) -> str:
    return urlencode(_sorted(fields.items()), quote_via=how, safe="")


def _as_written(text: str) -> str:
    """The pairs in order, each exactly as it came."""
    pairs = (pair.partition("=") for pair in text.split("&"))
    kept = _sorted((name, value) for name, _, value in pairs if name not in (HASH, HASH_TYPE))
    return "&".join(f"{name}={value}" for name, value in kept)
