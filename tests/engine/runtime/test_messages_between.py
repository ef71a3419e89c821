"""Messages and signals: kept, correlated once, delivered in the receiver's own transaction."""

from datetime import timedelta

import pytest

from procflow.engine.errors import BadInput, NotFound
from procflow.engine.model.message import Outcome
from procflow.engine.testing.kit import PLAYER

HOUR = timedelta(hours=1)


@pytest.fixture
def waits_for_payment(deploy, pen):
    """Asks somebody, then waits for `paid` with the key `order`."""
    drawing = pen.drawing(
        pen.start(),
        pen.user("ask"),
        pen.catch("wait", pen.message("paid", "order")),
        pen.end(),
        pen.flows("s-ask", "ask-wait", "wait-e"),
    )
    deploy(drawing)


def waiting(engine, officer, order="A1"):
    """An instance that waits for the payment of an order."""
    instance = asking(engine, order)
    (task,) = engine.user_tasks.find(instance=instance.key)
    engine.user_tasks.complete(task.key, {}, officer)
    return instance


def asking(engine, order="A1"):
    return engine.instances.start("p", {"order": order})


def state(engine, instance):
    return engine.instances.get(instance.key).state.value


def test_a_message_reaches_who_waits_for_its_key(engine, waits_for_payment, officer):
    mine, other = waiting(engine, officer), waiting(engine, officer, "B2")
    published = engine.messages.publish("paid", "A1", {"amount": 50000})
    assert (published.state, published.instances) == (Outcome.CORRELATED, (mine.key,))
    assert engine.instances.variables(mine.key) == {"order": "A1", "amount": 50000}
    assert (state(engine, mine), state(engine, other)) == ("ended", "active")


def test_an_early_message_waits_for_its_receiver(engine, waits_for_payment, officer):
    instance = asking(engine)
    assert engine.messages.publish("paid", "A1").state is Outcome.BUFFERED
    (task,) = engine.user_tasks.find(instance=instance.key)
    engine.user_tasks.complete(task.key, {}, officer)
    assert state(engine, instance) == "ended"


def test_an_early_message_waits_no_longer_than_it_lives(engine, waits_for_payment, officer):
    instance = asking(engine)
    engine.messages.publish("paid", "A1", ttl=HOUR)
    engine.clock.advance(HOUR)
    (task,) = engine.user_tasks.find(instance=instance.key)
    engine.user_tasks.complete(task.key, {}, officer)
    assert state(engine, instance) == "active"


def test_a_message_with_no_life_reaches_only_who_waits_now(engine, waits_for_payment, officer):
    early = asking(engine)
    assert engine.messages.publish("paid", "A1", ttl=timedelta(0)).state is Outcome.BUFFERED
    (task,) = engine.user_tasks.find(instance=early.key)
    engine.user_tasks.complete(task.key, {}, officer)
    assert state(engine, early) == "active"
    assert engine.messages.publish("paid", "A1", ttl=timedelta(0)).state is Outcome.CORRELATED
    assert state(engine, early) == "ended"


def test_the_same_message_id_twice_is_a_duplicate(engine, waits_for_payment, officer):
    waiting(engine, officer)
    first = engine.messages.publish("paid", "A1", message_id="tx-7")
    again = engine.messages.publish("paid", "A1", message_id="tx-7")
    assert (first.state, again.state, again.key) == (Outcome.CORRELATED, Outcome.DUPLICATE, None)
    second = waiting(engine, officer)
    assert state(engine, second) == "active"


def test_a_message_goes_to_one_instance_of_a_process_the_first_that_waited(
    engine, waits_for_payment, officer
):
    first, second = waiting(engine, officer), waiting(engine, officer)
    engine.messages.publish("paid", "A1")
    assert (state(engine, first), state(engine, second)) == ("ended", "active")
    engine.messages.publish("paid", "A1")
    assert state(engine, second) == "ended"


def test_messages_come_in_the_order_they_were_sent(engine, waits_for_payment, officer):
    for number in (1, 2, 3):
        engine.messages.publish("paid", "A1", {"number": number})
        engine.clock.advance(timedelta(seconds=1))
    received = [
        engine.instances.variables(waiting(engine, officer).key)["number"] for _ in range(3)
    ]
    assert received == [1, 2, 3]


def test_numbers_are_keys_too(engine, waits_for_payment, officer):
    instance = waiting(engine, officer, 17)
    assert engine.messages.publish("paid", 17).instances == (instance.key,)


def test_a_message_nobody_can_ever_receive_is_told(engine, waits_for_payment):
    with pytest.raises(NotFound, match="none knows 'payed'; known: paid") as refused:
        engine.messages.publish("payed", "A1")
    assert "Không quy trình nào nhận thông điệp “payed”" in refused.value.sentence("vi")


def test_time_does_not_run_backwards_for_a_message(engine, waits_for_payment):
    with pytest.raises(BadInput, match="time to live"):
        engine.messages.publish("paid", "A1", ttl=-HOUR)


