"""The long proof: `make faults`, or

    python -m procflow.tests.faults [--kills N] [--seconds S] [--seed N] [sqlite] [postgresql]

First one dossier with a fault at every commit of its life, in turns before and after it; then a
storm of many kills under load, a calm, and the audit. Ends by itself, prints a table for the docs,
and answers 1 if anything is wrong. Files are left where they are if so.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from procflow.tests.faults.audit import Findings
from procflow.tests.faults.boundaries import Trial, tried
from procflow.tests.faults.harbour import Harbour, PostgresHarbour, SqliteHarbour
from procflow.tests.faults.nursery import Nursery
from procflow.tests.faults.order import Fault
from procflow.tests.faults.storm import Log, Storm, audited, struck
from procflow.tests.postgres import running

PACE = 0.25
MOMENTS = ("before", "after")
MOST_COMMITS = 200


def main() -> int:
    asked = arguments()
    folder = Path(tempfile.mkdtemp(prefix="procflow-faults-"))
    wrong: list[str] = []
    with Nursery() as nursery:
        for kind in asked.databases or ["sqlite", "postgresql"]:
            with harbour(kind, folder) as opened:
                wrong += every_commit(nursery, opened)
                wrong += storm(nursery, opened, asked)
    if wrong:
        say(*wrong, f"The files are in {folder}")
        return 1
    shutil.rmtree(folder, ignore_errors=True)
    return 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make faults")
    parser.add_argument("databases", nargs="*", metavar="sqlite|postgresql")
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seconds", type=float, default=900, help="the longest storm")
    parser.add_argument("--seed", type=int, default=20260302)
    return parser.parse_args()


@contextmanager
def harbour(kind: str, folder: Path) -> Iterator[Harbour]:
    if kind == "sqlite":
        yield SqliteHarbour(folder)
        return
    with running() as server:
        yield PostgresHarbour(folder, server)


def every_commit(nursery: Nursery, harbour: Harbour) -> Iterator[str]:
    """A fault before and after every commit of one dossier's life."""
    for kind in ("kill",) if harbour.name == "SQLite" else ("kill", "cut"):
        begun = time.monotonic()
        trials = list(until_the_end(nursery, harbour, kind))
        seconds = time.monotonic() - begun
        bad = [trial for trial in trials if trial.wrong or trial.again]
        say(
            f"{harbour.name}: {kind} at a commit, {len(trials)} times in {seconds:.0f} s, "
            f"{len(bad) or 'nothing'} wrong"
        )
        yield from (f"{harbour.name}: {trial}" for trial in bad)


def until_the_end(nursery: Nursery, harbour: Harbour, kind: str) -> Iterator[Trial]:
    """Commit after commit, until the dossier's life has no more."""
    for commit in range(1, MOST_COMMITS):
        faults = [Fault(kind=kind, when=when, commit=commit) for when in MOMENTS]
        struck = [trial for trial in tried(nursery, harbour, faults) if trial.struck]
        yield from struck
        if not struck:
            return


def storm(nursery: Nursery, harbour: Harbour, asked: argparse.Namespace) -> list[str]:
    sea = harbour.sea()
    weather = harbour.weather(sea, random.Random(asked.seed))
    raging = Storm(sea, nursery, seed=asked.seed, weather=weather, pace=PACE)
    raging.rage(asked.kills, asked.seconds)
    raging.calm()
    found = audited(sea)
    say(*table(harbour.name, raging.log, struck(sea), found))
    short = asked.kills - raging.log.killed
    late = [f"{harbour.name}: {short} kills fewer than asked for"] if short > 0 else []
    return [*late, *(f"{harbour.name}: {sentence}" for sentence in found.wrong)]


def table(name: str, log: Log, at_commits: int, found: Findings) -> Iterator[str]:
    yield from ("", f"| {name}: a storm of {log.seconds:.0f} s | |", "| --- | ---: |")
    yield row("processes killed (-9)", log.killed)
    yield row("… of these right before or after a commit", at_commits)
    yield from (row(f"… {role}s", number) for role, number in sorted(log.kills.items()))
    yield from (row(weather, number) for weather, number in sorted(log.weather.items()))
    yield row("dossiers filed, all of them archived", found.dossiers)
    for state in ("accepted", "refused", "doubtful"):
        yield row(f"commands {state}", found.commands[state])
    yield row("handler calls", found.calls)
    yield row("effects outside, each once", found.effects)
    yield row("history events, all chained", found.events)
    yield row("**wrong**", len(found.wrong))


def say(*lines: str) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.flush()


def row(what: str, number: int) -> str:
    return f"| {what} | {number:,} |"


if __name__ == "__main__":
    sys.exit(main())
