"""How wide a text is, without a font at hand: the advance widths of Helvetica and its kin.

Arial, Helvetica, Liberation Sans and Nimbus Sans agree on these widths. A Vietnamese letter is as
wide as its base letter; only the horn of ơ and ư adds a little.
"""

from __future__ import annotations

from unicodedata import combining, normalize

FAMILY = "'Noto Sans', Arial, Helvetica, 'DejaVu Sans', sans-serif"
"""Those with every Vietnamese letter before those that may lack some."""

EM = 1000
HORN = "\u031b"
HORN_WIDTH = 60
OTHER = 600
"""Of a letter that is not in the table."""

BY_WIDTH = {
    191: "'",
    222: "ijl‘’",
    260: "|",
    278: " !,./:;I[\\]ft·ı\u00a0",
    333: "()-`r“”",
    334: "{}",
    350: "•",
    355: '"',
    389: "*",
    400: "°",
    469: "^",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopquđ–§«»₫",
    584: "+<=>~×",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUwĐ",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "—…",
    1015: "@",
}
WIDTHS = {letter: width for width, letters in BY_WIDTH.items() for letter in letters}


def text_width(text: str, size: float) -> float:
    """The width in diagram units at a font size in the same units."""
    return sum(map(_advance, normalize("NFD", text))) * size / EM


def _advance(letter: str) -> int:
    if letter == HORN:
        return HORN_WIDTH
    return 0 if combining(letter) else WIDTHS.get(letter, OTHER)
