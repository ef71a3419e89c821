"""Messages, signals, and who waits for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A published message, kept until it expires.

    correlation: the correlation key (empty: none). message_id: the sender's name for it; the same
    name, key and id again within its life is refused as a duplicate. sender: the instance that
    threw it. offered: whether start events have been asked to take it.
    """

    key: str
    name: str
    correlation: str = ""
    variables: Mapping[str, Any] = field(default_factory=dict)
    message_id: str | None = None
    published_at: datetime
    expires_at: datetime
    sender: str | None = None
    offered: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageSubscription:
    """An instance waits for a message.

    `taken`: it came, but an incident keeps the drawing from moving on.
    """

    instance: str
    number: int
    definition: str
    process: str
    element: str
    label: str
    name: str
    correlation: str
    root: str
    taken: bool = False
    opened_at: datetime

    @property
    def key(self) -> str:
        return f"{self.instance}:{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalSubscription:
    """An instance waits for a signal."""

    instance: str
    number: int
    definition: str
    process: str
    element: str
    label: str
    name: str
    taken: bool = False

    @property
    def key(self) -> str:
        return f"{self.instance}:{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalDelivery:
    """A signal on its way to one receiver: a waiting instance, or a start event."""

    key: str
    name: str
    variables: Mapping[str, Any] = field(default_factory=dict)
    sent_at: datetime
    instance: str | None = None
    number: int | None = None
    process_id: str | None = None
    element: str | None = None


class Outcome(StrEnum):
    """What became of a published message."""

    CORRELATED = "correlated"
    STARTED = "started"
    BUFFERED = "buffered"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """state: what became of the message at once. instances: who received it, or was
    started by it.
    """

    state: Outcome
    key: str | None = None
    instances: tuple[str, ...] = ()
