"""What stands in a history besides what the drawing did: receipts, and news from outside."""

from dataclasses import dataclass

import pytest

from procflow.engine.errors import BpmnError, NotFound
from procflow.engine.handler import JobContext, handles
from procflow.engine.model.actor import Actor

PROVIDER = Actor(id="zalo")


@dataclass(frozen=True)
class Letter:
    address: str


@dataclass(frozen=True)
class Sent:
    receipt: str
    body: str


@handles("letter.send", recorded=["receipt"], raises=["NO_ADDRESS"])
def send(letter: Letter, _job: JobContext) -> Sent:
    if letter.address == "nowhere":
        raise BpmnError("NO_ADDRESS", "Nobody lives there")
    return Sent("r-1", "Kính gửi …")


@pytest.fixture
def post(make_engine, pen):
    """An engine whose drawing drops what the job gave."""
    engine = make_engine(handlers=[send])
    drops = '<zeebe:ioMapping><zeebe:output source="=1" target="one"/></zeebe:ioMapping>'
    job = pen.job("send", "letter.send", drops)
    caught = pen.boundary("lost", "send", "<errorEventDefinition/>")
    flows = pen.flows("s-send", "send-e", "lost-e")
    engine.deployments.deploy({"p.bpmn": pen.drawing(pen.start(), job, caught, pen.end(), flows)})
    return engine


def sent(engine, address="Thanh Hóa"):
    key = engine.instances.start("p", {"address": address}, business_key="H56").key
    engine.worker().run_once()
    return key


def about(engine, key, what):
    return [dict(each.about) for each in engine.history.of(key) if each.what == what]


class TestWhatAJobGave:
    def test_what_its_handler_wants_recorded_stands_there_though_the_drawing_drops_it(self, post):
        key = sent(post)
        assert "receipt" not in post.instances.variables(key)
        (done,) = about(post, key, "complete-job")
        assert done["gave"] == {"receipt": "r-1"}

    def test_an_error_stands_there_with_its_words(self, post):
        (thrown,) = about(post, sent(post, "nowhere"), "throw-error")
        assert (thrown["code"], thrown["text"]) == ("NO_ADDRESS", "Nobody lives there")


class TestNewsFromOutside:
    def test_is_told_once_even_of_what_has_ended(self, post):
        key = sent(post)
        news = {"delivered": True}
        assert post.history.note(key, "report", news, PROVIDER, once="r-1:delivered")
        assert not post.history.note(key, "report", news, PROVIDER, once="r-1:delivered")
        assert post.history.note(key, "report", news, PROVIDER, once="r-2:delivered")
        told = [each for each in post.history.of(key) if each.what == "report"]
        assert [each.who for each in told] == ["zalo", "zalo"]
        assert told[0].about["delivered"] is True

    def test_of_an_instance_that_waits_does_not_keep_it_from_going_on(self, post):
        key = post.instances.start("p", {"address": "Thanh Hóa"}).key
        post.history.note(key, "report", {}, PROVIDER, once="r-1")
        post.worker().run_once()
        assert not post.instances.get(key).is_active

    def test_of_an_instance_there_is_none_of_is_refused(self, post):
        with pytest.raises(NotFound):
            post.history.note("nobody", "report", {}, PROVIDER, once="r-1")
