"""A database as full as an office's after years: dossiers really played, then copied inside the
database.

Each kind of dossier is played once by the engine; its rows – snapshot, waits, candidates, audit
trail – are copied with keys, codes, moments, offices and officers of their own. Only the hashes of
the copied trails are not theirs. Of the ended dossiers every fifth has its trail, of fifty events:
trails are asked for by their instance alone, and nothing is gained by 40 million rows more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Table, text

from procflow import Actor, Engine
from procflow.engine.storage.tables import CANDIDATE, HISTORY, INSTANCE, METADATA
from procflow.engine.storage.types import Moment, Names

OFFICES, OFFICERS = 200, 2_000
OFFICE, OFFICER = "000", "officer-0000"
"""What the played dossiers have in the place of the number of the office, and of the officer."""

YEARS = timedelta(days=5 * 365)
LATELY = timedelta(days=20)

GROUPS = ("mot-cua", "phong", "lanh-dao")
VARIABLES = {
    "office": OFFICE,
    "supplement": False,
    "applicant": {"name": "Nguyễn Văn Thử", "address": "12 đường Ví Dụ, phường Thử Nghiệm"},
    **{f"field{number}": "x" * 30 for number in range(20)},
}

HEAD = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"'
    ' xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="bench">'
    '<message id="M" name="supplement"><extensionElements>'
    '<zeebe:subscription correlationKey="=code"/></extensionElements></message>'
)


def drawing() -> bytes:
    """Received, noted by a handler, assessed under a time limit, supplemented, signed."""
    flows = ("s-receive", "receive-note", "note-assess", "assess-ask", "lack-sign", "sign-e")
    plain = "".join(flow(*each.split("-")) for each in flows)
    return (
        f'{HEAD}<process id="dossier" isExecutable="true"><startEvent id="s"/>'
        f"{people('receive', 'mot-cua', 2)}"
        '<serviceTask id="note"><extensionElements><zeebe:taskDefinition type="note" retries="1"/>'
        "</extensionElements></serviceTask>"
        f"{people('assess', 'phong', 4)}{people('sign', 'lanh-dao', 4)}"
        '<exclusiveGateway id="ask" default="ask_sign"/>'
        '<intermediateCatchEvent id="lack"><messageEventDefinition messageRef="M"/>'
        "</intermediateCatchEvent>"
        '<boundaryEvent id="limit" attachedToRef="assess"><timerEventDefinition>'
        "<timeDuration>P30D</timeDuration></timerEventDefinition></boundaryEvent>"
        f'<endEvent id="late"/><endEvent id="e"/>{plain}{flow("ask", "sign")}'
        f"{flow('limit', 'late')}"
        '<sequenceFlow id="ask_lack" sourceRef="ask" targetRef="lack">'
        "<conditionExpression>=supplement</conditionExpression></sequenceFlow>"
        "</process></definitions>"
    ).encode()


def people(name: str, group: str, status: int) -> str:
    return (
        f'<userTask id="{name}"><extensionElements><zeebe:userTask/><zeebe:assignmentDefinition'
        f' candidateGroups="=[&quot;{group}-&quot; + office]"/><zeebe:properties><zeebe:property'
        f' name="dossier.status" value="{status}"/></zeebe:properties></extensionElements>'
        "</userTask>"
    )


def flow(source: str, target: str) -> str:
    return f'<sequenceFlow id="{source}_{target}" sourceRef="{source}" targetRef="{target}"/>'


# -- the dossiers that are played ---------------------------------------------------------------


class Player:
    """Plays one dossier as far as asked."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._officer = Actor(id=OFFICER, groups=frozenset(f"{name}-{OFFICE}" for name in GROUPS))

    def started(self, code: str, **more: Any) -> str:
        given = {**VARIABLES, "code": code, **more}
        return self._engine.instances.start("dossier", given, business_key=code).key

    def task_of(self, instance: str) -> str:
        return self._engine.user_tasks.find(instance=instance)[0].key

    def complete(self, instance: str) -> None:
        self._engine.user_tasks.complete(self.task_of(instance), {"done": True}, self._officer)

    def note(self, instance: str) -> None:
        job = self._engine.jobs.find(instance=instance)[0]
        lease = self._engine.jobs.lease(job.key, "bench").lease
        self._engine.jobs.complete(lease, {"noted": True})

    def received(self, code: str) -> str:
        """It waits for the handler."""
        instance = self.started(code)
        self.complete(instance)
        return instance

    def assessing(self, code: str, **more: Any) -> str:
        instance = self.started(code, **more)
        self.complete(instance)
        self.note(instance)
        return instance

    def claimed(self, code: str) -> str:
        instance = self.assessing(code)
        self._engine.user_tasks.claim(self.task_of(instance), self._officer)
        return instance

    def signing(self, code: str) -> str:
        instance = self.assessing(code)
        self.complete(instance)
        return instance

    def lacking(self, code: str) -> str:
        instance = self.assessing(code, supplement=True)
        self.complete(instance)
        return instance

    def failed(self, code: str) -> str:
        instance = self.received(code)
        job = self._engine.jobs.find(instance=instance)[0]
        self._engine.jobs.fail(self._engine.jobs.lease(job.key, "bench").lease, "no answer")
        return instance

    def ended(self, code: str) -> str:
        instance = self.signing(code)
        self.complete(instance)
        return instance


