from datetime import timedelta

import pytest

from procflow.engine.model.definition import StartEvent
from procflow.engine.model.message import Message, MessageSubscription

HOUR = timedelta(hours=1)


@pytest.fixture
def message(at):
    def make(key, **given):
        return Message(
            **{
                "key": key,
                "name": "paid",
                "correlation": "K",
                "published_at": at,
                "expires_at": at + HOUR,
                **given,
            }
        )

    return make


@pytest.fixture
def subscription(at):
    def make(number, **given):
        return MessageSubscription(
            **{
                "instance": "i",
                "number": number,
                "definition": "def",
                "process": "p",
                "element": "e",
                "label": "e",
                "name": "paid",
                "correlation": "K",
                "root": "p",
                "opened_at": at,
                **given,
            }
        )

    return make


def test_a_message_fits_by_name_and_key(database, instance, message, subscription, at):
    with database.unit() as unit:
        unit.messages.add(
            [message("m1"), message("m2", correlation="other"), message("m3", name="x")]
        )
        unit.message_subscriptions.add([subscription(1)])
        assert [tuple(m) for m in unit.messages.matches(at)] == [("m1", "i", 1)]


def test_a_process_receives_a_message_once(database, instance, message, subscription, at):
    with database.unit() as unit:
        unit.messages.add([message("m1")])
        unit.message_subscriptions.add([subscription(1), subscription(2)])
        assert unit.messages.receive("m1", "p", "i")
        assert not unit.messages.receive("m1", "p", "i")
        assert unit.messages.matches(at) == []


def test_who_waits_longest_comes_first(database, instance, message, subscription, at):
    with database.unit() as unit:
        unit.messages.add([message("m1")])
        unit.message_subscriptions.add([subscription(1, opened_at=at + HOUR), subscription(2)])
        assert [match.number for match in unit.messages.matches(at)] == [2, 1]


def test_a_wait_that_an_incident_holds_takes_no_more(database, instance, message, subscription, at):
    with database.unit() as unit:
        unit.messages.add([message("m1")])
        unit.message_subscriptions.add([subscription(1)])
        unit.message_subscriptions.take(subscription(1))
        assert unit.messages.matches(at) == []


def test_a_named_message_is_kept_once_while_it_lives(database, instance, message, at):
    with database.unit() as unit:
        assert unit.messages.publish(message("m1", message_id="pay-1"))
        assert not unit.messages.publish(message("m2", message_id="pay-1"))
        assert unit.messages.publish(message("m3", message_id="pay-1", correlation="other"))
        assert unit.messages.publish(message("m4"))
        assert unit.messages.publish(message("m5"))
        later = message("m6", message_id="pay-1", published_at=at + HOUR, expires_at=at + 2 * HOUR)
        assert unit.messages.publish(later)


def test_who_began_to_wait_in_time_is_reached_even_late(
    database, instance, message, subscription, at
):
    with database.unit() as unit:
        unit.messages.add([message("m1")])
        unit.message_subscriptions.add(
            [subscription(1), subscription(2, opened_at=at + HOUR, root="q")]
        )
        assert [match.number for match in unit.messages.matches(at + 24 * HOUR)] == [1]


def test_start_events_are_offered_a_message_once_however_late(database, instance, message, at):
    event = StartEvent(process_id="p", element="s", definition="def", kind="message", name="filed")
    with database.unit() as unit:
        unit.start_events.add([event])
        unit.messages.publish(message("m1", name="filed"))
        unit.messages.publish(message("m2"))
        late = at + 24 * HOUR
        assert unit.messages.not_offered() == ["m1"]
        assert [tuple(m) for m in unit.messages.start_matches(late)] == [("m1", "p", "s")]
        assert unit.messages.expire(late) == 1
        unit.messages.offer(["m1"])
        assert unit.messages.start_matches(late) == []
        assert unit.messages.expire(late) == 1


def test_what_has_expired_is_neither_delivered_nor_kept(
    database, instance, message, subscription, at
):
    with database.unit() as unit:
        unit.messages.add([message("m1"), message("m2", expires_at=at + 2 * HOUR)])
        unit.messages.receive("m1", "p", "i")
        unit.message_subscriptions.add([subscription(1, root="q", opened_at=at + HOUR)])
        assert [match.message for match in unit.messages.matches(at + HOUR)] == ["m2"]
        assert unit.messages.expire(at + HOUR) == 1
        assert unit.messages.get("m1") is None
