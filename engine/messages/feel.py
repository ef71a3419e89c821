"""Sentences of the room: feel."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {}
