"""`procflow work` does jobs until it is told to stop, and finishes the one at hand."""

import json
import os
import signal
import subprocess
import sys

from procflow.handlers.exchange.edxml_writer import write_edxml
from procflow.handlers.exchange.exercise import NOW, OURS, THEIRS, official
from procflow.tests.patience import PATIENCE, soon
from procflow.tests.speakers.integration_platform import CLIENTS
from procflow.tests.speakers.national_portal import AGENCY, PASSWORD, ROUTE, USER
from procflow.tests.speakers.process import speaking


def test_it_works_until_it_is_asked_to_stop(procflow, tmp_path):
    procflow("new", "1.001193", "Khai sinh")
    procflow("deploy")
    worker = subprocess.Popen(
        [sys.executable, "-m", "procflow.cli", "work", "--worker", "w1"],
        cwd=tmp_path,
        env={**os.environ, "PROCFLOW_LANGUAGE": "en"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        (tmp_path / "v.json").write_text(
            json.dumps({"applicant": {"name": "An", "email": "an@example.com"}})
        )
        procflow("start", "khai-sinh", "--variables", "v.json", "--business-key", "NOP-1")
        assert soon(lambda: procflow("tasks", "--json").value["userTasks"])
        worker.send_signal(signal.SIGTERM)
        out, _ = worker.communicate(timeout=PATIENCE)
    finally:
        worker.kill()
    assert worker.returncode == 0
    assert out.splitlines() == [
        "w1 is working; Ctrl+C stops it after the job at hand.",
        "2 jobs and timers done.",
    ]


def test_a_pipe_that_closes_early_is_no_error(procflow, tmp_path):
    command = f"{sys.executable} -m procflow.cli --help | head -1; echo ${{PIPESTATUS[0]}}"
    ran = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True)
    assert ran.stdout.splitlines()[-1] == "0"
    assert ran.stderr == ""


def test_the_shell_completes_commands(tmp_path):
    environment = {
        **os.environ,
        "_PROCFLOW_COMPLETE": "bash_complete",
        "COMP_WORDS": "procflow in",
        "COMP_CWORD": "1",
    }
    look = "from procflow.cli import main; main()"
    ran = subprocess.run(
        [sys.executable, "-c", look], env=environment, capture_output=True, text=True, check=False
    )
    assert {line.partition(",")[2] for line in ran.stdout.splitlines()} == {
        "init",
        "instances",
        "incidents",
    }


def test_it_tells_the_national_portal_what_happened(procflow, monkeypatch):
    with speaking("procflow.tests.speakers.national_portal") as portal:
        portal_settings = {
            "ADDRESS": portal.url,
            "AGENCY": AGENCY,
            "USER": USER,
            "PASSWORD": PASSWORD,
            "ROUTE": ROUTE,
        }
        for name, value in portal_settings.items():
            monkeypatch.setenv(f"PROCFLOW_DOSSIER_PORTAL_{name}", value)
        procflow("new", "1.001193", "Khai sinh")
        procflow("deploy")
        applicant = '{"name": "An", "email": "an@example.com"}'
        procflow("start", "khai-sinh", "--set", f"applicant={applicant}", "--business-key", "NOP-1")
        ran = procflow("work", "--until-idle", "--json")
        assert ran.code == 0, ran.err
        (code,) = portal.state()["dossiers"]
        assert portal.state()["dossiers"][code]["ChuHoSo"] == "An"
        checks = {
            each["subject"]: each["ok"] for each in procflow("doctor", "--json").value["checks"]
        }
        assert checks["dossier: national portal"]
        portal.tell("lock out")
        doctor = procflow("doctor", "--json")
        checks = {each["subject"]: each["ok"] for each in doctor.value["checks"]}
        assert (doctor.code, checks["dossier: national portal"]) == (1, False)
        assert PASSWORD not in doctor.out + doctor.err


RECEPTION = """<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="d" targetNamespace="t"
  modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.6.0">
  <message id="m" name="document-received" />
  <process id="van-ban-den" name="Văn bản đến" isExecutable="true">
    <startEvent id="den" name="Văn bản đến"><outgoing>f</outgoing>
      <messageEventDefinition id="e" messageRef="m" />
    </startEvent>
    <sequenceFlow id="f" sourceRef="den" targetRef="xu-ly" />
    <userTask id="xu-ly" name="Xử lý văn bản"><incoming>f</incoming></userTask>
  </process>
</definitions>
"""


def test_a_document_that_comes_starts_its_procedure_once(procflow, monkeypatch, tmp_path):
    with speaking("procflow.tests.speakers.integration_platform") as platform:
        given = {
            "ADDRESS": platform.url,
            "KEY": "ours-key",
            "SECRET": CLIENTS["ours-key"][0],
            "DOCUMENTS_AGENCY": OURS.code,
            "DOCUMENTS_NAME": "OURS",
        }
        for name, value in given.items():
            monkeypatch.setenv(f"PROCFLOW_EXCHANGE_PLATFORM_{name}", value)
        letter = official("1", sender=THEIRS, to=(OURS,))
        raw = write_edxml(letter, NOW).decode()
        platform.tell("leave", {"id": letter.id, "text": raw})
        assert procflow("work", "--until-idle").code == 0
        assert any(not check["ok"] for check in procflow("doctor", "--json").value["checks"])
        (tmp_path / "van-ban-den.bpmn").write_text(RECEPTION)
        deployed = procflow("deploy", "van-ban-den.bpmn")
        assert deployed.code == 0, deployed.out + deployed.err
        for _ in range(2):
            assert procflow("work", "--until-idle").code == 0
        (task,) = procflow("tasks", "--json").value["userTasks"]
        assert task["label"] == "Xử lý văn bản"
        assert platform.state()["status"][letter.id] == "01"
        assert all(check["ok"] for check in procflow("doctor", "--json").value["checks"])
