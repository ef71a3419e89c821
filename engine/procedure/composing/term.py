"""When a dossier is due, as FEEL, and how much working time that is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from ..facts import Deadline, DeadlineCase, ProcedureFacts, Unit
from ..law.rules.overdue_apology import is_long
from .question import Question, ask
from .shape import HOURS_A_DAY, Shape

ENTERED = "dueOn"
"""The variable by which the reception says when the dossier is due, where the facts do not."""

ENTERED_DUE = f'=date and time(date({ENTERED}), time("17:00:00+07:00"))'
AGAIN = (
    "=add working time(date and time(date(now() + (date and time(dueDate)"
    ' - date and time(receivedAt))), time("00:00:00+07:00")), working hours(8))'
)
MIDNIGHT = 'date and time({day}, time("00:00:00+07:00"))'
WORKING_DAYS_A_WEEK, DAYS_A_WEEK, WORKING_DAYS_A_MONTH = 5, 7, 21


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """due: FEEL, counted from now; None where there is no deadline. entered: the reception says it.

    again: FEEL of the new day after a supplement. hours: the working time it surely holds; None
    where nobody knows. warned: whether an apology can come a day before.
    """

    due: str | None
    again: str | None
    entered: bool = False
    hours: int | None = None
    at_once: bool = False
    warned: bool = False


def term_of(facts: ProcedureFacts, shape: Shape) -> tuple[Term, list[Question]]:
    deadline = facts.deadline
    if deadline is None or deadline.unit is Unit.OTHER:
        return _open(deadline, shape)
    due = "=" + _by_case(deadline)
    term = Term(
        due=due,
        again=due,
        hours=min((_hours(deadline), *(_hours(each) for each in deadline.cases))),
        at_once=deadline.unit is Unit.SAME_DAY,
        warned=is_long(deadline),
    )
    unclear = [each.name for each in deadline.cases if each.unit is Unit.OTHER]
    return term, [ask("deadline", "case-open", names=", ".join(unclear))] if unclear else []


def _open(deadline: Deadline | None, shape: Shape) -> tuple[Term, list[Question]]:
    """Nobody said how long it takes: the reception says the day, or there is none to say."""
    words = deadline.text if deadline else "–"
    if shape is Shape.NOTICE:
        return Term(due=None, again=None), [ask("deadline", "no-deadline", words=words)]
    term = Term(due=ENTERED_DUE, again=AGAIN, entered=True)
    return term, [ask("deadline", "deadline", words=words)]


def _by_case(deadline: Deadline) -> str:
    text = _due(deadline)
    for case in reversed(deadline.cases):
        if case.unit is not Unit.OTHER:
            text = f"if {case.when.removeprefix('=').strip()} then {_due(case)} else {text}"
    return text


def _due(term: Deadline | DeadlineCase) -> str:
    match term.unit:
        case Unit.WORKING_DAY:
            return f"add working time(now(), working days({term.value}))"
        case Unit.WORKING_HOUR:
            return f"add working time(now(), working hours({term.value}))"
        case Unit.HOUR:
            return f'now() + duration("PT{term.value}H")'
        case Unit.SAME_DAY:
            return _same_day(term.cutoff)
    letter = "M" if term.unit is Unit.MONTH else "D"
    return _closing(f'date(now() + duration("P{term.value}{letter}"))', str(HOURS_A_DAY))


def _same_day(cutoff: time | None) -> str:
    """Before the cut-off the close of this day, else of the next working day."""
    if cutoff is None:
        return _closing("date(now())", str(HOURS_A_DAY))
    clock = f'date and time(date(now()), time("{cutoff.isoformat()}+07:00"))'
    hours = f"if now() < {clock} then {HOURS_A_DAY} else {2 * HOURS_A_DAY}"
    return _closing("date(now())", hours)


def _closing(day: str, hours: str) -> str:
    """The close of a day; of the next working day where it is none (Civil Code, article 148)."""
    return f"add working time({MIDNIGHT.format(day=day)}, working hours({hours}))"


def _hours(term: Deadline | DeadlineCase) -> int:
    match term.unit:
        case Unit.WORKING_DAY:
            return term.value * HOURS_A_DAY
        case Unit.DAY:
            return max(1, term.value * WORKING_DAYS_A_WEEK // DAYS_A_WEEK) * HOURS_A_DAY
        case Unit.MONTH:
            return term.value * WORKING_DAYS_A_MONTH * HOURS_A_DAY
        case Unit.SAME_DAY:
            return HOURS_A_DAY
    return min(term.value, HOURS_A_DAY) if term.unit is Unit.HOUR else term.value
