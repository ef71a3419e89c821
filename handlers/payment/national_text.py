"""The text of the national payment platform, messages of version 1.0.6.

`MaXacThuc` is the SHA-256, in hexadecimal, of the values joined by `|`, the secret last.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any

from ...engine.model.secret import Secret
from ..local_time import VIETNAM, local

VERSION = "1.0.6"
SIGNATURE = "MaXacThuc"

INIT = [
    "LoaiBanTin",
    "PhienBan",
    "MaDoiTac",
    "MaThamChieu",
    "SoTien",
    "LoaiHinhThanhToan",
    "MaKenhThanhToan",
    "MaThietBi",
    "NgonNgu",
    "MaTienTe",
    "MaNganHang",
    "ThongTinGiaoDich",
    "ThoiGianGD",
    "Ip",
]
CONFIRM = [
    "LoaiBanTin",
    "MaLoi",
    "MaDoiTac",
    "MaThamChieu",
    "SoTien",
    "MaTienTe",
    "MaGiaoDich",
    "MaNganHang",
    "ThoiGianGD",
    "ThongTinGiaoDich",
]
QUERY = ["LoaiBanTin", "PhienBan", "MaDoiTac", "MaThamChieu", "ThoiGianGD"]
REPLY = ["MaLoi", "MoTaLoi", "MaDoiTac", "ThoiGianGD"]


def signed(values: Mapping[str, Any], order: Iterable[str], secret: Secret) -> dict[str, Any]:
    """The message with its signature."""
    return {**values, SIGNATURE: _hash(values, order, secret)}


def is_signed(message: Mapping[str, Any], order: Iterable[str], secret: Secret) -> bool:
    given = message.get(SIGNATURE)
    if not isinstance(given, str) or not given.isascii():
        return False
    return hmac.compare_digest(given.lower(), _hash(message, order, secret))


def moment_text(moment: datetime) -> str:
    """`yyyyMMddHHmmss`; the hours go to 24."""
    return f"{local(moment):%Y%m%d%H%M%S}"


def read_moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%Y%m%d%H%M%S").replace(tzinfo=VIETNAM)
    except ValueError:
        return None


def read_amount(text: str) -> Decimal:
    """Raises ValueError for what is no whole đồng."""
    return Decimal(int(text))


def _hash(values: Mapping[str, Any], order: Iterable[str], secret: Secret) -> str:
    said = ("" if values.get(name) is None else str(values[name]) for name in order)
    return sha256("|".join((*said, secret.reveal())).encode()).hexdigest()
