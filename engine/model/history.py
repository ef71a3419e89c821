"""The audit trail of an instance: append-only, each event chained to the one before by its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, NamedTuple

from .json_text import canonical, decode

BEGINNING = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What a history event says, before it has its place in the chain."""

    what: str
    at: datetime
    who: str
    address: str | None = None
    definition: str | None = None
    process: str | None = None
    element: str | None = None
    token: int | None = None
    about: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEvent:
    """One fact: who did what, when, from which address.

    number: counts from 1 within the instance. recorded: what it is about, as the canonical JSON
    that was hashed. hash: sha256 over the hash before and all of this, in hex.
    """

    instance: str
    number: int
    what: str
    at: datetime
    who: str
    address: str | None = None
    definition: str | None = None
    process: str | None = None
    element: str | None = None
    token: int | None = None
    recorded: str = "{}"
    hash: str

    @property
    def about(self) -> Mapping[str, Any]:
        """What belongs to the fact: a changed variable before and after, a reason, a
        job's type, …
        """
        told: Mapping[str, Any] = decode(self.recorded)
        return told

    def follows(self, previous: str) -> bool:
        """Whether its hash is that of its content after the event with the hash `previous`."""
        stamp = stamp_of(self.at)
        return self.hash == sealed(previous, self.instance, self.number, self, self.recorded, stamp)


def chain(
    instance: str, number: int, head: str, facts: Iterable[Fact]
) -> tuple[list[HistoryEvent], str]:
    """The facts as the events after event `number` with the hash `head`, and the new head."""
    events: list[HistoryEvent] = []
    at, stamp = None, ""
    for fact in facts:
        if fact.at is not at:  # as a rule they have one moment
            at, stamp = fact.at, stamp_of(fact.at)
        number += 1
        events.append(_placed(instance, number, head, fact, stamp))
        head = events[-1].hash
    return events, head


def _placed(instance: str, number: int, head: str, fact: Fact, stamp: str) -> HistoryEvent:
    recorded = canonical(fact.about) if fact.about else "{}"
    return HistoryEvent(
        instance=instance,
        number=number,
        what=fact.what,
        at=fact.at,
        who=fact.who,
        address=fact.address,
        definition=fact.definition,
        process=fact.process,
        element=fact.element,
        token=fact.token,
        recorded=recorded,
        hash=sealed(head, instance, number, fact, recorded, stamp),
    )


def stamp_of(moment: datetime) -> str:
    """The moment as it is hashed."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def sealed(
    previous: str,
    instance: str,
    number: int,
    told: Fact | HistoryEvent,
    recorded: str,
    stamp: str,
) -> str:
    """sha256, in hex, of the previous hash and what is told, in its place and at its time."""
    content = (
        previous,
        instance,
        number,
        told.what,
        stamp,
        told.who,
        told.address,
        told.definition,
        told.process,
        told.element,
        told.token,
        recorded,
    )
    return hashlib.sha256(canonical(content).encode()).hexdigest()


class Link(NamedTuple):
    """The last event known of a chain."""

    number: int
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenLink:
    """The first event of an instance that does not follow from the one before.

    reason: `changed` (its content is not what was hashed), `missing` (an event is not there) or
    `cut` (the instance knows of later events).
    """

    instance: str
    number: int
    reason: str


def first_broken(instance: str, events: Iterable[HistoryEvent], last: Link) -> BrokenLink | None:
    """Where the chain is broken, if it is. `last` is what the instance says of its end."""
    link = Link(0, BEGINNING)
    for event in events:
        if event.number != link.number + 1:
            return BrokenLink(instance=instance, number=link.number + 1, reason="missing")
        if not event.follows(link.hash):
            return BrokenLink(instance=instance, number=event.number, reason="changed")
        link = Link(event.number, event.hash)
    if link != last:
        return BrokenLink(instance=instance, number=link.number + 1, reason="cut")
    return None
