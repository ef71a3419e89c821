"""Stopping work for a while, and letting it go on."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from ..errors import BadInput, Conflict, NotFound
from ..messages import Language, message
from ..model.actor import Actor
from ..model.history import Fact
from ..model.suspension import Extent, Suspension
from ..storage.unit_of_work import UnitOfWork
from .audit import keep, load
from .means import Means
from .occasion import Occasion
from .transactions import Transactions


class Reach(NamedTuple):
    """What a suspension holds, as it is kept."""

    extent: Extent
    target: str
    element: str = ""


class Suspensions:
    """`engine.suspensions`.

    While something is suspended its jobs are not given out, its timers not fired, its user tasks
    refused; messages and signals for it are kept however long it takes. What people file, plainly
    or by a message, is still taken in and rests at its first wait; what a clock begins waits. A
    start event that is suspended itself begins nothing. A handler at work may finish, and its
    answer counts.
    """

    def __init__(self, means: Means, transactions: Transactions) -> None:
        self._means = means
        self._transactions = transactions

    def find(self, *, open_only: bool = True, limit: int = 1_000) -> list[Suspension]:
        """Suspensions, oldest first."""
        with self._means.database.look() as unit:
            return unit.suspensions.find(only_open=open_only, limit=limit)

    def suspend(
        self,
        *,
        reason: str,
        actor: Actor,
        instance: str | None = None,
        process: str | None = None,
        version: int | None = None,
        element: str | None = None,
        job_type: str | None = None,
    ) -> Suspension:
        """Suspend an instance (key or business key), a process in all versions or one of them, an
        element of a process in all versions, or a job type.

        Raises BadInput without a reason or for no single one of these, NotFound, Conflict when it
        is suspended already.
        """
        if not reason.strip():
            raise BadInput.of("runtime.no-reason")
        occasion = self._means.occasion(actor)

        def work(unit: UnitOfWork) -> Suspension:
            reach = _reach(unit, instance, process, version, element, job_type)
            if unit.suspensions.open_one(*reach) is not None:
                raise Conflict.of("runtime.suspended-already", target=_named(reach))
            suspension = Suspension(
                key=self._means.new_key(),
                extent=reach.extent,
                target=reach.target,
                element=reach.element,
                reason=reason,
                suspended_at=occasion.now,
                suspended_by=actor.id,
            )
            _tell(unit, reach, occasion.fact("suspend", reason=reason))
            unit.suspensions.add([suspension])
            return suspension

        return self._transactions.run(work)

    def resume(
        self,
        *,
        actor: Actor,
        instance: str | None = None,
        process: str | None = None,
        version: int | None = None,
        element: str | None = None,
        job_type: str | None = None,
    ) -> Suspension:
        """Let go on what was suspended with the same words; what is overdue happens now.

        Raises BadInput, NotFound, Conflict when it is not suspended.
        """
        occasion = self._means.occasion(actor)

        def work(unit: UnitOfWork) -> Suspension:
            reach = _reach(unit, instance, process, version, element, job_type)
            found = unit.suspensions.open_one(*reach)
            if found is None or not unit.suspensions.close(found.key, actor.id, occasion.now):
                raise Conflict.of("runtime.not-suspended", target=_named(reach))
            _tell(unit, reach, occasion.fact("resume"))
            unit.stirred = unit.worked = True
            return _resumed(found, occasion)

        return self._transactions.run(work)


def told(suspension: Suspension, language: Language) -> str:
    """The suspension in a sentence."""
    reach = Reach(suspension.extent, suspension.target, suspension.element)
    return message(
        "runtime.suspended",
        language,
        target=_named(reach),
        who=suspension.suspended_by,
        reason=suspension.reason,
    )


def held(suspension: Suspension, label: str) -> Conflict:
    """What is refused while the suspension lasts."""
    who, reason = suspension.suspended_by, suspension.reason
    return Conflict.of("runtime.work-suspended", label=label, who=who, reason=reason)


def _reach(
    unit: UnitOfWork,
    instance: str | None,
    process: str | None,
    version: int | None,
    element: str | None,
    job_type: str | None,
) -> Reach:
    given = [each for each in (instance, process, job_type) if each]
    if len(given) != 1 or (not process and (version or element)) or (version and element):
        raise BadInput.of("runtime.suspend-one")
    if job_type:
        return Reach(Extent.JOB_TYPE, job_type)
    if instance:
        return Reach(Extent.INSTANCE, _instance_key(unit, instance))
    assert process is not None  # noqa: S101 - one of the three was given
    return _process_reach(unit, process, version, element)


def _instance_key(unit: UnitOfWork, key: str) -> str:
    found = unit.instances.get(key) or unit.instances.of_business_key(key)
    if found is None:
        raise NotFound.of("runtime.unknown-instance", key=key)
    if not found.is_active:
        words = {"verb": "runtime.verb.suspend", "state": f"runtime.state.{found.state.value}"}
        raise Conflict.of("runtime.instance-not-active", words, key=found.key)
    return found.key


def _process_reach(
    unit: UnitOfWork, process: str, version: int | None, element: str | None
) -> Reach:
    if version is not None:
        definition = unit.definitions.version(process, version)
        if definition is None:
            raise NotFound.of("runtime.unknown-version", process=process, version=version)
        return Reach(Extent.DEFINITION, definition.key)
    if unit.definitions.newest(process) is None:
        raise NotFound.of("runtime.unknown-process", process=process)
    return Reach(Extent.ELEMENT, process, element) if element else Reach(Extent.PROCESS, process)


def _tell(unit: UnitOfWork, reach: Reach, fact: Fact) -> None:
    """An instance's own suspension is part of its audit trail."""
    if reach.extent is Extent.INSTANCE:
        instance = load(unit, reach.target)
        keep(unit, instance, instance, [fact])


def _named(reach: Reach) -> str:
    return "/".join(part for part in (reach.target, reach.element) if part)


def _resumed(suspension: Suspension, occasion: Occasion) -> Suspension:
    return replace(suspension, resumed_at=occasion.now, resumed_by=occasion.actor.id)
