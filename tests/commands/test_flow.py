"""A dossier from drawing to result by the command line, and what is refused on the way."""

import json
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
APPLICANT = {"applicant": {"name": "Nguyễn Văn An", "email": "an@example.com"}}


@pytest.fixture
def deployed(procflow, tmp_path):
    """A new procedure, deployed; people of the office are in the settings."""
    assert procflow("new", "1.001193", "Khai sinh").code == 0
    (tmp_path / "procflow.toml").write_text(
        '[people.an]\nname = "Lê Văn An"\ngroups = ["mot-cua"]\n'
        '[people.binh]\nname = "Trần Bình"\ngroups = ["chuyen-vien"]\n'
    )
    (tmp_path / "an.json").write_text(json.dumps(APPLICANT))
    assert procflow("deploy").code == 0
    return procflow


@pytest.fixture
def started(deployed):
    """… and a dossier at the one-stop."""
    ran = deployed(
        "start", "khai-sinh", "--variables", "an.json", "--business-key", "NOP-1", "--json"
    )
    assert ran.code == 0
    assert deployed("work", "--until-idle", "--json").value == {"done": 2}
    return deployed


def open_task(procflow):
    (task,) = procflow("tasks", "--json").value["userTasks"]
    return task["key"]


def test_from_drawing_to_result(started, tmp_path):
    checking = open_task(started)
    assert started("claim", checking, "--as", "an").out == "Lê Văn An claimed “Kiểm tra hồ sơ”.\n"
    assert started("complete", checking, "--set", "verdict=accepted", "--as", "an").code == 0
    assert started("work", "--until-idle").out == "1 jobs and timers done.\n"
    assert (
        started("complete", open_task(started), "--as", "binh", "--json").value["state"]
        == "completed"
    )
    assert started("work", "--until-idle").out == "2 jobs and timers done.\n"
    instance = started("instances", "--json").value["instances"][0]
    assert (instance["state"], instance["status"], instance["statusName"]) == (
        "ended",
        10,
        "Result returned",
    )
    assert len(list((tmp_path / "notices" / "new").iterdir())) == 3


def test_explain_names_who_must_do_what(started):
    ran = started("explain", "NOP-1")
    assert "Bộ phận Một cửa (mot-cua)" in ran.out
    assert "Kiểm tra hồ sơ" in ran.out
    waits = started("explain", "NOP-1", "--json").value["waits"]
    assert [(each["kind"], each["label"], each["who"]) for each in waits] == [
        ("user_task", "Kiểm tra hồ sơ", ["mot-cua"])
    ]


def test_instances_and_tasks_are_narrowed(started):
    assert len(started("instances", "--process", "khai-sinh", "--json").value["instances"]) == 1
    assert started("instances", "--process", "other").out == "No instances.\n"
    assert started("instances", "--state", "ended").out == "No instances.\n"
    assert len(started("tasks", "--group", "mot-cua", "--json").value["userTasks"]) == 1
    assert started("tasks", "--group", "lanh-dao").out == "No user tasks are waiting.\n"
    assert len(started("tasks", "--mine", "--as", "an", "--json").value["userTasks"]) == 1
    assert started("tasks", "--mine", "--as", "binh").out == "No user tasks are waiting.\n"
    assert len(started("tasks", "--instance", "NOP-1", "--json").value["userTasks"]) == 1


def test_a_change_of_the_trail_is_found(started, tmp_path):
    import sqlite3

    whole = started("history", "NOP-1", "--verify")
    assert whole.code == 0
    assert "The history chain is intact" in whole.out
    with sqlite3.connect(tmp_path / "procflow.db") as database:
        database.execute("UPDATE procflow_history SET who = 'nobody' WHERE number = 2")
    broken = started("history", "NOP-1", "--verify", "--json")
    assert broken.code == 1
    assert [(each["number"], each["reason"]) for each in broken.value["brokenLinks"]] == [
        (2, "changed")
    ]
    assert "event 2 is not what was hashed" in started("history", "NOP-1", "--verify").out
    assert started("doctor").code == 1


def test_history_leaves_the_small_things_out_unless_asked(started):
    short, long = started("history", "NOP-1").out, started("history", "NOP-1", "--all").out
    assert "took the flow" not in short
    assert "took the flow" in long
    events = started("history", "NOP-1", "--json").value["events"]
    assert [each["number"] for each in events] == list(range(1, len(events) + 1))


