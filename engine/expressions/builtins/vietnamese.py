"""Whole numbers in Vietnamese words, as papers and receipts write them."""

from __future__ import annotations

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
GROUPS = ("", "nghìn", "triệu")


def amount_in_words(amount: int, unit: str) -> str:
    """The amount with its unit, its first letter a capital."""
    words = " ".join(filter(None, [number_in_words(amount), unit]))
    return words[:1].upper() + words[1:]


def number_in_words(number: int) -> str:
    """The number in words: 1,015,105 is `một triệu không trăm mười lăm nghìn một trăm linh năm`."""
    if number < 0:
        return "âm " + number_in_words(-number)
    if number == 0:
        return DIGITS[0]
    return " ".join(_billions(number))


def _billions(number: int) -> list[str]:
    billions, rest = divmod(number, 10**9)
    words = [*_billions(billions), "tỷ"] if billions else []
    return words + _below_billion(rest, leading=not billions)


def _below_billion(number: int, *, leading: bool) -> list[str]:
    """The groups of three digits; every group but the first is read in full."""
    words: list[str] = []
    for power in (2, 1, 0):
        group = number // 1000**power % 1000
        if group:
            words += _group(group, full=bool(words) or not leading)
            words += [GROUPS[power]] if power else []
    return words


def _group(group: int, *, full: bool) -> list[str]:
    hundreds, rest = divmod(group, 100)
    words = [DIGITS[hundreds], "trăm"] if hundreds or full else []
    return words + _tens(rest, after_hundreds=bool(words))


def _tens(number: int, *, after_hundreds: bool) -> list[str]:
    tens, ones = divmod(number, 10)
    if tens == 0:
        if not ones:
            return []
        return ["linh", DIGITS[ones]] if after_hundreds else [DIGITS[ones]]
    words = ["mười"] if tens == 1 else [DIGITS[tens], "mươi"]
    return words + ([_ones(tens, ones)] if ones else [])


def _ones(tens: int, ones: int) -> str:
    if ones == 5:
        return "lăm"
    return "mốt" if ones == 1 and tens > 1 else DIGITS[ones]
