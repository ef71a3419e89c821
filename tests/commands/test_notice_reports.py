"""What a provider reports of a notice, from its call to the dossier's history."""

from contextlib import closing
from datetime import UTC, datetime
from urllib.parse import urlsplit

import httpx
import pytest

from procflow.commands.composition import build_house
from procflow.commands.payment_desk import Asked, PaymentDesk
from procflow.commands.settings import load_settings
from procflow.tests.speakers.esms import API_KEY, SECRET_KEY
from procflow.tests.speakers.process import speaking

SETTINGS = """
language = "en"
[notification.sms]
address = "{gateway}"
brand = "UBND-XA"
report_page = "https://dichvucong.example.vn/report/sms"
"""
SECRETS = {
    "PROCFLOW_NOTIFICATION_SMS_API_KEY": API_KEY,
    "PROCFLOW_NOTIFICATION_SMS_SECRET_KEY": SECRET_KEY,
}
NOON = datetime(2026, 3, 2, 5, tzinfo=UTC)
CODE = "H56.14-260302-0001"
DRAWING = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d"
  targetNamespace="t" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">
  <process id="bao" name="Báo" isExecutable="true">
    <startEvent id="s" name="Bắt đầu"/>
    <serviceTask id="gui" name="Gửi"><extensionElements>
      <zeebe:taskDefinition type="notify.send"/>
      <zeebe:ioMapping>
        <zeebe:input source="xong" target="template"/><zeebe:input source="=applicant" target="to"/>
        <zeebe:output source="=1" target="sent"/>
      </zeebe:ioMapping></extensionElements></serviceTask>
    <endEvent id="e" name="Xong"/>
    <sequenceFlow id="f1" sourceRef="s" targetRef="gui"/>
    <sequenceFlow id="f2" sourceRef="gui" targetRef="e"/>
  </process>
</definitions>"""
NOTICE = "# Hồ sơ {{ businessKey }} đã xong\n\nKính gửi {{ applicant.name }}.\n"


@pytest.fixture(scope="module")
def gateway():
    with speaking("procflow.tests.speakers.esms") as gateway:
        yield gateway


@pytest.fixture
def settings_file(tmp_path, gateway, monkeypatch):
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)
    file = tmp_path / "procflow.toml"
    file.write_text(SETTINGS.format(gateway=gateway.url))
    return file


@pytest.fixture
def house(settings_file, tmp_path):
    settings = load_settings(settings_file, SECRETS, {}, folder=tmp_path)
    with closing(build_house(settings, lambda: NOON)) as house:
        house.engine.deployments.deploy(
            {"bao.bpmn": DRAWING.encode(), "notices/xong.md": NOTICE.encode()}
        )
        yield house


@pytest.fixture
def report(house, gateway):
    """The query the gateway calls with, for the notice of a dossier that has just ended."""
    applicant = {"name": "Nguyễn Thị Hoa", "phone": "0912345678"}
    house.engine.instances.start("bao", {"applicant": applicant}, business_key=CODE)
    house.engine.run_until_idle()
    number = gateway.state()[-1]["RequestId"]
    return lambda **how: urlsplit(gateway.tell("report", {"number": number, **how})).query


def ask(house, query, channel="sms", method="GET"):
    desk = PaymentDesk(house, lambda: NOON, "en")
    return desk.answer(Asked(method=method, path=f"/report/{channel}", query=query)).status


def test_it_stands_in_the_history_of_the_dossier_once(house, report, procflow, settings_file):
    assert ask(house, report()) == ask(house, report()) == httpx.codes.OK
    told = procflow("history", CODE, "--settings", settings_file)
    assert told.code == 0
    shown = [line for line in told.out.splitlines() if "sms" in line]
    assert len(shown) == 2
    assert "completed the job" in shown[0] and "by sms to •••678" in shown[0]
    assert "told of a notice" in shown[1] and shown[1].rstrip().endswith("sms: delivered")


def test_what_was_not_delivered_says_why(house, report, procflow, settings_file):
    assert ask(house, report(delivered=0, failed=1, ErrorInfo="switched off")) == httpx.codes.OK
    told = procflow("history", CODE, "--settings", settings_file).out
    assert "sms: not delivered (switched off)" in told


def test_what_is_not_the_provider_s_is_refused(house, report, procflow, settings_file):
    assert ask(house, report() + "&word=guess") == httpx.codes.FORBIDDEN
    assert ask(house, report(), channel="pigeon") == httpx.codes.NOT_FOUND
    assert "told of a notice" not in procflow("history", CODE, "--settings", settings_file).out
