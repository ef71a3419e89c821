"""What a durable step costs: load, step, save, waits, history, commit – on both databases.

    python -m bench.durable          all of it, about five minutes
    python -m bench.durable --short  without the long instances

Beside a bare SQL transaction that writes the same rows: by the driver alone, with the statements
and values that the engine writes; and beside stock SpiffWorkflow with its JSON in the same
database. Both sides of a ratio are measured in turns, in one run, each on an instance of its own;
figures are medians. What a commit alone costs says how much of the time is the disk's.

Wanted: at most 1.5 times the bare transaction; SpiffWorkflow at least 2 times as long at the first
step and 10 times at round 100 of a loop; the last step of a long instance with 46 kB of variables
at most 1.2 times an early one.
"""

from __future__ import annotations

import gc
import io
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from statistics import median
from time import perf_counter
from typing import Any

from sqlalchemy import Connection, event

from bench._databases import Kind, on_each
from bench._table import Row, alone, beside, show
from procflow import Actor, Config, Engine

OFFICER = Actor(id="an", groups=frozenset({"mot-cua"}))
DOSSIER = {f"field{number}": "x" * 40 for number in range(35)} | {"again": True}
LARGE = {f"field{number}": "x" * 1_000 for number in range(45)} | {"again": True}
TURNS = 120
WRITES = ("INSERT", "UPDATE", "DELETE")

HEAD = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"'
    ' xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="bench">'
)
PEOPLE = '<zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="mot-cua"/>'


# -- the drawings -------------------------------------------------------------------------------


def forty(feel: bool) -> bytes:
    """19 user tasks, each with a gateway that may end all; 40 elements with start and end."""
    condition = "= again = false" if feel else "not again"
    nodes, flows = [], ['<sequenceFlow id="f" sourceRef="s" targetRef="u0"/>']
    for number in range(19):
        after = f"u{number + 1}" if number < 18 else "e"
        nodes += [
            user_task(f"u{number}", feel),
            f'<exclusiveGateway id="g{number}" default="d{number}"/>',
        ]
        flows += [
            f'<sequenceFlow id="a{number}" sourceRef="u{number}" targetRef="g{number}"/>',
            f'<sequenceFlow id="d{number}" sourceRef="g{number}" targetRef="{after}"/>',
            conditional(f"b{number}", f"g{number}", "e", condition),
        ]
    return process("forty", "".join(nodes + flows))


def loop(feel: bool) -> bytes:
    """A user task, again and again."""
    condition = "= again" if feel else "again"
    return process(
        "loop",
        f'{user_task("u", feel)}<exclusiveGateway id="g" default="out"/>'
        '<sequenceFlow id="f" sourceRef="s" targetRef="u"/>'
        '<sequenceFlow id="a" sourceRef="u" targetRef="g"/>'
        '<sequenceFlow id="out" sourceRef="g" targetRef="e"/>'
        f"{conditional('back', 'g', 'u', condition)}",
    )


def many() -> bytes:
    """A user task for each of the people, all at once."""
    characteristics = (
        "<multiInstanceLoopCharacteristics><extensionElements>"
        '<zeebe:loopCharacteristics inputCollection="= people" inputElement="person"'
        ' outputCollection="answers" outputElement="= answer"/>'
        "</extensionElements></multiInstanceLoopCharacteristics>"
    )
    return process(
        "many",
        f"{user_task('u', True, characteristics)}"
        '<sequenceFlow id="f" sourceRef="s" targetRef="u"/>'
        '<sequenceFlow id="a" sourceRef="u" targetRef="e"/>',
    )


def user_task(name: str, ours: bool, inside: str = "") -> str:
    extension = f"<extensionElements>{PEOPLE}</extensionElements>" if ours else ""
    return f'<userTask id="{name}">{extension}{inside}</userTask>'


def conditional(name: str, source: str, target: str, condition: str) -> str:
    return (
        f'<sequenceFlow id="{name}" sourceRef="{source}" targetRef="{target}">'
        f"<conditionExpression>{condition}</conditionExpression></sequenceFlow>"
    )