class TestStarting:
    @pytest.fixture(autouse=True)
    def filed(self, deploy, pen):
        """Begins when a dossier is filed."""
        drawing = pen.drawing(
            pen.start(inside=pen.message("filed")),
            pen.user("check"),
            pen.end(),
            pen.flows("s-check", "check-e"),
        )
        deploy(drawing)

    def test_it_starts_one_instance_whose_business_key_is_the_key(self, engine):
        published = engine.messages.publish("filed", "H56-1", {"name": "An"})
        assert published.state is Outcome.STARTED
        instance = engine.instances.get("H56-1")
        assert published.instances == (instance.key,)
        assert engine.instances.variables(instance.key) == {"name": "An", "businessKey": "H56-1"}

    def test_while_one_runs_no_second_one_starts(self, engine):
        engine.messages.publish("filed", "H56-1")
        assert engine.messages.publish("filed", "H56-1").state is Outcome.BUFFERED
        assert len(engine.instances.find()) == 1

    def test_one_started_otherwise_counts_too(self, engine):
        engine.instances.start("p", business_key="H56-1", at="s")
        assert engine.messages.publish("filed", "H56-1").state is Outcome.BUFFERED

    def test_a_message_kept_meanwhile_starts_the_next_when_the_first_has_ended(
        self, engine, officer
    ):
        engine.messages.publish("filed", "H56-1")
        engine.messages.publish("filed", "H56-1")
        (task,) = engine.user_tasks.find()
        engine.user_tasks.complete(task.key, {}, officer)
        assert [i.state.value for i in engine.instances.find()] == ["active", "ended"]

    def test_without_a_key_each_message_starts_one(self, engine):
        for _ in range(3):
            assert engine.messages.publish("filed").state is Outcome.STARTED
        assert len(engine.instances.find()) == 3

    def test_only_the_newest_version_is_started(self, engine, deploy, pen):
        drawing = pen.drawing(
            pen.start("begin", pen.message("filed")), pen.end(), pen.flows("begin-e")
        )
        deploy(drawing)
        engine.messages.publish("filed", "H56-9")
        (instance,) = engine.instances.find()
        assert engine.deployments.definition(instance.definition).version == 2


class TestBetweenInstances:
    def test_what_one_throws_another_receives(self, engine, deploy, pen, officer):
        receiver = pen.drawing(
            pen.start(),
            pen.catch("wait", pen.message("answer", "code")),
            pen.end(),
            pen.flows("s-wait", "wait-e"),
            process="receiver",
        )
        sender = pen.drawing(
            pen.start(),
            pen.user("go"),
            pen.throw("tell", pen.message("answer")),
            pen.end(),
            pen.flows("s-go", "go-tell", "tell-e"),
            process="sender",
        )
        deploy(receiver, sender)
        waits = engine.instances.start("receiver", {"code": "K"})
        sends = engine.instances.start("sender", {"code": "K", "note": "x"})
        (task,) = engine.user_tasks.find(instance=sends.key)
        engine.user_tasks.complete(task.key, {}, officer)
        assert state(engine, sends) == "ended"
        assert state(engine, waits) == "ended"
        (told,) = [e for e in engine.history.of(waits.key) if e.what == "deliver-message"]
        assert (told.about["name"], told.about["key"]) == ("answer", "K")

    def test_a_signal_reaches_everybody_who_waits_now(self, engine, deploy, pen):
        waits = pen.drawing(
            pen.start(),
            pen.catch("wait", pen.signal("storm")),
            pen.end(),
            pen.flows("s-wait", "wait-e"),
            process="waits",
        )
        begins = pen.drawing(
            pen.start(inside=pen.signal("storm")), pen.end(), pen.flows("s-e"), process="begins"
        )
        deploy(waits, begins)
        instances = [engine.instances.start("waits") for _ in range(2)]
        assert engine.signals.broadcast("storm", {"wind": 12}) == 3
        assert {state(engine, each) for each in instances} == {"ended"}
        (begun,) = engine.instances.find(process_id="begins")
        assert engine.instances.variables(begun.key) == {"wind": 12}
        assert engine.signals.broadcast("storm") == 1
        late = engine.instances.start("waits")
        assert state(engine, late) == "active"

    def test_who_throws_a_signal_is_not_told_twice(self, engine, deploy, pen):
        drawing = pen.drawing(
            pen.start(),
            '<parallelGateway id="fork"/>',
            pen.catch("wait", pen.signal("storm")),
            pen.user("go"),
            pen.throw("tell", pen.signal("storm")),
            pen.end("e1"),
            pen.end("e2"),
            pen.flows("s-fork", "fork-wait", "fork-go", "go-tell", "tell-e1", "wait-e2"),
        )
        deploy(drawing)
        instance = engine.instances.start("p")
        (task,) = engine.user_tasks.find()
        engine.user_tasks.complete(task.key, {}, PLAYER)
        completed = [e.element for e in engine.history.of(instance.key) if e.what == "completed"]
        assert completed.count("wait") == 1
        assert state(engine, instance) == "ended"
