"""What happened while a step was taken, as values: the raw material of history, coverage and
indicators.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Happening(StrEnum):
    ENTERED = "entered"  # a token came to the element
    COMPLETED = "completed"  # the element completed
    TAKEN = "taken"  # a sequence flow was taken; `element` is the flow's id
    CANCELLED = "cancelled"  # the token was withdrawn
    TRIGGERED = "triggered"  # a timer, message, signal or condition came for it
    CAUGHT = "caught"  # an error or escalation was caught by it
    SET = "set"  # a variable changed; name, before, after in `about`
    WARNED = "warned"  # FEEL gave null with a warning; expression, key, arguments in `about`
    DECIDED = "decided"  # a decision was evaluated; decision, rules, outputs in `about`


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailEvent:
    """token: number of the token; definition: key of the definition version the element
    belongs to.
    """

    happening: Happening
    definition: str
    process: str
    element: str
    token: int
    about: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thrown:
    """A message or signal for the outside; correlated later, in the receivers' own transactions."""

    kind: str
    name: str
    key: str | None
    variables: Mapping[str, Any]
    element: str
    token: int
