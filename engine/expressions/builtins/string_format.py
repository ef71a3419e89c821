"""The placeholders of `string format`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from ..numbers import SCALE
from .registry import Unfit

PLACEHOLDER = re.compile(r"%(?:%|(,?)(0?)(\d{0,2})(?:\.(\d{1,2}))?([sdf]))")


def formatted(template: str, values: Sequence[Any], text: Callable[[Any], str]) -> str:
    """The template with its placeholders filled in order.

    `%s` any value, `%d` a number rounded to a whole one, `%.2f` a number with digits after the
    point, `%%` a percent sign; a comma groups thousands, a width pads with spaces or zeros.
    Raises Unfit when a value is missing or no number where one is asked for.
    """
    waiting = iter(values)

    def fill(match: re.Match[str]) -> str:
        if match.group() == "%%":
            return "%"
        try:
            return _filled(match, next(waiting), text)
        except StopIteration:
            raise Unfit("feel.format-values", template=template[:60]) from None

    return PLACEHOLDER.sub(fill, template)


def _filled(match: re.Match[str], value: Any, text: Callable[[Any], str]) -> str:
    comma, zero, width, digits, conversion = match.groups()
    if conversion == "s":
        return text(value).rjust(int(width or 0))
    if type(value) is not Decimal:
        raise Unfit("feel.format-number", placeholder=match.group())
    places = int(digits or 6) if conversion == "f" else 0
    rounded = value.quantize(Decimal((0, (1,), -places)), ROUND_HALF_UP, SCALE)
    return f"{rounded:{zero}{width}{comma}.{places}f}"
