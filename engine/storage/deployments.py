"""Deployed files, the versions of processes, and what sets off new instances."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, bindparam, delete, exists, func, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from ..model.definition import (
    DecisionDefinition,
    Deployment,
    ProcessDefinition,
    StartEvent,
)
from .line import Line
from .rows import Rows, values
from .suspensions import start_is_free
from .tables import (
    CONTENT,
    DECISION,
    DEFINITION,
    DEPLOYMENT,
    FILE,
    MESSAGE_NAME,
    NEWEST,
    START_EVENT,
)

ANY_NAME = ""


class DeploymentRows(Rows[Deployment]):
    def __init__(self, line: Line) -> None:
        super().__init__(line, DEPLOYMENT, Deployment)

    def keep(self, deployment: Deployment, files: Mapping[str, bytes]) -> None:
        """Add the deployment with its files; equal contents are kept once."""
        self.add([deployment])
        hashes = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
        made = (postgresql if self._connection.dialect.name == "postgresql" else sqlite).insert(
            CONTENT
        )
        contents = {hashes[name]: content for name, content in files.items()}
        for digest in sorted(contents):
            self._connection.execute(
                made.values(hash=digest, content=contents[digest]).on_conflict_do_nothing()
            )
        self._connection.execute(
            insert(FILE),
            [{"deployment": deployment.key, "name": n, "content": h} for n, h in hashes.items()],
        )

    def get(self, key: str) -> Deployment | None:
        return self.one(self.select().where(DEPLOYMENT.c.key == key))

    def of_hash(self, digest: str) -> Deployment | None:
        return self.one(self.select().where(DEPLOYMENT.c.hash == digest))

    def list(self) -> list[Deployment]:
        """All deployments, the newest first."""
        return self.all(
            self.select().order_by(DEPLOYMENT.c.deployed_at.desc(), DEPLOYMENT.c.key.desc())
        )

    def files(self, key: str) -> dict[str, bytes]:
        """The files of a deployment, by name."""
        statement = (
            select(FILE.c.name, CONTENT.c.content)
            .join(CONTENT, CONTENT.c.hash == FILE.c.content)
            .where(FILE.c.deployment == key)
            .order_by(FILE.c.name)
        )
        return {row.name: row.content for row in self._connection.execute(statement)}


class DefinitionRows(Rows[ProcessDefinition]):
    def __init__(self, line: Line) -> None:
        super().__init__(line, DEFINITION, ProcessDefinition)

    def get(self, key: str) -> ProcessDefinition | None:
        return self.one(self.select().where(DEFINITION.c.key == key))

    def newest(self, process_id: str) -> ProcessDefinition | None:
        """The version that new instances take."""
        return self.known_one(_newest(self._names), {"process_id": process_id})

    def all_newest(self) -> list[ProcessDefinition]:
        return self.all(
            self.select()
            .join(NEWEST, NEWEST.c.definition == DEFINITION.c.key)
            .order_by(DEFINITION.c.process_id)
        )

    def version(self, process_id: str, version: int) -> ProcessDefinition | None:
        return self.one(
            self.select().where(
                DEFINITION.c.process_id == process_id, DEFINITION.c.version == version
            )
        )

    def versions(self, process_id: str) -> list[ProcessDefinition]:
        """All versions of a process, the newest first."""
        return self.all(
            self.select()
            .where(DEFINITION.c.process_id == process_id)
            .order_by(DEFINITION.c.version.desc())
        )

    def tagged(self, process_id: str, tag: str) -> ProcessDefinition | None:
        """The newest version of a process with the tag."""
        return self.one(
            self.select()
            .where(DEFINITION.c.process_id == process_id, DEFINITION.c.version_tag == tag)
            .order_by(DEFINITION.c.version.desc())
            .limit(1)
        )

    def in_deployment(self, deployment: str) -> list[ProcessDefinition]:
        return self.all(
            self.select()
            .where(DEFINITION.c.deployment == deployment)
            .order_by(DEFINITION.c.process_id)
        )

    def next_version(self, process_id: str) -> int:
        highest = select(func.max(DEFINITION.c.version)).where(
            DEFINITION.c.process_id == process_id
        )
        return int(self._connection.scalar(highest) or 0) + 1

    def make_newest(self, definition: ProcessDefinition) -> None:
        """New instances take this version."""
        made = (postgresql if self._connection.dialect.name == "postgresql" else sqlite).insert(
            NEWEST
        )
        statement = made.values(process_id=definition.process_id, definition=definition.key)
        self._connection.execute(
            statement.on_conflict_do_update(
                index_elements=["process_id"], set_={"definition": definition.key}
            )
        )

    def process_ids(self) -> set[str]:
        """The ids of all deployed processes."""
        return set(self._connection.scalars(select(NEWEST.c.process_id)))

    def learn_messages(self, definition: str, names: Iterable[str]) -> None:
        """Note which messages a definition can receive; ANY_NAME when a name is an expression."""
        rows = [{"name": name, "definition": definition} for name in sorted(set(names))]
        if rows:
            self._connection.execute(insert(MESSAGE_NAME), rows)

    def can_receive(self, name: str) -> bool:
        """Whether any definition can ever receive a message of the name."""
        known = exists().where(or_(MESSAGE_NAME.c.name == name, MESSAGE_NAME.c.name == ANY_NAME))
        return bool(self._connection.scalar(select(known)))

    def message_names(self) -> list[str]:
        """All names of messages that a definition can receive."""
        statement = select(MESSAGE_NAME.c.name).distinct().order_by(MESSAGE_NAME.c.name)
        return [name for name in self._connection.scalars(statement) if name != ANY_NAME]


@lru_cache(1)
def _newest(columns: tuple[str, ...]) -> Select[Any]:
    found = select(*(DEFINITION.c[name] for name in columns))
    newest = found.join(NEWEST, NEWEST.c.definition == DEFINITION.c.key)
    return newest.where(NEWEST.c.process_id == bindparam("process_id"))


class DecisionRows(Rows[DecisionDefinition]):
    def __init__(self, line: Line) -> None:
        super().__init__(line, DECISION, DecisionDefinition)

    def newest(self, decision_id: str) -> DecisionDefinition | None:
        return self.one(
            self.select().where(DECISION.c.decision_id == decision_id, DECISION.c.newest)
        )

    def beside(self, decision_id: str, deployment: str) -> DecisionDefinition | None:
        """The decision that came with the same deployment."""
        return self.one(
            self.select().where(
                DECISION.c.decision_id == decision_id, DECISION.c.deployment == deployment
            )
        )

    def tagged(self, decision_id: str, tag: str) -> DecisionDefinition | None:
        """The decision with the tag, of the newest deployment that has it."""
        return self.one(
            self.select()
            .join(DEPLOYMENT, DEPLOYMENT.c.key == DECISION.c.deployment)
            .where(DECISION.c.decision_id == decision_id, DECISION.c.version_tag == tag)
            .order_by(DEPLOYMENT.c.deployed_at.desc(), DEPLOYMENT.c.key.desc())
            .limit(1)
        )

    def make_newest(self, deployment: str) -> None:
        """Who asks for the newest version of the deployment's decisions gets these."""
        here = select(DECISION.c.decision_id).where(DECISION.c.deployment == deployment)
        names = list(self._connection.scalars(here))
        self._connection.execute(
            update(DECISION)
            .where(DECISION.c.decision_id.in_(names))
            .values(newest=DECISION.c.deployment == deployment)
        )

    def ids(self) -> set[str]:
        """The ids of all deployed decisions."""
        return set(self._connection.scalars(select(DECISION.c.decision_id).distinct()))


