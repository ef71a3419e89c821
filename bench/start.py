"""How long it takes to start, and how much memory stays.

    python -m bench.start            about two minutes
    python -m bench.start --short    fewer steps

Start-up: wall time and processor time of a whole process, medians, beside an empty Python. Memory:
of the process, as Linux tells it: of definitions that are kept ready, and of a worker that does one
job after another. It is measured over fewer steps than a million, and told for a million.
"""

from __future__ import annotations

import gc
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from sqlalchemy import create_engine, event

from bench._table import Row, alone, beside, show
from bench.durable import forty
from procflow import Config, Engine, JobContext, handles

ROOT = Path(__file__).parent.parent
TIMES = 15
DEFINITIONS = 250
WARM, STEPS = 4_000, 40_000
MEGABYTE = 2**20
EMPTY = "an empty Python"

WORKER = (
    "from procflow import Config, Engine\n"
    "with Engine(Config(database={url!r}, handlers=[])) as engine:\n"
    "    engine.worker().run_once()\n"
)


class Clerk:
    @handles("work")
    def work(self, job: JobContext) -> dict[str, object]:
        """Nothing."""
        return {"round": job.variables["round"] + 1}


LOOP = b"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="bench">
  <process id="loop" isExecutable="true"><startEvent id="s"/>
  <serviceTask id="j"><extensionElements><zeebe:taskDefinition type="work"/></extensionElements>
  </serviceTask><exclusiveGateway id="g" default="out"/><endEvent id="e"/>
  <sequenceFlow id="in" sourceRef="s" targetRef="j"/>
  <sequenceFlow id="on" sourceRef="j" targetRef="g"/>
  <sequenceFlow id="again" sourceRef="g" targetRef="j">
  <conditionExpression>=round &lt; rounds</conditionExpression></sequenceFlow>
  <sequenceFlow id="out" sourceRef="g" targetRef="e"/></process></definitions>"""


def started(command: list[str]) -> tuple[float, float]:
    """Milliseconds by the clock and of the processor."""
    walls, cpus = [], []
    for _ in range(TIMES):
        before, begun = _of_children(), perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        walls.append((perf_counter() - begun) * 1e3)
        cpus.append((_of_children() - before) * 1e3)
    return median(walls), median(cpus)


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def start_up(folder: Path) -> Iterator[Row]:
    url = f"sqlite:///{folder / 'start.db'}"
    Engine(Config(database=url)).close()
    here = Path(sys.executable).parent / "procflow"
    empty, _ = started([sys.executable, "-c", "pass"])
    for what, command in (
        ("`procflow --help`", [str(here), "--help"]),
        ("a worker that finds no work", [sys.executable, "-c", WORKER.format(url=url)]),
    ):
        wall, cpu = started(command)
        yield beside(f"start: {what}; {cpu:.0f} ms of the processor", wall, EMPTY, empty, unit="ms")


def memory() -> int:
    """Of this process, in bytes."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize()


def definitions(folder: Path) -> Iterator[Row]:
    drawing = forty(feel=True).decode()
    with Engine(Config(database=f"sqlite:///{folder / 'many.db'}", handlers=None)) as engine:
        for number in range(DEFINITIONS):
            named = drawing.replace('id="forty"', f'id="forty{number}"')
            engine.deployments.deploy({"bench.bpmn": named.encode()})
    with Engine(Config(database=f"sqlite:///{folder / 'many.db'}", handlers=None)) as engine:
        engine.instances.start("forty0", {"again": True})
        before = memory()
        for number in range(1, DEFINITIONS):
            engine.instances.start(f"forty{number}", {"again": True})
        each = (memory() - before) / (DEFINITIONS - 1)
    yield alone("memory: a thousand definitions of 40 elements", each * 1e3 / MEGABYTE, "MB")


def worker(folder: Path, steps: int) -> Iterator[Row]:
    pool = create_engine(f"sqlite:///{folder / 'worker.db'}")
    event.listen(pool, "connect", lambda raw, _: raw.execute("PRAGMA synchronous = OFF"))
    with Engine(Config(database=pool, handlers=[Clerk()])) as engine:
        engine.deployments.deploy({"loop.bpmn": LOOP})
        walk(engine, WARM)
        before = memory()
        walk(engine, steps)
        grown = memory() - before
    pool.dispose()
    million = grown / steps * 1e6 / MEGABYTE
    after = f"after the first {WARM:,}"
    then = before + grown
    what = f"memory: a worker after {steps:,} steps; at that rate {million:+.0f} MB in a million"
    yield beside(what, then / MEGABYTE, after, before / MEGABYTE, unit="MB", wanted="1.00")


def walk(engine: Engine, steps: int) -> None:
    """A loop is four hundred rounds, so that instances begin and end as well."""
    for _ in range(steps // 400):
        engine.instances.start("loop", {"round": 0, "rounds": 400})
        engine.worker().run_once()


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as given:
        folder = Path(given)
        steps = STEPS // 10 if "--short" in sys.argv else STEPS
        for some in (start_up(folder), definitions(folder), worker(folder, steps)):
            yield from some


if __name__ == "__main__":
    show(rows())
