"""Afterwards: every dossier is looked at from all sides, and nothing may be missing or double.

The auditor believes the journal (what callers were told), the ledger (what was done outside) and
the rows, and holds them against each other. What it finds wrong is a sentence each.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from procflow import Conflict, Engine
from procflow.engine.model.history import HistoryEvent
from procflow.engine.model.instance import InstanceState, ProcessInstance
from procflow.engine.model.job import JobState
from procflow.engine.storage import tables
from procflow.engine.storage.database import made
from procflow.tests.faults.crew import AGENCIES, FILED, SUPPLEMENTS, configured
from procflow.tests.faults.journal import ACCEPTED, REFUSED, Command, commands
from procflow.tests.faults.outside import Effect, JumpingClock, Ledger

EFFECTS = Counter(["pay", "remind", "issue", "keep", *(f"opinion {agency}" for agency in AGENCIES)])
"""What must have been done outside for each dossier, once each."""

NOBODY_WAITS = (
    tables.TIMER,
    tables.MESSAGE_SUBSCRIPTION,
    tables.SIGNAL_SUBSCRIPTION,
    tables.SIGNAL_DELIVERY,
    tables.STARTED_BY_MESSAGE,
    tables.CANDIDATE,
)
"""Tables that are empty once every instance has ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """wrong: a sentence for each thing that is not as it must be."""

    wrong: list[str] = field(default_factory=list)
    dossiers: int = 0
    commands: Counter[str] = field(default_factory=Counter)
    calls: int = 0
    effects: int = 0
    events: int = 0


class Auditor:
    """Looks at a database after all instances have ended."""

    def __init__(self, url: str, folder: Path) -> None:
        self._pool = made(url)
        self._clock = JumpingClock(folder / "clock")
        self._engine = Engine(configured(self._pool, self._clock, []))
        self._commands = commands(folder / "journal")
        self._ledger = Ledger(folder / "ledger.db")
        self._effects = self._ledger.effects()
        self._events = 0

    def findings(self) -> Findings:
        wrong = list(self._wrong())
        return Findings(
            wrong=wrong,
            dossiers=len(self._instances("case")),
            commands=Counter(each.state for each in self._commands.values()),
            calls=self._ledger.calls(),
            effects=len(self._effects),
            events=self._events,
        )

    def close(self) -> None:
        self._ledger.close()
        self._engine.close()
        self._pool.dispose()

    def _wrong(self) -> Iterator[str]:
        yield from self._filed()
        yield from self._left_over()
        yield from self._doctor()
        yield from self._totals()
        by_dossier = grouped(self._effects)
        for instance in self._instances("case"):
            yield from self._dossier(instance, by_dossier[instance.business_key or ""])
        for instance in self._instances():
            yield from self._instance(instance)

    # -- the whole ------------------------------------------------------------------------------

    def _filed(self) -> Iterator[str]:
        """Every dossier that was filed is there once, and none that was not."""
        with self._pool.connect() as connection:
            counter = set(connection.scalars(select(FILED.c.code)))
        posts = [each for each in self._commands.values() if each.kind == "post"]
        certain = counter | {each.dossier for each in posts if each.state == ACCEPTED}
        possible = certain | {each.dossier for each in posts}
        there = Counter(each.business_key or "" for each in self._instances("case"))
        yield from (f"{code} was filed and is not there" for code in sorted(certain - set(there)))
        yield from (f"{code} was never filed" for code in sorted(set(there) - possible))
        yield from (f"{code} is there {n} times" for code, n in there.items() if n > 1)
        archived = Counter(each.business_key or "" for each in self._instances("archive"))
        yield from (
            f"{code} is in the archive {archived[code]} times"
            for code in there | archived
            if archived[code] != 1 or code not in there
        )

    def _left_over(self) -> Iterator[str]:
        with self._pool.connect() as connection:
            for table in NOBODY_WAITS:
                if number := connection.scalar(select(func.count()).select_from(table)):
                    yield f"{table.name} has {number} rows, and nobody waits"
        yield from (f"job {job.key} is still {job.state}" for job in self._engine.jobs.find())
        for task in self._engine.user_tasks.find():
            yield f"user task {task.key} is still open"

    def _doctor(self) -> Iterator[str]:
        yield from (check.sentence("en") for check in self._engine.doctor() if not check.ok)
        for incident in self._engine.incidents.find():
            yield f"incident: {incident.sentence('en')}"
        for broken in self._engine.history.verify():
            yield f"history of {broken.instance} is {broken.reason} at {broken.number}"

    def _totals(self) -> Iterator[str]:
        """As many effects outside as jobs done inside, key by key."""
        with self._pool.connect() as connection:
            done = set(
                connection.execute(
                    select(tables.JOB.c.instance, tables.JOB.c.number).where(
                        tables.JOB.c.state == JobState.DONE
                    )
                )
            )
        keys = {f"{instance}:{number}" for instance, number in done}
        outside = {effect.key for effect in self._effects}
        yield from (f"job {key} is done, and nothing was done outside" for key in keys - outside)
        yield from (f"{key} was done outside, and its job is not done" for key in outside - keys)

    # -- one dossier ----------------------------------------------------------------------------

    def _dossier(self, instance: ProcessInstance, effects: list[Effect]) -> Iterator[str]:
        code = instance.business_key
        variables = self._engine.instances.variables(instance.key)
        history = self._engine.history.of(instance.key)
        asked = [each for each in self._commands.values() if each.dossier == code]
        for sentence in (
            *outside(effects, variables, history),
            *counted(variables),
            *answered(asked, variables, history),
            *one_way(history),
        ):
            yield f"{code}: {sentence}"

    def _instance(self, instance: ProcessInstance) -> Iterator[str]:
        self._events += len(self._engine.history.of(instance.key))
        if instance.state is not InstanceState.ENDED:
            yield f"{instance.business_key}: the {instance.process_id} is {instance.state}"
        try:
            self._engine.instances.check(instance.key)
        except Conflict as conflict:
            yield str(conflict)

    def _instances(self, process_id: str | None = None) -> list[ProcessInstance]:
        return self._engine.instances.find(process_id=process_id, limit=1_000_000)


