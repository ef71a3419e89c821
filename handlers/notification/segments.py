"""How many text messages a text is, which is what is paid for.

GSM 03.38: 160 characters of the GSM alphabet, or 70 of any alphabet, fit into one message; in a
chain each message keeps some room to say which one it is, 153 and 67 are left. A character of the
extension table counts twice, and nothing is split between two messages.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENSION = frozenset("\f^{}\\[~]|€")


@dataclass(frozen=True, slots=True)
class Segments:
    """accents: whether it had to be sent in UCS-2. units: septets or 16-bit units. count: messages
    to pay for.
    """

    accents: bool
    units: int
    count: int


def segments(text: str) -> Segments:
    if is_gsm(text):
        return _counted([2 if each in EXTENSION else 1 for each in text], False, 160, 153)
    return _counted([len(each.encode("utf-16-be")) // 2 for each in text], True, 70, 67)


def is_gsm(text: str) -> bool:
    """Whether the GSM alphabet has all its characters."""
    return all(each in GSM or each in EXTENSION for each in text)


def _counted(costs: Iterable[int], accents: bool, alone: int, chained: int) -> Segments:
    costs = list(costs)
    units = sum(costs)
    return Segments(accents, units, 1 if units <= alone else _packed(costs, chained))


def _packed(costs: Iterable[int], room: int) -> int:
    count, used = 1, 0
    for cost in costs:
        if used + cost > room:
            count, used = count + 1, 0
        used += cost
    return count
