"""The how-to "back up, restore", its PostgreSQL half: the commands of the page are run on a real
server, and the dossiers go on in the restored database.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import make_url

from procflow import Actor, Config, Engine

PAGE = Path(__file__).parents[2] / "docs" / "howto" / "keep.md"
BLOCK = re.compile(r"^```(python|sh)\n(.*?)^```$", re.M | re.S)
SERVER = re.compile(r"(postgresql(?:\+psycopg)?)://procflow@db\.example/(\w+)")
OFFICER = Actor(id="lan", groups=frozenset({"mot-cua"}))


def blocks(language):
    return [text for kind, text in BLOCK.findall(PAGE.read_text()) if kind == language]


def test_a_dump_is_restored_and_goes_on(tmp_path, monkeypatch, postgres):
    monkeypatch.chdir(tmp_path)
    old, new = postgres.fresh(), None
    drawing, *_ = blocks("python")
    exec(compile(drawing, str(PAGE), "exec"), {})
    with Engine(Config(database=old, handlers=None)) as engine:
        engine.deployments.deploy(tmp_path / "ban-sao")
        keys = [
            engine.instances.start("ban-sao", {"n": number}, business_key=f"BS-{number}").key
            for number in range(20)
        ]
        complete(engine, keys[0])
        before = [engine.history.of(key) for key in keys]
    new = make_url(old).set(database="restored").render_as_string(hide_password=False)
    databases = {"procflow": old, "restored": new, "postgres": str(postgres.url)}
    dump, restore, *_ = blocks("sh")
    for line in (dump + restore).splitlines():
        run(line, databases, postgres.programs)
    with Engine(Config(database=new, handlers=None, migrate=False)) as engine:
        assert [engine.history.of(key) for key in keys] == before
        for key in keys[1:]:
            complete(engine, key)
            engine.instances.check(key)
        assert engine.history.verify() == []
        assert all(check.ok for check in engine.doctor())
    with Engine(Config(database=old, handlers=None)) as engine:
        assert len(engine.user_tasks.find()) == 19


def complete(engine, key):
    (task,) = engine.user_tasks.find(instance=key)
    engine.user_tasks.complete(task.key, {"verdict": "accepted"}, OFFICER)
    assert not engine.instances.get(key).is_active


def run(line, databases, programs):
    """One line of the page, with the test's server instead of the page's."""

    def here(found):
        url = make_url(databases[found[2]]).set(drivername=found[1])
        return url.render_as_string(hide_password=False)

    program, *words = SERVER.sub(here, line).split()
    command = (
        [sys.executable, "-m", "procflow.cli"] if program == "procflow" else [programs / program]
    )
    done = subprocess.run(
        [*command, *words], env=os.environ, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"


@pytest.mark.parametrize("language", ["python", "sh"])
def test_the_page_has_what_is_run(language):
    assert len(blocks(language)) >= 2
