"""The job type that tells people something, from variables to variables."""

import pytest

from procflow.engine.errors import BadConfiguration
from procflow.engine.handler import Completed, ErrorThrown, Failed
from procflow.handlers.notification.handlers import NotificationHandlers
from procflow.handlers.notification.memory import MemoryChannel

NOTICE = {
    "template": "ket-qua",
    "to": {"name": "Nguyễn Thị Hoa", "email": "hoa@example.org"},
    "dossier": {"code": "H56.14.01-260302-0001"},
}


@pytest.fixture
def mail():
    return MemoryChannel(name="email", anybody=False)


@pytest.fixture
def counter():
    return MemoryChannel(name="counter")


@pytest.fixture
def send(job, mail, counter):
    return lambda **variables: job(
        NotificationHandlers([mail, counter]), "notify.send", **variables
    )


def test_a_notice_is_rendered_and_sent_once(send, mail):
    first = send(**NOTICE)
    assert isinstance(first, Completed)
    assert first.variables["notice"]["channel"] == "email"
    assert first.variables["notice"]["sentAt"] == "2026-03-02T08:00:00+07:00"
    assert send(**NOTICE) == first
    (sent,) = mail.sent()
    assert sent.subject == "Hồ sơ H56.14.01-260302-0001"


def test_who_has_no_address_is_reached_by_the_next_channel(send, mail, counter):
    outcome = send(**{**NOTICE, "to": {"name": "Nguyễn Thị Hoa"}})
    assert outcome.variables["notice"]["channel"] == "counter"
    assert (len(mail.sent()), len(counter.sent())) == (0, 1)


def test_a_channel_may_be_asked_for(send, counter):
    assert send(**NOTICE, channel="counter").variables["notice"]["channel"] == "counter"
    assert len(counter.sent()) == 1


def test_who_cannot_be_reached_is_for_the_drawing(send):
    outcome = send(**{**NOTICE, "to": {"phone": "0900000000"}}, channel="email")
    assert isinstance(outcome, ErrorThrown)
    assert outcome.code == "NOTICE_UNREACHABLE"


@pytest.mark.parametrize(
    ("change", "field", "says"),
    [
        ({"template": "nothing"}, "template", "no mẫu"),
        ({"dossier": {}}, "dossier.code", "dossier.code"),
        ({"channel": "pigeon"}, "channel", "email, counter"),
        ({"to": {"email": "hoa"}}, "to.email", "thư điện tử"),
        ({"to": None}, "to", "to"),
    ],
)
def test_a_notice_that_cannot_be_sent_is_an_incident_at_once(change, field, says, send, mail):
    outcome = send(**{**NOTICE, **change})
    assert isinstance(outcome, Failed)
    assert not outcome.retry
    assert [problem.field for problem in outcome.problems] == [field]
    assert mail.sent() == ()


def test_channels_need_names_of_their_own(mail):
    with pytest.raises(BadConfiguration):
        NotificationHandlers([])
    with pytest.raises(BadConfiguration):
        NotificationHandlers([mail, MemoryChannel(name="email")])
