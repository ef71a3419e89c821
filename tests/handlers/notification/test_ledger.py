"""What a channel remembers, and what the ledger's entries let it do."""

from contextlib import closing
from datetime import timedelta

import pytest
from sqlalchemy import create_engine, text

from procflow.engine.errors import (
    BadAnswer,
    OutcomeUnknown,
    ProcflowError,
    RetryLater,
    Unreachable,
)
from procflow.handlers.notification.exercise import HOUR, MORNING
from procflow.handlers.notification.ledger import Claimed, Sending
from procflow.handlers.notification.notice import Receipt, Unreached, notice_id
from procflow.handlers.notification.once import Once
from procflow.handlers.notification.report import Report
from procflow.handlers.notification.storage import EmbeddedLedger
from procflow.handlers.notification.tables import open_tables

NUMBER = notice_id("job:1")
DAY = timedelta(days=1)


@pytest.fixture
def ledger(database_url):
    with closing(open_tables(database_url)) as database:
        yield EmbeddedLedger(database)


@pytest.fixture
def once(ledger):
    def sending(hand_over, *, now=MORNING, repeatable=timedelta(0), key="job:1", channel="sms"):
        one = Once(ledger=ledger, channel=channel, repeatable=repeatable)
        return one.send(hand_over, key=key, address="•••678", dossier="H56", now=now)

    return sending


def taken(said):
    """A provider that takes the notice."""
    return lambda note: note(said)


def raising(error):
    def hand_over(_):
        raise error

    return hand_over


def killed(_):
    raise SystemExit


def never(_):
    raise AssertionError("Expected nothing to be handed over, but it was")


def test_a_notice_that_was_taken_is_never_handed_over_again(once, ledger):
    first = once(taken("A-1"))
    assert first == Receipt(
        id=NUMBER, channel="sms", sent_at=MORNING, address="•••678", reference="A-1"
    )
    assert once(never, now=MORNING + DAY) == first
    (entry,) = ledger.of("H56")
    assert (entry.state, entry.reference, entry.begun_at) == (Sending.SENT, "A-1", MORNING)


def test_each_channel_has_an_entry_of_its_own(once):
    assert once(taken(None)).channel == "sms"
    assert once(taken(None), channel="zalo").channel == "zalo"


def test_what_cannot_be_reached_is_not_tried_again(once, ledger):
    refusal = Unreached(channel="sms", reason="no-account")
    assert once(lambda _: refusal) == refusal
    assert once(never, now=MORNING + HOUR) == refusal
    assert not ledger.find(NUMBER, "sms").may_have_gone


@pytest.mark.parametrize("error", [Unreachable(), ProcflowError("busy"), RetryLater(HOUR)])
def test_what_was_certainly_not_sent_may_be_tried_at_once(error, once, ledger):
    with pytest.raises(type(error)):
        once(raising(error))
    assert not ledger.find(NUMBER, "sms").may_have_gone
    assert once(taken(None), now=MORNING).sent_at == MORNING


@pytest.mark.parametrize("error", [OutcomeUnknown(), BadAnswer()])
class TestInDoubt:
    def test_it_is_asked_again_where_the_other_side_knows_the_number(self, error, once, ledger):
        with pytest.raises(Unreachable, match="handed over again"):
            once(raising(error), repeatable=DAY)
        assert ledger.find(NUMBER, "sms").may_have_gone
        assert once(taken("A-1"), repeatable=DAY, now=MORNING + HOUR).reference == "A-1"

    def test_but_only_as_long_as_the_other_side_remembers(self, error, once):
        with pytest.raises(Unreachable):
            once(raising(error), repeatable=DAY)
        with pytest.raises(OutcomeUnknown):
            once(never, repeatable=DAY, now=MORNING + DAY)

    def test_else_a_person_decides_and_the_notice_goes_another_way(self, error, once):
        with pytest.raises(OutcomeUnknown, match="next channel"):
            once(raising(error))
        doubt = Unreached(channel="sms", reason="in-doubt")
        assert once(never, now=MORNING + HOUR) == doubt

    def test_a_report_ends_the_doubt(self, error, once, ledger):
        with pytest.raises(OutcomeUnknown):
            once(raising(error))
        ledger.report(NUMBER, "sms", Report(delivered=True, at=MORNING + HOUR))
        assert once(never, now=MORNING + DAY).sent_at == MORNING + HOUR


