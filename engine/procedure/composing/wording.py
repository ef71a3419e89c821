"""What the words of the published facts say, and how they fit into labels."""

from __future__ import annotations

import re

from ..facts import ProcedureFacts

BLANK = "…"
LONGEST = 44
IMMEDIATE = re.compile(
    r"(?i)sau 15 ?(?:giờ|h)\b|trả (?:kết quả )?ngay|giải quyết ngay|ngay trong ngày|\btrong ngày\b"
)
OPINION = re.compile(
    r"(?i)(?:lấy|xin|hỏi|tham gia) ý kiến"
    r"|ý kiến (?:bằng văn bản )?của (?:các )?(?:cơ quan|đơn vị)"
)
PARALLEL = re.compile(r"(?i)liên thông|song song|đồng thời (?:gửi|chuyển|lấy)")


def says(facts: ProcedureFacts, pattern: re.Pattern[str]) -> str:
    """The sentence of the steps that fits, as a quotation; empty if there is none."""
    for step in facts.steps:
        match = pattern.search(step)
        if match:
            return snippet(step, match.start())
    return ""


def snippet(text: str, place: int, around: int = 50) -> str:
    begin, end = max(0, place - around), min(len(text), place + around)
    cut = text[begin:end]
    if begin:
        cut = BLANK + cut.partition(" ")[2]
    if end < len(text):
        cut = cut.rpartition(" ")[0] + BLANK
    return " ".join(cut.split())


def known(text: str) -> str:
    """The text, or nothing where it only holds the place of one."""
    return "" if text.strip() in ("", BLANK) else text.strip()


def shortened(text: str, most: int) -> str:
    """The text, cut at a blank where it is longer than so many letters."""
    plain = " ".join(text.split())
    return plain if len(plain) <= most else plain[:most].rpartition(" ")[0] + BLANK


def as_label(name: str, otherwise: str) -> str:
    """A name that fits into a label; another word where it is too long."""
    plain = known(name).rstrip(" .;")
    return plain if plain and len(plain) <= LONGEST else otherwise
