"""The how-to "from a laptop to several machines", its second half: its commands are run as separate
processes – two workers and a caller – on a real PostgreSQL.
"""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from procflow import Config, Engine
from procflow.engine.model.instance import InstanceState
from procflow.tests.patience import PATIENCE, soon

PAGE = Path(__file__).parents[2] / "docs" / "howto" / "several-machines.md"
BLOCK = re.compile(r"^```(python|sh)\n(.*?)^```$", re.M | re.S)


def blocks(language):
    return [text for kind, text in BLOCK.findall(PAGE.read_text()) if kind == language]


class Machine:
    """One block of commands: `procflow work` stays, all else is waited for."""

    def __init__(self, folder, url):
        self.folder = folder
        self.environment = {**os.environ, "PROCFLOW_DATABASE": url, "PROCFLOW_LANGUAGE": "en"}
        self.workers = []

    def run(self, commands):
        for line in commands.splitlines():
            program, *words = line.split()
            if program == "export":
                assert words[0].startswith("PROCFLOW_DATABASE=postgresql+psycopg://")
            elif words[0] == "work":
                self.workers.append(self.started(program, words))
            else:
                process = self.started(program, words)
                said = process.communicate(timeout=PATIENCE)[0]
                assert process.returncode == 0, said

    def started(self, program, words):
        module = ["-m", "procflow.cli"] if program == "procflow" else []
        assert program in ("procflow", "python")
        return subprocess.Popen(
            [sys.executable, *module, *words],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def stop(self):
        """SIGTERM; returns how the workers ended."""
        for worker in self.workers:
            worker.send_signal(signal.SIGTERM)
        for worker in self.workers:
            worker.communicate(timeout=PATIENCE)
        return [worker.returncode for worker in self.workers]


@pytest.fixture
def machines(tmp_path, postgres):
    url = postgres.fresh()
    opened = [Machine(tmp_path, url) for _ in range(3)]
    yield opened
    for machine in opened:
        for worker in machine.workers:
            worker.kill()
            worker.communicate()


def test_two_workers_and_a_caller_share_a_database(tmp_path, monkeypatch, machines):
    monkeypatch.chdir(tmp_path)
    drawing, caller, *_ = blocks("python")
    exec(compile(drawing, str(PAGE), "exec"), {})
    (tmp_path / "caller.py").write_text(caller)
    for machine, commands in zip(machines, blocks("sh"), strict=True):
        machine.run(commands)
        for worker in machine.workers:
            assert "work" in worker.stdout.readline()
    url = machines[0].environment["PROCFLOW_DATABASE"]
    with Engine(Config(database=url, handlers=None)) as engine:
        ended = all_ended(engine, 200)
        done = [work for each in ended for work in engine.history.of(each.key) if work.about]
        hands = [work.about["worker"] for work in done if work.what == "complete-job"]
        assert len(hands) == 400
        assert set(hands) == {"one", "two"}
        assert engine.history.verify() == []
    assert [machine.stop() for machine in machines] == [[0], [0], []]


def all_ended(engine, number):
    def ended():
        return engine.instances.find(state=InstanceState.ENDED, limit=1_000)

    assert soon(lambda: len(ended()) == number, pause=0.1)
    return ended()
