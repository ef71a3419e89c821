"""Many hands on one instance: nothing is lost, nothing is done twice."""

from threading import Barrier, Thread

import pytest

from procflow.engine.errors import Conflict, StaleInstance
from procflow.engine.model.actor import Actor
from procflow.engine.runtime.transactions import ATTEMPTS, alone


@pytest.fixture
def many(engine, deploy, pen):
    deploy(
        pen.drawing(
            pen.start(),
            '<userTask id="vote" name="vote"><extensionElements><zeebe:userTask/>'
            '<zeebe:assignmentDefinition candidateGroups="mot-cua"/></extensionElements>'
            "<multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics"
            ' inputCollection="=people" inputElement="person" outputCollection="votes"'
            ' outputElement="=vote"/></extensionElements></multiInstanceLoopCharacteristics>'
            "</userTask>",
            pen.end(),
            pen.flows("s-vote", "vote-e"),
        )
    )
    return engine.instances.start("p", {"people": list(range(24))})


def at_once(works):
    """Run all of them at the same time; the errors they ended with."""
    errors, ready = [], Barrier(len(works))

    def run(work):
        ready.wait()
        try:
            work()
        except Exception as error:  # kept for the test
            errors.append(error)

    threads = [Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return errors


def test_parallel_answers_to_one_instance_all_count(engine, many, officer):
    tasks = engine.user_tasks.find()

    def answers(mine):
        def run():
            for task in mine:
                engine.user_tasks.complete(task.key, {"vote": task.number}, officer)

        return run

    assert at_once([answers(tasks[n::4]) for n in range(4)]) == []
    assert engine.instances.get(many.key).state.value == "ended"
    votes = engine.instances.variables(many.key)["votes"]
    assert sorted(votes) == sorted(task.number for task in tasks)


def test_of_two_answers_to_one_user_task_one_counts(engine, many):
    task = engine.user_tasks.find()[0]
    people = [Actor(id=name, groups=frozenset({"mot-cua"})) for name in ("an", "binh", "chi")]
    errors = at_once(
        [
            lambda who=who: engine.user_tasks.complete(task.key, {"vote": who.id}, who)
            for who in people
        ]
    )
    assert [type(error) for error in errors] == [Conflict, Conflict]
    winner = engine.user_tasks.get(task.key).completed_by
    completed = [e for e in engine.history.of(many.key) if e.what == "complete-user-task"]
    assert [event.who for event in completed] == [winner]


def test_of_many_messages_with_one_id_one_counts(engine, deploy, pen):
    deploy(
        pen.drawing(
            pen.start(inside=pen.message("filed")),
            pen.user("ask"),
            pen.end(),
            pen.flows("s-ask", "ask-e"),
        )
    )
    errors = at_once(
        [lambda: engine.messages.publish("filed", "K", message_id="once") for _ in range(4)]
    )
    assert errors == []
    assert len(engine.instances.find()) == 1


def test_a_start_message_starts_once_per_key_whoever_sends_it(engine, deploy, pen):
    deploy(
        pen.drawing(
            pen.start(inside=pen.message("filed")),
            pen.user("ask"),
            pen.end(),
            pen.flows("s-ask", "ask-e"),
        )
    )
    assert at_once([lambda: engine.messages.publish("filed", "K") for _ in range(4)]) == []
    assert len(engine.instances.find()) == 1


def test_who_loses_a_race_tries_again_and_then_locks(database):
    locks = []

    def work(unit):
        locks.append(unit.lock)
        if len(locks) < 3:
            raise StaleInstance
        return "done"

    assert alone(database, work) == ("done", False)
    assert locks == [False, True, True]


def test_who_always_loses_says_so(database):
    tried = []

    def work(unit):
        tried.append(unit)
        raise StaleInstance

    with pytest.raises(StaleInstance):
        alone(database, work)
    assert len(tried) == ATTEMPTS
