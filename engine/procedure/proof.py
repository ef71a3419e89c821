"""A computation told line by line, in Vietnamese and in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ..messages import Language, message


@dataclass(frozen=True, slots=True)
class Word:
    """An argument that is itself a sentence of the catalogue."""

    key: str
    arguments: Mapping[str, Any] = field(default_factory=dict)

    def sentence(self, language: Language) -> str:
        return message(self.key, language, **_spoken(self.arguments, language))


@dataclass(frozen=True, slots=True)
class ProofLine(Word):
    """One step of a proof. sure: False when it rests on a day that nobody has confirmed."""

    sure: bool = True


def line(key: str, *, sure: bool = True, **arguments: Any) -> ProofLine:
    """The proof line `procedure.proof-{key}`."""
    return ProofLine(f"procedure.proof-{key}", arguments, sure)


def told(proof: tuple[ProofLine, ...], language: Language) -> list[str]:
    """The proof as sentences."""
    return [step.sentence(language) for step in proof]


def _spoken(arguments: Mapping[str, Any], language: Language) -> dict[str, Any]:
    spoken = {name: _said(value, language) for name, value in arguments.items()}
    days = {name: value for name, value in arguments.items() if isinstance(value, date)}
    weekdays = {f"{name}_weekday": weekday(value, language) for name, value in days.items()}
    return spoken | weekdays


def _said(value: Any, language: Language) -> Any:
    return value.sentence(language) if isinstance(value, Word) else value


def weekday(day: date, language: Language) -> str:
    """The day of the week in words."""
    return message(f"procedure.weekday-{day.weekday()}", language)