def test_the_same_content_keeps_its_version(deployed, tmp_path):
    first = deployed("deploy", "--json").value["deployed"]
    assert [each["version"] for each in first] == [1]
    drawing = tmp_path / "processes" / "khai-sinh" / "khai-sinh.bpmn"
    drawing.write_text(drawing.read_text().replace("Thẩm định", "Thẩm tra"))
    second = deployed("deploy", "--json").value["deployed"]
    assert [each["version"] for each in second] == [2]


def test_an_incident_is_shown_mended_and_taken_again(deployed, tmp_path):
    drawing = tmp_path / "processes" / "khai-sinh" / "khai-sinh.bpmn"
    drawing.write_text(drawing.read_text().replace('=verdict = "refused"', "=hopeless"))
    assert deployed("deploy").code == 0
    deployed("start", "khai-sinh", "--variables", "an.json", "--set", "hopeless=very")
    deployed("work", "--until-idle")
    ran = deployed("complete", open_task(deployed), "--set", "verdict=accepted", "--json")
    assert (ran.code, ran.value["state"]) == (0, "completing")
    (incident,) = deployed("incidents", "--json").value["incidents"]
    assert (incident["kind"], incident["element"]) == (
        "not-a-condition",
        "du-dieu-kien",
    )
    assert "Đủ điều kiện?" in deployed("incidents").out
    again = deployed("retry", incident["key"])
    assert again.code == 1
    assert "It failed again" in again.out
    assert deployed("retry", incident["key"], "--set", "hopeless=false").code == 0
    assert deployed("incidents").out == "No incidents.\n"
    assert len(deployed("incidents", "--closed", "--json").value["incidents"]) == 1
    assert deployed("retry", incident["key"]).code == 3


REFUSALS = [
    (["start", "nothing"], 3, "nothing"),
    (["explain", "NOP-9"], 3, "NOP-9"),
    (["history", "NOP-9"], 3, "NOP-9"),
    (["claim", "nothing"], 3, "nothing"),
    (["complete", "nothing"], 3, "nothing"),
    (["retry", "nothing"], 3, "nothing"),
    (["sandbox", "pay", "nothing"], 3, "nothing"),
    (["lint", "no-such-file.bpmn"], 2, "no-such-file.bpmn"),
    (["deploy", "no-such-file.bpmn"], 2, "no-such-file.bpmn"),
    (["--database", "mongodb://x", "instances"], 2, ""),
    (["--at", "yesterday", "work", "--until-idle"], 2, "yesterday"),
]


@pytest.mark.parametrize(("arguments", "code", "named"), REFUSALS, ids=lambda value: str(value))
def test_what_cannot_be_done_is_one_sentence(started, arguments, code, named):
    ran = started(*arguments)
    assert ran.code == code, ran
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 1
    assert named in ran.err
    assert "Traceback" not in ran.err


def test_a_user_task_is_refused_to_whom_it_is_not_for(started):
    key = open_task(started)
    wrong_group = started("complete", key, "--set", "verdict=accepted", "--as", "binh")
    assert wrong_group.code == 3
    started("claim", key, "--as", "an")
    assert started("claim", key, "--as", "binh").code == 3
    done = started("complete", key, "--set", "verdict=accepted", "--as", "an")
    assert done.code == 0
    again = started("complete", key, "--set", "verdict=accepted", "--as", "an")
    assert again.code == 3
    assert "Kiểm tra hồ sơ" in again.err


def test_whom_the_settings_do_not_know_works_for_the_group_but_not_for_others(started):
    key = open_task(started)
    assert started("claim", key, "--as", "lan").code == 0
    answer = ("complete", key, "--set", "verdict=accepted")
    another = started(*answer, "--as", "huy")
    assert (another.code, another.out) == (3, "")
    assert "lan" in another.err
    assert started(*answer, "--as", "lan").code == 0


def test_wrong_values_are_told_field_by_field_and_change_nothing(started):
    key = open_task(started)
    ran = started(
        "complete", key, "--set", "verdict=maybe", "--set", "speed=3", "--as", "an", "--json"
    )
    assert ran.code == 3
    assert set(ran.value["error"]["problems"]) == {"verdict", "speed"}
    missing = started("complete", key, "--as", "an")
    assert missing.code == 3
    assert "verdict" in missing.err
    assert open_task(started) == key


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("no xml", "a.bpmn:1"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><x/>', "a.bpmn"),
        ("<html/>", "a.bpmn"),
    ],
)
def test_what_is_no_drawing_is_a_finding(procflow, tmp_path, content, named):
    (tmp_path / "a.bpmn").write_text(content)
    linted, deployed = procflow("lint", "a.bpmn"), procflow("deploy", "a.bpmn")
    assert linted.code == deployed.code == 1
    assert named in linted.out
    assert named in deployed.out
    assert procflow("instances").out == "No instances.\n"


