"""Process instances: start, find, look into, change, cancel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from ..bpmn.beginnings import begins_plainly
from ..bpmn.model import Process
from ..errors import BadInput, Conflict, NoConditionHolds, NotFound
from ..execution import Execution
from ..expressions import Environment
from ..messages import Language
from ..model.actor import ENGINE, Actor
from ..model.archive import Kept
from ..model.definition import ProcessDefinition
from ..model.instance import InstanceState, ProcessInstance
from ..model.job import JobState
from ..model.open_wait import OpenWait
from ..model.step import MoveToken, SetVariables, Start
from ..model.user_task import UserTaskState
from ..storage.database import Connection
from ..storage.unit_of_work import UnitOfWork
from .advance import Advance
from .audit import keep, load_active, must_be_here
from .checkup import disagreements, open_waits_of
from .explain import Explanation, explained
from .fault import fault_as_failure
from .filling import filled
from .means import Means
from .starts import conditional_starts, first_holding, plain_start, setting_off
from .transactions import Transactions
from .variables import json_variables


class Instances:
    """`engine.instances`."""

    def __init__(self, means: Means, transactions: Transactions) -> None:
        self._means = means
        self._transactions = transactions

    def start(
        self,
        process_id: str,
        variables: Mapping[str, Any] | None = None,
        *,
        business_key: str | None = None,
        actor: Actor = ENGINE,
        at: str | None = None,
        version: int | None = None,
        connection: Connection | None = None,
    ) -> ProcessInstance:
        """Start an instance of the newest version (or the given one), at its plain start event.

        Without one, at the first conditional start event whose condition holds for the variables.
        at: another start event. connection: the host's own transaction; nothing is committed then.
        An instance whose first step fails is there, with an incident. Raises NotFound for an
        unknown process, version or start event, NoConditionHolds where one should, BadInput for
        variables that are no JSON, InvalidVariables where they do not fit the start event's form.
        """
        given = json_variables(variables)
        occasion = self._means.occasion(actor)

        def work(unit: UnitOfWork) -> ProcessInstance:
            definition = (
                unit.definitions.newest(process_id)
                if version is None
                else unit.definitions.version(process_id, version)
            )
            if definition is None:
                raise NotFound.of("runtime.unknown-process", process=process_id)
            process = self._means.shelf.process(unit, definition.key)
            environment = self._means.environment(occasion.now)
            start = _start_event(process, at) or _by_condition(process, given, environment)
            self._check_form(unit, definition, process, start, given, occasion.now)
            step = Start(at=start, variables=given)
            advance = Advance(unit, self._means, occasion)
            return advance.begin(definition, business_key, step).instance

        return self._transactions.step(work, connection)

    def _check_form(
        self,
        unit: UnitOfWork,
        definition: ProcessDefinition,
        process: Process,
        start: str | None,
        given: Mapping[str, Any],
        now: datetime,
    ) -> None:
        """Hold the variables against the form the start event is filed by.

        Variables the form does not ask for are the host's own, and are let through.
        """
        element = process.elements.get(start) if start else plain_start(process)
        forms = self._means.shelf.folder_of(unit, definition.key).forms
        form = forms.get(element.form_id or "") if element else None
        if element and form:
            named = {"label": element.label, "key": process.id}
            filled(form, given, given, self._means, now, **named)

    def get(self, key: str) -> ProcessInstance:
        """By its key or its business key (a running one first). Raises NotFound."""
        with self._means.database.look() as unit:
            return _get(unit, key)

    def find(
        self,
        *,
        process_id: str | None = None,
        business_key: str | None = None,
        state: InstanceState | None = None,
        status: int | None = None,
        with_incident: bool | None = None,
        due_before: datetime | None = None,
        after: str | None = None,
        limit: int = 100,
        offset: int = 0,
    ) -> list[ProcessInstance]:
        """Instances, the newest first; without their variables.

        after: those older than the instance with this key, the last of the page before: on any page
        as fast as on the first, which `offset` is not. Raises NotFound for a key in `after` that is
        unknown.
        """
        with self._means.database.look() as unit:
            return unit.instances.find(
                process_id=process_id,
                business_key=business_key,
                state=state,
                status=status,
                with_incident=with_incident,
                due_before=due_before,
                after=None if after is None else _get(unit, after),
                limit=limit,
                offset=offset,
            )

    def variables(self, key: str) -> dict[str, Any]:
        """The variables of the instance as a whole; what it was given, if an incident holds its
        first step. Raises NotFound, Conflict when they have been taken away.
        """
        with self._means.database.look() as unit:
            instance = _get(unit, key)
            must_be_here(unit, instance, Kept.WHOLE)
            execution = self._look_into(unit, instance)
            return execution.variables if execution else _given(unit, instance)

    def _look_into(self, unit: UnitOfWork, instance: ProcessInstance) -> Execution | None:
        if instance.positions is None:
            return None
        return Advance(unit, self._means, self._means.occasion(ENGINE)).restore(instance)

    def set_variables(
        self,
        key: str,
        variables: Mapping[str, Any],
        actor: Actor,
        *,
        connection: Connection | None = None,
    ) -> ProcessInstance:
        """Change variables of a running instance. Raises NotFound, Conflict, BadInput."""
        given = json_variables(variables)
        occasion = self._means.occasion(actor)

        def work(unit: UnitOfWork) -> ProcessInstance:
            instance = load_active(unit, _get(unit, key).key, "set-variables")
            if instance.positions is None:
                raise Conflict.of("runtime.not-begun", key=instance.key)
            advance = Advance(unit, self._means, occasion)
            told = occasion.fact("set-variables", names=sorted(given))
            step = SetVariables(variables=given)
            return advance.take(instance, advance.restore(instance), [step], told).instance

        return self._transactions.run(work, connection)

    def cancel(
        self, key: str, reason: str, actor: Actor, *, connection: Connection | None = None
    ) -> ProcessInstance:
        """End a running instance before its time.

        Raises NotFound, Conflict, BadInput without a reason.
        """
        if not reason.strip():
            raise BadInput.of("runtime.no-reason")
        occasion = self._means.occasion(actor)

        def work(unit: UnitOfWork) -> ProcessInstance:
            instance = load_active(unit, _get(unit, key).key, "cancel")
            cancelled = replace(
                instance, state=InstanceState.CANCELLED, ended_at=occasion.now, incidents=0
            )
            written = keep(unit, instance, cancelled, [occasion.fact("cancel", reason=reason)])
            _clear(unit, written, occasion.actor, occasion.now)
            unit.stirred = True
            return written

        return self._transactions.run(work, connection)

    def move(
        self,
        key: str,
        source: str | int,
        to: str,
        reason: str,
        actor: Actor,
        *,
        variables: Mapping[str, Any] | None = None,
    ) -> ProcessInstance:
        """Take a token from where it stands to another element of the same scope.

        source: the element, or the number of the token where several stand there. variables: set
        before. What the token waited for is withdrawn. Nothing happens when the drawing cannot go
        on from there (ExecutionFailure). Raises NotFound, Conflict, BadInput.
        """
        if not reason.strip():
            raise BadInput.of("runtime.no-reason")
        given = json_variables(variables)
        occasion = self._means.occasion(actor)

        def work(unit: UnitOfWork) -> ProcessInstance:
            instance = load_active(unit, _get(unit, key).key, "move")
            advance = Advance(unit, self._means, occasion)
            execution = advance.restore(instance)
            token = _token_at(execution, source)
            told = occasion.fact("move", element=to, source=source, reason=reason)
            with fault_as_failure(instance):
                if given:
                    execution.take(SetVariables(variables=given))
                execution.take(MoveToken(token=token, to=to))
                execution.run_to_wait()
            return advance.record(instance, execution, told).instance

        return self._transactions.run(work)

    def waits(self, key: str) -> list[OpenWait]:
        """What the instance waits for, in the order it began to. Raises NotFound."""
        with self._means.database.look() as unit:
            return open_waits_of(unit, self._means, _get(unit, key))

    def check(self, key: str) -> None:
        """Raises Conflict when rows and snapshot are not of one mind: a fault of the engine.
        NotFound.
        """
        with self._means.database.look() as unit:
            instance = _get(unit, key)
            found = disagreements(unit, self._means, instance)
        if found:
            raise Conflict(
                f"Expected instance '{key}' to agree with its snapshot, but {'; '.join(found)}"
            )

    def explain(self, key: str, language: Language | None = None) -> Explanation:
        """What the instance waits for, who must do what by when, and why. Raises NotFound."""
        with self._means.database.look() as unit:
            instance = _get(unit, key)
            return explained(unit, self._means, instance, language or self._means.language)


def _get(unit: UnitOfWork, key: str) -> ProcessInstance:
    instance = unit.instances.get(key) or unit.instances.of_business_key(key)
    if instance is None:
        raise NotFound.of("runtime.unknown-instance", key=key)
    return instance


def _token_at(execution: Execution, source: str | int) -> int:
    """Raises Conflict where no token stands, or several do."""
    if isinstance(source, int):
        return source
    found = execution.tokens_at(source)
    if len(found) != 1:
        kind = "several" if found else "nothing-there"
        numbers = ", ".join(str(number) for number in found)
        raise Conflict.of(f"runtime.move.{kind}", element=source, numbers=numbers)
    return found[0]


def _given(unit: UnitOfWork, instance: ProcessInstance) -> dict[str, Any]:
    """The variables of the step that an incident holds."""
    steps = (incident.step for incident in unit.incidents.find(instance=instance.key))
    return next((dict(step["variables"]) for step in steps if step), {})


def _clear(unit: UnitOfWork, instance: ProcessInstance, actor: Actor, now: datetime) -> None:
    """Nothing waits for a cancelled instance, and nothing is left to mend."""
    unit.user_tasks.close(instance.key, None, UserTaskState.CANCELLED, now)
    unit.jobs.close(instance.key, None, JobState.CANCELLED, now)
    unit.timers.close(instance.key, None)
    unit.message_subscriptions.close(instance.key, None)
    unit.signal_subscriptions.close(instance.key, None)
    unit.messages.release_start(instance.key)
    for incident in unit.incidents.find(instance=instance.key):
        unit.incidents.save(incident, replace(incident, resolved_at=now, resolved_by=actor.id))


def _start_event(process: Process, at: str | None) -> str | None:
    """The start event to begin at: as asked for, None for the plain one.

    Raises NotFound when it is no start event, BadInput when there is no plain one.
    """
    if at is None:
        if not begins_plainly(process) and not conditional_starts(process):
            raise BadInput.of("runtime.no-plain-start", process=process.id)
        return None
    if at not in {element.id for element in setting_off(process)}:
        raise NotFound.of("runtime.unknown-start", process=process.id, element=at)
    plain = plain_start(process)
    return None if plain and plain.id == at else at


def _by_condition(
    process: Process, variables: Mapping[str, Any], environment: Environment
) -> str | None:
    """The conditional start event of a process that somebody cannot just start."""
    if begins_plainly(process):
        return None
    start = first_holding(conditional_starts(process), variables, environment)
    if start is None:
        raise NoConditionHolds.of("runtime.no-condition-holds", process=process.id)
    return start.id
