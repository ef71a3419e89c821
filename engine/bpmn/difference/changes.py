"""What differs between two drawings, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """moved: it means the same and stands elsewhere. changed: it means something else."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


class Thing(StrEnum):
    """What kind of thing it is that differs."""

    PROCESS = "process"
    POOL = "pool"
    LANE = "lane"
    ELEMENT = "element"
    FLOW = "flow"
    MESSAGE_FLOW = "message-flow"
    DECLARATION = "declaration"
    DATA = "data"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Difference:
    """aspect: a side of the thing; `of` names which, where there are several (inputs, properties).

    None: it was not there before, or is not there after.
    """

    aspect: str
    before: str | None
    after: str | None
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """id: in the new drawing, of what is gone in the old one. was: the id before, if another."""

    kind: ChangeKind
    thing: Thing
    id: str
    label: str
    was: str | None = None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    changes: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes)

    def ids(self, kind: ChangeKind) -> frozenset[str]:
        return frozenset(change.id for change in self.changes if change.kind is kind)
