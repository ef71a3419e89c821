"""`play`: what issue 2, section 11 promises of it."""

import json
from datetime import datetime

import pytest

from procflow.engine.errors import BadConfiguration, BadInput, Conflict, NotFound
from procflow.engine.testing import NotOpen, Refused, TestEngine, play


@pytest.fixture
def drawn(tmp_path, pen):
    """Writes a drawing into a file and gives its path."""

    def written(*elements, process="p", **given):
        drawing = pen.drawing(*elements, process=process, **given)
        if b'errorRef="E"' in drawing:
            declared = b'<error id="E" errorCode="DECLINED"/><process'
            drawing = drawing.replace(b"<process", declared)
        path = tmp_path / f"{process}.bpmn"
        path.write_bytes(drawing)
        return path

    return written


@pytest.fixture
def dossier(drawn, pen):
    """A check, a payment that may be declined, a limit of two days."""
    return drawn(
        pen.start(),
        pen.user("check"),
        pen.job("pay", retries=2),
        pen.boundary("declined", "pay", '<errorEventDefinition errorRef="E"/>'),
        pen.boundary("limit", "pay", pen.timer("timeDuration", "P2D")),
        pen.end("done"),
        pen.end("refused"),
        pen.end("late"),
        pen.flows("s-check", "check-pay", "pay-done", "declined-refused", "limit-late"),
    )


def test_without_a_script_it_tells_what_waits(dossier):
    played = play([dossier], process_id="p", variables={"amount": 5})
    assert (played.state, played.passed, played.flows) == ("waiting", ["s"], ["s_check"])
    (wait,) = played.waits
    assert (wait.kind, wait.element, wait.name, wait.due) == ("user_task", "check", "check", None)
    assert played.variables == {"amount": 5}


def test_answers_move_it_on(dossier):
    played = play(
        [str(dossier)],
        process_id="p",
        script=[
            {"user_task": "check", "complete": {"ok": True}},
            {"job": "pay", "complete": {"order": "A1"}},
        ],
        restore=True,
    )
    assert played.passed == ["s", "check", "pay", "done"]
    assert played.flows == ["s_check", "check_pay", "pay_done"]
    assert (played.state, played.waits) == ("ended", [])
    assert played.variables == {"ok": True, "order": "A1"}
    assert played.is_ended
    assert played.has_passed("s", "pay")
    assert not played.has_passed("pay", "s")


def test_an_error_of_a_job_is_for_the_drawing(dossier):
    played = play(
        [dossier],
        process_id="p",
        auto=True,
        script=[{"job": "pay", "error": "DECLINED", "variables": {"why": "poor"}}],
    )
    assert played.passed == ["s", "check", "declined", "refused"]


def test_a_failed_job_comes_again_and_is_an_incident_in_the_end(dossier):
    fail = {"job": "pay", "fail": "no answer"}
    once = play([dossier], process_id="p", auto=True, script=[fail])
    assert once.passed[-1] == "done"
    twice = play([dossier], process_id="p", auto=True, script=[fail, fail])
    assert (twice.state, twice.passed) == ("incident", ["s", "check"])
    (incident,) = twice.incidents
    assert (incident.kind, incident.element) == ("no-retries", "pay")
    assert "no answer" in incident.message
    assert twice.has_incident_at("pay")


def test_timers_fire_only_when_time_is_advanced(dossier):
    played = play(
        [dossier],
        process_id="p",
        script=[{"user_task": "check", "complete": {}}],
        at="2026-03-02T08:00:00+07:00",
    )
    assert [(wait.kind, wait.element) for wait in played.waits] == [
        ("job", "pay"),
        ("timer", "limit"),
    ]
    assert played.waits[1].due == datetime.fromisoformat("2026-03-04T08:00:00+07:00")
    script = [{"user_task": "check", "complete": {}}, {"advance": "P1DT23H"}]
    assert play([dossier], process_id="p", script=script).is_waiting_at("pay")
    later = play([dossier], process_id="p", script=[*script, {"advance": "PT1H"}])
    assert later.passed == ["s", "check", "limit", "late"]


