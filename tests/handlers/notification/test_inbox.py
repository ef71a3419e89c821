"""The portal's inbox: what a citizen's page asks, and what nobody else learns."""

from contextlib import closing
from datetime import timedelta

import pytest

from procflow.engine.errors import NotFound
from procflow.handlers.notification.exercise import (
    EXERCISE,
    HOA,
    HOUR,
    LETTER_EXERCISE,
    MORNING,
    notice,
)
from procflow.handlers.notification.inbox import Inbox, InboxChannel
from procflow.handlers.notification.notice import Sent, Unreached, notice_id
from procflow.handlers.notification.tables import open_tables

ME, OTHER = HOA.personal_id, "001090000001"


@pytest.fixture
def inbox(database_url):
    with closing(open_tables(database_url)) as database:
        yield Inbox(database)


@pytest.fixture
def channel(inbox):
    return InboxChannel(inbox)


@pytest.fixture
def put(channel):
    """Puts so many notices, an hour apart."""

    def put(*subjects, person=ME):
        for number, subject in enumerate(subjects):
            letter = notice(subject, personal_id=person)
            channel.send(letter, key=f"{person}:{subject}", now=MORNING + number * HOUR)

    return put


@pytest.mark.parametrize("step", (*EXERCISE, *LETTER_EXERCISE), ids=lambda step: step.__name__)
def test_exercise(step, channel, inbox):
    def delivered():
        letters = [inbox.read(ME, each.id, now=MORNING) for each in inbox.list(ME)]
        return [
            Sent(
                to="",
                subject=letter.envelope.subject,
                body=letter.body,
                sent_at=letter.envelope.sent_at,
            )
            for letter in letters
        ]

    step(channel, delivered)


def test_the_list_has_the_newest_first_and_says_nothing_of_the_content(inbox, put):
    put("Một", "Hai", "Ba")
    envelopes = inbox.list(ME)
    assert [each.subject for each in envelopes] == ["Ba", "Hai", "Một"]
    assert {each.dossier for each in envelopes} == {"H56.14.01-260302-0001"}
    assert not any(hasattr(each, "body") for each in envelopes)
    assert [each.subject for each in inbox.list(ME, before=envelopes[1].sent_at)] == ["Một"]
    assert [each.subject for each in inbox.list(ME, most=1)] == ["Ba"]


def test_a_notice_is_read_from_the_first_opening_on(inbox, put):
    put("Một", "Hai")
    assert inbox.unread(ME) == 2
    number = inbox.list(ME)[0].id
    for later in (0, 1):
        letter = inbox.read(ME, number, now=MORNING + later * HOUR)
        assert letter.body == notice("").body
        assert letter.envelope.read_at == MORNING
    assert inbox.unread(ME) == 1


def test_nobody_opens_somebody_else_s_notice(inbox, put):
    put("Của tôi")
    assert inbox.list(OTHER) == ()
    with pytest.raises(NotFound):
        inbox.read(OTHER, notice_id(f"{ME}:Của tôi"), now=MORNING)
    assert inbox.unread(ME) == 1


def test_the_personal_number_is_not_in_the_database(inbox, put, tmp_path):
    put("Một")
    assert not any(ME.encode() in file.read_bytes() for file in tmp_path.iterdir())


def test_old_notices_are_forgotten(database_url):
    with closing(open_tables(database_url)) as database:
        inbox = Inbox(database, keep=timedelta(days=30))
        channel = InboxChannel(inbox)
        for days in (0, 20, 31):
            channel.send(
                notice(f"Ngày {days}"), key=f"job:{days}", now=MORNING + timedelta(days=days)
            )
        assert [each.subject for each in inbox.list(ME)] == ["Ngày 31", "Ngày 20"]


def test_who_has_no_personal_number_is_not_reached(channel):
    said = channel.send(notice("Vãng lai", personal_id=""), key="job:1", now=MORNING)
    assert said == Unreached(channel="inbox", reason="no-address")
