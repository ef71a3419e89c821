"""Activities that wait for somebody, and those that do not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from procflow.engine.errors import ProcflowError, WaitGone
from procflow.engine.execution import Decided, ExecutionFailure
from procflow.engine.model.step import CompleteJob, CompleteUserTask, FireTimer
from procflow.engine.model.trail import Happening


def test_a_user_task_waits_for_a_person(play):
    instance = play("user_task")
    assert instance.at() == ["check"]
    assert instance.wait("check").kind == "user_task"
    assert instance.answer("check", x=1).ended
    assert instance.variables == {"x": 1}
    assert instance.passed == ["start", "check", "end"]
    assert instance.flows == ["start_check", "check_end"]


def test_plain_and_manual_tasks_are_passed(play):
    instance = play("plain_tasks")
    assert instance.ended
    assert instance.passed == ["start", "note", "stamp", "milestone", "end"]


def test_a_wait_is_answered_once(play):
    instance = play("implicit_merge")
    number = instance.wait("a").number
    instance.answer("a")
    with pytest.raises(WaitGone, match=f"number {number}"):
        instance.step(CompleteUserTask(wait=number))
    assert instance.at() == ["b", "c"]


def test_a_wait_is_answered_by_its_own_kind_of_step(play):
    instance = play("user_task")
    number = instance.wait("check").number
    for step in (CompleteJob(wait=number), FireTimer(wait=number)):
        with pytest.raises(WaitGone, match="check"):
            instance.step(step)
    assert instance.at() == ["check"]


def test_who_works_a_user_task_and_by_when(play, every_day):
    given = {"owner": "chi", "groups": ["clerks", "x"], "due": "2026-03-05T10:00:00+07:00"}
    groups = {"Office": "office"}
    instance = play("assignment", given, groups=groups, calendar=every_day)
    by_lane, by_text = instance.wait("by_lane"), instance.wait("by_text")
    assert by_lane.label == "Check the dossier"
    assert by_lane.candidate_groups == ("office",)
    assert by_lane.form == "dossier-form"
    assert (by_lane.assignee, by_lane.due, by_lane.priority) == (None, None, 50)
    assert by_text.assignee == "an"
    assert by_text.candidate_groups == ("clerks", "leaders")
    assert by_text.candidate_users == ("binh",)
    assert by_text.due == datetime(2026, 3, 10, 10, tzinfo=UTC)
    assert by_text.follow_up == datetime(2026, 3, 8, 17, tzinfo=UTC)
    assert by_text.priority == 80


def test_who_works_a_user_task_by_expressions(play, every_day):
    given = {"owner": "chi", "groups": ["clerks", "x"], "due": "2026-03-05T10:00:00+07:00"}
    instance = play("assignment", given, groups={"One-stop desk": "desk"}, calendar=every_day)
    by_feel, by_time = instance.wait("by_feel"), instance.wait("by_time")
    assert instance.wait("by_lane").candidate_groups == ("desk",)
    assert by_feel.assignee == "chi"
    assert by_feel.candidate_groups == ("clerks", "x")
    assert by_feel.priority == 15
    assert by_feel.due == datetime(2026, 3, 5, 3, tzinfo=UTC)
    assert by_feel.follow_up == datetime(2026, 3, 2, 3, tzinfo=UTC)
    assert by_time.candidate_groups == ("desk",)
    assert by_time.due == datetime(2026, 3, 4, 1, tzinfo=UTC)
    assert by_time.follow_up == datetime(2026, 3, 3, 1, tzinfo=UTC)


def test_groups_as_one_text(play, every_day):
    given = {"owner": None, "groups": "a, b", "due": None}
    by_feel = play("assignment", given, calendar=every_day).wait("by_feel")
    assert by_feel.candidate_groups == ("a", "b")
    assert (by_feel.assignee, by_feel.due) == (None, None)


@pytest.mark.parametrize("given", [{"owner": ["a"]}, {"groups": [1]}, {"groups": True}])
def test_an_unfit_assignment_is_a_failure(play, every_day, given):
    fit = {"owner": "chi", "groups": [], "due": "2026-03-05T10:00:00+07:00"}
    with pytest.raises(ExecutionFailure) as caught:
        play("assignment", fit | given, calendar=every_day)
    assert caught.value.kind == "assignment-value"
    assert caught.value.element == "by_feel"


def test_working_time_needs_a_calendar(play):
    with pytest.raises(ExecutionFailure) as caught:
        play("assignment", {"owner": "chi", "groups": [], "due": None})
    assert caught.value.kind == "timer-value"


def test_a_job_sees_its_inputs_and_only_its_outputs_leave_it(play):
    instance = play("job", {"amount": 4, "copy": {"kept": 1}})
    wait = instance.wait("pay")
    assert (wait.kind, wait.type, wait.retries) == ("job", "payment.request", 5)
    assert wait.headers == {"channel": "online"}
    assert instance.seen("pay") == {"amount": 4, "copy": {"kept": 1}, "doubled": 8, "more": 9}
    assert instance.execution.local_variables(wait.number) == {"doubled": 8, "more": 9}
    instance.answer("pay", receipt="R1", noise=1)
    assert instance.ended
    assert instance.variables == {
        "amount": 4,
        "paper": "R1",
        "copy": {"kept": 1, "inner": {"number": "R1"}},
    }


def test_type_and_retries_of_a_job_by_expressions(play):
    wait = play("job_evaluated", {"channel": "sms", "tries": 7}).wait("work")
    assert (wait.type, wait.retries) == ("send.sms", 7)


@pytest.mark.parametrize("given", [{"channel": None, "tries": 1}, {"channel": "a", "tries": -1}])
def test_unfit_type_or_retries_are_a_failure(play, given):
    with pytest.raises(ExecutionFailure) as caught:
        play("job_evaluated", given)
    assert caught.value.kind == "job-value"


def test_a_script_sets_its_variable_exactly(play):
    assert play("script", {"amount": 3}).variables == {"amount": 3, "fee": 3.3}


def test_a_mapped_script_keeps_its_result_inside(play):
    instance = play("script_mapped", {"amount": 3, "fee": "old"})
    assert instance.variables == {"amount": 3, "fee": "old", "total": 8}


def test_messages_go_outside_with_key_and_mapped_variables(play):
    instance = play("messages_thrown", {"code": "H1"})
    assert instance.wait("mail").type == "notify.send"
    assert instance.answer("mail").ended
    assert [(t.kind, t.name, t.key, t.variables, t.element) for t in instance.thrown] == [
        ("message", "ask", "H1", {"dossier": "H1"}, "ask"),
        ("message", "tell", None, {}, "tell"),
        ("message", "done", "12", {}, "done"),
    ]
    assert instance.passed == ["start", "ask", "tell", "mail", "done"]


def test_message_events_with_a_job_type_are_jobs(play):
    instance = play("message_job")
    assert [wait.type for wait in instance.waits("job")] == ["notify.send"]
    instance.answer("tell").answer("done")
    assert instance.ended
    assert instance.thrown == []


def test_a_receive_task_waits_for_its_message(play):
    instance = play("receive", {"code": 7})
    wait = instance.wait("answer")
    assert (wait.kind, wait.name, wait.key) == ("message", "answer", "7")
    assert instance.deliver("answer", sum=5, noise=1).ended
    assert instance.variables == {"code": 7, "total": 5}


def test_a_boundary_event_on_a_receive_task(play):
    instance = play("receive", {"code": 7}).passes(days=3)
    assert instance.at() == ["remind"]
    assert instance.answer("remind").passed == ["start", "late", "remind", "end_late"]


@pytest.mark.parametrize("code", [None, True, [], ""])
def test_a_correlation_key_is_text_or_number(play, code):
    with pytest.raises(ExecutionFailure) as caught:
        play("receive", {"code": code})
    assert caught.value.kind == "correlation-key"


def test_name_of_a_message_by_expression(play):
    wait = play("catch_message", {"channel": "bank", "number": 1.5}).wait("paid")
    assert (wait.name, wait.key) == ("paid-bank", "1.5")


def test_a_decision_is_asked_and_its_rules_are_told(play):
    def table(variables):
        return Decided(variables["amount"] * 2, rules=({"decision": "Fee", "rule": 3},))

    instance = play("business_rule", {"amount": 5}, decisions={"fee-table": table})
    assert instance.variables == {"amount": 5, "fee": 10}
    assert instance.about(Happening.DECIDED) == [
        {"decision": "fee-table", "rules": [{"decision": "Fee", "rule": 3}], "outputs": 10}
    ]


def test_an_unknown_or_failing_decision_is_a_failure(play):
    def broken(variables):
        raise ProcflowError("no rule fits")

    with pytest.raises(ExecutionFailure) as unknown:
        play("business_rule")
    with pytest.raises(ExecutionFailure, match="no rule fits") as failed:
        play("business_rule", decisions={"fee-table": broken})
    assert (unknown.value.kind, failed.value.kind) == ("decision-unknown", "decision-failed")


def test_any_id_and_any_variable_name(play):
    instance = play("ids", {"typename": "form field"})
    assert instance.wait("Root").label == "Kiểm tra hồ sơ"
    assert instance.answer("Root").ended
    assert instance.variables["typename"] == {"typename": "datetime", "value": "form field"}
    assert instance.passed == ["Start", "Root", "End", "P.EndJoin"]
