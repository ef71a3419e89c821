"""What a step of an instance costs without a database: load, step, save.

    python -m bench.execution

Beside SpiffWorkflow whole, and bpmn-engine in Node where it is installed:
`npm install --prefix build/bpmn-engine bpmn-engine`. Medians of one run on this machine. Wanted: a
step of a 40-element drawing under 80 µs, at least 30 times as fast as SpiffWorkflow whole and 5
times as fast as bpmn-engine; the last of 10,000 rounds, and of 2,000 instances, at most 1.2 times
the hundredth.
"""

from __future__ import annotations

import gc
import io
import json
import subprocess
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from shutil import which
from statistics import median
from time import perf_counter
from typing import Any

from bench._table import Row, alone, beside, show
from procflow.engine.bpmn.reader import read_drawing
from procflow.engine.execution import Decided, Execution, ProcessProgram, build_program
from procflow.engine.expressions import Environment
from procflow.engine.model.step import CompleteJob, CompleteUserTask, Start, Step

ROOT = Path(__file__).parent.parent
NODE = ROOT / "build" / "bpmn-engine"
GET = "`npm install --prefix build/bpmn-engine bpmn-engine`, and Node, to have this row"
ENVIRONMENT = Environment(now=datetime(2026, 3, 2, 1, 0, tzinfo=UTC))
DOSSIER = {f"field{number}": "x" * 40 for number in range(35)} | {"again": True, "code": "H56-1"}
Saved = tuple[bytes, bytes]

HEAD = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="bench">'
    '<process id="p" isExecutable="true"><startEvent id="s"/>'
)


class Shelf:
    """A library of the processes of some drawings."""

    def __init__(self, *contents: bytes) -> None:
        self.programs: dict[str, ProcessProgram] = {}
        for content in contents:
            drawing = read_drawing("bench.bpmn", content)
            for process in drawing.processes.values():
                program = build_program(process.id, "d", process, lane_groups={})
                self.programs[process.id] = program

    def program(self, key: str) -> ProcessProgram:
        return self.programs[key]

    def called(self, process_id: str, *_how) -> ProcessProgram | None:
        return self.programs.get(process_id)

    def decide(self, *_asked) -> Decided | None:
        return None


class Instance:
    """One instance between its steps."""

    def __init__(self, shelf: Shelf, process: str, variables: Mapping[str, Any]) -> None:
        self.shelf, self.process = shelf, process
        execution = Execution.start(
            shelf.programs[process], shelf, ENVIRONMENT, Start(variables=variables)
        )
        self.saved: Saved = self._save(execution, b"")

    def _save(self, execution: Execution, variables: bytes) -> Saved:
        execution.run_to_wait()
        execution.changed_waits()
        execution.trail()
        snapshot = execution.snapshot()
        return snapshot.positions, snapshot.variables or variables

    def restore(self) -> Execution:
        return Execution.restore(*self.saved, self.process, self.shelf, ENVIRONMENT)

    def after(self, step: Step) -> Saved:
        execution = self.restore()
        execution.take(step)
        return self._save(execution, self.saved[1])

    def answer(self, nth: int = 0, **variables: Any) -> Step:
        """A step that does the nth user task or job."""
        works = [w for w in self.restore().waits() if w.kind in ("user_task", "job")]
        kind = CompleteJob if works[nth].kind == "job" else CompleteUserTask
        return kind(wait=works[nth].number, variables=variables)

    def go(self, **variables: Any) -> None:
        self.saved = self.after(self.answer(**variables))


def microseconds(work: Callable[[], object], rounds: int = 300) -> float:
    times = []
    for _ in range(rounds):
        gc.disable()
        begun = perf_counter()
        work()
        times.append((perf_counter() - begun) * 1e6)
        gc.enable()
    return median(times)


def cost(instance: Instance, nth: int = 0, rounds: int = 300) -> float:
    step = instance.answer(nth)
    return microseconds(lambda: instance.after(step), rounds)


# -- the drawings -----------------------------------------------------------------------------


def household() -> Instance:
    folder = ROOT / "processes"
    files = [folder / "dang-ky-ho-kinh-doanh" / "dang-ky-ho-kinh-doanh.bpmn"]
    files += sorted((folder / "lib").glob("**/*.bpmn"))
    shelf = Shelf(*(file.read_bytes() for file in files))
    return Instance(shelf, "dang-ky-ho-kinh-doanh", DOSSIER)


def forty(feel: bool) -> bytes:
    """19 user tasks, each with a gateway that may end all; 40 elements with start and end."""
    equals = "=again = false" if feel else "not again"
    nodes, flows = [], ['<sequenceFlow id="f" sourceRef="s" targetRef="u0"/>']
    for number in range(19):
        after = f"u{number + 1}" if number < 18 else "e"
        nodes.append(
            f'<userTask id="u{number}"/><exclusiveGateway id="g{number}" default="d{number}"/>'
        )
        flows.append(
            f'<sequenceFlow id="a{number}" sourceRef="u{number}" targetRef="g{number}"/>'
            f'<sequenceFlow id="d{number}" sourceRef="g{number}" targetRef="{after}"/>'
            f'<sequenceFlow id="b{number}" sourceRef="g{number}" targetRef="e">'
            f"<conditionExpression>{equals}</conditionExpression></sequenceFlow>"
        )
    return (
        f'{HEAD}{"".join(nodes)}<endEvent id="e"/>{"".join(flows)}</process></definitions>'.encode()
    )


