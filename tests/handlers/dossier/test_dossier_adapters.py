"""Every adapter of the dossier port does the exported exercise."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from procflow.engine.errors import BadConfiguration, UnusableDatabase
from procflow.handlers.database import EmbeddedDatabase
from procflow.handlers.dossier.exercise import EXERCISE, MORNING, application
from procflow.handlers.dossier.memory import MemoryDossiers
from procflow.handlers.dossier.storage import EmbeddedDossiers
from procflow.handlers.dossier.tables import METADATA

OPENER = """
import sys
from procflow.handlers.dossier.exercise import MORNING, application
from procflow.handlers.dossier.storage import EmbeddedDossiers

dossiers = EmbeddedDossiers(sys.argv[1])
for number in range(int(sys.argv[3])):
    opened = dossiers.open(application("H56.14"), key=f"{sys.argv[2]}:{number}", now=MORNING)
    print(opened.code)
"""


@pytest.fixture(params=["memory", "embedded"])
def dossiers(request, database_url):
    if request.param == "memory":
        yield MemoryDossiers()
        return
    with closing(EmbeddedDossiers(database_url)) as embedded:
        yield embedded


@pytest.mark.parametrize("step", EXERCISE, ids=lambda step: step.__name__)
def test_exercise(step, dossiers):
    step(dossiers)


def test_threads_draw_every_number_once(dossiers):
    def open_one(number):
        # every dossier is asked for twice, as after a lapsed lease
        return dossiers.open(application("H56.14"), key=f"job:{number // 2}", now=MORNING).code

    with ThreadPoolExecutor(8) as threads:
        codes = list(threads.map(open_one, range(80)))
    assert codes[::2] == codes[1::2]
    assert sorted(set(codes)) == [f"H56.14-260302-{n:04}" for n in range(1, 41)]


def test_processes_draw_every_number_once(database_url):
    command = [sys.executable, "-c", OPENER, database_url]
    # the third process repeats the jobs of the first
    openers = [
        subprocess.Popen([*command, name, "15"], stdout=subprocess.PIPE, text=True)
        for name in ("one", "two", "one")
    ]
    printed = [opener.communicate(timeout=60)[0].split() for opener in openers]
    assert [opener.returncode for opener in openers] == [0, 0, 0]
    assert printed[0] == printed[2]
    assert sorted(printed[0] + printed[1]) == [f"H56.14-260302-{n:04}" for n in range(1, 31)]


def test_dossiers_outlive_the_store(database_url):
    with closing(EmbeddedDossiers(database_url)) as first:
        opened = first.open(application("H56.14"), key="job:1", now=MORNING)
    with closing(EmbeddedDossiers(database_url)) as second:
        assert second.find(opened.code) == opened
        assert second.open(application("H56.14"), key="job:1", now=MORNING) == opened


def test_a_database_of_a_newer_version_is_refused(database_url):
    EmbeddedDatabase(database_url, METADATA, store="dossier", version=3).close()
    with pytest.raises(UnusableDatabase, match="newer procflow"):
        EmbeddedDossiers(database_url)


def test_a_database_that_cannot_be_opened_is_refused(tmp_path):
    with pytest.raises(UnusableDatabase, match="unable to open"):
        EmbeddedDossiers(f"sqlite:///{tmp_path}/no/such/folder/x.db")


@pytest.mark.parametrize("url", ["", "dossiers.db", "mysql://root:planted@localhost/x"])
def test_another_kind_of_database_is_refused_without_showing_its_url(url):
    with pytest.raises(BadConfiguration) as refused:
        EmbeddedDossiers(url)
    assert "planted" not in str(refused.value)
