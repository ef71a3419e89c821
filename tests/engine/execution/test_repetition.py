"""Multi-instance activities and loops."""

from __future__ import annotations

import pytest

from procflow.engine.execution import ExecutionFailure
from procflow.engine.model.trail import Happening


def test_parallel_instances_collect_in_order_of_their_items(play):
    instance = play("mi_parallel", {"people": ["a", "b", "c"]})
    assert instance.at() == ["vote", "vote", "vote"]
    assert instance.seen("vote", 1)["person"] == "b"
    instance.answer("vote", 2, opinion="C").answer("vote", 0, opinion="A")
    assert instance.seen("vote")["votes"] == ["A", None, "C"]
    instance.answer("vote", opinion="B")
    assert instance.ended
    assert instance.variables == {"people": ["a", "b", "c"], "votes": ["A", "B", "C"]}
    assert instance.passed == ["start", "vote", "vote", "vote", "vote", "end"]


def test_an_empty_collection_is_passed(play):
    instance = play("mi_parallel", {"people": []})
    assert instance.variables["votes"] == []
    assert instance.passed == ["start", "vote", "end"]


def test_sequential_instances_and_null_items(play):
    instance = play("mi_sequential", {"people": ["a", None, "c"]})
    for person, vote in zip(["a", None, "c"], "ABC", strict=True):
        assert instance.at() == ["vote"]
        assert instance.seen("vote")["person"] == person
        instance.answer("vote", opinion={"text": vote})
    assert instance.ended
    assert instance.variables == {"people": ["a", None, "c"], "votes": ["A", "B", "C"]}


@pytest.mark.parametrize("people", [None, "abc", {"a": 1}, 3])
def test_what_is_no_list_is_a_failure(play, people):
    with pytest.raises(ExecutionFailure) as caught:
        play("mi_parallel", {"people": people})
    assert caught.value.kind == "wrong-collection"
    assert caught.value.element == "vote"


def test_a_completion_condition_ends_the_rest(play):
    instance = play("mi_condition", {"people": ["a", "b", "c"]})
    instance.answer("vote", 1, opinion="yes").answer("vote", 0, opinion="yes")
    assert instance.ended
    assert instance.variables["votes"] == ["yes", "yes", None]
    assert instance.happened(Happening.CANCELLED) == ["vote"]
    instance = play("mi_condition", {"people": ["a", "b", "c"]}).answer("vote", 2, opinion="no")
    assert instance.variables["votes"] == [None, None, "no"]


def test_a_completion_condition_stops_scripts_that_did_not_run_yet(play):
    instance = play("mi_script_condition", {"people": [1, 2, 3, 4]})
    assert instance.variables["seen"] == [1, 2, None, None]


def test_a_number_of_instances(play):
    instance = play("mi_cardinality", {"copies": 2})
    assert instance.at() == ["sign", "sign"]
    assert [instance.seen("sign", nth)["loopCounter"] for nth in (0, 1)] == [1, 2]
    assert instance.answer("sign").answer("sign").ended
    instance = play("mi_cardinality_static")
    for _ in range(3):
        assert instance.at() == ["sign"]
        instance.answer("sign")
    assert instance.ended


@pytest.mark.parametrize("copies", [None, -1, 1.5, True, "many", 10**9])
def test_what_is_no_number_of_instances_is_a_failure(play, copies):
    with pytest.raises(ExecutionFailure) as caught:
        play("mi_cardinality", {"copies": copies})
    assert caught.value.kind == "wrong-cardinality"


def test_many_sub_processes_with_a_boundary_event_around_all(play):
    given = {"people": ["a", "b"], "suffix": "!"}
    instance = play("mi_sub", given)
    assert instance.at() == ["stop", "ask", "ask"]
    assert instance.answer("ask").answer("ask").ended
    assert instance.variables["votes"] == ["a!", "b!"]
    instance = play("mi_sub", given).answer("ask").deliver("stop")
    assert instance.at() == ["stopped"]
    assert instance.variables == given


def test_silence_is_agreement(play):
    instance = play("mi_sub_silence", {"agencies": ["police", "forest"]})
    assert [wait.key for wait in instance.waits("message")] == ["police", "forest"]
    instance.deliver("answer", 1, opinion="refuses").passes(days=12)
    assert instance.ended
    assert instance.variables["opinions"] == ["agrees", "refuses"]


def test_many_calls(play):
    instance = play("mi_call", {"people": ["An", "Bình"]})
    assert instance.variables == {
        "people": ["An", "Bình"],
        "greetings": ["Hello An", "Hello Bình"],
    }
    assert instance.passed.count("each") == 3


def test_an_error_of_one_instance_ends_all(play):
    instance = play("mi_error", {"people": ["a", "b", "c"]}).fail("each", "LOST")
    assert instance.at() == ["mend"]


def test_a_loop_that_tests_first(play):
    assert play("loop_while", {"left": 0}).passed == ["start", "round", "end"]
    instance = play("loop_while", {"left": 2}).answer("round", left=1).answer("round", left=0)
    assert instance.passed == ["start", "round", "round", "round", "end"]


def test_a_loop_that_tests_afterwards(play):
    assert play("loop_until", {"left": 0}).answer("round").ended
    instance = play("loop_until", {"left": 9})
    for _ in range(3):
        assert instance.at() == ["round"]
        instance.answer("round")
    assert instance.ended


def test_a_loop_of_sub_processes(play):
    instance = play("loop_sub", {"n": 0})
    assert instance.variables == {"n": 6}
    assert instance.passed.count("round") == 4


def test_the_first_instance_to_complete_throws(play):
    instance = play("mi_behavior_one", {"people": ["a", "b", "c"]}).answer("vote", 1)
    assert instance.at() == ["heard", "vote", "vote", "told"]
    assert instance.variables["numberOfActiveInstances"] == 2
    assert [(t.kind, t.name) for t in instance.thrown] == [("signal", "first")]
    assert instance.answer("vote").at() == ["heard", "vote", "told"]
    assert instance.answer("vote").answer("told").ended


def test_every_instance_throws_when_it_completes(play):
    instance = play("mi_behavior_none", {"people": ["a", "b"]}).answer("vote").answer("vote")
    assert instance.at() == ["told", "told"]
    assert instance.passed == ["start", "vote", "heard", "vote", "vote", "heard", "end"]


def test_an_error_of_the_first_instance_ends_the_rest(play):
    instance = play("mi_behavior_error", {"people": ["a", "b"]}).answer("vote", 1)
    assert instance.at() == ["told"]
    assert instance.answer("told").ended


def test_counters_and_nothing_as_results(play):
    instance = play("mi_counters")
    assert instance.variables == {"counted": [1, 2, 3], "nothings": [None, None]}
