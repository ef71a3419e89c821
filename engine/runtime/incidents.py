"""Incidents: what a person must mend, and trying again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..errors import Conflict, NotFound
from ..messages import Language
from ..model.actor import Actor
from ..model.history import Fact
from ..model.incident import NO_RETRIES, Incident
from ..model.instance import ProcessInstance
from ..model.job import JobState
from ..model.step import (
    CompleteJob,
    CompleteUserTask,
    FireTimer,
    MoveToken,
    SetVariables,
    Start,
    Step,
    ThrowError,
    step_from_json,
)
from ..model.user_task import UserTaskState
from ..storage.unit_of_work import UnitOfWork
from .advance import Advance
from .audit import keep, load, load_active
from .means import Means
from .migrations import Order, moved_one, target
from .occasion import Occasion
from .transactions import Transactions
from .trouble import of_mended
from .variables import json_variables

UNKNOWN = "runtime.unknown-incident"
LANGUAGES: tuple[Language, Language] = ("vi", "en")


class Incidents:
    """`engine.incidents`."""

    def __init__(self, means: Means, transactions: Transactions) -> None:
        self._means = means
        self._transactions = transactions

    def get(self, key: str) -> Incident:
        """Raises NotFound."""
        with self._means.database.look() as unit:
            return _found(unit, key)

    def find(
        self,
        *,
        instance: str | None = None,
        kind: str | None = None,
        process: str | None = None,
        element: str | None = None,
        open_only: bool = True,
        limit: int = 1_000,
    ) -> list[Incident]:
        """Incidents, oldest first. process: the one that the element lies in, called or not."""
        place = {"instance": instance, "kind": kind, "process": process, "element": element}
        with self._means.database.look() as unit:
            return unit.incidents.find(**place, only_open=open_only, limit=limit)

    def retry(
        self,
        key: str,
        actor: Actor,
        *,
        variables: Mapping[str, Any] | None = None,
        retries: int = 1,
        version: int | None = None,
        newest: bool = False,
    ) -> Incident:
        """Take the step again, after changing variables if any are given; a job gets new tries.

        version, or newest: of the drawing, with other expressions, to which the instance moves
        before; when it cannot, nothing changes. Returns the incident: resolved, or open with what
        is wrong now. A handler whose answer is kept is not asked again. Raises NotFound, Conflict
        when it is resolved or the instance cannot move, BadInput.
        """
        given = json_variables(variables)
        occasion = self._means.occasion(actor)

        def work(unit: UnitOfWork) -> Incident:
            incident = _found(unit, key)
            if not incident.is_open:
                raise Conflict.of("runtime.incident-resolved", key=key)
            instance = load_active(unit, incident.instance, "retry")
            if newest or version is not None:
                _move(unit, self._means, instance, version, occasion)
                instance, incident = load(unit, instance.key), _found(unit, key)
            told = occasion.fact(
                "incident-retried", element=incident.element, incident=key, names=sorted(given)
            )
            mending = _Mending(unit, self._means, occasion, incident, told)
            if incident.kind == NO_RETRIES:
                mending.give_tries(instance, given, retries)
            else:
                mending.take_again(instance, given)
            return _found(unit, key)

        return self._transactions.run(work)


class _Mending:
    """One incident's step, taken again."""

    def __init__(
        self,
        unit: UnitOfWork,
        means: Means,
        occasion: Occasion,
        incident: Incident,
        told: Fact,
    ) -> None:
        self._unit = unit
        self._occasion = occasion
        self._incident = incident
        self._told = told
        self._advance = Advance(unit, means, occasion)

    def take_again(self, instance: ProcessInstance, given: Mapping[str, Any]) -> None:
        step = self._step(given)
        if isinstance(step, Start):
            self._advance.first_step(instance, step, self._told, retried=self._incident)
            return
        changes = SetVariables(variables=given, token=self._incident.number)
        taken = self._advance.take(
            instance,
            self._advance.restore(instance),
            [changes, step] if given and self._incident.step else [step],
            self._told,
            answers=_answered(step),
            retried=self._incident,
        )
        if taken.incident is None:
            self._close(step)

    def _step(self, given: Mapping[str, Any]) -> Step:
        """The step that was kept; what it brings itself is changed too."""
        if self._incident.step is None:
            return SetVariables(variables=given)
        step = step_from_json(self._incident.step)
        if isinstance(step, FireTimer | MoveToken):
            return step
        known = (
            given
            if isinstance(step, Start)
            else {n: given[n] for n in given if n in step.variables}
        )
        return replace(step, variables={**step.variables, **known})

    def _close(self, step: Step) -> None:
        """The answer that was kept has been taken into the drawing."""
        now, instance = self._occasion.now, self._incident.instance
        if isinstance(step, CompleteUserTask):
            self._unit.user_tasks.close(instance, [step.wait], UserTaskState.COMPLETED, now)
        elif isinstance(step, CompleteJob | ThrowError):
            self._unit.jobs.close(instance, [step.wait], JobState.DONE, now)

    def give_tries(self, instance: ProcessInstance, given: Mapping[str, Any], retries: int) -> None:
        """The job is given out again; its variables may be changed before."""
        incident = self._incident
        assert incident.number is not None  # noqa: S101 - such an incident is always a job's
        if given:
            step = SetVariables(variables=given, token=incident.number)
            taken = self._advance.take(
                instance, self._advance.restore(instance), [step], self._told, retried=incident
            )
            if taken.incident is not None:
                return
        else:
            self._resolve(instance)
        self._reopen(incident.number, retries)

    def _resolve(self, instance: ProcessInstance) -> None:
        trouble = of_mended(self._incident, self._occasion)
        counted = replace(instance, incidents=instance.incidents + trouble.difference)
        keep(self._unit, instance, counted, [self._told, *trouble.facts(self._occasion)])
        trouble.write(self._unit)

    def _reopen(self, number: int, retries: int) -> None:
        job = self._unit.jobs.get(self._incident.instance, number)
        if job is not None and job.state is JobState.FAILED:
            again = replace(
                job, state=JobState.OPEN, retries=retries, failures=0, due=self._occasion.now
            )
            self._unit.jobs.save(job, again)
            self._unit.worked = True


def _move(
    unit: UnitOfWork,
    means: Means,
    instance: ProcessInstance,
    version: int | None,
    occasion: Occasion,
) -> None:
    """To the version, None for the newest, unless it is there. Raises Conflict, NotFound."""
    if target(unit, instance.process_id, version).key == instance.definition:
        return
    moved = moved_one(unit, means, instance.key, Order(to=version, occasion=occasion))
    if moved.obstacles:
        why, why_en = (
            "; ".join(each.sentence(language) for each in moved.obstacles) for language in LANGUAGES
        )
        raise Conflict.of("runtime.retry-cannot-move", key=instance.key, why=why, why_en=why_en)


def _answered(step: Step) -> int | None:
    """The wait whose row is closed by what the step's answer was, not taken away."""
    return step.wait if isinstance(step, CompleteUserTask | CompleteJob | ThrowError) else None


def _found(unit: UnitOfWork, key: str) -> Incident:
    incident = unit.incidents.get(key)
    if incident is None:
        raise NotFound.of(UNKNOWN, key=key)
    return incident
