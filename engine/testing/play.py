"""Plays a drawing: deploys it, starts it, follows a script, and tells what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

from ..bpmn.beginnings import begins_plainly
from ..errors import BadInput, Conflict, InvalidVariables, NoConditionHolds
from ..model.history import HistoryEvent
from ..model.instance import InstanceState, ProcessInstance
from ..model.job import Job
from ..model.open_wait import OpenWait
from ..model.trail import Happening
from ..model.user_task import UserTask
from ..runtime.sources import Sources
from ..runtime.starts import conditional_starts
from .kit import MORNING, PLAYER, TestEngine
from .played import Played, PlayedIncident, PlayedWait
from .script import Hands, NotOpen, Step, checked

KEY = "businessKey"
AT_MOST = 20_000
"""Answers of `auto`, unless `at_most` says otherwise; more are mostly a drawing without an end."""


def play(
    sources: Sources,
    *,
    process_id: str | None = None,
    variables: Mapping[str, Any] | None = None,
    script: Iterable[Step] = (),
    at: datetime | str = MORNING,
    restore: bool = False,
    auto: bool = False,
    at_most: int = AT_MOST,
    database: str | None = None,
) -> Played:
    """Play a process, by default the first one drawn, and tell what came of it.

    sources: paths of .bpmn, .dmn, .form and other files of a procedure, a folder, or contents by
    name. script: `{"job": TYPE, "complete": {…}}`, `{"job": TYPE, "error": CODE, "variables":
    {…}}`, `{"job": TYPE, "fail": "why"}`, `{"user_task": ELEMENT, "complete": {…}}`, `{"message":
    NAME, "key": KEY, "variables": {…}}`, `{"signal": NAME, "variables": {…}}`, `{"advance":
    "PT1H"}`, `{"cancel": True}`. auto: what no later step names is completed empty, oldest first,
    before and after the script, at most `at_most` of it in one go. restore: after every step the
    instance is restored, saved, and held against its rows. Raises Refused with `findings` for a
    drawing that may not be deployed, NotOpen for a step that answers what is not open, Conflict
    when `at_most` answers do not bring the play to rest.
    """
    steps = checked(script)
    with TestEngine(at=at, database=database, handlers=None) as engine:
        engine.deployments.deploy(sources, actor=PLAYER)
        chosen = process_id or _first(engine)
        stage = Stage(engine, chosen, variables or {}, restore=restore, at_most=at_most)
        stage.begin()
        if auto:
            stage.complete_all_but(steps)
        for number, step in enumerate(steps):
            stage.take(step, steps[number + 1 :], auto=auto)
        if auto:
            stage.complete_all_but([])
        return stage.played()


def _first(engine: TestEngine) -> str:
    definitions = engine.deployments.definitions()
    if not definitions:
        raise BadInput("Expected a process to play, but there are only decisions")
    return min(definitions, key=lambda definition: definition.key).process_id


class Stage:
    """One play under way."""

    def __init__(
        self,
        engine: TestEngine,
        process_id: str,
        variables: Mapping[str, Any],
        *,
        restore: bool,
        at_most: int,
    ) -> None:
        self._engine = engine
        self._hands = Hands(engine)
        self._process_id = process_id
        self._variables = variables
        self._restore = restore
        self._at_most = at_most

    @property
    def instance(self) -> ProcessInstance | None:
        """The instance that is played: the first of its process."""
        found = self._engine.instances.find(process_id=self._process_id, limit=100_000)
        return min(found, key=lambda instance: instance.key, default=None)

    def begin(self) -> None:
        """Start it, unless only a message, signal or timer can, or no condition holds."""
        definition = self._engine.deployments.latest(self._process_id)
        _, process = self._engine.deployments.drawn(definition.key)
        if begins_plainly(process) or conditional_starts(process):
            with suppress(NoConditionHolds):
                self._engine.instances.start(self._process_id, self._variables, actor=PLAYER)
            self._look()

    # -- the script ---------------------------------------------------------------------------

    def take(self, step: Step, later: Sequence[Step], *, auto: bool) -> None:
        if "job" in step or "user_task" in step:
            self._answer(step, later, auto=auto)
        elif "cancel" in step:
            self._cancel()
        elif "advance" in step:
            self._engine.advance(step["advance"])
        elif self._is_over():
            self._tell_the_dead(step)
        elif "message" in step:
            self._hands.publish(step, self._given())
        else:
            self._hands.broadcast(step, self._given())
        self._look()

    def _answer(self, step: Step, later: Sequence[Step], *, auto: bool) -> None:
        found = self._hands.first(step)
        if found is None and auto:
            self.complete_all_but([step, *later])
            found = self._hands.first(step)
        if found is None:
            raise NotOpen(f"Expected something open for {dict(step)}, but open is {self._open()}")
        self._hands.answer(found, step)

    def _cancel(self) -> None:
        instance = self.instance
        if instance is None:
            raise NotOpen("Expected an instance to cancel, but none has begun")
        self._engine.instances.cancel(instance.key, "cancelled by the script", PLAYER)

    def _is_over(self) -> bool:
        instance = self.instance
        return instance is not None and not instance.is_active

    def _tell_the_dead(self, step: Step) -> None:
        if "message" in step:
            self._hands.publish_after_the_end(step)
        else:
            self._hands.broadcast(step, {})

    def _given(self) -> Mapping[str, Any]:
        """What the instance starts with, when it is this step that starts it."""
        return {} if self.instance else self._variables

    def complete_all_but(self, steps: Sequence[Step]) -> None:
        """Complete what the steps do not name, empty, oldest first, until nothing more
        can happen.
        """
        types = {step["job"] for step in steps if "job" in step}
        elements = {step["user_task"] for step in steps if "user_task" in step}
        refused: set[str] = set()

        def named(each: Job | UserTask) -> bool:
            name = each.element in elements if isinstance(each, UserTask) else each.type in types
            return name or each.key in refused

        answers = 0
        while free := self._hands.oldest(named):
            for each in filter(self._hands.is_open, free):
                answers += 1
                if answers > self._at_most:
                    raise Conflict(
                        f"Expected the play to come to rest, but {self._at_most} answers were not "
                        f"enough and '{each.element}' is open (more: at_most)"
                    )
                try:
                    self._hands.complete(each)
                except InvalidVariables:  # its form asks for something
                    refused.add(each.key)
                self._look()

    # -- what came of it ----------------------------------------------------------------------

    def _look(self) -> None:
        if self._restore:
            for instance in self._engine.instances.find(limit=100_000):
                self._engine.instances.check(instance.key)

    def _open(self) -> str:
        instance = self.instance
        waits = [] if instance is None else self._waits(instance)
        shown = (f"{wait.kind} {wait.name} at {wait.element}" for wait in waits)
        return ", ".join(shown) or "nothing"

    def played(self) -> Played:
        instance = self.instance
        if instance is None:
            return Played(state="waiting")
        engine = self._engine
        events = engine.history.of(instance.key)
        variables = engine.instances.variables(instance.key)
        given = KEY in self._variables or any(_names(event, instance) for event in events)
        if not given:
            variables.pop(KEY, None)
        return Played(
            state=_state(instance),
            passed=[e.element for e in events if e.what == Happening.COMPLETED and e.element],
            flows=self._flows(events),
            variables=variables,
            waits=self._waits(instance),
            incidents=[
                PlayedIncident(kind=each.kind, element=each.element, message=each.sentence("vi"))
                for each in engine.incidents.find(instance=instance.key)
            ],
        )

    def _flows(self, events: Iterable[HistoryEvent]) -> list[str]:
        """Those that are drawn: what a link jumps over is none."""
        taken = [e for e in events if e.what == Happening.TAKEN and e.definition and e.element]
        drawn = {
            key: self._engine.deployments.drawn(key)[1].flows
            for key in {event.definition for event in taken if event.definition}
        }
        return [e.element for e in taken if e.element and e.element in drawn[e.definition or ""]]

    def _waits(self, instance: ProcessInstance) -> list[PlayedWait]:
        return [
            PlayedWait(
                kind=wait.kind,
                element=wait.element,
                name=wait.name,
                key=wait.key,
                due=self._due(wait),
            )
            for wait in self._engine.instances.waits(instance.key)
        ]

    def _due(self, wait: OpenWait) -> datetime | None:
        """A job is due as soon as it is there."""
        if wait.due is None or wait.kind == "job":
            return None
        return wait.due.astimezone(self._engine.clock().tzinfo)


def _names(event: HistoryEvent, instance: ProcessInstance) -> bool:
    """Whether the drawing set the business key as a variable: a message's key is none."""
    if event.what != Happening.SET or event.about["name"] != KEY:
        return False
    by, after = event.about["by"], event.about["after"]
    return bool(by != instance.process_id or after != instance.business_key)


def _state(instance: ProcessInstance) -> str:
    if instance.state is not InstanceState.ACTIVE:
        return instance.state.value
    return "incident" if instance.incidents else "waiting"
