"""Another version takes over after every step, and nothing is different: on every drawing."""

import re
from pathlib import Path

import pytest

from procflow.engine.bpmn.reader import read_drawing
from procflow.engine.execution import Execution, ExecutionFailure, Move, build_program
from procflow.engine.execution.counterparts import counterparts
from procflow.engine.expressions import Environment
from procflow.engine.model.step import (
    CompleteJob,
    CompleteUserTask,
    DeliverMessage,
    DeliverSignal,
    FireTimer,
    Start,
)
from procflow.tests.engine.execution.conftest import DRAWINGS, MONDAY, Shelf

STEPS = 60
NAMES = ("id", "sourceRef", "targetRef", "attachedToRef", "default", "activityRef")
GIVEN = {
    "items": [1, 2, 3],
    "people": ["a", "b"],
    "list": [1, 2],
    "n": 2,
    "key": "K",
    "amount": 5,
    "approved": True,
}
STEP_OF = {
    "user_task": lambda w: CompleteUserTask(wait=w.number, variables={"approved": True}),
    "job": lambda w: CompleteJob(wait=w.number),
    "timer": lambda w: FireTimer(wait=w.number),
    "message": lambda w: DeliverMessage(wait=w.number, name=w.name),
    "signal": lambda w: DeliverSignal(wait=w.number, name=w.name),
}
DRAWN = sorted(path.stem for path in DRAWINGS.glob("*.bpmn"))
NEW_ID = "-v2"


def renamed(content: str, ids: set[str]) -> str:
    """The drawing with other ids for its elements and flows."""
    names = "|".join(map(re.escape, sorted(ids, key=len, reverse=True)))
    attribute = rf'\b({"|".join(NAMES)})="({names})"'
    inside = rf"<((?:\w+:)?(?:incoming|outgoing|flowNodeRef))>({names})<"
    content = re.sub(attribute, rf'\1="\2{NEW_ID}"', content)
    return re.sub(inside, rf"<\1>\2{NEW_ID}<", content)


class Versions(Shelf):
    """Two versions of all processes of a drawing; `ids` gives new ids by old ones."""

    def __init__(self, name: str, *, rename: bool) -> None:
        path = Path(DRAWINGS / f"{name}.bpmn")
        text = path.read_text(encoding="utf-8")
        old = read_drawing(path.name, text.encode()).processes
        ids = {i for p in old.values() for i in (*p.elements, *p.flows)}
        new = read_drawing(path.name, (renamed(text, ids) if rename else text).encode()).processes
        super().__init__(self._built(old, 1), {})
        self.versions = {**self._built(old, 1), **self._built(new, 2)}
        self.ids = {i: i + NEW_ID if rename else i for i in ids}

    def _built(self, processes, version):
        return {
            f"{p.id}:{version}": build_program(f"{p.id}:{version}", "d", p, lane_groups={})
            for p in processes.values()
        }

    def program(self, key):
        return self.versions[key]

    def called(self, process_id, binding, version_tag, caller):
        return self.versions.get(f"{process_id}:1")


def played(shelf, process, *, moving):
    """What was waited for at each rest, in the words of the first version."""
    back = {new: old for old, new in shelf.ids.items()}
    environment = Environment(now=MONDAY)
    program = shelf.program(f"{process}:1")
    execution = Execution.start(program, shelf, environment, Start(variables=GIVEN))
    execution.run_to_wait()
    seen, version, variables = [], 1, None
    for _ in range(STEPS):
        waits = execution.waits()
        seen.append([(w.kind, w.number, back.get(w.element, w.element)) for w in waits])
        if execution.ended or not waits:
            break
        snapshot = execution.snapshot()
        variables = snapshot.variables or variables
        if moving:
            execution = moved(shelf, process, version, snapshot.positions, variables)
            version = 3 - version
            execution.run_to_wait()
            assert execution.snapshot().variables is None  # nothing was evaluated, nothing changed
        else:
            key = f"{process}:1"
            execution = Execution.restore(snapshot.positions, variables, key, shelf, environment)
        wait = waits[len(seen) % len(waits)]
        execution.take(STEP_OF[wait.kind](wait))
        execution.run_to_wait()
    return seen, execution.variables


def moved(shelf, process, version, positions, variables):
    """To the other version; all that is waited for stays, by its number."""
    old, new = (shelf.program(f"{process}:{v}") for v in (version, 3 - version))
    back = {n: o for o, n in shelf.ids.items()}
    ids = shelf.ids if version == 1 else back
    elements = {name: ids[name] for name in old.drawn.elements}
    move = Move(old, new, counterparts(old.drawn, new.drawn, elements))
    return Execution.moved(positions, variables, move, shelf, Environment(now=MONDAY))


def started(name, *, rename):
    """The versions of a drawing that can be played to a wait, else None."""
    shelf = Versions(name, rename=rename)
    process = "P" if "P:1" in shelf.versions else next(iter(shelf.versions)).partition(":")[0]
    try:
        return shelf, process, played(shelf, process, moving=False)
    except ExecutionFailure:
        return None


@pytest.mark.parametrize("rename", [False, True])
@pytest.mark.parametrize("name", DRAWN)
def test_it_goes_on_as_if_nothing_had_happened(name, rename):
    ready = started(name, rename=rename)
    if ready is None:
        pytest.skip("needs variables or a start of its own")
    shelf, process, straight = ready
    assert played(shelf, process, moving=True) == straight


def test_most_drawings_are_among_them():
    ready = [name for name in DRAWN if started(name, rename=False)]
    assert len(ready) > len(DRAWN) / 2