def test_timers_that_follow_each_other_fire_in_one_advance(drawn, pen):
    path = drawn(
        pen.start(),
        pen.catch("half", pen.timer("timeDuration", "PT30M")),
        pen.catch("more", pen.timer("timeDuration", "PT20M")),
        pen.end(),
        pen.flows("s-half", "half-more", "more-e"),
    )
    assert play([path], process_id="p", script=[{"advance": "PT1H"}]).is_ended
    assert play([path], process_id="p", script=[{"advance": "PT49M"}]).is_waiting_at("more")


def test_a_process_with_a_conditional_start_begins_if_it_holds(drawn, pen):
    path = drawn(pen.start(inside=pen.condition("n &gt; 1")), pen.end(), pen.flows("s-e"))
    assert play([path], variables={"n": 2}, restore=True).passed == ["s", "e"]
    assert play([path], variables={"n": 1}).state == "waiting"


def test_waits_tell_when_they_are_due_if_time_ends_them(drawn, pen):
    path = drawn(
        pen.start(),
        pen.job("work"),
        pen.catch("full", pen.condition("n = 1")),
        pen.end(),
        pen.flows("s-work", "s-full", "work-e", "full-e"),
    )
    waits = play([path], restore=True).waits
    assert sorted((each.kind, each.element, each.due) for each in waits) == [
        ("condition", "full", None),
        ("job", "work", None),
    ]


def test_auto_completes_everything_oldest_first(drawn, pen):
    path = drawn(
        pen.start(),
        '<parallelGateway id="fork"/>',
        pen.user("a"),
        pen.job("b"),
        pen.user("c"),
        '<parallelGateway id="join"/>',
        pen.end(),
        pen.flows("s-fork", "fork-a", "fork-b", "fork-c", "a-join", "b-join", "c-join", "join-e"),
    )
    played = play([path], process_id="p", auto=True)
    assert played.passed == ["s", "fork", "a", "b", "c", "join", "e"]


def test_auto_gives_up_on_a_drawing_without_an_end(drawn, pen):
    path = drawn(
        pen.start(),
        pen.job("ask"),
        pen.way("again", "again_ask"),
        pen.end(),
        pen.flows("s-ask", "ask-again", "again-ask"),
        pen.flow("again-e", "enough"),
    )
    with pytest.raises(Conflict, match="7 answers were not enough and 'ask' is open"):
        play(path, auto=True, at_most=7, variables={"enough": False})


def test_the_oldest_is_answered_first_also_when_others_come_meanwhile(drawn, pen):
    path = drawn(
        pen.start(),
        pen.job("a", kind="do"),
        pen.job("b", kind="do"),
        pen.job("c", kind="do"),
        pen.end(),
        pen.flows("s-a", "s-b", "a-c", "b-e", "c-e"),
    )
    played = play(path, script=[{"job": "do", "complete": {}}] * 3)
    assert played.passed == ["s", "a", "b", "e", "c", "e"]


def test_auto_leaves_what_the_script_names(drawn, pen):
    path = drawn(
        pen.start(),
        pen.user("first"),
        pen.user("named"),
        pen.user("between"),
        pen.job("work"),
        pen.end(),
        pen.flows("s-first", "first-named", "named-between", "between-work", "work-e"),
    )
    played = play(
        [path],
        process_id="p",
        auto=True,
        script=[
            {"user_task": "named", "complete": {"x": 1}},
            {"job": "work", "complete": {"y": 2}},
        ],
    )
    assert played.passed == ["s", "first", "named", "between", "work", "e"]
    assert played.variables == {"x": 1, "y": 2}


def test_a_step_that_answers_nothing_open_says_what_is(dossier):
    with pytest.raises(NotOpen, match="open is user_task check at check"):
        play([dossier], process_id="p", script=[{"job": "pay", "complete": {}}])
    with pytest.raises(AssertionError):
        play([dossier], process_id="p", auto=True, script=[{"job": "nothing", "complete": {}}])


