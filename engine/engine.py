"""The one object a host holds."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from .config import Config
from .errors import BadConfiguration
from .handler import HandlerRegistry, wall_clock
from .model.check import Check
from .runtime.archive import Archive
from .runtime.delivery import Delivery
from .runtime.deployments import Deployments
from .runtime.figures import FigureBook
from .runtime.health import Health
from .runtime.history import History
from .runtime.incidents import Incidents
from .runtime.instances import Instances
from .runtime.jobs import Jobs
from .runtime.means import Means
from .runtime.messages import Messages
from .runtime.migrations import Migrations
from .runtime.shelf import Shelf
from .runtime.signals import Signals
from .runtime.suspensions import Suspensions
from .runtime.timers import Timers
from .runtime.transactions import Transactions
from .runtime.user_tasks import UserTasks
from .scheduler import Scheduler
from .storage.clock import DatabaseClock
from .storage.database import Database
from .worker import Worker

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry


class Engine:
    """A hub of nouns: `engine.user_tasks.complete(...)`. Any number of engines live in one process.

    Safe for threads. Raises UnusableDatabase when the database cannot be used, BadConfiguration.
    """

    def __init__(self, config: Config) -> None:
        self.config = config
        self.handlers = HandlerRegistry(config.handlers or ())
        _must_be_supported(self.handlers)
        intervals = _intervals(config.per_minute)
        self._database = Database(config.database, migrate=config.migrate)
        self._means = means = self._gathered(intervals)
        self._delivery = delivery = Delivery(means)
        transactions = Transactions(self._database, after=delivery.run)
        self.deployments = Deployments(means, transactions.of("deployments"))
        self.instances = Instances(means, transactions.of("instances"))
        self.user_tasks = UserTasks(means, transactions.of("user_tasks"))
        self.jobs = Jobs(means, transactions.of("jobs"))
        self.timers = Timers(means, transactions.of("timers"))
        self.messages = Messages(means, transactions.of("messages"), delivery)
        self.signals = Signals(means, transactions.of("signals"))
        self.incidents = Incidents(means, transactions.of("incidents"))
        self.migrations = Migrations(means, transactions.of("migrations"))
        self.suspensions = Suspensions(means, transactions.of("suspensions"))
        self.history = History(means, transactions.of("history"))
        self.archive = Archive(means, transactions.of("archive"))
        self.figures = FigureBook(means)
        self._health = Health(means)

    def _gathered(self, intervals: Mapping[str, timedelta]) -> Means:
        config = self.config
        return Means(
            database=self._database,
            shelf=Shelf(),
            clock=config.clock or DatabaseClock(self._database.engine, wall_clock),
            new_key=config.new_key,
            calendar=config.calendar,
            calendars=config.calendars,
            zone=config.zone,
            language=config.language,
            lease=config.lease,
            backoff=config.backoff,
            message_life=config.message_life,
            intervals=intervals,
            job_types=None if config.handlers is None else self.handlers.all_facts,
        )

    def worker(
        self,
        name: str = "worker",
        *,
        types: Collection[str] | None = None,
        lease: timedelta | None = None,
        concurrency: int = 1,
        at_once: Mapping[str, int] | None = None,
    ) -> Worker:
        """A worker for the engine's handlers; give each its own name."""
        return Worker(
            name,
            self.jobs,
            self.handlers,
            types=types,
            lease=lease or self.config.lease,
            language=self.config.language,
            concurrency=concurrency,
            at_once=at_once or {},
        )

    def scheduler(self) -> Scheduler:
        return Scheduler(self.timers, self._delivery, self.messages)

    def run_until_idle(self) -> int:
        """Do all jobs and all that is due now, until nothing more happens; returns how many things
        did.
        """
        worker, scheduler, done = self.worker("here"), self.scheduler(), 0
        while happened := scheduler.run_once() + worker.run_once():
            done += happened
        return done

    def doctor(self) -> list[Check]:
        """Whether the database, the audit trails, the waits and the handlers' systems are
        in order.
        """
        return [*self._health.checks(), *self.handlers.check()]

    def readiness(self) -> list[Check]:
        """Whether commands can be taken now: the database answers and has this version's schema."""
        return [self._health.readiness()]

    def metrics(self) -> CollectorRegistry:
        """A registry of Prometheus' of this engine's own; reading it looks at the database.

        Raises ModuleNotFoundError where prometheus-client is not installed.
        """
        from .metrics import registry_of

        return registry_of(self._database.tally, self.figures)

    def backup(self, to: Path) -> int:
        """Copy the database to a new file while everything goes on; returns its size in bytes.

        Raises BadConfiguration on PostgreSQL, which has `pg_dump`, Conflict when the file is there.
        """
        return self._database.backup(to)

    def close(self) -> None:
        """Give the database's connections back; those of the host's engine stay."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def _intervals(per_minute: Mapping[str, int]) -> dict[str, timedelta]:
    wrong = [name for name, number in per_minute.items() if number < 1]
    if wrong:
        raise BadConfiguration(f"Expected at least one job a minute of '{wrong[0]}'")
    return {name: timedelta(minutes=1) / number for name, number in per_minute.items()}


def _must_be_supported(handlers: HandlerRegistry) -> None:
    asked = sorted(name for name, facts in handlers.all_facts.items() if facts.transactional)
    if asked:
        raise BadConfiguration(
            f"Expected handlers that run outside of transactions, but {', '.join(asked)} ask for"
            " the engine's own (transactional=True), which this version does not offer"
        )
