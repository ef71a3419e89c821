"""What a step means for the dossier: its status 1-10 and its due date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from ..bpmn.model import Process
from ..execution import Execution
from ..model.instance import ProcessInstance
from ..model.trail import TrailEvent
from ..procedure.calendar import WorkingCalendar
from ..procedure.clock import Due, due_date, term_of
from ..storage.unit_of_work import UnitOfWork
from .course import Course
from .means import Means


def projected(
    unit: UnitOfWork,
    means: Means,
    instance: ProcessInstance,
    execution: Execution,
    trail: Sequence[TrailEvent],
    now: datetime,
) -> ProcessInstance:
    """The instance with the status and due date that it has after the trail."""
    before = Course.from_json(instance.course)
    processes = drawn(unit, means, {event.definition for event in trail} | before.definitions)
    after = before.after(trail, processes, now)
    if after is before:
        return instance
    changed = replace(instance, course=after.to_json(), status=after.status(processes))
    if after.clock == before.clock:
        return changed
    due = legal_due(unit, means, changed, execution)
    return replace(changed, due=due.moment if due else None)


def legal_due(
    unit: UnitOfWork, means: Means, instance: ProcessInstance, execution: Execution
) -> Due | None:
    """When the dossier is due and why; None without a published deadline or a calendar."""
    facts = means.shelf.folder_of(unit, instance.definition).facts
    if facts is None or facts.deadline is None or not isinstance(means.calendar, WorkingCalendar):
        return None
    environment = means.environment(means.now())
    term = term_of(facts.deadline, execution.variables, environment)
    return due_date(term, Course.from_json(instance.course).clock, means.calendar)


def drawn(unit: UnitOfWork, means: Means, definitions: set[str]) -> dict[str, Process]:
    return {key: means.shelf.process(unit, key) for key in definitions}
