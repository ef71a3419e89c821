"""What is composed is free of findings and plays to its end, with nothing written by hand.

The first features of the invented procedures are played whole. Of each record of the national
catalogue – the invented ones, and the real ones where they lie beside the repository – the folder
is checked as a deployment checks it, and the first scenario is played.
"""

import re
from pathlib import Path

import pytest

from procflow.commands.composition import build_rehearsal
from procflow.commands.rehearsal import VirtualClock
from procflow.commands.settings import Settings
from procflow.engine.procedure.catalogue.draft import draft_facts
from procflow.engine.procedure.catalogue.reader import read_record
from procflow.engine.procedure.catalogue.survey import word_of
from procflow.engine.procedure.catalogue.toml_writer import to_toml
from procflow.features.steps.tables import moment
from procflow.tests.played import played

from .conftest import BY_SHAPE, HOUSE, PAPER

LIBRARY = HOUSE / "processes" / "lib"
RECORDS = HOUSE / "tests" / "engine" / "procedure" / "catalogue" / "records"
SHARED = HOUSE.parent / "shared" / "data"
FOUND = [*RECORDS.iterdir(), *SHARED.glob("procedures*/*")]
FILES = sorted(path for path in FOUND if path.suffix in (".txt", ".json"))
LAWFUL = {"presence-required", "on-site-step", "original-required"}
PARTIAL = LAWFUL | {"online-start", "online-payment", "result-delivery", "wet-signature"}


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A house with the shared processes, to check folders in."""
    database = f"sqlite:///{tmp_path_factory.mktemp('house') / 'house.db'}"
    clock = VirtualClock(moment("08:00 02/03/2026"))
    house = build_rehearsal(Settings(folder=HOUSE / "processes"), clock, database)
    house.engine.deployments.deploy(LIBRARY)
    yield house
    house.close()


def drafted(file):
    return draft_facts(read_record(file.name, file.read_bytes()))


def slug_of(file):
    return f"t-{file.stem.replace('.', '-')}-{file.suffix[1:]}"


@pytest.fixture(scope="module")
def made(composed):
    """The composition of each record, by its file."""
    found = {}
    for file in FILES:
        draft = drafted(file)
        found[file] = composed(
            to_toml(draft.facts), slug_of(file), code=draft.record.code, name=draft.record.name
        )
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_record_becomes_a_folder_without_findings(made, house, file):
    folder = made[file].folder
    own = folder.facts.findings  # of the record itself
    findings = [each for each in house.engine.deployments.check(folder.files) if each not in own]
    assert [each for each in findings if each.severity != "advice"] == []
    assert {each.rule for each in findings} <= {"message-without-key"} | PARTIAL


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_it_reaches_what_the_survey_says_its_facts_allow(made, file):
    assert made[file].level.rung == word_of(drafted(file)).allowed


def write(home, composition, scenarios=None):
    """The folder and its feature; scenarios: only so many of them."""
    for name, content in composition.files.items():
        file = home / "processes" / composition.slug / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    head, *each = re.split(r"(?m)^(?=  Kịch bản:)", composition.feature)
    chosen = each[:scenarios]
    (home / f"{composition.slug}.feature").write_text(head + "".join(chosen))
    return len(chosen)


def played_with_library(home):
    (home / "processes" / "lib").symlink_to(LIBRARY)
    return played(home)


@pytest.mark.parametrize("name", [*BY_SHAPE, "paper"])
def test_every_scenario_of_the_first_feature_passes(composed, tmp_path, name):
    facts = {**BY_SHAPE, "paper": PAPER}[name]
    count = write(tmp_path, composed(facts))
    ran = played_with_library(tmp_path)
    assert f"{count} passed" in ran.stdout, ran.stdout[-3000:]


def test_each_record_plays_to_its_end(made, tmp_path):
    count = sum(write(tmp_path, each, scenarios=1) for each in made.values())
    ran = played_with_library(tmp_path)
    assert f"{count} passed" in ran.stdout, ran.stdout[-3000:]


def test_nothing_but_data_is_written(made):
    for each in made.values():
        assert {Path(name).suffix for name in each.files} <= {
            ".bpmn",
            ".dmn",
            ".form",
            ".md",
            ".toml",
        }
