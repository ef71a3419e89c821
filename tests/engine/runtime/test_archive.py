"""What ended long ago goes; figures and proofs stay, and what runs is never touched."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from procflow.engine.errors import Conflict, NotFound
from procflow.engine.model.actor import Actor
from procflow.engine.model.archive import Ages, Kept
from procflow.engine.runtime.archive_file import ArchiveFile
from procflow.engine.storage import tables
from procflow.engine.storage.archive import DETAILS

DAY = timedelta(days=1)
NAME = "Nguyễn Thị Bí Mật"
YEAR = Ages(otherwise=365 * DAY)


@pytest.fixture
def drawing(pen):
    """A job, a user task with a reminder, a message; a second process is called in between."""
    return pen.drawing(
        pen.start(),
        pen.job("pay"),
        pen.user("check"),
        pen.boundary("remind", "check", pen.timer("timeDuration", "PT1H"), interrupting=False),
        '<callActivity id="call"><extensionElements>'
        '<zeebe:calledElement processId="q"/></extensionElements></callActivity>',
        pen.catch("paid", pen.message("paid", "code")),
        pen.end(),
        pen.end("reminded"),
        pen.flows("s-pay", "pay-check", "check-call", "call-paid", "paid-e", "remind-reminded"),
    )


@pytest.fixture
def office(engine, deploy, drawing, pen):
    called = pen.drawing(
        pen.start(), pen.user("ask"), pen.end(), pen.flows("s-ask", "ask-e"), process="q"
    )
    deploy(drawing, called)
    return Office(engine)


class Office:
    def __init__(self, engine):
        self.engine = engine

    def started(self, code):
        given = {"code": code, "applicant": {"name": NAME}}
        return self.engine.instances.start("p", given, business_key=code).key

    def ended(self, code):
        """A dossier that has run through everything, with a job that failed once."""
        key, engine = self.started(code), self.engine
        (waiting,) = engine.jobs.find(instance=key)
        engine.jobs.fail(engine.jobs.lease(waiting.key, "w").lease, "no answer")
        engine.jobs.complete(engine.jobs.lease(waiting.key, "w").lease, {"receipt": code})
        engine.advance("PT2H")
        officer = Actor(id="an", groups=frozenset({"mot-cua"}))
        for _ in range(2):
            (task,) = engine.user_tasks.find(instance=key)
            engine.user_tasks.complete(task.key, {}, officer)
        engine.messages.publish("paid", code)
        assert not engine.instances.get(key).is_active
        return key


def rows(engine, table, key):
    with engine._database.engine.connect() as connection:
        return connection.scalar(
            select(func.count()).select_from(table).where(table.c.instance == key)
        )


def test_only_what_ended_long_enough_ago_goes(engine, office, operator):
    old, running = office.ended("K1"), office.started("K2")
    engine.clock.move_to(engine.clock() + 300 * DAY)
    young = office.ended("K3")
    engine.clock.move_to(engine.clock() + 100 * DAY)
    (due,) = engine.archive.due(YEAR)
    assert (due.process_id, due.instances) == ("p", 1)
    assert engine.instances.get(old).kept is Kept.WHOLE
    (gone,) = engine.archive.prune(YEAR, operator)
    assert (gone.process_id, gone.instances) == ("p", 1)
    kept = {key: engine.instances.get(key).kept for key in (old, running, young)}
    assert kept == {old: Kept.HISTORY, running: Kept.WHOLE, young: Kept.WHOLE}
    assert engine.archive.due(YEAR) == engine.archive.prune(YEAR, operator) == []
    assert engine.instances.variables(young)["code"] == "K3"
    assert engine.instances.waits(running)


def test_the_details_go_and_the_history_stays(engine, office, operator):
    key = office.ended("K1")
    before, told = engine.instances.get(key), engine.history.of(key)
    assert rows(engine, tables.USER_TASK, key) and rows(engine, tables.JOB, key)
    engine.clock.move_to(engine.clock() + 400 * DAY)
    engine.archive.prune(YEAR, operator)
    assert {table.name: rows(engine, table, key) for table in DETAILS} == {
        table.name: 0 for table in DETAILS
    }
    *same, last = engine.history.of(key)
    assert same == told
    assert (last.what, last.who) == ("pruned", "admin")
    assert engine.history.verify() == []
    after = engine.instances.get("K1")
    for name in ("state", "status", "due", "started_at", "ended_at", "course", "business_key"):
        assert getattr(after, name) == getattr(before, name)
    assert (after.positions, after.variables) == (None, None)
    with pytest.raises(Conflict, match="taken away"):
        engine.instances.variables(key)
    assert all(check.ok for check in engine.doctor())
    assert engine.instances.explain(key).waits == ()


def test_a_history_goes_to_a_file_that_proves_it(engine, office, operator, tmp_path):
    file = tmp_path / "2026.jsonl"
    keys = [office.ended(f"K{number}") for number in range(3)]
    told = {key: engine.history.of(key) for key in keys}
    engine.clock.move_to(engine.clock() + 400 * DAY)
    (gone,) = engine.archive.prune(YEAR, operator, into=file)
    assert gone.instances == 3
    assert [rows(engine, tables.HISTORY, key) for key in keys] == [0, 0, 0]
    assert file.stat().st_mode & 0o777 == 0o600
    report = engine.archive.verify(file)
    assert (report.intact, report.is_whole, report.strange) == (3, True, ())
    for key in keys:
        *same, last = engine.archive.read(file, key)
        assert same == told[key]
        assert last.what == "archived"
    assert engine.archive.read(file, "K1") == engine.archive.read(file, keys[1])
    with pytest.raises(NotFound, match=r"2026\.jsonl"):
        engine.archive.read(file, "K9")
    with pytest.raises(Conflict, match=r"lies in the archive '2026\.jsonl'"):
        engine.history.of(keys[0])
    assert engine.history.verify() == []
    assert engine.instances.get("K1").kept is Kept.RECORD
    assert engine.instances.find(process_id="p", limit=10)[0].ended_at is not None
    first = json.loads(file.read_text(encoding="utf-8").splitlines()[0])
    assert first["instance"]["business_key"] == "K0"
    assert [each["element"] for each in first["details"]["userTasks"]] == ["check", "ask"]
    assert first["details"]["jobs"][0]["failures"] == 1
    assert NAME in json.dumps(first["details"]["variables"], ensure_ascii=False)


def test_figures_stay_when_the_history_has_gone(engine, office, operator, tmp_path):
    key = office.ended("K1")
    engine.clock.move_to(engine.clock() + 400 * DAY)
    with pytest.raises(NotFound, match="to be in an archive"):
        engine.archive.get(key)
    engine.archive.prune(YEAR, operator, into=tmp_path / "a.jsonl")
    archived = engine.archive.get(key)
    assert (archived.file, archived.archived_by) == ("a.jsonl", "admin")
    passed = {
        (each.process, each.element): (each.times, each.seconds) for each in archived.passages
    }
    assert passed["p", "check"] == (1, 7_200.0)
    assert passed["q", "ask"] == (1, 0.0)
    assert passed["p", "pay"] == (1, 0.0)


def test_no_personal_value_is_left_in_the_database(engine, office, operator, tmp_path):
    office.ended("K1")
    assert NAME in stored(engine)
    engine.clock.move_to(engine.clock() + 400 * DAY)
    engine.archive.prune(YEAR, operator, into=tmp_path / "a.jsonl")
    assert NAME not in stored(engine)


def stored(engine):
    """Everything that is in the database, as text."""
    with engine._database.engine.connect() as connection:
        return "\n".join(
            part.decode("utf-8", "replace") if isinstance(part, bytes) else str(part)
            for table in tables.METADATA.sorted_tables
            for row in connection.execute(select(table))
            for part in row
        )


def test_first_the_details_go_and_years_later_the_history(engine, office, operator, tmp_path):
    key = office.ended("K1")
    engine.clock.move_to(engine.clock() + 400 * DAY)
    engine.archive.prune(YEAR, operator)
    file, five_years = tmp_path / "a.jsonl", Ages(of={"p": 5 * 365 * DAY})
    assert engine.archive.prune(five_years, operator, into=file) == []
    engine.clock.move_to(engine.clock() + 5 * 365 * DAY)
    assert [due.instances for due in engine.archive.due(five_years, into_file=True)] == [1]
    assert engine.archive.due(five_years) == []
    engine.archive.prune(five_years, operator, into=file)
    assert engine.archive.verify(file).is_whole
    assert [event.what for event in engine.archive.read(file, key)][-2:] == ["pruned", "archived"]


def test_each_process_has_its_own_age(engine, office, operator, deploy, pen):
    deploy(pen.drawing(pen.start(), pen.end(), pen.flows("s-e"), process="short"))
    office.ended("K1")
    engine.instances.start("short")
    engine.clock.move_to(engine.clock() + 10 * DAY)
    ages = Ages(of={"short": 5 * DAY})
    assert [due.process_id for due in engine.archive.due(ages)] == ["short"]
    assert engine.archive.due(Ages()) == []
    for longer in (50 * DAY, None):
        both = Ages(of={"short": longer}, otherwise=5 * DAY)
        assert [due.process_id for due in engine.archive.due(both)] == ["p"]


def test_a_cancelled_one_goes_too_with_its_incidents(engine, office, operator):
    key = office.started("K1")
    (job,) = engine.jobs.activate(["pay"], "w")
    engine.jobs.fail(job.lease, "no", retry=False)
    engine.instances.cancel(key, "filed twice", operator)
    engine.clock.move_to(engine.clock() + 400 * DAY)
    assert engine.archive.prune(YEAR, operator)[0].instances == 1
    assert engine.incidents.find(instance=key, open_only=False) == []


def test_many_go_in_small_transactions(engine, office, operator, tmp_path):
    for number in range(7):
        office.ended(f"K{number}")
    engine.clock.move_to(engine.clock() + 400 * DAY)
    told = []
    engine.archive.prune(YEAR, operator, into=tmp_path / "a", at_once=3, progress=told.append)
    assert told == [3, 3, 1]


def test_a_long_history_goes_alone(engine, office, operator, monkeypatch):
    monkeypatch.setattr("procflow.engine.runtime.archive.EVENTS_AT_ONCE", 1)
    for number in range(3):
        office.ended(f"K{number}")
    engine.clock.move_to(engine.clock() + 400 * DAY)
    told = []
    engine.archive.prune(YEAR, operator, progress=told.append)
    assert told == [1, 1, 1]


@pytest.fixture
def archived(engine, office, operator, tmp_path):
    """The file of two dossiers."""
    file = tmp_path / "a.jsonl"
    keys = [office.ended("K1"), office.ended("K2")]
    engine.clock.move_to(engine.clock() + 400 * DAY)
    engine.archive.prune(YEAR, operator, into=file)
    return file, keys


@pytest.mark.parametrize(
    ("before", "after"), [('"who":"an"', '"who":"ba"'), (NAME, "Nguyễn Văn Khác"), ("K1", "K7")]
)
def test_what_was_changed_in_a_file_is_found(engine, archived, before, after):
    file, (key, _) = archived
    first, second = file.read_text(encoding="utf-8").splitlines(keepends=True)
    assert before in first
    file.write_text(first.replace(before, after, 1) + second, encoding="utf-8")
    report = engine.archive.verify(file)
    assert (report.intact, report.changed, report.is_whole) == (1, (key,), False)


def test_what_is_missing_from_a_file_is_found(engine, archived):
    file, (key, other) = archived
    first, second = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(second[: len(second) // 2])
    report = engine.archive.verify(file)
    assert (report.intact, report.missing, report.unreadable) == (0, (key, other), 1)
    file.write_bytes(first)
    assert engine.archive.verify(file).missing == (other,)


def test_a_chain_that_was_made_anew_is_not_that_of_the_database(engine, archived, make_engine):
    """Somebody who writes a whole new history, with right hashes, is found by the last one."""
    file, (key, _) = archived
    with engine._database.engine.begin() as connection:
        connection.execute(
            tables.INSTANCE.update().where(tables.INSTANCE.c.key == key).values(head="0" * 64)
        )
    assert engine.archive.verify(file).missing == (key,)


def test_a_torn_line_does_not_spoil_the_next(engine, office, operator, tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_bytes(b'{"format":1,"instance":{"key":"torn')
    office.ended("K1")
    engine.clock.move_to(engine.clock() + 400 * DAY)
    engine.archive.prune(YEAR, operator, into=file)
    report = engine.archive.verify(file)
    assert (report.intact, report.unreadable, report.is_whole) == (1, 1, True)


def test_two_archivists_do_not_write_to_one_file(engine, office, operator, tmp_path):
    with (
        ArchiveFile(tmp_path / "a.jsonl"),
        pytest.raises(Conflict, match="another process"),
    ):
        engine.archive.prune(YEAR, operator, into=tmp_path / "a.jsonl")