def grouped(effects: Iterable[Effect]) -> Mapping[str, list[Effect]]:
    found: dict[str, list[Effect]] = defaultdict(list)
    for effect in effects:
        found[effect.dossier].append(effect)
    return found


def outside(
    effects: list[Effect], variables: Mapping[str, Any], history: list[HistoryEvent]
) -> Iterator[str]:
    """Each effect once; its reference is what the dossier knows."""
    done = Counter(effect.what for effect in effects)
    expected = EFFECTS + Counter(nudge=happened(history, "triggered")["slow"])
    if done != expected:
        much, little = dict(done - expected), dict(expected - done)
        yield f"done outside was {much} too much, {little} too little"
    known = {effect.what: effect.reference for effect in effects}
    for what, name in (("pay", "payment"), ("remind", "reminder"), ("issue", "result")):
        if variables.get(name) != known.get(what):
            yield f"{name} is {variables.get(name)}, but outside it is {known.get(what)}"
    opinions = [known.get(f"opinion {agency}") for agency in AGENCIES]
    if variables.get("opinions") != opinions:
        yield f"opinions are {variables.get('opinions')}, but outside they are {opinions}"


def counted(variables: Mapping[str, Any]) -> Iterator[str]:
    if variables.get("steps") != 3:
        yield f"steps are {variables.get('steps')}, not 3"
    supplements = sorted(variables.get("supplements", []))
    if supplements != [str(number) for number in range(SUPPLEMENTS)]:
        yield f"supplements are {supplements}"


def answered(
    asked: list[Command], variables: Mapping[str, Any], history: list[HistoryEvent]
) -> Iterator[str]:
    """What was accepted has its effect, what was refused has none, what is in doubt one or none."""
    completed = happened(history, "complete-user-task")
    for element in ("receive", "decide", "confirm"):
        commands = [each for each in asked if each.kind == "complete" and each.about == element]
        accepted = [each.name for each in commands if each.state == ACCEPTED]
        standing = variables.get(f"{element}By")
        possible = {each.name for each in commands if each.state != REFUSED}
        if completed[element] > 1 or completed[element] != (standing is not None):
            yield f"{element} was completed {completed[element]} times, by {standing}"
        if accepted and accepted != [standing]:
            yield f"{element} was accepted for {accepted}, but {standing} stands"
        if standing is not None and standing not in possible:
            yield f"{element} is said to be by {standing}, which was refused or never asked"
    if variables.get("paidBy") not in {each.name for each in asked if each.kind == "pay"}:
        yield f"paid by {variables.get('paidBy')}"


def one_way(history: list[HistoryEvent]) -> Iterator[str]:
    """Where only one of two can happen, one did."""
    triggered, completed = happened(history, "triggered"), happened(history, "complete-user-task")
    if completed["confirm"] + triggered["overdue"] != 1:
        yield f"confirmed {completed['confirm']} times, overdue {triggered['overdue']} times"
    if triggered["closing"] + triggered["night"] != 1:
        yield f"closing came {triggered['closing']} times, night {triggered['night']} times"
    for element in ("paid", "wait"):
        if triggered[element] != 1:
            yield f"{element} came {triggered[element]} times"
    if triggered["supplemented"] != SUPPLEMENTS:
        yield f"a supplement came {triggered['supplemented']} times"


def happened(history: list[HistoryEvent], what: str) -> Counter[str]:
    """How often it happened, element by element."""
    return Counter(event.element or "" for event in history if event.what == what)
