"""The steps of a script: data that says what somebody does."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..errors import BadInput, NotFound, ProcflowError
from ..model.job import Job, JobState
from ..model.user_task import UserTask
from .kit import PLAYER, TestEngine

Step = Mapping[str, Any]

WORDS: Mapping[str, frozenset[str]] = {
    "job": frozenset({"complete", "error", "fail", "variables"}),
    "user_task": frozenset({"complete"}),
    "message": frozenset({"key", "variables"}),
    "signal": frozenset({"variables"}),
    "advance": frozenset(),
    "cancel": frozenset(),
}
"""The kinds of steps, each with the words that may stand beside it."""


ALL = 100_000
"""How many rows are looked at."""


class NotOpen(AssertionError, ProcflowError):
    """A step of the script answers something that is not open."""


def checked(script: Iterable[Step]) -> list[Step]:
    """The steps, if they are such. Raises BadInput for what is none."""
    steps = list(script)
    for number, step in enumerate(steps, 1):
        kind = kind_of(step)
        if kind is None or not set(step) - {kind} <= WORDS[kind]:
            raise BadInput(f"Expected a step of a script, but step {number} is {dict(step)}")
        if kind == "user_task" and "complete" not in step:
            raise BadInput(f"Expected a user task to complete, but step {number} is {dict(step)}")
        if kind == "job" and len(set(step) & {"complete", "error", "fail"}) != 1:
            raise BadInput(
                f"Expected a job to complete, error or fail, but step {number} is {dict(step)}"
            )
    return steps


def kind_of(step: Step) -> str | None:
    """The kind of a step; None when it has none, or several."""
    kinds = [kind for kind in WORDS if kind in step]
    return kinds[0] if len(kinds) == 1 else None


class Hands:
    """Does what the steps say, on what is open now."""

    def __init__(self, engine: TestEngine) -> None:
        self._engine = engine
        self._seen: dict[tuple[str, str], deque[Job | UserTask]] = {}

    # -- what is open -------------------------------------------------------------------------

    def jobs(self) -> list[Job]:
        """Jobs that can be answered, oldest first."""
        return [each for each in self._engine.jobs.find(limit=ALL) if each.state is JobState.OPEN]

    def user_tasks(self) -> list[UserTask]:
        """User tasks that can be completed, oldest first."""
        found = self._engine.user_tasks.find(limit=ALL)
        return sorted(found, key=lambda task: (task.opened_at, task.instance, task.number))

    def first(self, step: Step) -> Job | UserTask | None:
        """What the step answers, if it is open; all are looked at only when none is known."""
        kind = "job" if "job" in step else "user_task"
        seen = self._seen.setdefault((kind, step[kind]), deque())
        while seen and not self.is_open(seen[0]):
            seen.popleft()
        if not seen:
            seen.extend(self._all(kind, step[kind]))
        return seen[0] if seen else None

    def _all(self, kind: str, name: str) -> Iterator[Job | UserTask]:
        if kind == "job":
            return (job for job in self.jobs() if job.type == name)
        return (task for task in self.user_tasks() if task.element == name)

    def oldest(self, named: Callable[[Job | UserTask], bool]) -> list[Job | UserTask]:
        """All that can be answered and is not named, oldest first."""
        both: Sequence[Job | UserTask] = [*self.jobs(), *self.user_tasks()]
        free = [each for each in both if not named(each)]
        return sorted(free, key=lambda each: (each.opened_at, each.instance, each.number))

    def is_open(self, found: Job | UserTask) -> bool:
        """Whether what was open a moment ago still is."""
        if isinstance(found, UserTask):
            return self._engine.user_tasks.get(found.key).state is found.state
        try:
            return self._engine.jobs.get(found.key).state is found.state
        except NotFound:
            return False

    # -- answers ------------------------------------------------------------------------------

    def complete(
        self, open_now: Job | UserTask, variables: Mapping[str, Any] | None = None
    ) -> None:
        if isinstance(open_now, UserTask):
            self._engine.user_tasks.complete(open_now.key, variables or {}, PLAYER)
        else:
            lease = self._engine.jobs.lease(open_now.key, PLAYER.id).lease
            self._engine.jobs.complete(lease, variables or {})

    def answer(self, open_now: Job | UserTask, step: Step) -> None:
        """As the step says."""
        if "complete" in step:
            self.complete(open_now, step["complete"])
            return
        lease = self._engine.jobs.lease(open_now.key, PLAYER.id).lease
        if "error" in step:
            self._engine.jobs.throw_error(lease, step["error"], variables=step.get("variables"))
        else:
            self._engine.jobs.fail(lease, str(step["fail"]))

    def publish(self, step: Step, given: Mapping[str, Any]) -> None:
        """Raises NotFound for a message nobody can receive."""
        variables = {**given, **(step.get("variables") or {})}
        self._engine.messages.publish(step["message"], step.get("key"), variables)

    def broadcast(self, step: Step, given: Mapping[str, Any]) -> None:
        variables = {**given, **(step.get("variables") or {})}
        self._engine.signals.broadcast(step["signal"], variables)

    def publish_after_the_end(self, step: Step) -> None:
        """A message for an instance that is over does no harm, even when nobody knows it."""
        try:
            self.publish(step, {})
        except NotFound:
            return