@pytest.mark.parametrize(
    "step",
    [
        {},
        {"job": "x"},
        {"job": "x", "complete": {}, "fail": "y"},
        {"wait": 1},
        {"advance": "x", "key": 1},
        {"user_task": "check"},
    ],
)
def test_what_is_no_step_is_told(dossier, step):
    with pytest.raises(BadInput, match="step 1 is"):
        play([dossier], process_id="p", script=[step])


def test_an_instance_can_be_cancelled(dossier):
    played = play([dossier], process_id="p", script=[{"cancel": True}])
    assert (played.state, played.waits) == ("cancelled", [])


class TestMessages:
    @pytest.fixture
    def waits(self, drawn, pen):
        return drawn(
            pen.start(),
            pen.user("ask"),
            pen.catch("wait", pen.message("paid", "order")),
            pen.end(),
            pen.flows("s-ask", "ask-wait", "wait-e"),
        )

    def test_one_that_is_waited_for(self, waits):
        played = play([waits], process_id="p", variables={"order": "A1"}, auto=True)
        (wait,) = played.waits
        assert (wait.kind, wait.name, wait.key) == ("message", "paid", "A1")
        script = [{"message": "paid", "key": "A1", "variables": {"amount": 5}}]
        played = play([waits], process_id="p", variables={"order": "A1"}, auto=True, script=script)
        assert (played.state, played.variables) == ("ended", {"order": "A1", "amount": 5})

    def test_one_that_comes_early(self, waits):
        script = [{"message": "paid", "key": "A1"}, {"user_task": "ask", "complete": {}}]
        assert play([waits], process_id="p", variables={"order": "A1"}, script=script).is_ended

    def test_one_for_another_key(self, waits):
        script = [{"message": "paid", "key": "other"}]
        played = play([waits], process_id="p", variables={"order": "A1"}, auto=True, script=script)
        assert played.state == "waiting"

    def test_one_that_nobody_knows(self, waits):
        with pytest.raises(NotFound):
            play([waits], process_id="p", script=[{"message": "payed", "key": "A1"}])

    def test_after_the_end_nothing_does_harm(self, waits):
        played = play(
            [waits],
            process_id="p",
            variables={"order": "A1"},
            auto=True,
            script=[
                {"message": "paid", "key": "A1"},
                {"message": "paid", "key": "A1"},
                {"message": "unheard of"},
                {"signal": "storm"},
                {"advance": "P1Y"},
            ],
        )
        assert played.is_ended


class TestStarts:
    def test_a_message_begins_what_only_a_message_can(self, drawn, pen):
        path = drawn(
            pen.start(inside=pen.message("filed")),
            pen.user("ask"),
            pen.end(),
            pen.flows("s-ask", "ask-e"),
        )
        before = play([path], process_id="p")
        assert (before.state, before.passed, before.waits) == ("waiting", [], [])
        script = [{"message": "filed", "key": "K", "variables": {"x": 1}}]
        played = play([path], process_id="p", script=script)
        assert (played.state, played.passed, played.variables) == ("waiting", ["s"], {"x": 1})

    def test_a_second_message_is_no_second_instance(self, drawn, pen):
        path = drawn(
            pen.start(inside=pen.message("filed")),
            pen.user("ask"),
            pen.end(),
            pen.flows("s-ask", "ask-e"),
        )
        filed = {"message": "filed", "key": "K"}
        played = play([path], process_id="p", script=[filed, filed], restore=True)
        assert (played.state, played.passed) == ("waiting", ["s"])

    def test_a_signal_and_a_timer_begin_too(self, drawn, pen):
        by_signal = drawn(
            pen.start(inside=pen.signal("storm")), pen.end(), pen.flows("s-e"), process="signalled"
        )
        script = [{"signal": "storm", "variables": {"wind": 12}}]
        played = play([by_signal], process_id="signalled", script=script)
        assert (played.state, played.variables) == ("ended", {"wind": 12})
        by_timer = drawn(
            pen.start(inside=pen.timer("timeCycle", "R2/PT1H")), pen.end(), pen.flows("s-e")
        )
        assert play([by_timer], process_id="p").state == "waiting"
        assert play([by_timer], process_id="p", script=[{"advance": "PT1H"}]).is_ended


