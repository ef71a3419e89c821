"""JSON values as text: numbers with a fraction are Decimals and come back as they were written."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec

_ENCODER = msgspec.json.Encoder(decimal_format="number")
_CANONICAL = msgspec.json.Encoder(decimal_format="number", order="sorted")
_DECODER = msgspec.json.Decoder(float_hook=Decimal)


def encode(value: Any) -> str:
    """The value as JSON. Raises TypeError for what is no JSON value."""
    return _ENCODER.encode(value).decode()


def canonical(value: Any) -> str:
    """The value as JSON with its keys in order: equal values, equal text."""
    return _CANONICAL.encode(value).decode()


def decode(text: str | bytes) -> Any:
    """The value of a JSON text. Raises ValueError for what is no JSON."""
    return _DECODER.decode(text)
