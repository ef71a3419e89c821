"""The channel rule: one dossier event, one notice by each channel the rule names, none twice."""

from contextlib import closing
from datetime import timedelta

import pytest

from procflow.engine.errors import (
    BadConfiguration,
    OutcomeUnknown,
    RetryLater,
    UnfitInput,
    Unreachable,
)
from procflow.handlers.notification.dispatch import Dispatch, Rule
from procflow.handlers.notification.exercise import HOUR, MORNING, notice
from procflow.handlers.notification.limit import DailyLimit
from procflow.handlers.notification.memory import MemoryChannel
from procflow.handlers.notification.notice import Notice, Recipient, Unreached
from procflow.handlers.notification.quiet import quiet_hours
from procflow.handlers.notification.tables import open_tables

NIGHT = quiet_hours("21:00-07:00")
EVENING = MORNING + timedelta(hours=14)


class Troubled(MemoryChannel):
    """A channel in memory to which something happens before, or after, a notice goes out."""

    def __init__(self, **how):
        super().__init__(**how)
        self.before, self.after = [], []

    def send(self, notice, *, key, now):
        for trouble in self.before[:1]:
            self.before.remove(trouble)
            if isinstance(trouble, Unreached):
                return trouble
            raise trouble
        receipt = super().send(notice, key=key, now=now)
        for trouble in self.after[:1]:
            self.after.remove(trouble)
            raise trouble
        return receipt


@pytest.fixture
def zalo():
    return Troubled(name="zalo", rings=True)


@pytest.fixture
def sms():
    return Troubled(name="sms", rings=True)


@pytest.fixture
def email():
    return Troubled(name="email", anybody=False)


@pytest.fixture
def inbox():
    return Troubled(name="inbox")


@pytest.fixture
def send(zalo, sms, email, inbox):
    def send(key="job:1", now=MORNING, only=None, to=None, **rule):
        chosen = Rule(**{"first_of": ("zalo", "sms", "email"), **rule})
        dispatch = Dispatch([zalo, sms, email, inbox], chosen)
        what = notice("Việc") if to is None else Notice(to=to, subject="Việc", body="…\n")
        return dispatch.send(what, only=only, key=key, now=now)

    return send


@pytest.fixture
def counts(zalo, sms, email, inbox):
    return lambda: tuple(len(each.sent()) for each in (zalo, sms, email, inbox))


class TestFallBack:
    def test_the_first_that_reaches_takes_it(self, send, counts):
        assert send().receipt.channel == "zalo"
        assert counts() == (1, 0, 0, 0)

    def test_who_has_no_account_gets_a_text_message_and_who_has_none_an_e_mail(
        self, send, zalo, sms, counts
    ):
        no_account = Unreached(channel="zalo", reason="no-account")
        declined = Unreached(channel="sms", reason="declined")
        zalo.before, sms.before = [no_account], [declined]
        outcome = send()
        assert outcome.receipt.channel == "email"
        assert outcome.unreached == [no_account, declined]
        assert counts() == (0, 0, 1, 0)

    def test_a_channel_out_of_order_is_passed_over(self, send, zalo, counts):
        zalo.before = [Unreachable("gone")]
        outcome = send()
        assert outcome.receipt.channel == "sms"
        assert outcome.unreached == [Unreached(channel="zalo", reason="out-of-order")]

    def test_a_channel_that_puts_us_off_is_waited_for(self, send, zalo, counts):
        zalo.before = [RetryLater(timedelta(seconds=7))]
        with pytest.raises(RetryLater):
            send()
        assert counts() == (0, 0, 0, 0)
        assert send().receipt.channel == "zalo"

    def test_when_all_are_out_of_order_the_job_is_tried_again(self, send, zalo, sms, email):
        for each in (zalo, sms, email):
            each.before = [Unreachable(each.name)]
        with pytest.raises(Unreachable, match="zalo"):
            send()
        assert send().receipt.channel == "zalo"

    def test_a_wrong_number_does_not_keep_the_e_mail_from_going(self, send, zalo, sms):
        for each in (zalo, sms):
            each.before = [UnfitInput("wrong")]
        outcome = send()
        assert outcome.receipt.channel == "email"
        assert [each.reason for each in outcome.unreached] == ["wrong-address"] * 2

    def test_who_is_reached_by_nothing_is_for_the_drawing(self, send):
        outcome = send(to=Recipient(name="Hoà"), first_of=["email"])
        assert outcome.receipt is None
        assert outcome.unreached == [Unreached(channel="email", reason="no-address")]

    def test_a_setting_that_is_wrong_is_not_passed_over(self, send, zalo, counts):
        zalo.before = [BadConfiguration("token")]
        with pytest.raises(BadConfiguration):
            send()
        assert counts() == (0, 0, 0, 0)


