"""Ended instances that grow old: their details go, their history stays or goes to a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import asdict, replace
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from ..errors import NotFound
from ..model.actor import Actor
from ..model.archive import Ages, Archived, Due, Kept, passages
from ..model.archive_report import ArchiveReport
from ..model.history import HistoryEvent
from ..model.incident import Incident
from ..model.instance import ProcessInstance
from ..model.job import Job
from ..model.json_text import decode
from ..model.user_task import UserTask
from ..storage.unit_of_work import UnitOfWork
from .archive_file import ArchiveFile, Line, digest, lines_of
from .audit import keep, load
from .means import Means
from .occasion import Occasion
from .transactions import Transactions

AT_ONCE = 100
"""Instances in one transaction."""

EVENTS_AT_ONCE = 5_000
"""History events in one transaction, unless a single instance has more."""

Progress = Callable[[int], None]


class Archive:
    """`engine.archive`: takes away what of ended instances is not needed any more.

    The instance's own row stays for ever: its code, dates, status and legal clock, and the hash its
    history ends with. A called process is part of the instance that called it and goes with it.
    What runs is never touched.
    """

    def __init__(self, means: Means, transactions: Transactions) -> None:
        self._means = means
        self._transactions = transactions

    def due(self, ages: Ages, *, into_file: bool = False) -> list[Due]:
        """How many instances of each process may go; nothing is changed. into_file: with their
        history, also those whose details have gone before.
        """
        stages = _stages(into_file)
        with self._means.database.look() as unit:
            found = [
                replace(each, instances=unit.archived.may_go(each.process_id, each.before, stages))
                for each in self._asked(unit, ages)
            ]
        return [each for each in found if each.instances]

    def prune(
        self,
        ages: Ages,
        actor: Actor,
        *,
        into: Path | None = None,
        at_once: int = AT_ONCE,
        progress: Progress | None = None,
    ) -> list[Due]:
        """Take away variables, user tasks, jobs and incidents of what ended longer ago than the
        ages say; returns how many instances of each process.

        into: a file to which all of it and the history are written before; the history then goes
        too, and how long its elements took stays. Each transaction takes `at_once` instances at
        most; whoever is killed in between can begin again, with the same file or another.
        progress(n) is told after each. Raises Conflict when another process writes to the file,
        OSError.
        """
        with self._means.database.look() as unit:
            asked = list(self._asked(unit, ages))
        with nullcontext() if into is None else ArchiveFile(into) as file:
            done = [
                replace(each, instances=self._all(each, actor, file, at_once, progress))
                for each in asked
            ]
        return [each for each in done if each.instances]

    def get(self, instance: str) -> Archived:
        """Where the history of the instance went, and what figures need of it. Raises NotFound."""
        with self._means.database.look() as unit:
            found = unit.archived.get(load(unit, instance).key)
        if found is None:
            raise NotFound.of("runtime.not-archived", key=instance)
        return found

    def read(self, file: Path, instance: str) -> list[HistoryEvent]:
        """The history of the instance (key or business key) as the file has it.

        Raises NotFound, OSError.
        """
        found: tuple[HistoryEvent, ...] = ()
        for line in lines_of(file):
            if line is not None and instance in (line.key, line.record.get("business_key")):
                found = line.events
        if not found:
            raise NotFound.of("runtime.not-in-archive", key=instance, file=file.name)
        return list(found)

    def verify(self, file: Path) -> ArchiveReport:
        """Whether the file is as it was written, and holds all that went to it. Raises OSError.

        An instance may be there twice, if an archivist was killed before its commit: the line that
        the database knows of counts.
        """
        unreadable, changed, heads = 0, set(), dict[str, set[str]]()
        for line in lines_of(file):
            if line is None:
                unreadable += 1
            elif not line.is_whole:
                changed.add(line.key)
            else:
                heads.setdefault(line.key, set()).add(line.last.hash)
        with self._means.database.look() as unit:
            expected = unit.archived.heads_of(file.name)
        intact = {key for key, head in expected.items() if head in heads.get(key, ())}
        return ArchiveReport(
            file=file.name,
            intact=len(intact),
            changed=tuple(sorted((changed & expected.keys()) - intact)),
            missing=tuple(sorted(expected.keys() - intact - changed)),
            strange=tuple(sorted(heads.keys() - expected.keys())),
            unreadable=unreadable,
        )

    def _asked(self, unit: UnitOfWork, ages: Ages) -> Iterator[Due]:
        now = self._means.now()
        for process_id in sorted(unit.definitions.process_ids()):
            age = ages.of_process(process_id)
            if age is not None:
                yield Due(process_id=process_id, before=now - age, instances=0)

    def _all(
        self,
        asked: Due,
        actor: Actor,
        file: ArchiveFile | None,
        at_once: int,
        progress: Progress | None,
    ) -> int:
        done = 0
        for kept in _stages(file is not None):
            work = partial(self._some, asked=asked, kept=kept, actor=actor, file=file, most=at_once)
            while went := self._transactions.run(work):
                done += went
                if progress:
                    progress(went)
        return done

    def _some(
        self,
        unit: UnitOfWork,
        *,
        asked: Due,
        kept: Kept,
        actor: Actor,
        file: ArchiveFile | None,
        most: int,
    ) -> int:
        going = unit.archived.next_to_go(asked.process_id, asked.before, kept, most, EVENTS_AT_ONCE)
        occasion = self._means.occasion(actor)
        if going and file is None:
            _prune(unit, going, occasion)
        elif going and file is not None:
            _archive(unit, going, occasion, file)
        return len(going)


def _stages(into_file: bool) -> Sequence[Kept]:
    return (Kept.WHOLE, Kept.HISTORY) if into_file else (Kept.WHOLE,)


def _prune(unit: UnitOfWork, going: Iterable[ProcessInstance], occasion: Occasion) -> None:
    told = occasion.fact("pruned")
    kept = [keep(unit, each, _slim(each, Kept.HISTORY), [told]) for each in going]
    unit.archived.take_details([each.key for each in kept])


def _archive(
    unit: UnitOfWork, going: Sequence[ProcessInstance], occasion: Occasion, file: ArchiveFile
) -> None:
    """Written to the file first; what is read from it later must be what was deleted here."""
    details = _details(unit, going)
    kept = [
        keep(
            unit,
            each,
            _slim(each, Kept.RECORD),
            [occasion.fact("archived", file=file.name, digest=digest(each, details[each.key]))],
        )
        for each in going
    ]
    keys = [each.key for each in kept]
    told = groupby(unit.archived.history(keys), key=lambda event: event.instance)
    events = {key: list(of_one) for key, of_one in told}
    file.add(Line(each, details[each.key], events[each.key]) for each in kept)
    unit.archived.add(
        Archived(
            instance=key,
            file=file.name,
            archived_at=occasion.now,
            archived_by=occasion.actor.id,
            passages=passages(events[key]),
        )
        for key in keys
    )
    unit.archived.take_details(keys)
    unit.archived.take_history(keys)


def _slim(instance: ProcessInstance, kept: Kept) -> ProcessInstance:
    return replace(instance, positions=None, variables=None, kept=kept)


def _details(unit: UnitOfWork, going: Sequence[ProcessInstance]) -> Mapping[str, Mapping[str, Any]]:
    """What belongs to each instance, besides its history. variables: scopes by their token."""
    found: dict[str, dict[str, Any]] = {
        each.key: {
            "variables": decode(each.variables) if each.variables else {},
            "userTasks": [],
            "jobs": [],
            "incidents": [],
        }
        for each in going
    }
    work: Sequence[Sequence[UserTask | Job | Incident]] = unit.archived.details(list(found))
    for name, records in zip(("userTasks", "jobs", "incidents"), work, strict=True):
        for record in records:
            found[record.instance][name].append(asdict(record))
    return found
