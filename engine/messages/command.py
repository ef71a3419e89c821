"""Sentences of the room: command."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {}
