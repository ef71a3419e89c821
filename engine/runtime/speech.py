"""Puts moments and lists into the reader's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from ..messages import Language, message


@dataclass(frozen=True, slots=True)
class Speech:
    language: Language
    zone: tzinfo

    def say(self, key: str, /, **arguments: Any) -> str:
        """A sentence of the room `runtime`."""
        return message(f"runtime.{key}", self.language, **arguments)

    def moment(self, moment: datetime) -> str:
        """17:00 26/11/2026"""
        return moment.astimezone(self.zone).strftime("%H:%M %d/%m/%Y")

    def either(self, names: Sequence[str]) -> str:
        return self._listed(names, "or")

    def both(self, labels: Sequence[str]) -> str:
        return self._listed([f"“{label}”" for label in labels], "and")

    def _listed(self, names: Sequence[str], word: str) -> str:
        if len(names) < 2:
            return "".join(names)
        return f"{', '.join(names[:-1])} {self.say(f'word.{word}')} {names[-1]}"
