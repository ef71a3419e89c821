"""Channels as the settings want them, from TOML to the telephone."""

from contextlib import closing

import pytest

from procflow.commands.settings import load_settings
from procflow.engine.errors import BadConfiguration
from procflow.engine.handler import Completed, HandlerRegistry, Surroundings
from procflow.handlers.notification.wiring import notification_system
from procflow.tests.speakers.esms import API_KEY, BRAND, SECRET_KEY
from procflow.tests.speakers.process import speaking
from procflow.tests.speakers.zalo import FIRST_REFRESH, OA_SECRET
from procflow.tests.speakers.zalo import SECRET_KEY as ZALO_SECRET

SMS = """
[notification.sms]
address = "{sms}"
brand = "UBND-XA"
"""
ZALO = """
[notification.zalo]
app = "4012345678901234567"
address = "{zalo}"
token_address = "{zalo}"
[notification.zalo.templates.ket-qua]
id = "236134"
"""
INBOX = """
[notification.inbox]
keep_days = 30
"""
SECRETS = {
    "PROCFLOW_NOTIFICATION_SMS_API_KEY": API_KEY,
    "PROCFLOW_NOTIFICATION_SMS_SECRET_KEY": SECRET_KEY,
    "PROCFLOW_NOTIFICATION_ZALO_SECRET_KEY": ZALO_SECRET,
    "PROCFLOW_NOTIFICATION_ZALO_REFRESH_TOKEN": FIRST_REFRESH,
    "PROCFLOW_NOTIFICATION_ZALO_OA_SECRET": OA_SECRET,
}
NOTICE = {
    "template": "ket-qua",
    "to": {"name": "Nguyễn Thị Hoa", "phone": "0912345678", "personalId": "038190001234"},
    "dossier": {"code": "H56.14.01-260302-0001"},
}


@pytest.fixture
def system(tmp_path, database_url):
    def system(text, **addresses):
        file = tmp_path / "procflow.toml"
        file.write_text(text.format(**addresses) if addresses else text)
        given = {name: value for name, value in SECRETS.items() if _section(name) in text}
        settings = load_settings(file, given, {}, folder=tmp_path)
        around = Surroundings(database=database_url, folder=tmp_path)
        return closing(notification_system(settings.notification, around))

    return system


def _section(name):
    return f"[notification.{name.split('_')[2].lower()}]"


def test_without_settings_notices_become_files(system, job, tmp_path):
    with system("") as notices:
        assert isinstance(job(notices.handlers[0], "notify.send", **NOTICE), Completed)
        assert notices.reporting == {}
    assert len(list((tmp_path / "notices" / "new").iterdir())) == 1


def test_words_of_their_own_reach_text_messages_and_zalo(system, job):
    """What stands above the notice, between the lines `+++`."""
    with (
        speaking("procflow.tests.speakers.esms") as sms,
        speaking("procflow.tests.speakers.zalo") as zalo,
        system(SMS + ZALO, sms=sms.url, zalo=zalo.url) as notices,
    ):
        job(notices.handlers[0], "notify.send", **NOTICE)
        job(notices.handlers[0], "notify.send", key="i1:2", channel="sms", **NOTICE)
        (told,) = zalo.state()["messages"]
        assert told["template_data"] == {"noi_dung": "Hồ sơ H56.14.01-260302-0001"}
        assert [each["Content"] for each in sms.state()] == ["Ho so H56.14.01-260302-0001"]


def test_all_at_once(system, job, tmp_path):
    with (
        speaking("procflow.tests.speakers.esms") as sms,
        speaking("procflow.tests.speakers.zalo") as zalo,
        system(SMS + ZALO + INBOX, sms=sms.url, zalo=zalo.url) as notices,
    ):
        zalo.tell("answer", [-118])
        done = job(notices.handlers[0], "notify.send", **NOTICE)
        assert isinstance(done, Completed)
        receipt = done.variables["notice"]
        assert (receipt["channel"], receipt["besides"]) == ("sms", ["inbox"])
        assert receipt["unreached"] == [{"channel": "zalo", "reason": "no-account"}]
        assert receipt["address"] == "•••678"
        (message,) = sms.state()
        assert (message["Brandname"], message["RequestId"]) == (BRAND, receipt["id"])
        (envelope,) = notices.inbox.list("038190001234")
        assert envelope.id == receipt["id"]
        assert sorted(notices.reporting) == ["sms", "zalo"]
        assert all(check.ok for check in HandlerRegistry(notices.handlers).check())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[notification]\nchannels = ["zalo"]', "zalo"),
        ('[notification]\nbesides = ["inbox"]', "inbox"),
        ('[notification]\nquiet = "21h-7h"', "21:00-07:00"),
        ('[notification.sms]\naddress = "http://127.0.0.1:9"', "brand"),
    ],
)
def test_what_is_wrong_is_told(text, says, system):
    with pytest.raises(BadConfiguration, match=says), system(text) as notices:
        assert notices.handlers
