"""What many records of the catalogue say: online, free, bound to presence, and what they allow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ..facts import Channel, Reason
from .draft import Draft
from .note import NoteKind

ALLOWED_OFFLINE: Final = 2
ALLOWED_BOUND: Final = 3
ALLOWED_FULL: Final = 4


@dataclass(frozen=True, slots=True)
class Word:
    """What one record says in short. allowed: the rung its facts allow (Decree 43/2011)."""

    file: str
    code: str
    name: str
    online: bool
    free: bool
    reasons: tuple[Reason, ...]
    allowed: int
    notes: Counter[NoteKind]


def word_of(draft: Draft) -> Word:
    facts = draft.facts
    online = any(manner.channel is Channel.ONLINE for manner in facts.manners)
    reasons = tuple(dict.fromkeys(bound.reason for bound in draft.bound))
    return Word(
        file=draft.record.file,
        code=draft.record.code,
        name=draft.record.name,
        online=online,
        free=is_free(draft),
        reasons=reasons,
        allowed=_allowed(online=online, bound=bool(reasons)),
        notes=Counter(note.kind for note in draft.notes),
    )


def is_free(draft: Draft) -> bool:
    """Whether the record says that nothing is paid, in any manner."""
    fees = draft.facts.fees
    return bool(fees) and all(fee.amount == 0 for fee in fees)


def _allowed(*, online: bool, bound: bool) -> int:
    if not online:
        return ALLOWED_OFFLINE
    return ALLOWED_BOUND if bound else ALLOWED_FULL


@dataclass(frozen=True, slots=True)
class Survey:
    """Counts over records. unreadable: files that hold no record."""

    total: int
    online: int
    free: int
    by_reason: Counter[Reason]
    by_allowed: Counter[int]
    by_note: Counter[NoteKind]
    unreadable: int = 0


def survey(words: Iterable[Word], unreadable: int = 0) -> Survey:
    words = list(words)
    notes: Counter[NoteKind] = Counter()
    for word in words:
        notes.update(word.notes.keys())
    return Survey(
        total=len(words),
        online=sum(word.online for word in words),
        free=sum(word.free for word in words),
        by_reason=Counter(reason for word in words for reason in word.reasons),
        by_allowed=Counter(word.allowed for word in words),
        by_note=notes,
        unreadable=unreadable,
    )
