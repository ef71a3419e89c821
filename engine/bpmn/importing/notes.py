"""What an import brought, and what it has to say of each element."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ...messages import Language, message


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One thing to know about an element.

    remains: it could not be brought and is left to a person; otherwise it was brought, and
    something about it is different now. what: attribute or element, as `camunda:class`. text:
    what it said. key: why, in the message catalogue.
    """

    element: str
    label: str
    line: int
    what: str
    text: str
    key: str
    remains: bool
    arguments: Mapping[str, Any] = field(default_factory=dict)

    def sentence(self, language: Language) -> str:
        return message(self.key, language, **self.arguments)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """content: the drawing in our vocabulary. forms: form-js JSON by form id."""

    content: bytes
    forms: Mapping[str, str]
    notes: tuple[Note, ...]

    @property
    def remaining(self) -> tuple[Note, ...]:
        """What is left to a person."""
        return tuple(note for note in self.notes if note.remains)

    @property
    def changed(self) -> tuple[Note, ...]:
        """What was brought and is not quite the same."""
        return tuple(note for note in self.notes if not note.remains)
