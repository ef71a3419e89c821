"""The legal clock: when a dossier is due, and the proof of it line by line.

    keep_ledger(events) → due_date(deadline, events, calendar) → Due(moment, proof)

A supplement asked for by the specialist restarts the count from zero once the dossier is complete
(Decree 61/2018 art. 19.4); a pause moves the end by what it lasted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from ..expressions import Environment
from .calendar import WorkingCalendar
from .counting import (
    Count,
    Term,
    by_days,
    by_hours,
    by_months,
    by_office_hours,
    by_working_days,
)
from .facts import Deadline, Unit
from .formulas import holds
from .ledger import ClockEvent, ClockState, Ledger, keep_ledger
from .proof import ProofLine, Word, line

COUNTS: Mapping[Unit, Callable[[Term, Ledger, WorkingCalendar], Count]] = {
    Unit.WORKING_DAY: by_working_days,
    Unit.SAME_DAY: by_working_days,
    Unit.DAY: by_days,
    Unit.MONTH: by_months,
    Unit.WORKING_HOUR: by_office_hours,
    Unit.HOUR: by_hours,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When a dossier is due.

    moment: None before the clock starts and for deadlines told only in words. While the clock is
    paused it is the earliest moment the dossier can be due. sure: False when the proof rests on a
    day nobody has confirmed.
    """

    moment: datetime | None
    state: ClockState
    proof: tuple[ProofLine, ...]

    @property
    def sure(self) -> bool:
        return all(step.sure for step in self.proof)


def term_of(
    deadline: Deadline, variables: Mapping[str, Any], environment: Environment | None = None
) -> Term:
    """The term that holds for a dossier: the first case whose `when` is true, else the deadline."""
    surroundings = environment or Environment()
    fitting = (case for case in deadline.cases if holds(case.when, variables, surroundings))
    return next(fitting, deadline)


def due_date(term: Term, events: Iterable[ClockEvent], calendar: WorkingCalendar) -> Due:
    """When the term ends for a clock with these events (in order of time), and why."""
    ledger = keep_ledger(replace(event, moment=calendar.local(event.moment)) for event in events)
    opening = (_term_line(term), *_beginning(ledger))
    count = COUNTS.get(term.unit)
    if ledger.started is None:
        return Due(moment=None, state=ledger.state, proof=opening)
    if count is None:
        return Due(moment=None, state=ledger.state, proof=(*opening, line("no-due")))
    counted = count(term, ledger, calendar)
    closing = (*_present(ledger), line("due", due=counted.end))
    return Due(moment=counted.end, state=ledger.state, proof=(*opening, *counted.proof, *closing))


def _term_line(term: Term) -> ProofLine:
    words = Word(f"procedure.term-{term.unit.value}", {"value": term.value, "text": term.text})
    if term.source:
        return line("term-source", term=words, source=term.source)
    return line("term", term=words)


def _beginning(ledger: Ledger) -> tuple[ProofLine, ...]:
    if ledger.started is None:
        return (line("waiting"),)
    if ledger.before is not None:
        return (line("restarted", since=ledger.started, before=ledger.before),)
    return (line("started", since=ledger.started),)


def _present(ledger: Ledger) -> tuple[ProofLine, ...]:
    if ledger.stopped is not None:
        return (line("stopped", until=ledger.stopped),)
    if ledger.state is not ClockState.PAUSED:
        return ()
    last = ledger.counted[-1]
    return (line("paused-still", since=last.since, why=Word(f"procedure.pause-{last.reasons[0]}")),)