class StartEventRows(Rows[StartEvent]):
    def __init__(self, line: Line) -> None:
        super().__init__(line, START_EVENT, StartEvent)

    def replace(self, process_id: str, events: Iterable[StartEvent]) -> None:
        """The start events of the version that is now the newest."""
        self._connection.execute(delete(START_EVENT).where(START_EVENT.c.process_id == process_id))
        self.add(events)

    def named(self, kind: str, name: str) -> list[StartEvent]:
        return self.all(
            self.select()
            .where(START_EVENT.c.kind == kind, START_EVENT.c.name == name)
            .order_by(START_EVENT.c.process_id, START_EVENT.c.element)
        )

    def due(self, now: datetime, limit: int = 100) -> list[StartEvent]:
        """The timer start events whose moment has come and that are free, earliest first."""
        return self.all(
            self.select()
            .where(START_EVENT.c.due <= now, start_is_free(by_clock=True))
            .order_by(START_EVENT.c.due, START_EVENT.c.process_id, START_EVENT.c.element)
            .limit(limit)
        )

    def rearm(self, before: StartEvent, after: StartEvent) -> bool:
        """Set the next moment; False when another has fired it or a new version came meanwhile."""
        written = self._connection.execute(
            update(START_EVENT)
            .where(
                START_EVENT.c.process_id == before.process_id,
                START_EVENT.c.element == before.element,
                START_EVENT.c.place == before.place,
                START_EVENT.c.definition == before.definition,
                START_EVENT.c.due == before.due,
            )
            .values({n: v for n, v in values(after).items() if n in ("due", "armed")})
        )
        return bool(written.rowcount == 1)

    def next_due(self) -> datetime | None:
        to_come = START_EVENT.c.due.is_not(None) & start_is_free(by_clock=True)
        earliest = select(func.min(START_EVENT.c.due)).where(to_come)
        found: datetime | None = self._connection.scalar(earliest)
        return found
