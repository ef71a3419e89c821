from datetime import date
from pathlib import Path

import pytest

from procflow.engine.procedure.folder import read_procedure
from procflow.engine.procedure.law.library import Library
from procflow.engine.procedure.level.measure import measure
from procflow.engine.procedure.publishing.publication import publish
from procflow.engine.procedure.publishing.source import Source

HOUSE = Path(__file__).parents[4]
LAWFUL = HOUSE / "tests" / "engine" / "procedure" / "law" / "base"
DAY = date(2026, 9, 1)


def files_in(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def source_of(files, place="thu-tuc", day=DAY, find=None):
    folder = read_procedure(files)
    level = measure(folder, day, find) if find else measure(folder, day)
    return Source(place=place, folder=folder, level=level)


@pytest.fixture
def lawful():
    """The source of a small lawful procedure; pairs of old and new text change its facts."""

    def made(*changes, place="thu-tuc", day=DAY, without=()):
        files = {name: each for name, each in files_in(LAWFUL).items() if name not in without}
        facts = files["procedure.toml"].decode()
        for old, new in changes:
            assert old in facts
            facts = facts.replace(old, new)
        return source_of({**files, "procedure.toml": facts.encode()}, place, day)

    return made


@pytest.fixture(scope="session")
def shipped():
    """The catalogue of the shipped procedures."""
    homes = [home for home in sorted((HOUSE / "processes").iterdir()) if any(home.glob("*.bpmn"))]
    find = Library(read_procedure(files_in(home)) for home in homes).find
    sources = [source_of(files_in(home), home.name, find=find) for home in homes]
    return publish([each for each in sources if each.folder.facts is not None], DAY)
