"""A process dies, or loses its connection, right before or right after a commit.

Here some commits are tried; `make faults` tries all.
"""

import signal

import pytest

from procflow.tests.faults.boundaries import tried
from procflow.tests.faults.order import Fault


def faults(kind, first, step):
    """At every so manieth commit, in turns before and after it."""
    commits = range(first, 80, step)
    return [
        Fault(kind=kind, when=("before", "after")[turn % 2], commit=commit)
        for turn, commit in enumerate(commits)
    ]


def test_killed_at_a_commit_on_sqlite(nursery, sqlite_harbour):
    trials = list(tried(nursery, sqlite_harbour, faults("kill", first=1, step=8)))
    assert {trial.status for trial in trials} == {-signal.SIGKILL}
    assert [trial for trial in trials if trial.wrong or trial.again or not trial.struck] == []


@pytest.mark.parametrize(("kind", "status"), [("kill", -signal.SIGKILL), ("cut", 0)])
def test_struck_at_a_commit_on_postgresql(nursery, postgres_harbour, kind, status):
    trials = list(tried(nursery, postgres_harbour, faults(kind, first=2, step=19)))
    assert {trial.status for trial in trials} == {status}
    assert [trial for trial in trials if trial.wrong or trial.again or not trial.struck] == []
