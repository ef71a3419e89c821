"""Incidents: what a person must mend."""

from __future__ import annotations

from sqlalchemy import update

from ..model.incident import Incident
from .line import Line
from .rows import Rows, differences
from .tables import INCIDENT


class IncidentRows(Rows[Incident]):
    def __init__(self, line: Line) -> None:
        super().__init__(line, INCIDENT, Incident)

    def get(self, key: str) -> Incident | None:
        return self.one(self.select().where(INCIDENT.c.key == key))

    def save(self, before: Incident, after: Incident) -> Incident:
        """Write what changed; the instance's revision guards it."""
        self._connection.execute(
            update(INCIDENT).where(INCIDENT.c.key == before.key).values(differences(before, after))
        )
        return after

    def find(
        self,
        *,
        instance: str | None = None,
        kind: str | None = None,
        process: str | None = None,
        element: str | None = None,
        only_open: bool = True,
        limit: int = 1000,
    ) -> list[Incident]:
        """Incidents, oldest first."""
        wanted = {"instance": instance, "kind": kind, "process": process, "element": element}
        given = {name: value for name, value in wanted.items() if value is not None}
        statement = self.select().where(*(INCIDENT.c[name] == given[name] for name in given))
        if only_open:
            statement = statement.where(INCIDENT.c.resolved_at.is_(None))
        return self.all(statement.order_by(INCIDENT.c.opened_at, INCIDENT.c.key).limit(limit))
