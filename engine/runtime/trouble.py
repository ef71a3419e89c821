"""Decides which incidents open, remain and are resolved by a step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from ..execution import ExecutionFailure
from ..model.history import Fact
from ..model.incident import NO_RETRIES, STUCK, Incident
from ..model.instance import ProcessInstance
from ..model.job import Job
from ..model.step import Step, step_to_json
from ..model.wait import VainWait
from ..storage.unit_of_work import UnitOfWork
from .occasion import Occasion

Change = tuple[Incident, Incident]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """What becomes of the incidents of an instance.

    `resolved` and `remaining`: before and after.
    """

    opened: Incident | None = None
    remaining: Change | None = None
    resolved: tuple[Change, ...] = ()

    @property
    def difference(self) -> int:
        """How many more incidents are open."""
        return (self.opened is not None) - len(self.resolved)

    def facts(self, occasion: Occasion) -> list[Fact]:
        told = [_told("incident-resolved", after, occasion) for _, after in self.resolved]
        if self.remaining:
            told.append(_told("incident-remains", self.remaining[1], occasion))
        if self.opened:
            told.append(_told("incident-opened", self.opened, occasion))
        return told

    def write(self, unit: UnitOfWork) -> None:
        remaining = () if self.remaining is None else (self.remaining,)
        for before, after in (*self.resolved, *remaining):
            unit.incidents.save(before, after)
        if self.opened:
            unit.incidents.add([self.opened])


def of_failure(
    failure: ExecutionFailure,
    instance: ProcessInstance,
    step: Step,
    retried: Incident | None,
    key: str,
    occasion: Occasion,
) -> Trouble:
    """The step failed: a new incident, or the retried one remains with what is wrong now."""
    if retried is not None:
        return Trouble(remaining=(retried, _again(retried, failure)))
    incident = Incident(
        key=key,
        instance=instance.key,
        kind=failure.kind,
        definition=failure.definition,
        process=failure.process,
        element=failure.element,
        label=failure.label,
        number=getattr(step, "wait", None),
        step=step_to_json(step),
        message=failure.key,
        arguments=failure.arguments,
        opened_at=occasion.now,
    )
    return Trouble(opened=incident)


def of_success(
    resolved: Iterable[Incident],
    vain: Sequence[VainWait],
    instance: ProcessInstance,
    new_key: Callable[[], str],
    occasion: Occasion,
) -> Trouble:
    """The step succeeded; what it mended is resolved.

    vain: where the instance is stuck now, that is: nothing can move it any more.
    """
    mended = [incident for incident in resolved if not (vain and incident.kind == STUCK)]
    before = [incident for incident in resolved if incident not in mended]
    changes = tuple((incident, _resolved(incident, occasion)) for incident in mended)
    if not vain:
        return Trouble(resolved=changes)
    if before:
        again = replace(before[0], tries=before[0].tries + 1)
        return Trouble(resolved=changes, remaining=(before[0], again))
    return Trouble(resolved=changes, opened=_stuck(vain, instance, new_key(), occasion))


def of_mended(incident: Incident, occasion: Occasion) -> Trouble:
    """The incident is resolved."""
    return Trouble(resolved=((incident, _resolved(incident, occasion)),))


def _resolved(incident: Incident, occasion: Occasion) -> Incident:
    return replace(incident, resolved_at=occasion.now, resolved_by=occasion.actor.id)


def _stuck(
    vain: Sequence[VainWait], instance: ProcessInstance, key: str, occasion: Occasion
) -> Incident:
    return Incident(
        key=key,
        instance=instance.key,
        kind=STUCK,
        definition=vain[0].definition,
        process=vain[0].process,
        element=vain[0].element,
        label=vain[0].label,
        message="runtime.execution.stuck",
        arguments={"waiting": ", ".join(f"“{wait.label}”" for wait in vain)},
        opened_at=occasion.now,
    )


def of_job(job: Job, text: str, key: str, occasion: Occasion) -> Trouble:
    """The job has failed and no try is left."""
    incident = Incident(
        key=key,
        instance=job.instance,
        kind=NO_RETRIES,
        definition=job.definition,
        process=job.process,
        element=job.element,
        label=job.label,
        number=job.number,
        message="runtime.no-retries",
        arguments={"label": job.label, "type": job.type, "text": text},
        opened_at=occasion.now,
    )
    return Trouble(opened=incident)


def _again(retried: Incident, failure: ExecutionFailure) -> Incident:
    return replace(
        retried,
        kind=failure.kind,
        definition=failure.definition,
        process=failure.process,
        element=failure.element,
        label=failure.label,
        message=failure.key,
        arguments=failure.arguments,
        tries=retried.tries + 1,
    )


def _told(what: str, incident: Incident, occasion: Occasion) -> Fact:
    return occasion.fact(
        what,
        element=incident.element,
        incident=incident.key,
        kind=incident.kind,
        message=incident.message,
        arguments=dict(incident.arguments),
    )
