"""What the reading of a record leaves to people: taken over as told, contradictory, or made up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from ...messages import Language, message
from .channels import CHANNELS

CHANNEL, BETWEEN = "channel", ", "


class NoteKind(StrEnum):
    """unparsed: kept as text. contradiction: told twice, differently. assumed: not in the
    record.
    """

    UNPARSED = "unparsed"
    CONTRADICTION = "contradiction"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class Note:
    """key: of the message catalogue. fact: the table of procedure.toml it is about."""

    kind: NoteKind
    fact: str
    key: str
    arguments: Mapping[str, Any] = field(default_factory=dict)

    def sentence(self, language: Language) -> str:
        return message(self.key, language, **{**self.arguments, **self._channels(language)})

    def _channels(self, language: Language) -> dict[str, str]:
        """The channels in words; one the catalogue does not know stays as it is written."""
        if CHANNEL not in self.arguments:
            return {}
        named = str(self.arguments[CHANNEL]).split(BETWEEN)
        known = {each: f"catalogue.channel.{each}" for each in CHANNELS}
        told = (message(known[each], language) if each in known else each for each in named)
        return {CHANNEL: BETWEEN.join(told)}


def merged(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Each note once; what differs in nothing but the channel becomes one for all of them."""
    by_rest: dict[tuple[object, ...], list[Note]] = {}
    for note in notes:
        rest = tuple((name, str(each)) for name, each in note.arguments.items() if name != CHANNEL)
        by_rest.setdefault((note.kind, note.fact, note.key, rest), []).append(note)
    return tuple(_joined(same) for same in by_rest.values())


def _joined(notes: list[Note]) -> Note:
    first = notes[0]
    if CHANNEL not in first.arguments:
        return first
    channels = BETWEEN.join(dict.fromkeys(str(note.arguments[CHANNEL]) for note in notes))
    return Note(first.kind, first.fact, first.key, {**first.arguments, CHANNEL: channels})


def unparsed(fact: str, key: str, **arguments: Any) -> Note:
    return Note(NoteKind.UNPARSED, fact, f"catalogue.unparsed.{key}", arguments)


def contradiction(fact: str, key: str, **arguments: Any) -> Note:
    return Note(NoteKind.CONTRADICTION, fact, f"catalogue.contradiction.{key}", arguments)


def assumed(fact: str, key: str, **arguments: Any) -> Note:
    return Note(NoteKind.ASSUMED, fact, f"catalogue.assumed.{key}", arguments)
