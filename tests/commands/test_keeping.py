"""Old dossiers go, archives are verified, backups are made and put back, by the command line."""

import json

import pytest

LATER = "2030-01-01T08:00:00+07:00"
NAME = "Nguyễn Văn Bí Mật"


@pytest.fixture
def started(procflow, tmp_path):
    """A dossier that was cancelled, and one that runs."""
    assert procflow("new", "1.001193", "Khai sinh").code == 0
    applicant = {"applicant": {"name": NAME, "email": "an@example.com"}}
    (tmp_path / "an.json").write_text(json.dumps(applicant))
    assert procflow("deploy").code == 0
    for key in ("NOP-1", "NOP-2"):
        start = ("start", "khai-sinh", "--variables", "an.json", "--business-key", key)
        assert procflow(*start).code == 0
    assert procflow("work", "--until-idle").code == 0
    assert procflow("cancel", "NOP-1", "--reason", "filed twice").code == 0
    return procflow


def test_prune_needs_an_age(started):
    ran = started("prune")
    assert ran.code == 3
    assert "--older-than" in ran.err
    assert started("prune", "--older-than", "1").out == "Nothing is old enough.\n"


def test_prune_by_age_after_a_dry_run(started):
    dry = started("prune", "--older-than", "365", "--dry-run", "--at", LATER)
    assert (dry.code, dry.out.splitlines()[-1]) == (0, "1 would go; nothing has gone.")
    ran = started("prune", "--older-than", "365", "--at", LATER, "--json")
    (gone,) = ran.value["processes"]
    assert (ran.value["done"], gone["process"], gone["instances"]) == (True, "khai-sinh", 1)
    assert "filed twice" in started("history", "NOP-1").out
    assert "took the details away" in started("history", "NOP-1", "--verify").out
    assert started("prune", "--older-than", "365", "--at", LATER).out == "Nothing is old enough.\n"


def test_prune_as_the_settings_say(started, tmp_path):
    settings = '[retention."*"]\ndetails = 30\n[retention.khai-sinh]\ndetails = 900\n'
    (tmp_path / "procflow.toml").write_text(settings)
    in_a_year = "2027-11-26T08:00:00+07:00"
    assert started("prune", "--dry-run", "--at", in_a_year).out == "Nothing is old enough.\n"
    (tmp_path / "procflow.toml").write_text(settings.replace("900", "300"))
    assert "1 would go" in started("prune", "--dry-run", "--at", in_a_year).out
    other = started("prune", "--process", "other", "--dry-run", "--at", in_a_year)
    assert other.out == "Nothing is old enough.\n"
    kept = started("prune", "--archive", "a.jsonl", "--dry-run", "--at", in_a_year)
    assert kept.out == "Nothing is old enough.\n"


def test_archive_and_verify(started, tmp_path):
    ran = started("prune", "--older-than", "1", "--archive", "a.jsonl", "--at", LATER)
    assert ran.out.splitlines()[-1] == (
        "1 have gone to a.jsonl. Keep that file: their history is nowhere else."
    )
    assert started("archive", "a.jsonl").out == "a.jsonl: 1 instances are there as they were.\n"
    assert "filed twice" in started("archive", "a.jsonl", "NOP-1").out
    refused = started("history", "NOP-1")
    assert (refused.code, "a.jsonl" in refused.err) == (3, True)
    (dossier,) = (
        each
        for each in started("instances", "--json").value["instances"]
        if each["businessKey"] == "NOP-1"
    )
    assert dossier["state"] == "cancelled"
    content = (tmp_path / "a.jsonl").read_text(encoding="utf-8")
    (tmp_path / "a.jsonl").write_text(content.replace("filed twice", "filed thrice"), "utf-8")
    found = started("archive", "a.jsonl", "--json")
    assert (found.code, found.value["changed"]) == (1, [dossier["key"]])


def test_backup_and_restore(started, tmp_path):
    ran = started("backup", "copy.db")
    assert (ran.code, ran.out.startswith("The backup is copy.db")) == (0, True)
    assert started("backup", "copy.db").code == 3
    assert started("restore", "copy.db").code == 3
    (tmp_path / "procflow.db").rename(tmp_path / "lost.db")
    assert started("restore", "copy.db").code == 0
    assert started("doctor", "--json").value["checks"][0]["ok"]
    (task,) = started("tasks", "--json").value["userTasks"]
    assert started("complete", task["key"], "--set", "verdict=accepted").code == 0
    assert started("work", "--until-idle").code == 0
    assert started("history", "NOP-2", "--verify").code == 0


def test_stores_of_their_own_are_kept_too(procflow, tmp_path):
    (tmp_path / "procflow.toml").write_text('stores = "sqlite:///stores.db"\n')
    assert procflow("instances").code == 0
    ran = procflow("backup", "copy.db", "--json")
    assert [each["file"] for each in ran.value["files"]] == ["copy.db", "copy.stores.db"]
    for name in ("procflow.db", "stores.db"):
        for file in tmp_path.glob(f"{name}*"):
            file.unlink()
    assert procflow("restore", "copy.db").code == 0
    assert (tmp_path / "stores.db").is_file()
    assert procflow("instances").code == 0


def test_all_is_restored_or_nothing(procflow, tmp_path):
    assert procflow("instances").code == 0
    assert procflow("backup", "copy.db").code == 0
    (tmp_path / "procflow.toml").write_text('stores = "sqlite:///stores.db"\n')
    (tmp_path / "procflow.db").rename(tmp_path / "lost.db")
    ran = procflow("restore", "copy.db")
    assert (ran.code, "copy.stores.db" in ran.err) == (3, True)
    assert not (tmp_path / "procflow.db").exists()


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_postgresql_has_its_own_way(procflow, tmp_path, command):
    (tmp_path / "old.db").touch()
    file = "new.db" if command == "backup" else "old.db"
    ran = procflow(command, file, "--database", "postgresql+psycopg://nobody@127.0.0.1/none")
    assert (ran.code, "pg_dump" in ran.err) == (2, True)