def process(name: str, inside: str) -> bytes:
    return (
        f'{HEAD}<process id="{name}" isExecutable="true"><startEvent id="s"/>{inside}'
        f'<endEvent id="e"/></process></definitions>'
    ).encode()


# -- ours ---------------------------------------------------------------------------------------


@contextmanager
def opened(kind: Kind) -> Iterator[Engine]:
    with Engine(Config(database=kind.fresh(), handlers=None)) as engine:
        for drawing in (forty(feel=True), loop(feel=True), many()):
            engine.deployments.deploy({"bench.bpmn": drawing})
        yield engine


def complete(engine: Engine, instance: str) -> float:
    """How long it took to complete the oldest user task of the instance."""
    task = engine.user_tasks.find(instance=instance, limit=1)[0]
    return timed(lambda: engine.user_tasks.complete(task.key, {"answer": 1}, OFFICER))


def timed(work: Callable[[], object]) -> float:
    """In microseconds."""
    gc.disable()
    begun = perf_counter()
    work()
    taken = perf_counter() - begun
    gc.enable()
    return taken * 1e6


# -- the bare transaction -----------------------------------------------------------------------


class Bare:
    """What one instance's step wrote, written again for other instances in the same place.

    Who listens to SQLAlchemy's statements hears of all.
    """

    def __init__(self, engine: Engine, pattern: str) -> None:
        self._pool = engine._database.engine
        self._pattern = pattern
        self._texts: list[tuple[str, Any]] = []
        event.listen(self._pool, "before_cursor_execute", self._keep)
        complete(engine, pattern)
        event.remove(self._pool, "before_cursor_execute", self._keep)
        self._proxied = self._pool.raw_connection()
        self._driver: Any = self._proxied.dbapi_connection
        self._begins = self._pool.dialect.name == "sqlite"

    def _keep(self, _on: Connection, _cursor: Any, text: str, given: Any, *_rest: Any) -> None:
        if text.startswith(WRITES):
            self._texts.append((text, given))

    def by_driver(self, instance: str) -> float:
        """How long it took the driver alone to write the rows for the instance."""
        mine = [(text, self._moved(given, instance)) for text, given in self._texts]
        return timed(lambda: self._transaction(mine))

    def commit(self) -> float:
        """How long a transaction takes that has hardly anything to write."""
        self._transaction([("CREATE TABLE IF NOT EXISTS bare (n INTEGER)", ())])
        return timed(lambda: self._transaction([("INSERT INTO bare VALUES (1)", ())]))

    def _transaction(self, statements: Sequence[tuple[str, Any]]) -> None:
        cursor = self._driver.cursor()
        if self._begins:
            cursor.execute("BEGIN IMMEDIATE")
        for text, given in statements:
            cursor.execute(text, given)
        self._driver.commit()

    def _moved(self, given: Any, instance: str) -> Any:
        if isinstance(given, dict):
            return {name: self._moved(value, instance) for name, value in given.items()}
        if isinstance(given, list | tuple):
            return type(given)(self._moved(value, instance) for value in given)
        return instance if given == self._pattern else given

    def close(self) -> None:
        self._proxied.close()


def beside_bare(engine: Engine) -> Iterator[Row]:
    names = [engine.instances.start("forty", DOSSIER).key for _ in range(2 * TURNS + 1)]
    for name in names:
        complete(engine, name)
    bare, rest = Bare(engine, names[0]), iter(names[1:])
    turns = [(complete(engine, next(rest)), bare.by_driver(next(rest))) for _ in range(TURNS)]
    commit = median(bare.commit() for _ in range(TURNS))
    bare.close()
    ours, driver = medians(turns)
    what = "complete a user task, 40 elements"
    yield beside(what, ours, "the same rows, by the driver alone", driver, wanted="≤ 1.5")
    yield alone("a transaction of next to nothing", commit)


# -- stock SpiffWorkflow ------------------------------------------------------------------------