def loop() -> Instance:
    timer = "<timerEventDefinition><timeDuration>P30D</timeDuration></timerEventDefinition>"
    body = (
        '<userTask id="u"/><exclusiveGateway id="g" default="out"/><endEvent id="e"/>'
        f'<boundaryEvent id="b" attachedToRef="u">{timer}</boundaryEvent>'
        '<sequenceFlow id="f" sourceRef="s" targetRef="u"/>'
        '<sequenceFlow id="x" sourceRef="b" targetRef="e"/>'
        '<sequenceFlow id="a" sourceRef="u" targetRef="g"/>'
        '<sequenceFlow id="out" sourceRef="g" targetRef="e"/>'
        '<sequenceFlow id="back" sourceRef="g" targetRef="u">'
        "<conditionExpression>=again</conditionExpression></sequenceFlow>"
    )
    return Instance(Shelf(f"{HEAD}{body}</process></definitions>".encode()), "p", DOSSIER)


def many(sequential: bool, size: int) -> Instance:
    flag = "true" if sequential else "false"
    body = (
        f'<userTask id="u"><multiInstanceLoopCharacteristics isSequential="{flag}">'
        '<extensionElements><zeebe:loopCharacteristics inputCollection="=people"'
        ' inputElement="person" outputCollection="out" outputElement="=answer"/>'
        '</extensionElements></multiInstanceLoopCharacteristics></userTask><endEvent id="e"/>'
        '<sequenceFlow id="f" sourceRef="s" targetRef="u"/>'
        '<sequenceFlow id="a" sourceRef="u" targetRef="e"/>'
    )
    shelf = Shelf(f"{HEAD}{body}</process></definitions>".encode())
    people = [f"person {number}" for number in range(size)]
    return Instance(shelf, "p", {"people": people})


# -- the table ----------------------------------------------------------------------------------


def rows() -> Iterator[Row]:
    yield alone("a step without a database, 13 mappings and a call", cost(household()))
    yield from forty_elements()
    yield from rounds()
    yield from instances(sequential=True)
    yield from instances(sequential=False)


def forty_elements() -> Iterator[Row]:
    """The tenth user task of the 40 elements: ours, SpiffWorkflow whole, bpmn-engine whole."""
    what, ours = "a step without a database, 40 elements", cost(tenth())
    yield alone(what, ours, wanted="< 80 µs")
    theirs, whole = stock(), "stock SpiffWorkflow whole, times ours"
    yield beside(what, cost(tenth()), whole, theirs, wanted="≥ 30", turned=True)
    found = bpmn_engine(NODE)
    if found is None:
        yield Row(what, "", f"bpmn-engine: {GET}", wanted="≥ 5")
    else:
        ours = cost(tenth())
        yield beside(
            what, ours, "bpmn-engine in Node, times ours", found, wanted="≥ 5", turned=True
        )


def tenth() -> Instance:
    instance = Instance(Shelf(forty(True)), "p", DOSSIER)
    for _ in range(9):
        instance.go()
    return instance


def rounds() -> Iterator[Row]:
    instance, found = loop(), {}
    for number in range(1, 10_001):
        if number in (100, 10_000):
            found[number] = cost(instance)
        instance.go()
    yield last("round 10,000 of a loop, without a database", found[10_000], "round 100", found[100])


def instances(sequential: bool) -> Iterator[Row]:
    instance, found = many(sequential, 2000), {}
    word = "one after the other" if sequential else "at once"
    for number in range(1, 2001):
        if number in (100, 2000):
            found[number] = cost(instance, rounds=40)
        instance.go(answer=number)
    what = f"instance 2,000 of 2,000 {word}, without a database"
    yield last(what, found[2000], "instance 100", found[100])


def last(what: str, ours: float, than: str, theirs: float) -> Row:
    return beside(what, ours, than, theirs, wanted="≤ 1.2")


def stock() -> float:
    """SpiffWorkflow restored and serialised whole, as its documentation shows it."""
    from SpiffWorkflow.bpmn import BpmnWorkflow
    from SpiffWorkflow.bpmn.parser import BpmnParser
    from SpiffWorkflow.bpmn.serializer import BpmnWorkflowSerializer
    from SpiffWorkflow.util.task import TaskState

    parser, serializer = BpmnParser(), BpmnWorkflowSerializer()
    parser.add_bpmn_io(io.BytesIO(forty(False)))
    workflow = BpmnWorkflow(parser.get_spec("p"))
    workflow.data.update(DOSSIER)
    workflow.do_engine_steps()
    for number in range(9):
        task = workflow.get_tasks(state=TaskState.READY, manual=True)[0]
        task.data.update(DOSSIER if number == 0 else {})
        task.run()
        workflow.do_engine_steps()
    saved = serializer.serialize_json(workflow)

    def step() -> str:
        again = serializer.deserialize_json(saved)
        again.get_tasks(state=TaskState.READY, manual=True)[0].run()
        again.do_engine_steps()
        return serializer.serialize_json(again)

    return microseconds(step, 30)


def bpmn_engine(folder: Path) -> float | None:
    """bpmn-engine restored and saved whole, in Node; None where there is none."""
    if not which("node") or not (folder / "node_modules" / "bpmn-engine").is_dir():
        return None
    source = forty(False).decode().replace("not again", "${environment.variables.over}")
    asked = {"source": source, "variables": DOSSIER, "before": 9, "rounds": 40}
    answer = subprocess.run(
        ["node", str(Path(__file__).with_name("bpmn_engine.mjs"))],
        input=json.dumps(asked),
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    return median(float(each) for each in answer.stdout.split())


if __name__ == "__main__":
    show(rows())
