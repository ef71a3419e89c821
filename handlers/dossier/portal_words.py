"""How the national portal writes moments and choices, both ways.

Source: the dossier sync of Cổng DVCQG as implemented in public code (VietOpenCPS/opencps-v2 and
several provinces' adapters). Moments are `yyyyMMddHHmmss` with 24 hours, in Vietnamese time.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import datetime

from ..local_time import VIETNAM, local

MOMENT = "%Y%m%d%H%M%S"
NO, YES = "0", "1"

CHANNELS = {"counter": "1", "online": "2", "post": "3"}
APPLICANTS = {"citizen": "1", "enterprise": "2", "agency": "3", "other": "4"}
FILED_AT = {"national": "1", "local": "2"}
DELIVERIES = {"counter": "0", "electronic": "0", "post": "1"}
"""`HinhThuc` knows only the counter and the post; what needs neither is written as the former."""

PAID_AT_OURS, NOT_PAID_ONLINE = "2", "3"
"""`DuocThanhToanTrucTuyen`."""


def written(moment: datetime | None) -> str:
    """Nothing for no moment."""
    return local(moment).strftime(MOMENT) if moment else ""


def read_moment(text: str) -> datetime | None:
    """None for nothing. Raises ValueError for what is no moment."""
    if not text:
        return None
    return datetime.strptime(text, MOMENT).replace(tzinfo=VIETNAM)


def meant(words: Mapping[str, str], code: str, otherwise: str) -> str:
    """Our word for a code of the portal."""
    return next((word for word, known in words.items() if known == code), otherwise)


def plain(text: str) -> str:
    """Without case and Vietnamese marks, to find words in what the portal says."""
    parts = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