class Stock:
    """SpiffWorkflow as its documentation shows it, its JSON in a table of the same database."""

    def __init__(self, engine: Engine, drawing: bytes, name: str) -> None:
        from SpiffWorkflow.bpmn import BpmnWorkflow
        from SpiffWorkflow.bpmn.parser import BpmnParser
        from SpiffWorkflow.bpmn.serializer import BpmnWorkflowSerializer
        from SpiffWorkflow.util.task import TaskState

        self._ready = TaskState.READY
        self._serializer = BpmnWorkflowSerializer()
        parser = BpmnParser()
        parser.add_bpmn_io(io.BytesIO(drawing))
        workflow = BpmnWorkflow(parser.get_spec(name))
        workflow.data.update(DOSSIER)
        workflow.do_engine_steps()
        for task in workflow.get_tasks(state=self._ready, manual=True):
            task.data.update(DOSSIER)
        self._pool = engine._database.engine
        with self._pool.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS stock (saved TEXT)")
            connection.exec_driver_sql("DELETE FROM stock")
            self._save(connection, "INSERT INTO stock VALUES ({})", workflow)

    def step(self) -> float:
        return timed(self._step)

    def _step(self) -> None:
        with self._pool.begin() as connection:
            saved = connection.exec_driver_sql("SELECT saved FROM stock").scalar_one()
            workflow = self._serializer.deserialize_json(saved)
            workflow.get_tasks(state=self._ready, manual=True)[0].run()
            workflow.do_engine_steps()
            self._save(connection, "UPDATE stock SET saved = {}", workflow)

    def _save(self, connection: Connection, statement: str, workflow: Any) -> None:
        mark = "?" if connection.dialect.name == "sqlite" else "%s"
        text = self._serializer.serialize_json(workflow)
        connection.exec_driver_sql(statement.format(mark), (text,))


def beside_stock(engine: Engine) -> Iterator[Row]:
    pairs = []
    for _ in range(7):
        stock = Stock(engine, forty(feel=False), "forty")
        instance = engine.instances.start("forty", DOSSIER).key
        pairs.append((complete(engine, instance), stock.step()))
    ours, theirs = medians(pairs[1:])
    yield beside("its first step", ours, "stock SpiffWorkflow", theirs, wanted="≤ 0.5")
    instance, stock = (
        engine.instances.start("loop", DOSSIER).key,
        Stock(engine, loop(False), "loop"),
    )
    pairs = [(complete(engine, instance), stock.step()) for _ in range(105)]
    ours, theirs = medians(pairs[-10:])
    yield beside("round 100 of a loop", ours, "stock SpiffWorkflow", theirs, wanted="≤ 0.1")


# -- long instances -----------------------------------------------------------------------------


def long_ones(engine: Engine) -> Iterator[Row]:
    """An old instance and a young one take steps in turns, so that both have the same weather."""
    old, young = (engine.instances.start("loop", LARGE).key for _ in range(2))
    for _ in range(9_950):
        complete(engine, old)
    for _ in range(50):
        complete(engine, young)
    yield compared(engine, "round 10,000 of a loop, 46 kB", old, "round 100", young)
    people = LARGE | {"people": list(range(2_000))}
    old, young = (engine.instances.start("many", people).key for _ in range(2))
    for _ in range(1_890):
        complete(engine, old)
    yield compared(engine, "instance 2,000 of 2,000, 46 kB", old, "instance 10", young)


def compared(engine: Engine, what: str, old: str, than: str, young: str) -> Row:
    ours, theirs = medians([(complete(engine, old), complete(engine, young)) for _ in range(100)])
    return beside(what, ours, than, theirs, wanted="≤ 1.2")


# -- the table ----------------------------------------------------------------------------------


def medians(pairs: Sequence[tuple[float, float]]) -> tuple[float, float]:
    return median(a for a, _ in pairs), median(b for _, b in pairs)


def rows() -> Iterator[Row]:
    return on_each(measured)


def measured(kind: Kind) -> Iterator[Row]:
    with opened(kind) as engine:
        yield from beside_bare(engine)
        yield from beside_stock(engine)
        if "--short" not in sys.argv:
            yield from long_ones(engine)


if __name__ == "__main__":
    show(rows())
