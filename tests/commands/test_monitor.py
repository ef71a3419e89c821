"""A running worker is watched over HTTP, and its log has no personal values."""

import json
import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from procflow.tests.patience import PATIENCE, soon

NAME = "Nguyễn Thị Bí Mật"
MAIL = "bi.mat@example.com"


@pytest.fixture
def office(procflow, tmp_path):
    """A procedure whose first handler refuses a phone number, and whose mails cannot be sent."""
    assert procflow("new", "1.001193", "Khai sinh").code == 0
    assert procflow("deploy").code == 0
    return procflow


@contextmanager
def working(folder, *options):
    worker = subprocess.Popen(
        [sys.executable, "-m", "procflow.cli", "work", "--worker", "w1", *options],
        cwd=folder,
        env={**os.environ, "PROCFLOW_LANGUAGE": "en"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield worker
    finally:
        worker.kill()
        worker.communicate()


def asked(address, path):
    try:
        with urlopen(f"{address}{path}", timeout=PATIENCE) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as refused:
        return refused.code, refused.read().decode()


def start(procflow, folder, code, phone=None):
    applicant = {"name": NAME, "email": MAIL, **({"phone": phone} if phone else {})}
    (folder / "v.json").write_text(json.dumps({"applicant": applicant}))
    given = ("start", "khai-sinh", "--variables", "v.json", "--business-key", code)
    assert procflow(*given).code == 0


def address_of(worker):
    assert "is working" in worker.stdout.readline()
    return re.search(r"http://\S+?(?=/metrics)", worker.stdout.readline())[0]


def test_metrics_health_and_readiness(office, tmp_path):
    with working(tmp_path, "--metrics", "127.0.0.1:0") as worker:
        address = address_of(worker)
        assert asked(address, "/health") == (200, '{"ok":true}')
        ready = {"database": True, "worker": True, "scheduler": True}
        assert soon(lambda: asked(address, "/ready")[0] == 200)
        assert json.loads(asked(address, "/ready")[1]) == {"ok": True, "parts": ready}
        start(office, tmp_path, "NOP-1")
        done = 'procflow_jobs_answered_total{outcome="completed",type="dossier.open"} 1.0'
        assert soon(lambda: done in asked(address, "/metrics")[1])
        assert "NOP-1" not in asked(address, "/metrics")[1]
        assert asked(address, "/secrets")[0] == 404
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(timeout=PATIENCE) == 0


def test_a_worker_that_is_stopping_is_not_ready(office, tmp_path):
    from threading import Event

    from procflow.commands.monitor import Monitor
    from procflow.engine.pulse import Pulse
    from procflow.engine.testing import TestEngine

    stop, pulse = Event(), Pulse()
    with (
        TestEngine(handlers=None) as engine,
        Monitor(("127.0.0.1", 0), engine, {"worker": pulse}) as monitor,
    ):
        assert asked(monitor.address, "/ready")[0] == 503
        with pulse.running(stop):
            assert asked(monitor.address, "/ready")[0] == 200
            stop.set()
            status, told = asked(monitor.address, "/ready")
            assert (status, json.loads(told)["parts"]) == (
                503,
                {"database": True, "worker": False},
            )
            assert asked(monitor.address, "/health")[0] == 200


@pytest.mark.parametrize("address", ["9100", "host:", ":9100", "host:99999", "host:x"])
def test_what_is_no_address_is_refused(procflow, address):
    ran = procflow("work", "--metrics", address)
    assert ran.code == 2
    assert "HOST:PORT" in ran.err


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_log_has_codes_and_keys_and_no_personal_values(office, tmp_path, form):
    """One dossier goes well, one has an incident: its handler gets what it cannot read."""
    start(office, tmp_path, "NOP-1")
    start(office, tmp_path, "NOP-2", phone=5)
    with working(tmp_path, "--log", form) as worker:
        assert soon(lambda: office("incidents", "--json").value["incidents"])
        assert soon(lambda: office("tasks", "--json").value["userTasks"])
        worker.send_signal(signal.SIGTERM)
        _, log = worker.communicate(timeout=PATIENCE)
    assert "NOP-1" in log and "NOP-2" in log and "incident-opened" in log
    for secret in (NAME, "Bí Mật", MAIL, "bi.mat"):
        assert secret not in log
    if form == "json":
        lines = [json.loads(line) for line in log.splitlines()]
        opened = next(line for line in lines if line["message"] == "incident-opened")
        assert (opened["level"], opened["dossier"]) == ("warning", "NOP-2")
        done = next(line for line in lines if line["message"] == "complete-job")
        assert done["job"].startswith(done["instance"])
        assert {"at", "level", "logger"} <= done.keys()


FAULTY = '''
from procflow.engine.handler import JobContext, handles


class Faulty:
    """Fails with all it knows, and has a library that talks."""

    @handles("faulty")
    def fail(self, job: JobContext) -> None:
        import logging

        logging.getLogger("talkative").error("cannot reach %s", job.variables["applicant"]["name"])
        name, mail = job.variables["applicant"]["name"], job.variables["applicant"]["email"]
        try:
            raise KeyError(name)
        except KeyError as cause:
            raise ValueError(f"no account of {name} <{mail}>") from cause
'''


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_failing_handler_is_told_without_its_values(tmp_path, form):
    (tmp_path / "faulty.py").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "run.py").write_text(RUN.replace("FORM", form), encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "run.py"], cwd=tmp_path, capture_output=True, text=True, timeout=PATIENCE
    )
    assert ran.returncode == 0, ran.stderr
    for secret in (NAME, "Bí", MAIL):
        assert secret not in ran.stderr
    for told in ("ValueError", "KeyError", "faulty.py:", "NOP-1", "cannot reach %s"):
        assert told in ran.stderr
    assert NAME in ran.stdout


RUN = f'''
import sys
from datetime import timedelta
from pathlib import Path

from faulty import Faulty
from procflow.commands.logs import log_written
from procflow.engine.testing import TestEngine

DRAWING = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t"
  xmlns:modeler="http://camunda.org/schema/modeler/1.0" modeler:executionPlatform="Camunda Cloud"
  modeler:executionPlatformVersion="8.6.0">
  <process id="p" isExecutable="true">
    <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="a"/>
    <serviceTask id="a" name="A"><extensionElements><zeebe:taskDefinition type="faulty"/>
    </extensionElements></serviceTask>
    <sequenceFlow id="f2" sourceRef="a" targetRef="e"/><endEvent id="e"/>
  </process></definitions>"""
with log_written("FORM"), TestEngine(handlers=[Faulty()]) as engine:
    engine.deployments.deploy({{"p.bpmn": DRAWING.encode()}})
    applicant = {{"name": "{NAME}", "email": "{MAIL}"}}
    engine.instances.start("p", {{"applicant": applicant}}, business_key="NOP-1")
    engine.run_until_idle()
    (incident,) = engine.incidents.find()
    print(incident.sentence("en"))
'''
