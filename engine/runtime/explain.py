"""What an instance waits for, told to people: who must do what by when, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from ..bpmn.model import Element, Kind, Process
from ..execution import Execution
from ..expressions import compile_expression
from ..messages import Language, message
from ..model.actor import ENGINE
from ..model.incident import Incident
from ..model.instance import ProcessInstance
from ..model.job import Job, JobState
from ..model.message import MessageSubscription, SignalSubscription
from ..model.suspension import Extent
from ..model.timer import Timer
from ..model.user_task import UserTask, UserTaskState
from ..model.wait import ConditionWait
from ..procedure.proof import told
from ..procedure.status import status
from ..storage.unit_of_work import UnitOfWork
from .advance import Advance
from .means import Means
from .projection import legal_due
from .speech import Speech
from .suspensions import told as suspension_told

WARNINGS_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One thing that is waited for. who: groups or persons; key: of the user task, job, …

    name: of the message or signal, or the job's type. correlation: the key a message must name.
    """

    kind: str
    key: str
    definition: str
    number: int
    element: str
    label: str
    sentence: str
    who: tuple[str, ...] = ()
    due: datetime | None = None
    name: str = ""
    correlation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """opening: state, status and due date. suspensions: of all or a part. troubles: open incidents.
    warnings: nulls that expressions gave. proof: how the due date was computed.
    """

    instance: ProcessInstance
    opening: str
    waits: tuple[Waiting, ...] = ()
    troubles: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    proof: tuple[str, ...] = ()
    suspensions: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of it, in the order people ask."""
        waits = (wait.sentence for wait in self.waits)
        held = (*self.suspensions, *self.troubles)
        return (self.opening, *held, *waits, *self.warnings, *self.proof)

    def __str__(self) -> str:
        return "\n".join(self.sentences)

    @property
    def value(self) -> dict[str, Any]:
        """For programs."""
        return {
            "instance": self.instance.key,
            "businessKey": self.instance.business_key,
            "state": self.instance.state.value,
            "status": self.instance.status,
            "due": self.instance.due,
            "waits": [
                {name: getattr(wait, name) for name in Waiting.__dataclass_fields__}
                for wait in self.waits
            ],
            "incidents": list(self.troubles),
            "suspensions": list(self.suspensions),
            "warnings": list(self.warnings),
            "proof": list(self.proof),
            "sentences": list(self.sentences),
        }


def explained(
    unit: UnitOfWork, means: Means, instance: ProcessInstance, language: Language
) -> Explanation:
    """Read everything that keeps the instance, and put it into words."""
    teller = _Teller(unit, means, instance, Speech(language, means.zone))
    return Explanation(
        instance=instance,
        opening=teller.opening(),
        waits=(waits := tuple(teller.waits())),
        suspensions=tuple(teller.suspensions(waits)),
        troubles=tuple(teller.troubles()),
        warnings=tuple(teller.warnings()),
        proof=tuple(teller.proof()),
    )


@dataclass(frozen=True, slots=True)
class _Teller:
    unit: UnitOfWork
    means: Means
    instance: ProcessInstance
    speech: Speech
    processes: dict[str, Process] = field(default_factory=dict)
    executions: list[Execution] = field(default_factory=list)

    def opening(self) -> str:
        instance, say = self.instance, self.speech.say
        process = self._process(instance.definition)
        words = {"code": instance.business_key or instance.key, "process": process.label}
        if not instance.is_active:
            ended = self.speech.moment(instance.ended_at) if instance.ended_at else "-"
            return say(f"explain.{instance.state.value}", ended=ended, **words)
        parts = [say("explain.active", **words)]
        if instance.status is not None:
            name = status(instance.status).name(self.speech.language)
            parts.append(say("explain.status", code=instance.status, name=name))
        if instance.due is not None:
            parts.append(say("explain.due", due=self.speech.moment(instance.due)))
        return "; ".join(parts) + "."

    def waits(self) -> Iterator[Waiting]:
        """User tasks and jobs first, then what time or others may bring."""
        for wait in self._waits():
            drawn = self._drawn(wait)
            yield replace(wait, sentence=drawn) if drawn else wait

    def _drawn(self, wait: Waiting) -> str:
        """What the drawing itself says of the wait (property `waiting`, text or FEEL).

        The analyst writes it in Vietnamese; other readers get the engine's own sentence.
        """
        if self.speech.language != "vi":
            return ""
        element = self._process(wait.definition).elements.get(wait.element)
        text = element.properties.get("waiting", "") if element else ""
        if not text.startswith("="):
            return text
        variables = self._execution().variables_seen_by(wait.number)
        environment = self.means.environment(self.means.now())
        found = compile_expression(text.removeprefix("=")).evaluate(variables, environment).value
        return found if isinstance(found, str) else ""

    def _waits(self) -> Iterator[Waiting]:
        key, unit = self.instance.key, self.unit
        yield from (self._user_task(task) for task in unit.user_tasks.of(key))
        yield from (self._job(job) for job in unit.jobs.of(key))
        yield from (self._timer(timer) for timer in unit.timers.of(key) if not timer.taken)
        for subscription in unit.message_subscriptions.of(key):
            if not subscription.taken:
                yield self._message(subscription)
        for signal in unit.signal_subscriptions.of(key):
            if not signal.taken:
                yield self._signal(signal)
        if self.instance.is_active and self.instance.positions is not None:
            yield from (self._condition(wait) for wait in self._execution().conditions())

    def suspensions(self, waits: Iterable[Waiting]) -> Iterator[str]:
        """Those that hold the instance as a whole, or something it waits for."""
        own = {self.instance.key, self.instance.process_id, self.instance.definition}
        places = {(self._process(wait.definition).id, wait.element) for wait in waits}
        for each in self.unit.suspensions.find() if self.instance.is_active else ():
            called = {wait.definition for wait in waits} | {process for process, _ in places}
            types = {wait.name for wait in waits if wait.kind == "job"}
            whole = each.extent not in (Extent.ELEMENT, Extent.JOB_TYPE)
            if (
                (whole and each.target in own | called)
                or (each.target, each.element) in places
                or (each.extent is Extent.JOB_TYPE and each.target in types)
            ):
                yield suspension_told(each, self.speech.language)

    def troubles(self) -> Iterator[str]:
        for incident in self.unit.incidents.find(instance=self.instance.key):
            yield self._incident(incident)

    def warnings(self) -> Iterator[str]:
        """The nulls of the last steps, each cause once."""
        found = self.unit.history.told(self.instance.key, ["warned"])
        causes = {
            (event.definition, event.element, event.about["expression"]): event for event in found
        }
        for event in list(causes.values())[-WARNINGS_SHOWN:]:
            about = event.about
            why = message(about["key"], self.speech.language, **about["arguments"])
            label = self._label(event.definition or "", event.element or "")
            yield self.speech.say(
                "explain.warning", label=label, expression=about["expression"], why=why
            )

    def proof(self) -> Iterable[str]:
        """How the due date comes about."""
        if not self.instance.is_active or self.instance.positions is None:
            return ()
        due = legal_due(self.unit, self.means, self.instance, self._execution())
        return told(due.proof, self.speech.language) if due and due.moment else ()

    # -- one wait -----------------------------------------------------------------------------

    def _user_task(self, task: UserTask) -> Waiting:
        words = {"who": self._who(task), "label": task.label}
        if task.state is UserTaskState.COMPLETING:
            sentence = self.speech.say("explain.user-task-held", **words)
        elif task.due is not None:
            late = ".late" if task.due < self.means.now() else ".due"
            due = self.speech.moment(task.due)
            sentence = self.speech.say(f"explain.user-task{late}", due=due, **words)
        else:
            sentence = self.speech.say("explain.user-task", **words)
        who = (task.assignee,) if task.assignee else (*task.candidate_groups, *task.candidate_users)
        return _waiting(
            "user_task",
            task,
            sentence,
            who=tuple(who),
            due=task.due,
        )

    def _who(self, task: UserTask) -> str:
        if task.assignee:
            return task.assignee
        names = (*task.candidate_users, *task.candidate_groups)
        lane = self._process(task.definition).lane_of(task.element)
        if not names:
            return lane.label if lane else self.speech.say("explain.anybody")
        listed = self.speech.either(names)
        return f"{lane.label} ({listed})" if lane and lane.label not in names else listed

    def _job(self, job: Job) -> Waiting:
        kind = job.state.value
        if job.state is JobState.OPEN and job.due > self.means.now():
            kind = "again"
        sentence = self.speech.say(
            f"explain.job.{kind}",
            label=job.label,
            type=job.type,
            failures=job.failures,
            text=(job.text or "-").rstrip("."),
            worker=job.worker or "-",
            due=self.speech.moment(job.due),
            deadline=self.speech.moment(job.deadline) if job.deadline else "-",
        )
        return _waiting(
            "job",
            job,
            sentence,
            due=job.due,
            name=job.type,
        )

    def _timer(self, timer: Timer) -> Waiting:
        words = {"label": timer.label, "due": self.speech.moment(timer.due)}
        sentence = self._then("timer", timer.definition, timer.element, words)
        return _waiting(
            "timer",
            timer,
            sentence,
            due=timer.due,
        )

    def _message(self, wait: MessageSubscription) -> Waiting:
        words = {"label": wait.label, "name": wait.name, "key": wait.correlation or "-"}
        sentence = self._then("message", wait.definition, wait.element, words)
        return _waiting(
            "message",
            wait,
            sentence,
            name=wait.name,
            correlation=wait.correlation,
        )

    def _signal(self, wait: SignalSubscription) -> Waiting:
        words = {"label": wait.label, "name": wait.name}
        sentence = self._then("signal", wait.definition, wait.element, words)
        return _waiting(
            "signal",
            wait,
            sentence,
            name=wait.name,
        )

    def _condition(self, wait: ConditionWait) -> Waiting:
        words = {"label": wait.label, "condition": wait.condition.removeprefix("=").strip()}
        return Waiting(
            kind=wait.kind,
            key=f"{self.instance.key}:{wait.number}",
            definition=wait.definition,
            number=wait.number,
            element=wait.element,
            label=wait.label,
            sentence=self._then(wait.kind, wait.definition, wait.element, words),
        )

    def _then(self, kind: str, definition: str, element_id: str, words: dict[str, Any]) -> str:
        """What is waited for, and what happens when it comes."""
        process = self._process(definition)
        element = process.elements.get(element_id)
        then = self.speech.both(_following(process, element)) if element else ""
        if element is None or not then:
            return self.speech.say(f"explain.{kind}", **words)
        host = process.elements.get(element.attached_to or "")
        if host is not None:
            how = "interrupts" if element.interrupting else "beside"
            return self.speech.say(f"explain.{kind}.{how}", host=host.label, then=then, **words)
        return self.speech.say(f"explain.{kind}.then", then=then, **words)

    def _incident(self, incident: Incident) -> str:
        return self.speech.say(
            "explain.incident",
            sentence=incident.sentence(self.speech.language).rstrip("."),
            tries=incident.tries,
            since=self.speech.moment(incident.opened_at),
            key=incident.key,
        )

    # -- the drawing --------------------------------------------------------------------------

    def _process(self, definition: str) -> Process:
        if definition not in self.processes:
            self.processes[definition] = self.means.shelf.process(self.unit, definition)
        return self.processes[definition]

    def _execution(self) -> Execution:
        if not self.executions:
            advance = Advance(self.unit, self.means, self.means.occasion(ENGINE))
            self.executions.append(advance.restore(self.instance))
        return self.executions[0]

    def _label(self, definition: str, element: str) -> str:
        found = self._process(definition).elements.get(element) if definition else None
        return found.label if found else element


def _waiting(
    kind: str,
    record: UserTask | Job | Timer | MessageSubscription | SignalSubscription,
    sentence: str,
    **more: Any,
) -> Waiting:
    return Waiting(
        kind=kind,
        key=record.key,
        definition=record.definition,
        number=record.number,
        element=record.element,
        label=record.label,
        sentence=sentence,
        **more,
    )


def _following(process: Process, element: Element) -> list[str]:
    """The labels of what comes next, through gateways and events that have none."""
    found: dict[str, None] = {}
    ahead, seen = [element.id], {element.id}
    while ahead:
        for flow in process.leaving(ahead.pop()):
            target = process.elements[flow.target]
            if _is_silent(target) and target.id not in seen:
                seen.add(target.id)
                ahead.append(target.id)
            elif target.name:
                found[target.label] = None
    return list(found)


def _is_silent(element: Element) -> bool:
    passed = element.kind.is_gateway or element.kind in (Kind.THROW_EVENT, Kind.CATCH_EVENT)
    return passed and not element.name
