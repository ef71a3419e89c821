"""Documents between agencies: every adapter does the exercise; each document arrives once."""

import base64
import logging
from contextlib import closing
from threading import Event, Thread

import pytest

from procflow.engine.errors import (
    BadAnswer,
    BadInput,
    Conflict,
    ForgedMessage,
    NotFound,
    ProcflowError,
    RetryLater,
    Unreachable,
)
from procflow.engine.handler import Completed, ErrorThrown, Failed
from procflow.engine.model.secret import Secret
from procflow.handlers.exchange.attachments import AttachmentFolder
from procflow.handlers.exchange.document import DocumentState
from procflow.handlers.exchange.edxml_reader import read_edxml
from procflow.handlers.exchange.edxml_writer import write_edxml
from procflow.handlers.exchange.exercise import (
    DOCUMENT_EXERCISE,
    NOW,
    OURS,
    THEIRS,
    Two,
    official,
)
from procflow.handlers.exchange.handlers import DocumentHandlers
from procflow.handlers.exchange.incoming import Collector, Incoming
from procflow.handlers.exchange.memory import MemoryDocuments, MemoryHub
from procflow.handlers.exchange.storage import Register
from procflow.tests.speakers.integration_platform import DOCUMENTS

CAUSE = "H56.14-260302-0001"
WRONG_WAYS = (
    "timeout",
    "timeout-after-effect",
    "drop",
    "drop-after-effect",
    "garbage",
    "half",
    "duplicate",
    "status-429",
    "status-503",
    "status-500",
)


@pytest.mark.parametrize("step", DOCUMENT_EXERCISE, ids=lambda step: step.__name__)
class TestExercise:
    def test_in_memory(self, step):
        hub = MemoryHub()
        step(Two(MemoryDocuments(OURS.code, hub), MemoryDocuments(THEIRS.code, hub)))

    def test_at_the_platform(self, step, side):
        step(Two(side().documents, side(THEIRS.code).documents))


def send(ours, document, key="send"):
    return ours.documents.send(document, cause=CAUSE, key=key, now=NOW)


def persisting(act, tries=8):
    """What the engine does with a job: try again until it is done."""
    for _ in range(tries):
        try:
            return act()
        except (Unreachable, RetryLater, BadAnswer, BadInput):
            Event().wait(0.02)
    raise AssertionError("Expected it to be done")


@pytest.mark.parametrize("kind", WRONG_WAYS)
def test_whatever_goes_wrong_a_document_is_sent_once(kind, side, platform):
    ours, document = side(timeout=0.5), official("70")
    platform.misbehave(kind, path=DOCUMENTS, times=3)
    state = persisting(lambda: send(ours, document))
    assert state is DocumentState.SENT
    assert platform.state()["documents"] == [document.id]
    theirs = side(THEIRS.code, timeout=0.5).documents
    assert persisting(lambda: read_edxml(theirs.fetch(document.id))) == document


def test_after_a_sending_without_an_answer_the_exchange_is_asked_first(side, platform):
    ours, document = side(), official("71")
    platform.misbehave("drop-after-effect", path=DOCUMENTS, times=2)
    with pytest.raises(Unreachable):
        send(ours, document)
    platform.tell("end tokens")
    assert send(ours, document) is DocumentState.SENT
    asked = [(heard["method"], heard["path"][-7:]) for heard in platform.heard(DOCUMENTS)]
    assert asked[-1] == ("GET", "/status")
    assert [method for method, _ in asked].count("POST") == 2


def test_the_cause_goes_with_a_document(side, platform):
    send(side(), official("72"))
    (heard,) = platform.heard(DOCUMENTS)
    assert heard["headers"]["x-road-issue"] == CAUSE
    assert heard["headers"]["x-road-id"] == official("72").id


def test_a_job_that_makes_another_document_the_second_time_is_refused(side):
    ours = side()
    send(ours, official("73"), key="job")
    with pytest.raises(Conflict):
        send(ours, official("74"), key="job")


