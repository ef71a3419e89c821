"""How many instances a second: Camunda's load, on this machine's cores.

    python -m bench.load             both drawings on both databases; one worker against two
    python -m bench.load work URL N  a worker with a clockwork, until N instances have ended

"Typical process": ten service tasks one after another, two timers of half a second, 0.5 kB of
variables. "One task": one. A caller starts instances as fast as it can while two worker processes
do the jobs; counted is from the first start to the last end. Wanted on two cores: 150 and 400 a
second, and two workers at least 1.7 times as fast as one on PostgreSQL.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench._databases import Kind, kinds
from procflow import Config, Engine, JobContext, handles
from procflow.engine.model.instance import InstanceState

ROOT = Path(__file__).parent.parent
VARIABLES = {f"field{number}": "x" * 40 for number in range(10)}
LONGEST = 300.0
"""Seconds after which a worker gives up."""


class Clerks:
    """Their work costs nothing, so that what is measured is the engine."""

    @handles("work")
    def work(self, job: JobContext) -> None:
        """Nothing."""


TASK, TIMER = "serviceTask", "intermediateCatchEvent"
INSIDE = {
    TASK: '<extensionElements><zeebe:taskDefinition type="work"/></extensionElements>',
    TIMER: "<timerEventDefinition><timeDuration>PT0.5S</timeDuration></timerEventDefinition>",
}


def drawing(process: str, kinds: Sequence[str]) -> bytes:
    """Elements of these kinds, one after another."""
    nodes = [f'<startEvent id="{process}0"/>']
    for number, kind in enumerate(kinds, 1):
        nodes.append(f'<{kind} id="{process}{number}">{INSIDE[kind]}</{kind}>')
    nodes.append(f'<endEvent id="{process}{len(kinds) + 1}"/>')
    flows = (
        f'<sequenceFlow id="{process}f{n}" sourceRef="{process}{n}" targetRef="{process}{n + 1}"/>'
        for n in range(len(kinds) + 1)
    )
    return (
        '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"'
        ' xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="bench">'
        f'<process id="{process}" isExecutable="true">{"".join(nodes)}{"".join(flows)}</process>'
        "</definitions>"
    ).encode()


TYPICAL = [*[TASK] * 4, TIMER, *[TASK] * 3, TIMER, *[TASK] * 3]
DRAWINGS = {"typical.bpmn": drawing("typical", TYPICAL), "one.bpmn": drawing("one", [TASK])}


def opened(url: str) -> Engine:
    return Engine(Config(database=url, handlers=[Clerks()]))


def work(url: str, wanted: int) -> None:
    """What `procflow work` does, until so many instances have ended."""
    until = time.monotonic() + LONGEST
    with opened(url) as engine:
        worker, clockwork = engine.worker(f"worker-{time.monotonic_ns()}"), engine.scheduler()
        while time.monotonic() < until:
            if not clockwork.run_once() + worker.run_once():
                if ended(engine) >= wanted:
                    return
                time.sleep(0.01)


def ended(engine: Engine) -> int:
    return len(engine.instances.find(state=InstanceState.ENDED, limit=1_000_000))


def rate(kind: Kind, process: str, number: int) -> float:
    """Instances a second, with a caller and two workers."""
    with prepared(kind) as engine:
        url = engine.config.database
        begun = time.perf_counter()
        workers = [worker(url, number) for _ in range(2)]
        for _ in range(number):
            engine.instances.start(process, VARIABLES)
        finished(workers)
        assert ended(engine) == number
        return number / (time.perf_counter() - begun)


def drained(kind: Kind, workers: int, number: int) -> float:
    """Instances a second that so many workers end; all were started before."""
    with prepared(kind) as engine:
        for _ in range(number):
            engine.instances.start("one", VARIABLES)
        begun = time.perf_counter()
        finished([worker(engine.config.database, number) for _ in range(workers)])
        return number / (time.perf_counter() - begun)


def prepared(kind: Kind) -> Engine:
    engine = opened(kind.fresh())
    engine.deployments.deploy(DRAWINGS)
    return engine


def worker(url: object, number: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "bench.load", "work", str(url), str(number)]
    return subprocess.Popen(command, cwd=ROOT)


def finished(workers: Sequence[subprocess.Popen[bytes]]) -> None:
    for each in workers:
        assert each.wait(LONGEST + 60) == 0


def main() -> None:
    with kinds() as found:
        print("| instances a second | database | found | wanted |\n| --- | --- | ---: | ---: |")
        for kind in found:
            print(f"| typical process | {kind.name} | {rate(kind, 'typical', 400):.0f} | 150 |")
            print(f"| one task | {kind.name} | {rate(kind, 'one', 2000):.0f} | 400 |", flush=True)
            one, two = drained(kind, 1, 2000), drained(kind, 2, 2000)
            note = f"{two:.0f} to {one:.0f}, {two / one:.2f} times"
            wanted = "1.7 times" if kind.name == "PostgreSQL" else ""
            print(f"| two workers to one | {kind.name} | {note} | {wanted} |", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["work"]:
        work(sys.argv[2], int(sys.argv[3]))
    else:
        main()
