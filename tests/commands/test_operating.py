"""What an operator does to running dossiers, by the command line."""

import json

import pytest

APPLICANT = {"applicant": {"name": "Nguyễn Văn An", "email": "an@example.com"}}


@pytest.fixture
def started(procflow, tmp_path):
    """A dossier at the one-stop."""
    assert procflow("new", "1.001193", "Khai sinh").code == 0
    (tmp_path / "an.json").write_text(json.dumps(APPLICANT))
    assert procflow("deploy").code == 0
    start = ("start", "khai-sinh", "--variables", "an.json", "--business-key", "NOP-1")
    assert procflow(*start).code == 0
    assert procflow("work", "--until-idle").code == 0
    return procflow


def open_task(procflow):
    (task,) = procflow("tasks", "--json").value["userTasks"]
    return task["key"]


def test_suspend_and_resume(started):
    assert started("suspensions").out == "Nothing is suspended.\n"
    assert started("suspend", "NOP-1").code == 2
    ran = started("suspend", "NOP-1", "--reason", "complaint", "--as", "admin")
    assert ran.out.endswith("is suspended by admin: complaint\n")
    assert "complaint" in started("suspensions").out
    refused = started("complete", open_task(started), "--set", "verdict=accepted")
    assert refused.code == 3
    assert "suspended by admin: complaint" in refused.err
    assert "suspended by admin: complaint" in started("explain", "NOP-1").out
    assert started("resume", "NOP-1").out.endswith("goes on.\n")
    assert started("complete", open_task(started), "--set", "verdict=accepted").code == 0


def test_suspend_a_process_an_element_or_a_job_type(started):
    for what in (
        ("--process", "khai-sinh"),
        ("--process", "khai-sinh", "--version", "1"),
        ("--process", "khai-sinh", "--element", "check"),
        ("--job-type", "notify.send"),
    ):
        assert started("suspend", *what, "--reason", "x").code == 0
        assert started("resume", *what, "--json").value["resumedBy"]
    assert len(started("suspensions", "--closed", "--json").value["suspensions"]) == 4


def test_cancel_with_a_reason(started):
    assert started("cancel", "NOP-1").code == 2
    assert started("cancel", "NOP-1", "--reason", "filed twice").out == (
        "Instance NOP-1 is cancelled: filed twice\n"
    )
    (instance,) = started("instances", "--json").value["instances"]
    assert instance["state"] == "cancelled"
    assert "filed twice" in started("history", "NOP-1", "--json").out