class TestAfterAKill:
    def test_others_wait_for_the_claim_to_lapse(self, once):
        with pytest.raises(SystemExit):
            once(killed)
        with pytest.raises(RetryLater) as later:
            once(never, now=MORNING + timedelta(minutes=1))
        assert later.value.delay == timedelta(minutes=4)

    def test_then_it_is_in_doubt(self, once):
        with pytest.raises(SystemExit):
            once(killed)
        with pytest.raises(OutcomeUnknown):
            once(never, now=MORNING + HOUR)

    def test_or_repeated_where_that_is_harmless(self, once, ledger):
        with pytest.raises(SystemExit):
            once(killed, repeatable=DAY)
        with pytest.raises(ProcflowError):
            once(raising(Unreachable()), repeatable=DAY, now=MORNING + HOUR)
        assert ledger.find(NUMBER, "sms").doubt_since == MORNING
        assert once(taken("A"), repeatable=DAY, now=MORNING + 2 * HOUR).reference == "A"


def test_somebody_who_puts_us_off_for_days_fails_in_the_end(once):
    for hours in (0, 20, 47):
        with pytest.raises(RetryLater):
            once(raising(RetryLater(HOUR)), now=MORNING + hours * HOUR)
    with pytest.raises(ProcflowError, match="too long"):
        once(raising(RetryLater(HOUR)), now=MORNING + 48 * HOUR)


def test_an_error_after_the_answer_does_not_undo_the_answer(once):
    def hangs_up_afterwards(note):
        note("A-1")
        raise Unreachable

    assert once(hangs_up_afterwards).reference == "A-1"


class TestReports:
    def report(self, ledger, delivered, hours=1):
        at = MORNING + hours * HOUR
        return ledger.report(NUMBER, "sms", Report(delivered=delivered, at=at)).report

    def test_delivered_is_the_last_word(self, once, ledger):
        once(taken("A-1"))
        assert not self.report(ledger, delivered=False).delivered
        assert self.report(ledger, delivered=True, hours=2).at == MORNING + 2 * HOUR
        assert self.report(ledger, delivered=False, hours=3).delivered
        assert self.report(ledger, delivered=True, hours=4).at == MORNING + 2 * HOUR
        assert ledger.find(NUMBER, "sms").sent_at == MORNING

    def test_of_something_else_is_none(self, ledger):
        assert ledger.report("other", "sms", Report(delivered=True, at=MORNING)) is None


def test_two_workers_never_hold_the_same_claim(ledger, database_url):
    with closing(open_tables(database_url)) as database:
        other = EmbeddedLedger(database)
        until = MORNING + HOUR
        claims = [
            each.claim(NUMBER, "sms", dossier=None, now=MORNING, until=until)
            for each in (ledger, other)
        ]
    assert [isinstance(claim, Claimed) for claim in claims] == [True, False]


def test_what_an_older_ledger_knew_is_kept(database_url):
    engine = create_engine(database_url)
    moment = "2026-03-02T01:00:00.000000+00:00"
    with engine.begin() as connection:
        for statement in (
            "CREATE TABLE embedded_store (store TEXT PRIMARY KEY, version INTEGER NOT NULL)",
            "INSERT INTO embedded_store VALUES ('notification', 1)",
            "CREATE TABLE notice_sent (id TEXT PRIMARY KEY, claimed_until TEXT NOT NULL,"
            " sent_at TEXT)",
            f"INSERT INTO notice_sent VALUES ('{NUMBER}', '{moment}', '{moment}')",
        ):
            connection.execute(text(statement))
    engine.dispose()
    with closing(open_tables(database_url)) as database:
        entry = EmbeddedLedger(database).find(NUMBER, "email")
    assert (entry.state, entry.sent_at) == (Sending.SENT, MORNING)
