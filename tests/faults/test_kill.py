"""kill -9 before every commit of a dossier's life: what was answered is there, one fee is paid."""

import signal
import subprocess
import sys
from pathlib import Path

from procflow.engine.config import Config
from procflow.engine.engine import Engine
from procflow.engine.model.job import JobState

PROGRAM = Path(__file__).parent / "life_of_a_dossier.py"


def live(database, ledger, day, kill_at=0):
    return subprocess.run(
        [sys.executable, PROGRAM, database, ledger, str(day), str(kill_at)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_nothing_is_lost_and_nothing_done_twice(tmp_path):
    between = 0
    for kill_at in range(1, 100):
        database, ledger = f"sqlite:///{tmp_path / f'{kill_at}.db'}", tmp_path / f"{kill_at}.txt"
        killed = live(database, ledger, day=0, kill_at=kill_at)
        if killed.returncode == 0:
            break
        assert killed.returncode == -signal.SIGKILL, killed.stdout + killed.stderr
        with Engine(Config(database=database, handlers=None)) as engine:
            answered(engine, killed.stdout.split())
            between += is_between_effect_and_commit(engine, ledger)
        again = live(database, ledger, day=1)
        assert again.returncode == 0, again.stderr
        assert len(ledger.read_text().splitlines()) == 1
        with Engine(Config(database=database, handlers=None)) as engine:
            ended(engine)
    assert kill_at > 10
    assert between


def is_between_effect_and_commit(engine, ledger):
    """The fee is paid, and the engine does not know it yet."""
    jobs = [job for job in engine.jobs.find() if job.state is JobState.LEASED]
    return bool(jobs and ledger.read_text())


def answered(engine, said):
    """What the process was told before it was killed is in the database."""
    found = engine.instances.find(process_id="p")
    if "filed" in said:
        assert [each.business_key for each in found] == ["H56-1"]
    if "approved" in said:
        assert engine.instances.variables(found[0].key)["approved"] is True


def ended(engine):
    """One dossier, ended; one file in the archive; trails whole; nothing left open."""
    found = engine.instances.find()
    assert sorted((each.process_id, each.state.value) for each in found) == [
        ("archive", "ended"),
        ("p", "ended"),
    ]
    for instance in found:
        engine.instances.check(instance.key)
    assert engine.history.verify() == []
    assert engine.incidents.find() == []
