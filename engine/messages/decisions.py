"""Sentences of the room: decisions."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {}
