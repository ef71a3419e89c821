"""Text as people wrote it, without what copying left in it."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
BREAK = re.compile(r"(?i)<br\s*/?>|</(?:p|div|li|tr|h\d)>")
TAG = re.compile(
    r"(?i)</?(?:p|br|div|span|b|i|u|strong|em|ul|ol|li|table|thead|tbody|tr|td|th|a|font|h\d)"
    r"(?:\s[^<>]*)?/?>"
)
NOTHING = frozenset(
    {
        "không có thông tin",
        "không quy định",
        "không có",
        "không",
        "chưa có thông tin",
        "null",
        "none",
        "n/a",
        "-",
    }
)
NO_RESULT = frozenset({"không quy định kết quả", "không có kết quả"})


def plain(text: str) -> str:
    """NFC, without tags, control characters and invisible marks; line ends are kept."""
    text = html.unescape(TAG.sub("", BREAK.sub("\n", text)))
    text = INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    lines = re.split(r"\r\n|[\r\n\u2028\u2029\x0b\x0c\x85]", text)
    return "\n".join(" ".join(_printable(line).split()) for line in lines).strip()


def _printable(line: str) -> str:
    return "".join(each if each.isprintable() or each.isspace() else " " for each in line)


def told(text: str) -> str:
    """The text, or nothing where it only says that there is nothing."""
    cleaned = plain(text)
    return "" if cleaned.lower().strip(" .") in NOTHING else cleaned


def unwrapped(text: str) -> str:
    """The text without brackets around the whole of it."""
    while text.startswith("(") and text.endswith(")") and _closes_last(text):
        text = text[1:-1].strip()
    return text


def _closes_last(text: str) -> bool:
    """Whether the first bracket is closed by the last one."""
    depth = 0
    for place, letter in enumerate(text):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if depth == 0:
            return place == len(text) - 1
    return False


def one_line(text: str) -> str:
    return " ".join(told(text).split())


def lines_of(text: str) -> tuple[str, ...]:
    """The lines that say something."""
    return tuple(line for line in told(text).split("\n") if line)


def parts_of(text: str) -> tuple[str, ...]:
    """`Doanh nghiệp, Tổ chức (không bao gồm doanh nghiệp, HTX)`: a list, split at its commas.

    A comma splits before a capital letter or a dash, and never inside brackets.
    """
    return tuple(part for part in (each.strip(" .;") for each in _split(one_line(text))) if part)


def _split(text: str) -> Iterator[str]:
    depth, start = 0, 0
    for place, letter in enumerate(text):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        rest = text[place + 1 :].lstrip()
        if letter in ",;" and depth <= 0 and rest and (rest[0].isupper() or rest[0] in "-–"):
            yield text[start:place]
            start = place + 1
    yield text[start:]


def snippet(text: str, place: int, around: int = 60) -> str:
    """What stands around a place, cut at blanks."""
    begin, end = max(0, place - around), min(len(text), place + around)
    cut = text[begin:end]
    if begin:
        cut = "…" + cut.partition(" ")[2]
    if end < len(text):
        cut = cut.rpartition(" ")[0] + "…"
    return " ".join(cut.split())
