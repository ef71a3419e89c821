"""Moving running instances to another version of their drawing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..messages import Language, message


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """Why an instance cannot move. key and arguments: of the message catalogue."""

    key: str
    element: str = ""
    arguments: Mapping[str, Any] = field(default_factory=dict)

    def sentence(self, language: Language) -> str:
        return message(self.key, language, **self.arguments)


@dataclass(frozen=True, slots=True, kw_only=True)
class Migrated:
    """One instance of a migration: moved, or able to, or the obstacles.

    before and after: the versions. elements: the ids that its waits have left for other ones.
    """

    instance: str
    business_key: str | None
    before: int
    after: int
    elements: Mapping[str, str] = field(default_factory=dict)
    obstacles: tuple[Obstacle, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MigrationReport:
    """is_done: whether all instances without an obstacle have moved; False after a dry run, and
    when an obstacle of one held all of them back.
    """

    instances: tuple[Migrated, ...]
    is_done: bool

    @property
    def held(self) -> tuple[Migrated, ...]:
        return tuple(each for each in self.instances if each.obstacles)
