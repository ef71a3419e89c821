"""BPMN, construct by construct: a drawing for each, what somebody does, and what comes of it.

A folder is a group; its `cases.json` tells of the drawings beside it, which are named by what they
show. `docs/reference/bpmn.md` is made of both.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
RULES = HERE.parents[1] / "bpmn" / "rules"

GROUPS = (
    "activities",
    "sub-processes",
    "event-sub-processes",
    "call-activity",
    "loops",
    "gateways",
    "flows",
    "start-events",
    "intermediate-events",
    "boundary-events",
    "end-events",
    "compensation",
    "variables",
    "drawings",
)

NOT_EXECUTED = {
    "`startQuantity` and `completionQuantity` other than 1": "quantity/invalid",
    "several results of one throwing or end event": "several-event-definitions/invalid-thrown",
    "parallel multiple start event of a process": "several-event-definitions/invalid-begin",
    "compensation start event at the top of a process": "event-kind/invalid-compensation",
    "behaviour Complex of a multi-instance activity": "multi-instance/invalid-behavior",
    "scripts in other languages than FEEL": "script/invalid-none",
    "a duration that starts a process": "timer/invalid-start",
    "an instantiating receive task or gateway beside a start event": "instantiating/invalid",
    "an instantiating receive task that is repeated": "instantiating/invalid-loop",
    "a duration or condition after an instantiating gateway": "instantiating/invalid-condition",
    "a boundary event on a compensation handler": "compensation-handler/invalid-border",
    "a transaction that is cancelled without a cancel boundary event": "cancel-boundary/invalid",
    "transaction protocols other than compensation": "unknown-attribute/invalid-values",
    "data associations and data stores that assign or transform": (
        "unknown-element/invalid-association"
    ),
    "extensions that must be understood": "unknown-attribute/invalid-extension",
    "a complex merge without activation condition": "complex-gateway/invalid",
    "elements BPMN does not know, or not at this place": "unknown-element/invalid",
    "`zeebe:` extensions that are not executed": "unknown-extension/invalid",
    "Camunda 7, Operaton and Flowable vocabulary before `procflow import`": "other-engine/invalid",
}
"""Constructs that BPMN or others have and procflow refuses, with the drawing that shows it."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """passed: elements in the order they complete. known: variables in the end (None: as given).

    waits and incidents: kind and element of what is open. more: further files beside the drawing.
    """

    group: str
    construct: str
    passed: str
    process: str = "p"
    more: Sequence[str] = ()
    variables: Mapping[str, Any] = field(default_factory=dict)
    script: Sequence[Mapping[str, Any]] = ()
    auto: bool = False
    known: Mapping[str, Any] | None = None
    state: str = "ended"
    waits: Sequence[str] = ()
    incidents: Sequence[str] = ()

    @property
    def drawing(self) -> Path:
        name = re.sub(r"[^a-z0-9]+", "-", self.construct.lower()).strip("-")
        return HERE / self.group / f"{name}.bpmn"

    @property
    def files(self) -> list[Path]:
        return [self.drawing, *(self.drawing.with_name(name) for name in self.more)]


def cases() -> Iterator[Case]:
    for group in GROUPS:
        told = json.loads((HERE / group / "cases.json").read_text(encoding="utf-8"))
        yield from (Case(group=group, **each) for each in told)
