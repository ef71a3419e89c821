"""Vietnamese without its accents, in letters every telephone shows."""

from __future__ import annotations

import unicodedata

from .segments import is_gsm

SUBSTITUTES = str.maketrans(
    {
        "đ": "d",
        "Đ": "D",
        "₫": "d",
        "–": "-",
        "—": "-",
        "•": "-",
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        "«": '"',
        "»": '"',
        "…": "...",
        "\N{NO-BREAK SPACE}": " ",
        "\t": " ",
        "`": "'",
    }
)
UNKNOWN = "?"


def without_accents(text: str) -> str:
    """The text in the GSM alphabet alone; a letter that has no likeness there is a question mark.

    What is written the same with and without accents stays as it is.
    """
    return "".join(_plain(character) for character in text.translate(SUBSTITUTES))


def _plain(character: str) -> str:
    parts = unicodedata.normalize("NFD", character)
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    return bare if is_gsm(bare) else UNKNOWN
