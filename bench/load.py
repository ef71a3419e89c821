"""How many instances a second: Camunda's load, on this machine's cores.

    python -m bench.load             both drawings on both databases; one worker against two
    python -m bench.load work URL    a worker process: "go" on its input begins, the end of it ends

"Typical process": ten service tasks one after another, two timers of half a second, 0.5 kB of
variables. "One task": one. A caller starts instances as fast as it can while two warm worker
processes do jobs and timers; counted is from the first start to the last end, the best of some
rounds. Wanted on two cores: 150 and 400 a second, and two workers at least 1.7 times as fast as one
on PostgreSQL.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from bench._databases import Kind, on_each
from bench._table import Row, alone, beside, show
from procflow import Config, Engine, JobContext, handles
from procflow.engine.model.instance import InstanceState

ROOT = Path(__file__).parent.parent
VARIABLES = {f"field{number}": "x" * 40 for number in range(10)}
LONGEST = 300.0
"""Seconds after which a round is given up."""

WARM = 50
"""Instances a worker does before it is measured: statements are compiled, drawings built."""

ROUNDS = 3
PAUSE = 0.1
"""Seconds between two looks for work, if nothing calls."""

UNIT = "a second"
READY, GO = "ready\n", "go\n"


class Clerks:
    """Their work costs nothing, so that what is measured is the engine."""

    @handles("work")
    def work(self, job: JobContext) -> None:
        """Nothing."""

    @handles("warm")
    def warm(self, job: JobContext) -> None:
        """Nothing."""


TASK, TIMER = "serviceTask", "intermediateCatchEvent"
INSIDE = {
    TASK: '<extensionElements><zeebe:taskDefinition type="{}"/></extensionElements>',
    TIMER: "<timerEventDefinition><timeDuration>PT0.5S</timeDuration></timerEventDefinition>",
}


def drawing(process: str, kinds: Sequence[str], job: str = "work") -> bytes:
    """Elements of these kinds, one after another."""
    nodes = [f'<startEvent id="{process}0"/>']
    for number, kind in enumerate(kinds, 1):
        nodes.append(f'<{kind} id="{process}{number}">{INSIDE[kind].format(job)}</{kind}>')
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
DRAWINGS = {
    "typical.bpmn": drawing("typical", TYPICAL),
    "one.bpmn": drawing("one", [TASK]),
    "warm.bpmn": drawing("warm", [TASK, TASK], job="warm"),
}


def opened(url: str) -> Engine:
    return Engine(Config(database=url, handlers=[Clerks()]))


def work(url: str) -> None:
    """What `procflow work` does, from "go" to the end of the input."""
    with opened(url) as engine:
        for _ in range(WARM):
            engine.instances.start("warm", VARIABLES)
        engine.worker("warm", types=["warm"]).run_once()
        clockwork, stop = engine.scheduler(), Event()
        clockwork.run_once()
        sys.stdout.write(READY)
        sys.stdout.flush()
        assert sys.stdin.readline() == GO
        ticking = Thread(target=lambda: clockwork.run(stop, PAUSE))
        ticking.start()
        Thread(target=lambda: (sys.stdin.read(), stop.set()), daemon=True).start()
        engine.worker(f"worker-{time.monotonic_ns()}").run(stop, PAUSE)
        ticking.join()


def best(measure: Callable[[], float]) -> float:
    """Of a few rounds: what the machine can do when nobody else uses it."""
    return max(measure() for _ in range(ROUNDS))


def rate(kind: Kind, process: str, number: int) -> float:
    """Instances a second, with a caller and two workers."""
    with prepared(kind) as engine, hands(engine, 2) as go:
        go()
        begun = time.perf_counter()
        start(engine, process, number)
        return number / (ended(engine, process) - begun)


def drained(kind: Kind, workers: int, number: int) -> float:
    """Instances a second that so many workers end; all were started before."""
    with prepared(kind) as engine:
        start(engine, "one", number)
        with hands(engine, workers) as go:
            begun = time.perf_counter()
            go()
            return number / (ended(engine, "one") - begun)


def on_one_core(kind: Kind, number: int) -> float:
    """Instances a second of one worker and its server process that have one core between them."""
    with prepared(kind) as engine:
        start(engine, "one", number)
        with one_core(server_of(engine)), hands(engine, 1) as go:
            begun = time.perf_counter()
            go()
            return number / (ended(engine, "one") - begun)


@contextmanager
def one_core(server: int) -> Iterator[None]:
    """For what this process and the server start meanwhile."""
    processes, cores = (0, server), os.sched_getaffinity(0)
    for each in processes:
        os.sched_setaffinity(each, {min(cores)})
    try:
        yield
    finally:
        for each in processes:
            os.sched_setaffinity(each, cores)


def server_of(engine: Engine) -> int:
    """The process that starts a process for each connection."""
    with engine._database.engine.connect() as connection:
        ours = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
    return int(Path(f"/proc/{ours}/stat").read_text().rpartition(")")[2].split()[1])


def apart(kind: Kind, number: int) -> float:
    """Instances a second of two workers that share nothing but the machine: what two can reach."""
    with prepared(kind) as here, prepared(kind) as there:
        for engine in (here, there):
            start(engine, "one", number // 2)
        with hands(here, 1) as one, hands(there, 1) as other:
            begun = time.perf_counter()
            one()
            other()
            return number / (max(ended(engine, "one") for engine in (here, there)) - begun)


def prepared(kind: Kind) -> Engine:
    engine = opened(kind.fresh())
    engine.deployments.deploy(DRAWINGS)
    return engine


def start(engine: Engine, process: str, number: int) -> None:
    for _ in range(number):
        engine.instances.start(process, VARIABLES)


def ended(engine: Engine, process: str) -> float:
    """The moment at which no instance of the process runs any more."""
    until = time.perf_counter() + LONGEST
    while engine.instances.find(process_id=process, state=InstanceState.ACTIVE, limit=1):
        assert time.perf_counter() < until
        time.sleep(0.05)
    return time.perf_counter()


@contextmanager
def hands(engine: Engine, number: int) -> Iterator[Callable[[], None]]:
    """Worker processes, warm; they begin when they are told to, and end with the block."""
    command = [sys.executable, "-m", "bench.load", "work", str(engine.config.database)]
    workers = [
        subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(number)
    ]
    pipes = [(each.stdin, each.stdout) for each in workers]
    for _, answers in pipes:
        assert answers is not None
        assert answers.readline() == READY

    def go() -> None:
        for orders, _ in pipes:
            assert orders is not None
            orders.write(GO)
            orders.flush()

    try:
        yield go
    finally:
        for each in workers:
            each.communicate(timeout=60)


def rows() -> Iterator[Row]:
    return on_each(measured)


def measured(kind: Kind) -> Iterator[Row]:
    typical = best(lambda: rate(kind, "typical", 1000))
    yield alone("typical process: ten jobs, two timers, 0.5 kB", typical, UNIT, wanted="≥ 150")
    yield alone("one task", best(lambda: rate(kind, "one", 2000)), UNIT, wanted="≥ 400")
    one, two = (best(lambda n=n: drained(kind, n, 2000)) for n in (1, 2))
    wanted = "≥ 1.7" if kind.name == "PostgreSQL" else ""
    yield beside("one task, two workers", two, "one worker", one, unit=UNIT, wanted=wanted)
    separate = best(lambda: apart(kind, 2000))
    what = "two workers, each on a database of its own"
    yield beside(what, separate, "one worker", one, unit=UNIT)
    if kind.name == "PostgreSQL":
        half = best(lambda: on_one_core(kind, 2000))
        what = "one worker and its server process, on one core; twice that is what two can reach"
        yield beside(what, half, "one worker", one, unit=UNIT)


if __name__ == "__main__":
    if sys.argv[1:2] == ["work"]:
        work(sys.argv[2])
    else:
        show(rows())
