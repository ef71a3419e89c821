"""`procflow doctor` on a whole configuration: good, and with each system broken in its own way."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from procflow.tests.handlers.signature.authority import Authority, key_file
from procflow.tests.speakers.outside import KEY_PASSWORD, all_speaking

NOW = datetime.now(UTC).replace(microsecond=0)
DAY = timedelta(days=1)
WRONG = "planted-wrong-secret-17"


@pytest.fixture(scope="module")
def outside():
    with all_speaking() as outside:
        outside.authority = Authority(now=NOW)
        outside.tell_time(NOW)
        yield outside


@pytest.fixture
def settings(procflow, outside, tmp_path, monkeypatch):
    """The settings file of a folder in which all is well."""
    for name, secret in outside.environment.items():
        monkeypatch.setenv(name, secret)
    return outside.write(tmp_path, f"sqlite:///{tmp_path / 'office.db'}")


def replaced(settings, pattern, by):
    text, found = re.subn(pattern, by, settings.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert found == 1, pattern
    settings.write_text(text, encoding="utf-8")


def verdicts(ran):
    return {check["subject"]: check["message"] for check in ran.value["checks"] if not check["ok"]}


def test_all_is_well(procflow, settings, outside):
    ran = procflow("doctor", "--json")
    assert (ran.code, verdicts(ran)) == (0, {})
    assert [check["subject"] for check in ran.value["checks"]][5:] == [
        "dossier: embedded store",
        "dossier: national portal",
        "payment: vnpay",
        "payment: vietqr",
        "payment: national",
        "notice: zalo (zns)",
        "notice: sms (esms)",
        "notice: email (smtp)",
        "notice: inbox (inbox)",
        "identity: provider",
        "population: platform",
        "signature: documents",
        "signature: ubnd",
        "signature: time stamps",
        "exchange: integration platform",
        "exchange: documents",
        "exchange: rest.call",
    ]
    assert not [secret for secret in outside.planted if secret in ran.out + ran.err]


def test_each_system_is_broken_in_its_own_way(procflow, settings, outside, tmp_path, monkeypatch):
    secrets = tmp_path / "secrets"
    for name in ("portal", "national", "population"):
        (secrets / name).write_text(WRONG)
    monkeypatch.setenv("PROCFLOW_PAYMENT_VNPAY_SECRET", WRONG)
    replaced(settings, r"\[notification\.zalo\.templates.*(?=\n\[notification\.inbox\])", "")
    replaced(settings, r'(?<=\[notification\.sms\]\naddress = ")[^"]*', "http://127.0.0.1:9")
    replaced(settings, r'(secrets/mail" \}\n)ca_file = "[^"]*"', r"\1")
    replaced(settings, r'(?<=issuer = ")http:', "https:")
    expired = outside.authority.issue(since=NOW - 9 * DAY, until=NOW - 2 * DAY)
    (tmp_path / "ubnd.p12").write_bytes(key_file(*expired, KEY_PASSWORD))
    replaced(settings, r'(?<=\[signature\.timestamps\]\naddress = ")[^"]*', "http://127.0.0.1:9")
    replaced(settings, r'(?<=\nkey = ")ours-key', "nobodys-key")
    replaced(settings, r'(?<=\[exchange\.credentials\.tax\]\nhosts = \[")[^"]*', "thue.invalid")
    english, vietnamese = (
        procflow("doctor", "--json", "--language", language) for language in ("en", "vi")
    )
    assert (english.code, vietnamese.code) == (1, 1)
    found = verdicts(english)
    told = {
        "dossier: national portal": "Expected the national portal to let us in",
        "payment: vnpay": "mends code and secret",
        "payment: national": "mends code and secret",
        "notice: zalo (zns)": "Expected a template",
        "notice: sms (esms)": "Expected eSMS to answer",
        "notice: email (smtp)": "self-signed certificate",
        "identity: provider": "Expected dvcqg to answer",
        "population: platform": "mend key and secret",
        "signature: ubnd": "expired",
        "signature: time stamps": "does not",
        "exchange: integration platform": "mend key and secret",
        "exchange: rest.call": "thue.invalid",
    }
    assert {name: part for name, part in told.items() if part not in found.get(name, "")} == {}, (
        found
    )
    assert found.keys() == told.keys()
    spoken = verdicts(vietnamese)
    assert spoken.keys() == told.keys()
    assert not [name for name, sentence in spoken.items() if "Expected" in sentence], spoken
    shown = "".join((english.out, english.err, vietnamese.out, vietnamese.err))
    assert not [secret for secret in (WRONG, *outside.planted) if secret in shown]


@pytest.mark.parametrize(
    ("pattern", "by", "told"),
    [
        (r"secrets/portal", "secrets/none", "secrets/none"),
        (r'(?<=\n)route = "', 'rout = "', "dossier.portal.rout"),
        (r'password = \{ file = "secrets/mail" \}', f'password = "{WRONG}"', "PROCFLOW_NOTIFI"),
        (r"(?<=\nport = )\d+", '"many"', "notification.smtp.port"),
        (r'(?<=\n)merchant = "[^"]*"', "", "payment.vnpay.merchant"),
    ],
    ids=["missing secret file", "unknown key", "secret in the open", "wrong type", "missing"],
)
def test_settings_that_cannot_be_read_are_told_at_once(procflow, settings, pattern, by, told):
    replaced(settings, pattern, by)
    ran = procflow("doctor")
    assert ran.code == 2
    assert told in ran.err + ran.out
    assert WRONG not in ran.err + ran.out