class Share(NamedTuple):
    """part: of a hundred running dossiers."""

    play: Callable[[Player, str], str]
    part: int


RUNNING = (
    Share(Player.started, 20),
    Share(Player.received, 4),
    Share(Player.assessing, 35),
    Share(Player.claimed, 20),
    Share(Player.signing, 10),
    Share(Player.lacking, 10),
    Share(Player.failed, 1),
)


# -- copied -------------------------------------------------------------------------------------


class Tongue(NamedTuple):
    """How a database says it. n: the number of the copy."""

    key: str
    office: str
    officer: str
    earlier: str


OFFICE_OF = f"CASE WHEN n % 5 = 0 THEN 0 ELSE n % {OFFICES} END"
"""A fifth of all is one office's."""

TONGUES = {
    "sqlite": Tongue(
        key="printf('0%014d', n)",
        office=f"printf('%03d', {OFFICE_OF})",
        officer=f"printf('officer-%04d', n % {OFFICERS})",
        earlier="strftime('%Y-%m-%d %H:%M:%f000', {0}, printf('%+d seconds', -({1})))",
    ),
    "postgresql": Tongue(
        key="'0' || lpad(n::text, 14, '0')",
        office=f"lpad(({OFFICE_OF})::text, 3, '0')",
        officer=f"'officer-' || lpad((n % {OFFICERS})::text, 4, '0')",
        earlier="{0} - ({1}) * interval '1 second'",
    ),
}


class Copies(NamedTuple):
    """The copies numbered from `first`, `number` of them, spread over the time before now.

    trails: every how many have their audit trail.
    """

    first: int
    number: int
    over: timedelta
    trails: int = 1

    @property
    def age(self) -> str:
        """In seconds."""
        apart = self.over.total_seconds() / self.number
        return f"CAST(({self.first + self.number} - n) * {apart:.3f} AS INTEGER)"


def populate(engine: Engine, ended: int, running: int) -> None:
    """Fill the engine's database with so many dossiers, besides those played."""
    player = Player(engine)
    with bulk(engine) as connection:
        copy(connection, player.ended("played-ended"), Copies(0, ended, YEARS, trails=5))
        first = ended
        for number, share in enumerate(RUNNING):
            part = running * share.part // 100
            copy(connection, share.play(player, f"played-{number}"), Copies(first, part, LATELY))
            first += part
    settle(engine)


@contextmanager
def bulk(engine: Engine) -> Iterator[Connection]:
    """Fast and careless: the database is new, and made again if this fails."""
    pool = engine._database.engine
    with pool.connect() as connection:
        if connection.dialect.name == "sqlite":
            for setting in ("foreign_keys = OFF", "synchronous = OFF", "cache_size = -1000000"):
                connection.exec_driver_sql(f"PRAGMA {setting}")
        else:
            connection.exec_driver_sql("SET session_replication_role = replica")
            connection.exec_driver_sql("SET synchronous_commit = off")
            connection.commit()
        yield connection
        connection.invalidate()


def copy(connection: Connection, played: str, copies: Copies) -> None:
    """Copy the rows of the played dossier."""
    if copies.number:
        for table in METADATA.sorted_tables:
            if table is INSTANCE or "instance" in table.c:
                _copy(connection, table, played, copies)
        connection.commit()


def _copy(connection: Connection, table: Table, played: str, copies: Copies) -> None:
    tongue = TONGUES[connection.dialect.name]
    values = ", ".join(_copied(column, tongue, copies) for column in table.c)
    names = ", ".join(column.name for column in table.c)
    whose = "key" if table is INSTANCE else "instance"
    last = copies.first + copies.number - 1
    every = copies.trails if table is HISTORY else 1
    connection.execute(
        text(
            f"INSERT INTO {table.name} ({names})"
            f" WITH RECURSIVE numbers(n) AS (SELECT {copies.first}"
            f" UNION ALL SELECT n + {every} FROM numbers WHERE n <= {last - every})"
            f" SELECT {values} FROM numbers CROSS JOIN"
            f" (SELECT * FROM {table.name} WHERE {whose} = :played) AS played"
        ),
        {"played": played},
    )


def _copied(column: Column[Any], tongue: Tongue, copies: Copies) -> str:
    name = column.name
    if name in ("key", "instance"):
        return tongue.key
    if name == "business_key":
        return f"'H56-' || {tongue.key}"
    if column.table is INSTANCE and name == "due":
        return tongue.earlier.format("started_at", f"{copies.age} - 15 * 86400")
    if column is CANDIDATE.c.due:
        return name  # far away: nothing that is played has a due date
    if isinstance(column.type, Moment):
        return tongue.earlier.format(name, copies.age)
    if isinstance(column.type, Names) or column is CANDIDATE.c.name:
        return f"replace({name}, '-{OFFICE}', '-' || {tongue.office})"
    return f"replace({name}, '{OFFICER}', {tongue.officer})" if name in PERSONS else name


PERSONS = frozenset({"assignee", "completed_by", "who"})


def settle(engine: Engine) -> None:
    """What PostgreSQL does by itself after a while."""
    pool = engine._database.engine.execution_options(isolation_level="AUTOCOMMIT")
    with pool.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("VACUUM ANALYZE")
            connection.exec_driver_sql("CHECKPOINT")
        else:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def groups_of(office: int) -> frozenset[str]:
    """The candidate groups of an office."""
    return frozenset(f"{name}-{office:03}" for name in GROUPS)