def test_a_refused_deployment_names_file_line_element_and_rule(procflow, tmp_path):
    procflow("new", "1.001193", "Khai sinh")
    drawing = tmp_path / "processes" / "khai-sinh" / "khai-sinh.bpmn"
    drawing.write_text(drawing.read_text().replace('type="dossier.open"', 'type="dossier.opne"'))
    ran = procflow("deploy", "--json")
    assert ran.code == 1
    assert ran.value["deployed"] == []
    finding = next(each for each in ran.value["findings"] if each["element"] == "mo-ho-so")
    assert finding["file"] == str(Path("processes/khai-sinh/khai-sinh.bpmn").resolve())
    assert finding["label"] == "Mở hồ sơ"
    assert finding["line"] > 1
    assert "dossier.opne" in finding["message"]
    assert procflow("start", "khai-sinh").code == 3


def test_lint_leaves_no_database_behind(procflow, tmp_path):
    procflow("new", "1.001193", "Khai sinh")
    assert procflow("lint").code == 0
    assert not list(tmp_path.glob("*.db"))


def test_a_message_is_refused_kept_or_told_to_be_known(procflow, tmp_path):
    assert procflow("deploy", HOUSE / "processes").code == 0
    unknown = procflow("message", "weather", "NOP-1")
    assert unknown.code == 3
    assert "weather" in unknown.err
    kept = procflow(
        "message", "ho-so-bo-sung", "NOP-1", "--ttl", "PT1H", "--message-id", "m1", "--json"
    )
    assert (kept.code, kept.value["state"]) == (0, "buffered")
    again = procflow("message", "ho-so-bo-sung", "NOP-1", "--message-id", "m1", "--json")
    assert again.value["state"] == "duplicate"
    started = procflow("message", "nop-tai-quay", "NOP-1", "--json")
    assert started.value["state"] == "started"
    assert len(started.value["instances"]) == 1
    assert "NOP-1" in procflow("instances").out
    assert procflow("message", "nop-tai-quay", "NOP-1", "--ttl", "soon").code == 2


def test_a_payment_by_the_sandbox(procflow, tmp_path):
    story = json.dumps({**_household(), "unit": "H56.14.01"})
    (tmp_path / "v.json").write_text(story)
    assert procflow("deploy", HOUSE / "processes").code == 0
    begun = procflow("start", "dang-ky-ho-kinh-doanh", "--variables", "v.json", "--json")
    procflow("work", "--until-idle")
    procflow("complete", open_task(procflow), "--set", "checkResult=du")
    procflow("work", "--until-idle")
    waits = procflow("explain", begun.value["key"], "--json").value["waits"]
    order = next(each["correlation"] for each in waits if each["name"] == "payment-result")
    assert procflow("sandbox", "silent", order, "--json").value["callback"] is None
    assert procflow("sandbox", "decline", order).code == 3
    paid = procflow("sandbox", "pay", order, "--json")
    assert paid.value["state"] == "correlated"
    assert procflow("sandbox", "pay", order, "--json").value["state"] == "duplicate"
    procflow("work", "--until-idle")
    assert procflow("instances", "--json").value["instances"][0]["status"] == 4


def _household():
    import tomllib

    text = (HOUSE / "processes" / "dang-ky-ho-kinh-doanh" / "demo.toml").read_text()
    return tomllib.loads(text)["dossiers"][1]["variables"]


def test_templates_are_written_for_every_job_type(procflow, tmp_path):
    listed = procflow("templates", "--json").value["templates"]
    assert {each["id"] for each in listed} >= {"procflow.dossier.open", "procflow.notify.send"}
    assert procflow("templates", "--out", "templates").code == 0
    written = {
        json.loads(file.read_text())["id"] for file in (tmp_path / "templates").glob("*.json")
    }
    assert written == {each["id"] for each in listed}


def test_the_doctor_finds_a_misspelt_variable_of_the_environment(procflow, monkeypatch):
    assert procflow("doctor").code == 0
    monkeypatch.setenv("PROCFLOW_DATABSE", "sqlite:///x.db")
    ran = procflow("doctor")
    assert ran.code == 1
    assert "PROCFLOW_DATABSE" in ran.out


