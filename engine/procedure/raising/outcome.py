"""What became of a lack: raised, or left with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ...messages import Language, message
from ..level.level import Lack


@dataclass(frozen=True, slots=True)
class Done:
    """A change that was made. key: of the catalogue, below `raising.done`."""

    key: str
    arguments: Mapping[str, Any] = field(default_factory=dict)

    def sentence(self, language: Language) -> str:
        return message(f"raising.done.{self.key}", language, **self.arguments)


@dataclass(frozen=True, slots=True)
class Left:
    """Why a lack was not raised. key: of the catalogue, below `raising.left`."""

    key: str
    arguments: Mapping[str, Any] = field(default_factory=dict)

    def sentence(self, language: Language) -> str:
        return message(f"raising.left.{self.key}", language, **self.arguments)


@dataclass(frozen=True, slots=True)
class Raised:
    lack: Lack
    done: Done


@dataclass(frozen=True, slots=True)
class Kept:
    lack: Lack
    left: Left
