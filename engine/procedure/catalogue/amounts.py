"""Amounts of money in Vietnamese text: `50.000 đồng/lần`, `11.000.000 (VNĐ)`."""

from __future__ import annotations

import re
from decimal import Decimal

NUMBER = r"\d{1,3}(?:[.,\s]\d{3})+|\d+"
AMOUNT = re.compile(
    rf"(?<![\d./-])({NUMBER})\s*(nghìn|ngàn|triệu|tỷ)?\s*\(?(?:đồng|vnđ|vnd|đ)\b\)?", re.IGNORECASE
)
SCALE = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000}
FREE = re.compile(
    r"(?i)\b(?:miễn (?:phí|lệ phí|thu)|không (?:thu|mất|phải nộp) (?:phí|lệ phí)|0 đồng)"
)
SET_ELSEWHERE = re.compile(
    r"(?i)hội đồng nhân dân|\bhđnd\b|theo (?:quy định|thông tư|nghị định|biểu)|do .{0,40}quyết định"
    r"|thực hiện theo"
)
LEAST_LIKELY = 1_000
"""Fees below a thousand đồng are most likely a slip."""


def amounts_in(text: str) -> tuple[Decimal, ...]:
    """Every amount the text names, in đồng, each once."""
    found = (_amount(match[1], match[2]) for match in AMOUNT.finditer(text))
    return tuple(dict.fromkeys(found))


def whole_number(text: str) -> Decimal | None:
    """`150000`, `150.000` or `150 000` as a number; None for anything else."""
    cleaned = text.strip()
    if re.fullmatch(NUMBER, cleaned):
        return Decimal(re.sub(r"[.,\s]", "", cleaned))
    match = re.fullmatch(r"(\d+)[.,]0+", cleaned)
    return Decimal(match[1]) if match else None


def says_free(text: str) -> bool:
    return FREE.search(text) is not None


def is_set_elsewhere(text: str) -> bool:
    """Whether the text leaves the amount to somebody else, or to another text."""
    return SET_ELSEWHERE.search(text) is not None


def _amount(digits: str, scale: str | None) -> Decimal:
    number = Decimal(re.sub(r"[.,\s]", "", digits))
    return number * SCALE[scale.lower()] if scale else number
