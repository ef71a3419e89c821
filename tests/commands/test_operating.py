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
        ("--process", "khai-sinh", "--element", "kiem-tra"),
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


def redraw(tmp_path):
    """Another id for the check, in a new version."""
    (drawing,) = tmp_path.glob("processes/*/*.bpmn")
    text = drawing.read_text(encoding="utf-8")
    assert '"kiem-tra"' in text
    drawing.write_text(
        text.replace('"kiem-tra"', '"xem-xet"').replace(">kiem-tra<", ">xem-xet<"),
        encoding="utf-8",
    )


def test_migrate_with_a_plan(started, tmp_path):
    redraw(tmp_path)
    assert started("deploy").code == 0
    dry = started("migrate", "--process", "khai-sinh", "--dry-run")
    assert (dry.code, dry.out) == (0, "1 instances can move; nothing has moved.\n")
    wrong = 'process = "khai-sinh"\n[elements]\nkiem-tra = "nowhere"\n'
    (tmp_path / "wrong.toml").write_text(wrong)
    held = started("migrate", "--plan", "wrong.toml", "--json")
    assert held.code == 3
    (tmp_path / "plan.toml").write_text(
        'process = "khai-sinh"\nfrom = 1\nto = 2\n[elements]\nkiem-tra = "xem-xet"\n'
    )
    ran = started("migrate", "--plan", "plan.toml", "--reason", "new form", "--json")
    assert ran.code == 0
    (moved,) = ran.value["instances"]
    assert (ran.value["done"], moved["from"], moved["to"]) == (True, 1, 2)
    assert moved["elements"] == {"kiem-tra": "xem-xet"}
    assert "new form" in started("history", "NOP-1", "--json").out
    assert started("complete", open_task(started), "--set", "verdict=accepted").code == 0


def test_a_plan_with_something_else_in_it_is_refused(started, tmp_path):
    (tmp_path / "plan.json").write_text('{"element": {"a": "b"}}')
    ran = started("migrate", "--plan", "plan.json")
    assert ran.code == 2
    assert "a table of elements" in ran.err


def test_move_with_a_reason(started):
    assert started("move", "NOP-1", "kiem-tra", "tham-dinh").code == 2
    ran = started("move", "NOP-1", "kiem-tra", "tham-dinh", "--reason", "checked on paper")
    assert ran.out == "Moved to 'tham-dinh'.\n"
    assert "checked on paper" in started("history", "NOP-1", "--json").out
    assert started("move", "NOP-1", "kiem-tra", "tham-dinh", "--reason", "x").code == 3


@pytest.fixture
def broken(started, tmp_path):
    """Two more dossiers with something the handler of the first job refuses: two incidents."""
    applicant = {**APPLICANT["applicant"], "phone": 5}
    (tmp_path / "bad.json").write_text(json.dumps({"applicant": applicant}))
    for key in ("NOP-2", "NOP-3"):
        start = ("start", "khai-sinh", "--variables", "bad.json", "--business-key", key)
        assert started(*start).code == 0
    assert started("work", "--until-idle").code == 0
    return started


def test_one_incident_is_shown_and_many_are_retried(broken):
    found = broken("incidents", "--json").value["incidents"]
    assert len(found) == 2
    one = broken("incidents", found[0]["key"])
    assert found[0]["kind"] in one.out
    assert found[0]["message"] in one.out
    assert broken("retry").code == 3
    dry = broken("retry", "--kind", found[0]["kind"], "--dry-run", "--json")
    assert len(dry.value["incidents"]) == 2
    applicant = json.dumps({"name": "An", "email": "an@example.com"})
    ran = broken("retry", "--process", "khai-sinh", "--set", f"applicant={applicant}")
    assert (ran.code, ran.out.count("resolved")) == (0, 2)
    assert broken("work", "--burst").code == 0
    left = broken("incidents", "--json").value["incidents"]
    assert found[0]["element"] not in {each["element"] for each in left}


def test_one_that_cannot_be_retried_holds_no_other_up(broken):
    first, second = broken("incidents", "--json").value["incidents"]
    assert broken("cancel", second["instance"], "--reason", "x").code == 0
    ran = broken("retry", first["key"], second["key"], "--json")
    assert ran.code == 1
    assert list(ran.value["refused"]) == [second["key"]]


def redrawn(tmp_path, before, after):
    (drawing,) = tmp_path.glob("processes/*/*.bpmn")
    text = drawing.read_text(encoding="utf-8")
    assert before in text
    drawing.write_text(text.replace(before, after), encoding="utf-8")


def test_a_retry_with_another_expression(started, tmp_path):
    redrawn(tmp_path, '=verdict = "refused"<', "=verdict<")
    assert started("deploy").code == 0
    assert started("migrate", "--process", "khai-sinh").code == 0
    assert started("complete", open_task(started), "--set", "verdict=accepted").code == 0
    (incident,) = started("incidents", "--json").value["incidents"]
    assert started("retry", incident["key"]).code == 1
    redrawn(tmp_path, "=verdict<", '=not(verdict != "refused")<')
    assert started("deploy").code == 0
    refused = started("retry", incident["key"], "--to", "9")
    assert (refused.code, "9" in refused.err) == (3, True)
    assert started("retry", incident["key"], "--to", "3").code == 0
    assert started("incidents", "--json").value["incidents"] == []
    assert started("work", "--burst").code == 0
    (task,) = started("tasks", "--json").value["userTasks"]
    assert task["element"] == "tham-dinh"


def test_cancel_many_after_a_dry_run(broken):
    assert broken("cancel", "--reason", "x").code == 3
    assert broken("cancel", "--process", "nothing", "--reason", "x").code == 3
    dry = broken("cancel", "--process", "khai-sinh", "--reason", "x", "--dry-run")
    assert (dry.code, dry.out.splitlines()[-1]) == (
        0,
        "3 instances would be cancelled; nothing has changed.",
    )
    two = broken("cancel", "NOP-1", "NOP-2", "--reason", "withdrawn")
    assert two.out == "2 instances are cancelled; 0 had ended before.\n"
    rest = broken("cancel", "--process", "khai-sinh", "--reason", "withdrawn", "--json")
    assert [each["businessKey"] for each in rest.value["instances"]] == ["NOP-3"]
    again = broken("cancel", "NOP-1", "NOP-2", "--reason", "x")
    assert (again.code, again.out) == (1, "0 instances are cancelled; 2 had ended before.\n")
