"""The shipped handlers, wired; and their secrets, looked for everywhere."""

import json
import logging
import pickle
import traceback
from contextlib import closing
from datetime import datetime

import pytest

from procflow.engine.errors import Conflict
from procflow.engine.handler import HandlerRegistry, Surroundings
from procflow.engine.model.secret import Secret
from procflow.handlers.builtin import BuiltinSettings, builtin
from procflow.handlers.dossier.exercise import EXERCISE as DOSSIER_EXERCISE
from procflow.handlers.notification.settings import NotificationSettings, SmtpSection
from procflow.handlers.payment.exercise import EXERCISE as PAYMENT_EXERCISE
from procflow.handlers.payment.exercise import Bench
from procflow.handlers.payment.settings import PaymentSettings, SandboxSection
from procflow.tests.handlers.payment.benches import SandboxPayer

NOW = datetime.fromisoformat("2026-03-02T08:00:00+07:00")
PLANTED = "planted-secret-0123456789"


@pytest.fixture
def settings():
    return BuiltinSettings(
        payment=PaymentSettings(sandbox=SandboxSection(secret=Secret(PLANTED))),
        notification=NotificationSettings(sender="Một cửa <mot-cua@example.org>"),
    )


@pytest.fixture
def around(tmp_path, database_url):
    return Surroundings(database=database_url, folder=tmp_path)


@pytest.fixture
def shipped(settings, around):
    with closing(builtin(settings, around)) as shipped:
        yield shipped


def test_all_shipped_job_types_are_there(shipped):
    assert HandlerRegistry(shipped.handlers).types == {
        "dossier.open",
        "dossier.set-status",
        "dossier.issue-paper",
        "dossier.request-supplement",
        "dossier.receive-supplement",
        "dossier.withdraw",
        "dossier.look-up",
        "dossier.attach-result",
        "payment.request",
        "payment.query",
        "payment.cancel",
        "payment.close",
        "payment.receipt",
        "payment.refund",
        "payment.resolve",
        "notify.send",
        "identity.verify",
        "document.render",
        "signature.sign",
        "signature.verify",
    }


def test_all_stores_share_one_database_without_getting_in_each_others_way(
    shipped, settings, around
):
    for step in DOSSIER_EXERCISE:
        step(shipped.dossier.dossiers)
    payment, gateway = shipped.payment, shipped.payment.gateways.named("sandbox")
    for step in PAYMENT_EXERCISE:
        step(Bench(gateway, payment.orders, SandboxPayer(gateway, payment.counter)))
    unsent = HandlerRegistry(shipped.handlers).check()
    assert [each.subject for each in unsent if not each.ok] == ["payment: messages"]
    for each in payment.gateways.unsent():
        payment.gateways.sent(each.message_id)
    with closing(builtin(settings, around)) as again:
        assert all(check.ok for check in HandlerRegistry(again.handlers).check())


def test_every_system_tells_how_it_is(shipped):
    checks = HandlerRegistry(shipped.handlers).check()
    assert [check.subject for check in checks] == [
        "dossier: embedded store",
        "payment: sandbox",
        "notice: email (maildir)",
        "identity: logins",
        "signature: documents",
    ]
    assert all(check.ok and check.sentence("vi") and check.sentence("en") for check in checks)


def test_with_a_mail_server_notices_go_there(around):
    smtp = SmtpSection(host="127.0.0.1", port=1, security="none")
    mailed = BuiltinSettings(notification=NotificationSettings(smtp=smtp))
    with closing(builtin(mailed, around)) as shipped:
        checks = HandlerRegistry(shipped.handlers).check()
    assert [check.subject for check in checks if not check.ok] == ["notice: email (smtp)"]


def test_a_secret_is_made_once_and_kept_from_others(around):
    with closing(builtin(BuiltinSettings(), around)):
        kept = around.path(".procflow-secret")
        made = kept.read_text()
    assert len(made.strip()) == 64
    assert kept.stat().st_mode & 0o077 == 0
    with closing(builtin(BuiltinSettings(), around)):
        assert kept.read_text() == made


def test_the_secret_is_nowhere_to_be_seen(settings, shipped, job, tmp_path, caplog, capsys):
    caplog.set_level(logging.DEBUG)
    payments = shipped.handlers[1]
    requested = job(payments, "payment.request", code="H56", fee="Lệ phí", amount=1000)
    order = requested.variables["payment"]["order"]
    gateways = shipped.payment.gateways
    callback = shipped.payment.counter.pay(order, now=NOW)
    notified = gateways.notify("sandbox", callback, now=NOW)
    forged = gateways.notify("sandbox", callback.replace(b"paid", b"Paid"), now=NOW)
    with pytest.raises(Conflict) as refused:
        shipped.payment.counter.decline(order, now=NOW)
    shown = [
        *map(repr, (settings, shipped, requested, notified, forged, refused.value.__dict__)),
        repr(job(payments, "payment.cancel", order=order)),
        repr(job(payments, "payment.cancel", order="TT-UNKNOWN")),
        callback.decode(),
        "".join(
            traceback.TracebackException.from_exception(refused.value, capture_locals=True).format()
        ),
        caplog.text,
        *capsys.readouterr(),
    ]
    assert not any(PLANTED in text for text in shown)
    shipped.close()
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert files
    assert not any(PLANTED.encode() in file.read_bytes() for file in files)


class TestSecret:
    secret = Secret(PLANTED)

    def test_it_shows_itself_only_when_asked(self):
        assert self.secret.reveal() == PLANTED
        for text in (str(self.secret), repr(self.secret), f"{self.secret}", f"{[self.secret]!r}"):
            assert PLANTED not in text

    def test_it_is_not_written_away(self):
        with pytest.raises(TypeError):
            pickle.dumps(self.secret)
        with pytest.raises(TypeError):
            json.dumps(self.secret)

    def test_it_compares_and_can_be_empty(self):
        assert self.secret == Secret(PLANTED) != Secret("other")
        assert self.secret != PLANTED
        assert len({self.secret, Secret(PLANTED)}) == 1
        assert self.secret and not Secret("")