class Told:
    """The engine's messages, as a collector sees them; it takes each id once."""

    def __init__(self):
        self.messages = {}
        self.calls = 0
        self.deaf = False

    def __call__(self, name, key, variables, *, message_id, ttl):
        if self.deaf:
            raise NotFound(name)
        self.calls += 1
        self.messages.setdefault(message_id, (name, key, variables))


@pytest.fixture
def folder(tmp_path):
    return AttachmentFolder(tmp_path / "files")


@pytest.fixture
def receiving(side, folder):
    """The other agency, which collects; its collector, and what its engine was told."""

    def begin(**more):
        theirs, told = side(THEIRS.code, **more), Told()
        incoming = Incoming(THEIRS.code, theirs.register, folder, Secret("a-token"))
        collector = Collector(theirs.documents, incoming, theirs.register, told, clock=lambda: NOW)
        return theirs, collector, told

    return begin


def test_a_document_that_waits_is_kept_told_and_acknowledged(side, receiving, tmp_path):
    ours, (_, collector, told) = side(), receiving()
    document = official("80")
    send(ours, document)
    assert collector.run_once() == 1
    ((name, key, variables),) = told.messages.values()
    assert (name, key) == ("document-received", "")
    assert variables["document"]["subject"] == document.subject
    assert variables["document"]["from"] == {"code": "H56.14", "name": "Sở Thử nghiệm"}
    files = [each["file"] for each in variables["document"]["attachments"]]
    assert [(tmp_path / "files" / file).read_bytes() for file in files] == [b"%PDF\x00\xff", b""]
    assert ours.documents.state(document.id) is DocumentState.ARRIVED
    assert collector.run_once() == 0
    assert told.calls == 1


def test_an_answer_is_told_with_the_dossier_it_was_asked_for(side, receiving, folder):
    ours, (theirs, collector, _) = side(), receiving()
    asked = official("81")
    send(ours, asked)
    collector.run_once()
    answer = official(
        "5",
        id="H56.15,2026/03/03,5/SDT-VP",
        sender=THEIRS,
        to=(OURS,),
        answers=asked.id,
        attachments=(),
    )
    theirs.documents.send(answer, cause="THEIR-1", key="answer", now=NOW)
    told = Told()
    incoming = Incoming(OURS.code, ours.register, folder, None)
    assert Collector(ours.documents, incoming, ours.register, told, clock=lambda: NOW).run_once()
    ((_, key, variables),) = told.messages.values()
    assert (key, variables["document"]["answers"]) == (CAUSE, asked.id)


@pytest.mark.parametrize("kind", WRONG_WAYS)
def test_whatever_goes_wrong_a_document_arrives_once(kind, side, receiving, platform):
    document = official("82")
    send(side(), document)
    _, collector, told = receiving(timeout=0.5)
    platform.misbehave(kind, path=DOCUMENTS, times=4)
    for _ in range(8):
        try:
            collector.run_once()
        except ProcflowError:
            Event().wait(0.02)
    assert list(told.messages) == [document.id]
    assert platform.state()["status"][document.id] == "01"


def test_a_document_that_no_drawing_takes_is_told_when_one_does(side, receiving):
    send(side(), official("83"))
    theirs, collector, told = receiving()
    told.deaf = True
    assert collector.run_once() == 0
    assert theirs.register.without_message() == 1
    told.deaf = False
    assert collector.run_once() == 1
    assert theirs.register.without_message() == 0


