"""JSON values as text."""

from __future__ import annotations

from typing import Any

import msgspec

_ENCODER = msgspec.json.Encoder()
_CANONICAL = msgspec.json.Encoder(order="sorted")


def encode(value: Any) -> str:
    """The value as JSON. Raises TypeError for what is no JSON value."""
    return _ENCODER.encode(value).decode()


def canonical(value: Any) -> str:
    """The value as JSON with its keys in order: equal values, equal text."""
    return _CANONICAL.encode(value).decode()


def decode(text: str | bytes) -> Any:
    """The value of a JSON text. Raises ValueError for what is no JSON."""
    return msgspec.json.decode(text)
