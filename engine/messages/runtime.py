"""Sentences of the room: runtime."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {}