class TestNoDoubles:
    def test_the_same_event_twice_is_one_notice(self, send, counts):
        first = send(besides=["inbox"])
        again = send(besides=["inbox"], now=MORNING + HOUR)
        assert (again.receipt, again.besides) == (first.receipt, first.besides)
        assert counts() == (1, 0, 0, 1)

    def test_after_a_crash_the_channel_that_began_goes_on(self, send, zalo, sms, counts):
        """Zalo was out of order, the text message went out, the worker died before it said so."""
        zalo.before = [Unreachable("gone")]
        sms.after = [SystemExit()]
        with pytest.raises(SystemExit):
            send()
        assert send(now=MORNING + HOUR).receipt.channel == "sms"
        assert counts() == (0, 1, 0, 0)

    def test_and_so_it_does_in_the_night_and_under_another_rule(self, send, sms, counts):
        first = send(first_of=["sms"])
        again = send(first_of=["email"], quiet=NIGHT, now=EVENING)
        assert again.receipt == first.receipt
        assert counts() == (0, 1, 0, 0)

    def test_what_may_have_gone_out_is_not_sent_by_another_channel(self, send, zalo, counts):
        zalo.after = [Unreachable("no answer")]
        with pytest.raises(Unreachable):
            send()
        assert send().receipt.channel == "zalo"
        assert counts() == (1, 0, 0, 0)

    def test_what_a_person_must_look_at_goes_no_other_way_by_itself(self, send, zalo, counts):
        zalo.before = [OutcomeUnknown("?"), Unreached(channel="zalo", reason="in-doubt")]
        with pytest.raises(OutcomeUnknown):
            send()
        assert counts() == (0, 0, 0, 0)
        assert send().receipt.channel == "sms"


class TestBesides:
    def test_the_inbox_gets_everything_too(self, send, counts):
        outcome = send(besides=["inbox"])
        assert [each.channel for each in outcome.besides] == ["inbox"]
        assert counts() == (1, 0, 0, 1)

    def test_it_is_enough_when_nothing_else_reaches(self, send):
        outcome = send(to=Recipient(name="Hoà"), first_of=["email"], besides=["inbox"])
        assert (outcome.receipt.channel, outcome.besides) == ("inbox", [])

    def test_it_goes_at_once_while_the_rest_waits(self, send, counts):
        with pytest.raises(RetryLater):
            send(besides=["inbox", "email"], quiet=NIGHT, now=EVENING)
        assert counts() == (0, 0, 1, 1)
        send(besides=["inbox", "email"], quiet=NIGHT, now=MORNING + timedelta(days=1))
        assert counts() == (1, 0, 1, 1)

    def test_one_out_of_order_does_not_keep_the_rest_back_and_is_done_later(
        self, send, email, counts
    ):
        email.before = [Unreachable("gone")]
        with pytest.raises(Unreachable):
            send(besides=["email"], first_of=["sms"])
        assert counts() == (0, 1, 0, 0)
        assert send(besides=["email"], first_of=["sms"]).receipt.channel == "sms"
        assert counts() == (0, 1, 1, 0)


