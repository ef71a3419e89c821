"""Sentences of the room: procedure."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {}
