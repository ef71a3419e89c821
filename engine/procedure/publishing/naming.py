"""Names of files that are safe on every disk and unique in the catalogue."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

UNSAFE = re.compile(r"[^a-z0-9._-]+")
LONGEST = 80


def safe_name(text: str) -> str:
    """`Cấp giấy phép` is `cap-giay-phep`; nothing that leads out of a folder is left."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return UNSAFE.sub("-", letters).strip(".-_")[:LONGEST].rstrip(".-_") or "khong-ten"


def unique_names(texts: Iterable[str]) -> list[str]:
    """A safe name for each; a name that is taken gets a number."""
    taken: set[str] = set()
    names: list[str] = []
    for text in texts:
        name = stem = safe_name(text)
        number = 1
        while name in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name)
        names.append(name)
    return names