def test_what_is_no_document_for_us_is_told_and_holds_no_other(side, platform, folder):
    ours, told = side(), Told()
    incoming = Incoming(OURS.code, ours.register, folder, None)
    foreign = write_edxml(official("84"), NOW).decode()  # its sender is the other side
    platform.tell("leave", {"id": "hostile", "text": "<!DOCTYPE x><edXML/>"})
    platform.tell("leave", {"id": "not-for-us", "text": foreign})
    good = write_edxml(official("85", sender=THEIRS, to=(OURS,)), NOW).decode()
    platform.tell("leave", {"id": official("85").id, "text": good})
    collector = Collector(ours.documents, incoming, ours.register, told, clock=lambda: NOW)
    assert collector.run_once() == 1
    status = platform.state()["status"]
    assert (status["hostile"], status["not-for-us"], status[official("85").id]) == (
        "00",
        "02",
        "01",
    )
    for check in (ours.documents.check(), ours.documents.check()):
        assert not check.ok
        assert "hostile" in check.sentence("vi")
    mended = write_edxml(official("86", id="hostile", sender=THEIRS, to=(OURS,)), NOW).decode()
    platform.tell("leave", {"id": "hostile", "text": mended})
    assert collector.run_once() == 1
    assert ours.documents.check().ok


def test_a_collector_runs_until_told_to_stop_and_outlives_an_outage(side, folder, platform):
    theirs, told, stop, done = side(THEIRS.code), Told(), Event(), []
    send(side(), official("86"))
    incoming = Incoming(THEIRS.code, theirs.register, folder, None)
    collector = Collector(
        theirs.documents, incoming, theirs.register, told, clock=lambda: NOW, away=0.05
    )
    platform.misbehave("drop", path=DOCUMENTS, times=4)
    runner = Thread(target=lambda: done.append(collector.run(stop, 0.01)))
    runner.start()
    for _ in range(300):
        if platform.state()["status"][official("86").id] == "01":
            break
        stop.wait(0.02)
    stop.set()
    runner.join(timeout=10)
    assert done == [1]
    assert list(told.messages) == [official("86").id]


class TestPushed:
    @pytest.fixture
    def incoming(self, tmp_path, folder):
        with closing(Register(f"sqlite:///{tmp_path}/pushed.db")) as register:
            yield Incoming(THEIRS.code, register, folder, Secret("planted-push-token"))

    def test_the_same_again_gives_the_same(self, incoming):
        raw = write_edxml(official("90"), NOW)
        token = Secret("planted-push-token")
        assert incoming.receive(token, raw, NOW) == incoming.receive(token, raw, NOW)

    def test_nobody_else_gets_in(self, incoming, tmp_path, folder, caplog):
        caplog.set_level(logging.DEBUG)
        raw = write_edxml(official("91"), NOW)
        for token in ("guessed", ""):
            with pytest.raises(ForgedMessage) as refused:
                incoming.receive(Secret(token), raw, NOW)
            assert "planted" not in str(refused.value) + caplog.text + repr(incoming.__dict__)
        with closing(Register(f"sqlite:///{tmp_path}/unguarded.db")) as register:
            unguarded = Incoming(THEIRS.code, register, folder, None)
            with pytest.raises(ForgedMessage):
                unguarded.receive(Secret(""), raw, NOW)

    def test_another_document_with_an_id_that_arrived_is_refused(self, incoming):
        incoming.take(write_edxml(official("92"), NOW), NOW)
        other = write_edxml(official("92", subject="Một văn bản khác"), NOW)
        with pytest.raises(Conflict):
            incoming.take(other, NOW)

    def test_a_document_for_others_is_refused(self, incoming):
        with pytest.raises(BadInput, match="for others"):
            incoming.take(write_edxml(official("93", to=(OURS,)), NOW), NOW)


