"""`procflow publish`: the folder, its findings, and what a second publication does to it."""

import shutil
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
LAWFUL = HOUSE / "tests" / "engine" / "procedure" / "law" / "base"


@pytest.fixture
def home(tmp_path):
    shutil.copytree(LAWFUL, tmp_path / "processes" / "one")
    return tmp_path / "processes"


def test_a_complete_procedure_is_published(procflow, home):
    ran = procflow("publish", home, "-o", "out", "--at", "2026-09-01T08:00:00+07:00")
    assert (ran.code, ran.out) == (0, "Published 1 procedures: open out/index.html.\n")
    assert "1.000001" in Path("out/index.html").read_text()
    assert Path("out/thu-tuc/1.000001.html").is_file()


def test_gaps_are_listed_and_the_page_is_written_all_the_same(procflow, home):
    facts = home / "one" / "procedure.toml"
    facts.write_text(facts.read_text().replace("sets = 1", ""))
    ran = procflow("publish", home, "-o", "out", "--json")
    assert ran.code == 1
    finding, _ = ran.value["findings"]
    assert finding["message"].startswith("Expected the procedure to publish 'sets'")
    assert finding["file"].endswith("one/procedure.toml")
    assert "thu-tuc/1.000001.html" in ran.value["files"]


def test_what_is_withdrawn_disappears_and_nothing_else(procflow, home):
    shutil.copytree(home / "one", home / "two")
    for file in (home / "two").glob("*.*"):
        file.write_text(file.read_text().replace("1.000001", "1.000002"))
    assert procflow("publish", home, "-o", "out").code == 0
    Path("out/ours.txt").write_text("kept")
    with Path("out/danh-sach-tep.txt").open("a") as manifest:
        manifest.write("../processes/one/procedure.toml\n")
    shutil.rmtree(home / "two")
    assert procflow("publish", home, "-o", "out").code == 0
    assert not Path("out/thu-tuc/1.000002.html").exists()
    assert Path("out/thu-tuc/1.000001.html").is_file()
    assert Path("out/ours.txt").is_file()
    assert (home / "one" / "procedure.toml").is_file()


def test_a_folder_with_other_things_is_refused(procflow, home):
    Path("out").mkdir()
    Path("out/ours.txt").write_text("kept")
    ran = procflow("publish", home, "-o", "out")
    assert (ran.code, "--force" in ran.err) == (2, True)
    assert procflow("publish", home, "-o", "out", "--force").code == 0
    assert Path("out/ours.txt").is_file()
