"""What a whole folder of records says, as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..engine.errors import Finding
from ..engine.messages import message
from ..engine.procedure.catalogue.draft import Draft
from ..engine.procedure.catalogue.note import NoteKind
from ..engine.procedure.catalogue.survey import (
    ALLOWED_BOUND,
    ALLOWED_FULL,
    ALLOWED_OFFLINE,
    Survey,
    Word,
    survey,
    word_of,
)
from ..engine.procedure.facts import Reason
from ..engine.procedure.level.shares import Share, share_of
from .answer import FINDINGS, FINE, Answer, Block, Line, Table
from .desk import Desk
from .share_table import number

ALLOWED = (ALLOWED_FULL, ALLOWED_BOUND, ALLOWED_OFFLINE)
REASONS = (Reason.PRESENCE, Reason.ON_SITE)


def survey_answer(desk: Desk, drafts: Sequence[Draft], unread: Sequence[Finding]) -> Answer:
    words = [word_of(draft) for draft in drafts]
    found = survey(words, len(unread))
    rows = [_row(desk, *each) for each in _counts(found)]
    headings = [desk.text(f"facts.{name}") for name in ("what", "count", "share")]
    total = Line(desk.text("facts.total", number=found.total), "strong")
    blocks: list[Block] = [total, Table(headings, rows)]
    blocks += [Line(f"{each.file}: {each.sentence(desk.language)}", "bad") for each in unread]
    return Answer(_value(found, words), blocks, FINDINGS if unread else FINE)


def _counts(found: Survey) -> Iterator[tuple[str, Share]]:
    """Each line of the table: its sentence and how many records it is true of."""
    yield "command.facts.online", share_of(found.online, found.total)
    yield "command.facts.free", share_of(found.free, found.total)
    for reason in REASONS:
        yield f"command.facts.bound-{reason}", share_of(found.by_reason[reason], found.total)
    for rung in ALLOWED:
        yield f"command.facts.allowed-{rung}", share_of(found.by_allowed[rung], found.total)
    for kind in NoteKind:
        yield f"command.facts.noted-{kind}", share_of(found.by_note[kind], found.total)


def _row(desk: Desk, key: str, share: Share) -> tuple[str, str, str]:
    percent = f"{number(share.percent, desk.language)} %"
    return message(key, desk.language), str(share.count), percent


def _value(found: Survey, words: Sequence[Word]) -> dict[str, Any]:
    return {
        "total": found.total,
        "online": found.online,
        "free": found.free,
        "bound": {reason.value: found.by_reason[reason] for reason in REASONS},
        "allowed": {str(rung): found.by_allowed[rung] for rung in ALLOWED},
        "notes": {kind.value: found.by_note[kind] for kind in NoteKind},
        "unreadable": found.unreadable,
        "records": [_word_value(word) for word in words],
    }


def _word_value(word: Word) -> dict[str, Any]:
    return {
        "file": word.file,
        "code": word.code,
        "name": word.name,
        "online": word.online,
        "free": word.free,
        "bound": list(word.reasons),
        "allowed": word.allowed,
        "notes": {kind.value: word.notes[kind] for kind in NoteKind},
    }
