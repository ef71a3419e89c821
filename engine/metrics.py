"""Metrics in Prometheus' words: a registry for each engine, nothing global.

Labels are job types, process ids, incident kinds and the engine's nouns: never a dossier's code or
anything a person wrote.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from prometheus_client import CollectorRegistry
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)
from prometheus_client.registry import Collector

from .errors import UnusableDatabase
from .model.figures import Figures
from .runtime.figures import FigureBook
from .storage.tally import BOUNDS, Durations, Tally

COUNTERS: Sequence[tuple[str, str, str, Sequence[str]]] = (
    ("activated", "jobs_activated", "Jobs given to workers.", ("type",)),
    ("answered", "jobs_answered", "Answers of workers to jobs.", ("type", "outcome")),
    ("fired", "timers_fired", "Timers fired.", ()),
    ("delivered", "deliveries", "Messages and signals received.", ("outcome",)),
    ("commands", "commands", "Commands to the engine.", ("noun", "outcome")),
    ("conflicts", "conflicts", "Transactions that lost a race and were done again.", ()),
    ("statements", "database_statements", "Statements sent to the database.", ()),
    ("database", "database_seconds", "Time in which the database was waited for.", ()),
)
"""What the tally counts, how it is called, what it is, and its labels."""

HISTOGRAMS: Sequence[tuple[str, str, str, Sequence[str]]] = (
    ("handler", "handler_seconds", "Handlers at work, by job type.", ("type",)),
    ("transaction", "transaction_seconds", "Transactions, from begin to commit.", ("kind",)),
)


def registry_of(tally: Tally, figures: FigureBook) -> CollectorRegistry:
    """A registry that looks at the tally and the database whenever it is read."""
    registry = CollectorRegistry()
    registry.register(_Tallied(tally))
    registry.register(_Counted(figures))
    return registry


class _Tallied(Collector):
    """What happened in this process."""

    def __init__(self, tally: Tally) -> None:
        self._tally = tally

    def collect(self) -> Iterator[Metric]:
        for name, called, about, labels in COUNTERS:
            counter = CounterMetricFamily(f"procflow_{called}", about, labels=labels)
            for values, number in sorted(self._tally.counted(name).items()):
                counter.add_metric(values, number)
            yield counter
        for name, called, about, labels in HISTOGRAMS:
            histogram = HistogramMetricFamily(f"procflow_{called}", about, labels=labels)
            for values, durations in sorted(self._tally.durations(name).items(), key=_labels):
                histogram.add_metric(values, _buckets(durations), durations.seconds)
            yield histogram


def _labels(item: tuple[tuple[str, ...], Durations]) -> tuple[str, ...]:
    return item[0]


def _buckets(durations: Durations) -> list[tuple[str, float]]:
    """Prometheus' buckets: each holds those before it, too."""
    names = [*(str(bound) for bound in BOUNDS), "+Inf"]
    sums, whole = [], 0
    for name, number in zip(names, durations.classes, strict=True):
        whole += number
        sums.append((name, float(whole)))
    return sums


class _Counted(Collector):
    """What the database holds. `procflow_database_up` is 0 when it cannot be asked."""

    def __init__(self, figures: FigureBook) -> None:
        self._figures = figures

    def describe(self) -> Iterable[Metric]:
        """Nothing is asked when the registry is made."""
        return ()

    def collect(self) -> Iterator[Metric]:
        try:
            figures = self._figures.now()
        except UnusableDatabase:
            yield _gauge("database_up", "Whether the database can be asked.", 0)
            return
        yield _gauge("database_up", "Whether the database can be asked.", 1)
        yield from _of_jobs(figures)
        yield from _of_waits(figures)
        incidents = _family("incidents_open", "Incidents to mend.", ("kind",))
        for kind, number in sorted(figures.incidents.items()):
            incidents.add_metric((kind,), number)
        yield incidents
        instances = _family("instances", "Instances.", ("process", "state"))
        for labels, number in sorted(figures.instances.items()):
            instances.add_metric(labels, number)
        yield instances


def _of_jobs(figures: Figures) -> Iterator[Metric]:
    of_type = ("type",)
    open_ones = _family("jobs_open", "Jobs that nobody does yet.", of_type)
    leased = _family("jobs_leased", "Jobs being done.", of_type)
    due = _family("jobs_due", "Jobs that could be done now.", of_type)
    oldest = _family("jobs_due_seconds", "For how long the oldest of these has waited.", of_type)
    for jobs in figures.jobs:
        open_ones.add_metric((jobs.type,), jobs.open)
        leased.add_metric((jobs.type,), jobs.leased)
        due.add_metric((jobs.type,), jobs.due)
        oldest.add_metric((jobs.type,), _since(jobs.oldest, figures.at))
    yield from (open_ones, leased, due, oldest)


def _of_waits(figures: Figures) -> Iterator[Metric]:
    timers, user_tasks = figures.timers, figures.user_tasks
    late, at = _since(timers.oldest, figures.at), figures.at
    yield _gauge("timers_waiting", "Timers that wait.", timers.number)
    yield _gauge("timers_overdue", "Timers that should have fired.", timers.overdue)
    yield _gauge("timers_overdue_seconds", "For how long the oldest of these has been.", late)
    yield _gauge("user_tasks_open", "Open user tasks.", user_tasks.number)
    yield _gauge("user_tasks_overdue", "User tasks that should be done.", user_tasks.overdue)
    yield _gauge(
        "user_tasks_overdue_seconds",
        "For how long the oldest of these has been.",
        _since(user_tasks.oldest, at),
    )


def _since(moment: datetime | None, now: datetime) -> float:
    return 0.0 if moment is None else max((now - moment).total_seconds(), 0.0)


def _family(name: str, about: str, labels: Sequence[str]) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"procflow_{name}", about, labels=labels)


def _gauge(name: str, about: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"procflow_{name}", about, value=value)
