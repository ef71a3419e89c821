"""Writes an instance together with what is told of the change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..errors import Conflict, NotFound
from ..model.archive import Kept
from ..model.history import Fact, chain
from ..model.instance import ProcessInstance
from ..storage.unit_of_work import UnitOfWork
from .tidings import news


def keep(
    unit: UnitOfWork,
    before: ProcessInstance,
    after: ProcessInstance,
    facts: Iterable[Fact],
    incidents: int = 0,
) -> ProcessInstance:
    """The instance as written, with its history grown by the facts. incidents: how many more.

    Written before anything else of the step: whoever comes second finds it out here
    (StaleInstance).
    """
    told = list(facts)
    events, head = chain(after.key, before.events, before.head, told)
    written = replace(
        after,
        revision=before.revision + 1,
        events=before.events + len(events),
        head=head,
        incidents=after.incidents + incidents,
    )
    if before.revision:
        unit.instances.save(before, written)
    else:
        unit.instances.add([written])
    unit.history.add(events)
    unit.tidings += news(written, told)
    return written


def load(
    unit: UnitOfWork, key: str, unknown: str = "runtime.unknown-instance", asked: str | None = None
) -> ProcessInstance:
    """The instance with the key.

    Raises NotFound (`unknown`: of the catalogue, for the key asked for).
    """
    instance = unit.instances.get(key, lock=unit.lock)
    if instance is None:
        raise NotFound.of(unknown, key=asked or key)
    return instance


def load_active(unit: UnitOfWork, key: str, verb: str) -> ProcessInstance:
    """An instance that runs. Raises NotFound, or Conflict when it has ended."""
    instance = load(unit, key)
    if not instance.is_active:
        words = {"verb": f"runtime.verb.{verb}", "state": f"runtime.state.{instance.state.value}"}
        raise Conflict.of("runtime.instance-not-active", words, key=key)
    return instance


def must_be_here(unit: UnitOfWork, instance: ProcessInstance, what: Kept) -> None:
    """Raises Conflict for what has been taken away or lies in an archive."""
    if instance.kept is Kept.RECORD:
        archived = unit.archived.get(instance.key)
        file = archived.file if archived else "-"
        raise Conflict.of("runtime.archived", key=instance.key, file=file)
    if instance.kept is Kept.HISTORY and what is Kept.WHOLE:
        raise Conflict.of("runtime.pruned", key=instance.key)
