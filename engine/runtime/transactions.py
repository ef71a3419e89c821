"""Does work in a transaction; what lost a race is done again, unseen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self, TypeVar

from ..errors import ProcflowError, StaleInstance, UnusableDatabase
from ..storage.database import Connection, Database
from ..storage.unit_of_work import UnitOfWork
from .tidings import spread

ATTEMPTS = 10

Result = TypeVar("Result")
Work = Callable[[UnitOfWork], Result]


def alone(
    database: Database, work: Work[Result], *, read_first: bool = False
) -> tuple[Result, bool]:
    """The result of work that was committed, and whether it stirred something.

    The first attempt takes no lock; the next ones lock the instance, so that they are not overtaken
    again. Raises StaleInstance when even that did not help. read_first: as of `Database.unit`, for
    the first attempt.
    """
    for attempt in range(ATTEMPTS):
        again = attempt > 0
        try:
            with database.unit(lock=again, read_first=read_first and not again) as unit:
                result = work(unit)
            spread(unit.tidings)
            return result, unit.stirred
        except StaleInstance:
            database.tally.count("conflicts")
            if attempt == ATTEMPTS - 1:
                raise
    raise AssertionError("unreachable")


class Transactions:
    """after: called when committed work may concern others. noun: whose commands they are."""

    def __init__(self, database: Database, after: Callable[[], object], noun: str = "") -> None:
        self._database = database
        self._after = after
        self._noun = noun

    def of(self, noun: str) -> Self:
        """The same, for the commands of a noun of the engine."""
        return type(self)(self._database, self._after, noun)

    def step(self, work: Work[Result], connection: Connection | None = None) -> Result:
        """As `run`, for work that writes the instance it has read: on SQLite others may write while
        the drawing is played.
        """
        return self.run(work, connection, read_first=True)

    def run(
        self,
        work: Work[Result],
        connection: Connection | None = None,
        *,
        read_first: bool = False,
    ) -> Result:
        """Do the work: in a transaction of its own, or as part of the host's.

        In the host's transaction nothing is committed, and a lost race raises StaleInstance: the
        host rolls back and tries again.
        """
        try:
            result = self._done(work, connection, read_first=read_first)
        except ProcflowError as error:
            self._database.tally.count("commands", self._noun, outcome_of(error))
            raise
        self._database.tally.count("commands", self._noun, "done")
        return result

    def _done(
        self, work: Work[Result], connection: Connection | None, *, read_first: bool
    ) -> Result:
        if connection is not None:
            return work(self._database.join(connection))
        result, stirred = alone(self._database, work, read_first=read_first)
        if stirred:
            self._after()
        return result


def outcome_of(error: ProcflowError) -> str:
    """Whether the database failed, or the command was refused."""
    return "failed" if isinstance(error, UnusableDatabase | StaleInstance) else "refused"