class TestAttachmentFolder:
    def test_nothing_outside_is_read(self, tmp_path):
        (tmp_path / "secret").write_text("planted")
        inside = tmp_path / "files"
        inside.mkdir()
        (inside / "link").symlink_to(tmp_path / "secret")
        (inside / "thư.pdf").write_bytes(b"%PDF")
        folder = AttachmentFolder(inside)
        assert folder.read("thư.pdf").content_type == "application/pdf"
        for file in ("../secret", str(tmp_path / "secret"), "link", "missing", ""):
            with pytest.raises(BadInput):
                folder.read(file)

    @pytest.mark.parametrize(
        "name",
        ["../../x.pdf", "/etc/passwd", "a\\b.txt", "..", "x" * 500 + ".pdf", "é" * 300, "a\x00b"],
    )
    def test_nothing_outside_is_written(self, name, tmp_path):
        folder = AttachmentFolder(tmp_path / "files")
        attachment = official("1").attachments[0]
        named = (type(attachment)(name=name, content_type="x", content=b"x"),)
        (file,) = folder.keep("id", named)
        place = (tmp_path / "files" / file).resolve()
        assert place.is_relative_to(tmp_path / "files" / "received")
        assert place.read_bytes() == b"x"
        assert folder.keep("id", named) == (file,)


SEND = {
    "to": [{"code": "H56.15", "name": "Sở Đối tác"}],
    "number": "12",
    "notation": "STN-TH",
    "day": "2026-03-02",
    "subject": "Đề nghị cho ý kiến",
    "cause": CAUSE,
}


class TestJobs:
    @pytest.fixture
    def handlers(self, side, tmp_path):
        files = tmp_path / "ours"
        files.mkdir()
        (files / "ban-ve.pdf").write_bytes(b"%PDF")
        return DocumentHandlers(side().documents, OURS, "Thanh Hóa", AttachmentFolder(files))

    def test_a_document_is_sent_and_looked_up(self, handlers, side, job):
        attached = [
            {"file": "ban-ve.pdf"},
            {"name": "ghi-chu.txt", "content": base64.b64encode(b"Ghi").decode()},
        ]
        done = job(handlers, "exchange.send-document", **SEND, attachments=attached)
        assert isinstance(done, Completed), done
        sent = done.variables["sent"]
        assert sent == {"id": "H56.14,2026/03/02,12/STN-TH", "state": "sent"}
        theirs = side(THEIRS.code).documents
        document = read_edxml(theirs.fetch(sent["id"]))
        assert [each.content for each in document.attachments] == [b"%PDF", b"Ghi"]
        theirs.acknowledge(sent["id"], DocumentState.ACCEPTED)
        found = job(handlers, "exchange.look-up-document", document=sent["id"])
        assert found.variables == {"state": "accepted"}
        unknown = job(handlers, "exchange.look-up-document", document="H56.14,x")
        assert isinstance(unknown, ErrorThrown)
        assert unknown.code == "DOCUMENT_UNKNOWN"

    def test_a_refusal_is_for_the_drawing(self, handlers, job):
        nobody = {**SEND, "to": [{"code": "X99", "name": "Không ai"}]}
        refused = job(handlers, "exchange.send-document", **nobody)
        assert isinstance(refused, ErrorThrown)
        assert refused.code == "DOCUMENT_REFUSED"

    @pytest.mark.parametrize(
        "more",
        [
            {"to": []},
            {"to": [{"code": "h56", "name": "x"}]},
            {"day": "02/03/2026"},
            {"attachments": [{"file": "missing.pdf"}]},
            {"attachments": [{"name": "x"}]},
            {"attachments": [{"name": "x", "content": "§"}]},
        ],
    )
    def test_what_does_not_fit_is_an_incident_at_once(self, more, handlers, job):
        failed = job(handlers, "exchange.send-document", **{**SEND, **more})
        assert isinstance(failed, Failed)
        assert not failed.retry
        assert failed.sentence("vi")

    def test_a_document_of_theirs_is_acknowledged(self, handlers, side, job):
        theirs = side(THEIRS.code)
        letter = official("99", id="their-99", sender=THEIRS, to=(OURS,))
        theirs.documents.send(letter, cause="x", key="x", now=NOW)
        done = job(handlers, "exchange.acknowledge-document", document="their-99", state="handled")
        assert isinstance(done, Completed), done
        assert theirs.documents.state("their-99") is DocumentState.HANDLED