def test_the_secret_of_callbacks_is_the_owners_alone(procflow, tmp_path):
    procflow("doctor")
    file = tmp_path / ".procflow-secret"
    assert file.stat().st_mode & 0o777 == 0o600
    secret = file.read_text()
    procflow("doctor")
    assert file.read_text() == secret


def test_feel_evaluates_warns_and_explains(procflow, tmp_path):
    (tmp_path / "c.json").write_text('{"amount": 3}')
    assert procflow("feel", "amount * 2", "--context", "c.json", "--json").value == {
        "value": 6,
        "warnings": [],
    }
    ran = procflow("feel", "1 + missing", "--explain")
    assert ran.out.startswith("null\n")
    assert "missing" in ran.out
    wrong = procflow("feel", "1 +")
    assert wrong.code == 2
    assert len(wrong.err.splitlines()) == 1


def test_a_statement_is_reconciled(procflow, tmp_path):
    (tmp_path / "v.json").write_text(json.dumps({**_household(), "unit": "H56.14.01"}))
    assert procflow("deploy", HOUSE / "processes").code == 0
    begun = procflow("start", "dang-ky-ho-kinh-doanh", "--variables", "v.json", "--json")
    procflow("work", "--until-idle")
    procflow("complete", open_task(procflow), "--set", "checkResult=du")
    procflow("work", "--until-idle")
    waits = procflow("explain", begun.value["key"], "--json").value["waits"]
    order = next(each["correlation"] for each in waits if each["name"] == "payment-result")
    head, at = "time,amount,transaction,content", "2026-03-02T09:00:00+07:00"
    (tmp_path / "all.csv").write_text(f"{head}\n{at},150000,FT1,{order}\n")
    agreed = procflow("reconcile", "all.csv", "--json")
    assert (agreed.code, agreed.value["confirmed"]) == (0, [order])
    procflow("work", "--until-idle")
    assert procflow("instances", "--json").value["instances"][0]["status"] == 4
    (tmp_path / "odd.csv").write_text(f"{head}\n{at},150000,FT1,{order}\n{at},9,FT2,x\n")
    odd = procflow("reconcile", "odd.csv", "--gateway", "sandbox")
    assert odd.code == 1
    assert "belongs to no order" in odd.out and "FT2" in odd.out
    procflow("work", "--until-idle")
    assert '"xu-ly"' in procflow("tasks", "--json").out
    assert procflow("reconcile", "all.csv", "--gateway", "momo").code == 3
    (tmp_path / "bad.csv").write_text("x")
    assert procflow("reconcile", "bad.csv").code == 3


CALLER = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" \
xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="urn:t">
<process id="goi" isExecutable="true"><startEvent id="s"/><callActivity id="c" name="Gọi">
<extensionElements><zeebe:calledElement processId="chung"/></extensionElements></callActivity>
<endEvent id="e"/><sequenceFlow id="f" sourceRef="s" targetRef="c"/>
<sequenceFlow id="g" sourceRef="c" targetRef="e"/></process></definitions>"""
CALLED = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" \
targetNamespace="urn:t"><process id="chung" isExecutable="true"><startEvent id="s"/>
<endEvent id="e"/><sequenceFlow id="f" sourceRef="s" targetRef="e"/></process></definitions>"""


@pytest.fixture
def caller(tmp_path):
    """A procedure that calls a process of the folder beside it."""
    for name, drawing in (("goi", CALLER), ("lib", CALLED)):
        (tmp_path / "quy-trinh" / name).mkdir(parents=True)
        (tmp_path / "quy-trinh" / name / f"{name}.bpmn").write_text(drawing)
    return tmp_path / "quy-trinh" / "goi"


def test_one_folder_is_linted_among_those_it_calls(procflow, caller):
    found = procflow("lint", caller, "--json").value["findings"]
    assert "called-process" not in {each["rule"] for each in found}
    (caller.parent / "lib" / "lib.bpmn").unlink()
    found = procflow("lint", caller, "--json").value["findings"]
    assert "called-process" in {each["rule"] for each in found}


def test_what_one_folder_calls_is_deployed_with_it_unless_it_is_there(procflow, caller):
    deployed = procflow("deploy", caller, "--json").value["deployed"]
    assert [each["process"] for each in deployed] == ["chung", "goi"]
    lent = caller.parent / "lib" / "lib.bpmn"
    lent.write_text(lent.read_text().replace('id="s"', 'id="s" name="Khác"'))
    deployed = procflow("deploy", caller, "--json").value["deployed"]
    assert [(each["process"], each["version"]) for each in deployed] == [("goi", 1)]