def test_files_may_lie_anywhere_and_be_of_every_kind(drawn, pen, tmp_path):
    called = drawn(pen.start(), pen.end("inner"), pen.flows("s-inner"), process="called")
    caller = drawn(
        pen.start(),
        '<callActivity id="call"><extensionElements><zeebe:calledElement processId="called"/>'
        "</extensionElements></callActivity>",
        pen.user("ask", '<zeebe:formDefinition formId="ask-form"/>'),
        pen.end(),
        pen.flows("s-call", "call-ask", "ask-e"),
    )
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    form = folder / "ask.form"
    fields = [{"type": "textfield", "key": "name", "validate": {"required": True}}]
    form.write_text(json.dumps({"id": "ask-form", "type": "default", "components": fields}))
    played = play([caller, called, form], process_id="p", auto=True)
    assert played.passed == ["s", "s", "inner", "call"]
    assert played.is_waiting_at("ask")  # its form asks for a name
    script = [{"user_task": "ask", "complete": {"name": "An"}}]
    assert play([caller, called, form], process_id="p", auto=True, script=script).is_ended


def test_working_time_is_counted_by_the_calendar_of_the_house(drawn, pen):
    until = "=add working time(now(), working days(3))"
    path = drawn(
        pen.start(),
        pen.catch("wait", pen.timer("timeDate", until)),
        pen.end(),
        pen.flows("s-wait", "wait-e"),
    )
    played = play([path], process_id="p", at="2026-04-29T09:00:00+07:00")
    assert played.waits[0].due > datetime.fromisoformat("2026-05-05T00:00:00+07:00")


def test_what_may_not_be_deployed_is_refused(drawn, pen):
    path = drawn(pen.start(), pen.user("lonely"), pen.end(), pen.flows("s-e"))
    with pytest.raises(Refused) as refused:
        play([path], process_id="p")
    finding = next(each for each in refused.value.findings if each.element == "lonely")
    assert (bool(finding.rule), finding.line > 0, "lonely" in finding.message) == (True, True, True)
    path.write_text("no drawing")
    with pytest.raises(Refused):
        play([path], process_id="p")


def test_an_unknown_process_is_told(dossier):
    with pytest.raises(NotFound):
        play([dossier], process_id="q")


def test_each_play_finds_its_database_fresh(dossier, database_url):
    for _ in range(2):
        played = play([dossier], process_id="p", database=database_url, restore=True)
        assert played.passed == ["s"]
    played = play([dossier], process_id="p", database=database_url, auto=True, restore=True)
    assert played.passed == ["s", "check", "pay", "done"]


def test_a_database_in_use_is_not_played_on(dossier, tmp_path):
    url = f"sqlite:///{tmp_path / 'real.db'}"
    with TestEngine(database=url, handlers=None) as engine:
        engine.deployments.deploy(dossier)
    with pytest.raises(BadConfiguration, match="only for tests, but procflow has deployed to it"):
        play([dossier], process_id="p", database=url)


def test_two_plays_know_nothing_of_each_other(dossier):
    first = play([dossier], process_id="p", auto=True)
    assert first == play([dossier], process_id="p", auto=True)


def test_the_business_key_is_a_variable_only_where_a_drawing_sets_it(drawn, pen):
    path = drawn(
        pen.start(inside=pen.message("filed")),
        pen.script("name", "code", "businessKey"),
        pen.end(),
        pen.flows("s-name", "name-e"),
    )
    script = [{"message": "filed", "key": "K", "variables": {"code": "H56-1"}}]
    played = play([path], process_id="p", script=script)
    assert played.variables == {"code": "H56-1", "businessKey": "H56-1"}
