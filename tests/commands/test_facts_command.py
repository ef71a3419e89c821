"""`procflow facts`: records become files, and a folder of records becomes a table."""

import shutil
import tomllib
from pathlib import Path

import pytest

RECORDS = Path(__file__).parents[1] / "engine" / "procedure" / "catalogue" / "records"
TEXT = RECORDS / "1.900001.txt"
JSON = RECORDS / "1.900002.json"


def test_one_record_is_printed_as_toml_with_its_notes_as_comments(procflow):
    ran = procflow("facts", TEXT)
    assert ran.code == 0
    assert tomllib.loads(ran.out)["code"] == "1.900001"
    assert (
        "# [fees] Filing online: the data says 0 đồng, the words say 40.000."
        in ran.out.splitlines()
    )


def test_records_are_written_into_folders_of_their_codes(procflow, tmp_path):
    ran = procflow("facts", TEXT, JSON, "-o", tmp_path / "out")
    assert ran.code == 0
    assert sorted(path.parent.name for path in (tmp_path / "out").rglob("*.toml")) == [
        "1.900001",
        "1.900002",
    ]
    assert "contradiction" in ran.out
    assert "wrote out/1.900001/procedure.toml" in ran.out


def test_one_record_is_written_into_the_file_that_is_named(procflow, tmp_path):
    procflow("facts", JSON, "-o", tmp_path / "facts.toml")
    assert tomllib.loads((tmp_path / "facts.toml").read_text())["name"] == "Xác nhận đã trồng cây"


def test_what_is_written_is_the_facts_of_a_procedure(procflow, tmp_path):
    procflow("facts", JSON, "-o", tmp_path / "processes")
    found = procflow("lint", tmp_path / "processes", "--json").value["findings"]
    assert [each for each in found if each["rule"] == "facts" and each["severity"] == "error"] == []


def test_a_file_without_a_record_is_told_and_the_others_are_read(procflow, tmp_path):
    (tmp_path / "x.txt").write_text("Xin chào")
    ran = procflow("facts", "x.txt", JSON, "--json")
    assert ran.code == 1
    assert [each["code"] for each in ran.value["records"]] == ["1.900002"]
    (unreadable,) = ran.value["unreadable"]
    assert unreadable["file"] == "x.txt"


def test_nothing_asked_is_misuse(procflow):
    ran = procflow("facts")
    assert (ran.code, "Expected files with records" in ran.err) == (2, True)


@pytest.fixture
def catalogue(tmp_path):
    """Two procedures, one of them told twice, and a file that is none."""
    home = tmp_path / "catalogue"
    home.mkdir()
    for number in range(30):
        text = TEXT.read_text().replace("1.900001", f"1.80{number:04}")
        (home / f"{number}.txt").write_text(text)
    shutil.copy(JSON, home)
    (home / "again.json").write_text(JSON.read_text())
    (home / "empty.json").write_text("{}")
    (home / "README.md").write_text("…")
    return home


def test_a_folder_of_records_is_counted(procflow, catalogue):
    ran = procflow("facts", "--catalogue", catalogue, "--json")
    assert ran.code == 1
    value = ran.value
    assert (value["total"], value["online"], value["free"], value["unreadable"]) == (31, 31, 1, 1)
    assert value["bound"] == {"presence": 0, "on-site": 30}
    assert value["allowed"] == {"4": 1, "3": 30, "2": 0}
    assert value["notes"]["contradiction"] == 31
    assert {each["code"] for each in value["records"]} >= {"1.900002", "1.800000"}


def test_the_table_is_for_people(procflow, catalogue):
    out = procflow("facts", "--catalogue", catalogue).out
    assert out.startswith("31 procedures.\n")
    rows = [line.split() for line in out.splitlines()]
    assert ["Filed", "online", "31", "100.0", "%"] in rows
    assert "empty.json: Expected a record of the national catalogue" in out


def test_a_folder_of_records_can_be_written(procflow, catalogue, tmp_path):
    procflow("facts", "--catalogue", catalogue, "-o", tmp_path / "out")
    assert len(list((tmp_path / "out").rglob("procedure.toml"))) == 31
