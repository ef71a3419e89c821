"""Tells the log what committed transactions did: as the history does, without what people wrote.

A line has the dossier's code, the instance, the element and the job's key, but neither variables
nor reasons nor names of persons. Only `logging` is used and nothing is configured: that is the
host's to do.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..model.history import Fact
from ..model.instance import ProcessInstance
from ..model.trail import Happening

LOGGER = "procflow.history"
SMALL = frozenset(Happening)
"""What happened inside of the drawing; the log tells only what was done to it."""

TROUBLE = frozenset({"incident-opened", "incident-remains", "job-failed"})
TOLD = ("type", "attempt", "retries", "worker", "kind", "incident", "name", "file")
"""What a fact is about, as far as it is of the drawing's or the engine's making."""

News = tuple[ProcessInstance, Fact]


def news(instance: ProcessInstance, facts: Iterable[Fact]) -> Iterator[News]:
    """What of the facts is worth a line, if anybody listens."""
    if logging.getLogger(LOGGER).isEnabledFor(logging.INFO):
        yield from ((instance, fact) for fact in facts if fact.what not in SMALL)


def spread(tidings: Iterable[News]) -> None:
    """A line for each."""
    for instance, fact in tidings:
        level = logging.WARNING if fact.what in TROUBLE else logging.INFO
        logging.getLogger(LOGGER).log(level, fact.what, extra={"told": _told(instance, fact)})


def _told(instance: ProcessInstance, fact: Fact) -> Mapping[str, Any]:
    about = {name: fact.about[name] for name in TOLD if fact.about.get(name) is not None}
    job = None if fact.token is None else f"{instance.key}:{fact.token}"
    told = {
        "dossier": instance.business_key,
        "instance": instance.key,
        "process": fact.process or instance.process_id,
        "element": fact.element,
        "job": job if "type" in about else None,
        **about,
    }
    return {name: value for name, value in told.items() if value is not None}