class TestRecipientsChoice:
    def test_their_order_goes_before_the_house_s(self, send):
        to = Recipient(name="Hoà", email="hoa@example.org", channels=("email", "sms"))
        assert send(to=to).receipt.channel == "email"

    def test_what_the_house_does_not_have_is_passed_over(self, send):
        to = Recipient(name="Hoà", phone="0912345678", channels=("pigeon",))
        assert send(to=to).receipt.channel == "zalo"

    def test_the_drawing_may_ask_for_one(self, send, counts):
        assert send(only="email", besides=["inbox"]).receipt.channel == "email"
        assert counts() == (0, 0, 1, 0)
        with pytest.raises(UnfitInput, match="zalo, sms, email, inbox"):
            send(only="pigeon")


class TestQuietHours:
    def test_no_telephone_rings_at_night(self, send, counts):
        with pytest.raises(RetryLater) as later:
            send(quiet=NIGHT, now=EVENING)
        assert later.value.delay == timedelta(hours=9)
        assert later.value.sentence("vi").startswith("Giờ yên lặng")
        assert counts() == (0, 0, 0, 0)
        assert send(quiet=NIGHT, now=EVENING + later.value.delay).receipt.channel == "zalo"

    def test_an_e_mail_goes_at_once(self, send):
        assert send(quiet=NIGHT, now=EVENING, first_of=["email"]).receipt.channel == "email"

    def test_the_house_may_prefer_the_next_channel_to_waiting(self, send):
        outcome = send(quiet=NIGHT, now=EVENING, at_night="next")
        assert outcome.receipt.channel == "email"
        assert [each.reason for each in outcome.unreached] == ["night", "night"]

    def test_but_waits_where_there_is_no_other(self, send):
        with pytest.raises(RetryLater) as later:
            send(
                to=Recipient(name="Hoà", phone="0912345678"),
                quiet=NIGHT,
                now=EVENING,
                at_night="next",
            )
        assert later.value.delay == timedelta(hours=9)


class TestDailyLimit:
    @pytest.fixture
    def limit(self, database_url):
        with closing(open_tables(database_url)) as database:
            yield DailyLimit(database, 2)

    def test_what_is_too_much_for_a_day_goes_by_what_does_not_ring(self, send, limit, counts):
        channels = [send(f"job:{n}", limit=limit).receipt.channel for n in range(4)]
        assert channels == ["zalo", "zalo", "email", "email"]
        assert counts() == (2, 0, 2, 0)

    def test_or_waits_for_the_next_morning(self, send, limit):
        to = Recipient(name="Hoà", phone="0912345678")
        for number in range(2):
            send(f"job:{number}", limit=limit, to=to, quiet=NIGHT)
        with pytest.raises(RetryLater) as later:
            send("job:2", limit=limit, to=to, quiet=NIGHT)
        assert MORNING + later.value.delay == MORNING + timedelta(hours=23)
        next_morning = MORNING + later.value.delay
        assert send("job:2", limit=limit, to=to, now=next_morning).receipt.channel == "zalo"

    def test_a_repeated_job_counts_once(self, send, limit, zalo):
        for _ in range(3):
            zalo.before = [RetryLater(HOUR)]
            with pytest.raises(RetryLater):
                send(limit=limit)
        assert send(limit=limit).receipt.channel == "zalo"
        assert send("job:2", limit=limit).receipt.channel == "zalo"

    def test_others_have_their_own(self, send, limit):
        for number in range(2):
            send(f"job:{number}", limit=limit)
        other = Recipient(name="Bình", phone="0987654321")
        assert send("job:9", limit=limit, to=other).receipt.channel == "zalo"


@pytest.mark.parametrize("rule", [{"first_of": ["pigeon"]}, {"besides": ["pigeon"]}])
def test_a_rule_names_channels_that_are_there(rule, send):
    with pytest.raises(BadConfiguration, match="pigeon"):
        send(**rule)
