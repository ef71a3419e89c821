"""Plays a drawing; saves and restores after every element run, so nothing hides in memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from procflow.engine.bpmn.model import Drawing, Process
from procflow.engine.bpmn.reader import read_drawing
from procflow.engine.execution import Decided, Execution, ProcessProgram, build_program
from procflow.engine.expressions import Environment, WorkingTime
from procflow.engine.model.step import (
    CompleteJob,
    CompleteUserTask,
    DeliverMessage,
    DeliverSignal,
    FireTimer,
    SetVariables,
    Start,
    Step,
    ThrowError,
)
from procflow.engine.model.trail import Happening, Thrown, TrailEvent
from procflow.engine.model.wait import Wait

DRAWINGS = Path(__file__).parent / "drawings"
MONDAY = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)  # 08:00 in Vietnam


class Shelf:
    """A library: every process of one drawing, and decisions given as functions."""

    def __init__(
        self, processes: Mapping[str, ProcessProgram], decisions: Mapping[str, Any]
    ) -> None:
        self.programs = dict(processes)
        self.decisions = decisions
        self.asked: list[tuple[str, str, str | None]] = []

    def program(self, key: str) -> ProcessProgram:
        return next(each for each in self.programs.values() if each.key == key)

    def called(
        self, process_id: str, binding: str, version_tag: str | None, caller: ProcessProgram
    ) -> ProcessProgram | None:
        self.asked.append((process_id, binding, version_tag))
        return self.programs.get(process_id)

    def decide(
        self,
        decision_id: str,
        binding: str,
        version_tag: str | None,
        caller,
        variables,
        environment,
    ) -> Decided | None:
        decision = self.decisions.get(decision_id)
        return None if decision is None else decision(variables)


class EveryDay:
    """A calendar of working days of 24 hours."""

    def add(self, start: datetime, time: WorkingTime) -> datetime:
        return start + timedelta(days=time.days, hours=float(time.hours))


def read(name: str) -> Drawing:
    path = DRAWINGS / f"{name}.bpmn"
    return read_drawing(path.name, path.read_bytes())


def build(
    processes: Mapping[str, Process], groups: Mapping[str, str] = {}
) -> dict[str, ProcessProgram]:
    return {
        process.id: build_program(f"{process.id}:1", "d1", process, lane_groups=groups)
        for process in processes.values()
    }


class Play:
    """One instance, and what was seen of it. `steps` saves after steps only, for the long ones."""

    def __init__(
        self,
        programs: Mapping[str, ProcessProgram],
        variables: Mapping[str, Any],
        *,
        at: str | None = None,
        process: str = "P",
        decisions: Mapping[str, Any] = {},
        calendar: Any = None,
        steps: bool = False,
    ) -> None:
        self.shelf, self.process, self.steps = Shelf(programs, decisions), process, steps
        self.now, self.calendar = MONDAY, calendar
        self.trail: list[TrailEvent] = []
        self.thrown: list[Thrown] = []
        self.rows: dict[int, Wait] = {}
        self.saved_variables = b""
        self.before = {key: _looks(each) for key, each in programs.items()}
        start = Start(at=at, variables=variables)
        program = self.shelf.programs[process]
        self.execution = Execution.start(program, self.shelf, self._environment(), start)
        self._run()

    # -- what a test says ------------------------------------------------------------------------

    def answer(self, element: str, nth: int = 0, /, **variables: Any) -> Play:
        wait = self.wait(element, nth)
        kind = CompleteJob if wait.kind == "job" else CompleteUserTask
        return self.step(kind(wait=wait.number, variables=variables))

    def deliver(self, element: str, nth: int = 0, /, **variables: Any) -> Play:
        wait = self.wait(element, nth)
        if wait.kind == "timer":
            return self.step(FireTimer(wait=wait.number))
        kind = DeliverMessage if wait.kind == "message" else DeliverSignal
        return self.step(kind(wait=wait.number, name=wait.name, variables=variables))

    def fail(self, element: str, code: str, /, **variables: Any) -> Play:
        wait = self.wait(element)
        return self.step(ThrowError(wait=wait.number, code=code, text="oh", variables=variables))

    def set(self, token: int | None = None, /, **variables: Any) -> Play:
        return self.step(SetVariables(variables=variables, token=token))

    def passes(self, **time: float) -> Play:
        """Time passes; due timers fire, earliest first, each at its moment."""
        end = self.now + timedelta(**time)
        while due := sorted((w.due, w.number) for w in self.waits("timer") if w.due <= end):
            moment, number = due[0]
            self.now = max(self.now, moment)
            self.step(FireTimer(wait=number))
        self.now = end
        return self

    # -- what a test asks ------------------------------------------------------------------------

    def at(self) -> list[str]:
        """Elements that wait, in the order in which they began."""
        return [wait.element for wait in self.execution.waits()]

    def stuck(self) -> list[str]:
        """Elements that wait in vain."""
        return [wait.element for wait in self.execution.stuck()]

    def waits(self, kind: str | None = None) -> list[Any]:
        return [wait for wait in self.execution.waits() if kind in (None, wait.kind)]

    def wait(self, element: str, nth: int = 0) -> Any:
        found = [wait for wait in self.execution.waits() if wait.element == element]
        assert len(found) > nth, f"no wait at {element}, only at {self.at()}"
        return found[nth]

    def seen(self, element: str, nth: int = 0) -> dict[str, Any]:
        return self.execution.variables_seen_by(self.wait(element, nth).number)

    @property
    def ended(self) -> bool:
        return self.execution.ended

    @property
    def variables(self) -> dict[str, Any]:
        return self.execution.variables

    @property
    def passed(self) -> list[str]:
        return self.happened(Happening.COMPLETED)

    @property
    def flows(self) -> list[str]:
        return self.happened(Happening.TAKEN)

    def happened(self, happening: Happening) -> list[str]:
        return [event.element for event in self.trail if event.happening is happening]

    def about(self, happening: Happening) -> list[Mapping[str, Any]]:
        return [event.about for event in self.trail if event.happening is happening]

    # -- save and restore ------------------------------------------------------------------------

    def step(self, step: Step) -> Play:
        before, rows = self.execution, dict(self.rows)
        self._restore(self._save())
        try:
            self.execution.take(step)
            self._run()
        except Exception:
            self.execution, self.rows = before, rows
            raise
        return self

    def _run(self) -> None:
        if self.steps:
            self.execution.run_to_wait()
        self._note_and_restore()
        while self._workflow.go_on():
            self._note_and_restore()
        self._check_rest()

    def _note_and_restore(self) -> None:
        opened, gone = self.execution.changed_waits()
        self.rows.update({wait.number: wait for wait in opened})
        for number in gone:
            self.rows.pop(number, None)
        self.trail += self.execution.trail()
        self.thrown += self.execution.thrown()
        positions, variables = self._save()
        self._restore((positions, variables))
        again = self.execution.snapshot()
        assert again.positions == positions
        assert again.variables is None

    def _check_rest(self) -> None:
        """Rows kept by following changes equal the waits read whole; at the end none is left."""
        assert self.rows == {wait.number: wait for wait in self.execution.waits()}
        assert {key: _looks(each) for key, each in self.shelf.programs.items()} == self.before
        if self.ended:
            assert self.execution.waits() == []
            assert list(self._workflow.tasks) == [1]
            assert self._workflow.variables.owners == [1]
        elif not self._workflow.conditional:
            assert self.execution.waits() or self.stuck()

    def _save(self) -> tuple[bytes, bytes]:
        snapshot = self.execution.snapshot()
        if snapshot.variables is not None:
            self.saved_variables = snapshot.variables
        return snapshot.positions, self.saved_variables

    def _restore(self, saved: tuple[bytes, bytes]) -> None:
        key = self.shelf.programs[self.process].key
        self.execution = Execution.restore(*saved, key, self.shelf, self._environment())

    def _environment(self) -> Environment:
        return Environment(now=self.now, calendar=self.calendar)

    @property
    def _workflow(self) -> Any:
        return self.execution._workflow


def _looks(program: ProcessProgram) -> dict[str, dict[str, Any]]:
    """All that the program's specs hold, lists and tables copied."""
    return {
        name: {k: v.copy() if isinstance(v, list | dict) else v for k, v in vars(spec).items()}
        for name, spec in program.task_specs.items()
    }


@pytest.fixture
def play() -> Callable[..., Play]:
    """`play("drawing", {"variable": 1}, at=…)`."""

    def begin(name: str, variables: Mapping[str, Any] | None = None, **how: Any) -> Play:
        groups = how.pop("groups", {})
        return Play(build(read(name).processes, groups), variables or {}, **how)

    return begin


@pytest.fixture
def every_day() -> EveryDay:
    return EveryDay()


@pytest.fixture(scope="session")
def play_model() -> Callable[..., Play]:
    """The same for processes that a test makes itself."""

    def begin(process: Process, variables: Mapping[str, Any] | None = None, **how: Any) -> Play:
        return Play(build({process.id: process}), variables or {}, process=process.id, **how)

    return begin
