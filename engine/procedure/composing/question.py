"""What the facts leave open: asked of the analyst, never made up in silence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ...messages import Language, message


@dataclass(frozen=True, slots=True)
class Question:
    """key: of the catalogue, below `composing.ask`. fact: the table of procedure.toml it is of."""

    fact: str
    key: str
    arguments: Mapping[str, Any] = field(default_factory=dict)

    def sentence(self, language: Language) -> str:
        return message(f"composing.ask.{self.key}", language, **self.arguments)


def ask(fact: str, key: str, **arguments: Any) -> Question:
    return Question(fact, key, arguments)
