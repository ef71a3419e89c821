"""Running instances move to another version: wholly or not, and nothing people know changes."""

from datetime import timedelta
from itertools import pairwise

import pytest

from procflow.engine.errors import BadInput, NotFound
from procflow.engine.model.job import JobState

HOUR = timedelta(hours=1)


@pytest.fixture
def first(pen):
    """Check with a deadline of an hour, then pay."""
    return pen.drawing(
        pen.start(),
        pen.user("check", label="Kiểm tra"),
        pen.boundary("late", "check", pen.timer("timeDuration", "PT2H")),
        pen.job("pay", "pay.old", label="Thu phí"),
        pen.end(),
        pen.end("toolate"),
        pen.flows("s-check", "check-pay", "pay-e", "late-toolate"),
    )


@pytest.fixture
def second(pen):
    """The same with another id for the check, other candidates, a reminder, a new job type."""
    return pen.drawing(
        pen.start(),
        pen.user("verify", label="Kiểm tra", groups="chuyen-vien"),
        pen.boundary("late", "verify", pen.timer("timeDuration", "PT9H")),
        pen.boundary("nudge", "verify", pen.message("nudge", "code"), interrupting=False),
        pen.job("pay", "pay.new", label="Thu phí"),
        pen.end(),
        pen.end("toolate"),
        pen.end("nudged"),
        pen.flows("s-verify", "verify-pay", "pay-e", "late-toolate", "nudge-nudged"),
    )


@pytest.fixture
def old(engine, deploy, first, second):
    """An instance of the first version; the second is deployed."""
    deploy(first)
    instance = engine.instances.start("p", {"code": "K1"}, business_key="K1")
    deploy(second)
    return instance


def migrate(engine, operator, *instances, **how):
    return engine.migrations.migrate(instances=instances, actor=operator, reason="luật mới", **how)


def versions(engine):
    definitions = {d.key: d.version for d in engine.deployments.definitions("p")}
    return [definitions[each.definition] for each in engine.instances.find()]


def test_claims_and_moments_stay_the_rest_is_as_newly_drawn(engine, old, officer, operator):
    (task,) = engine.user_tasks.find()
    engine.user_tasks.claim(task.key, officer)
    due = engine.timers.next_due()
    engine.clock.advance(HOUR)
    report = migrate(engine, operator, "K1")
    assert report.is_done
    assert dict(report.instances[0].elements) == {"check": "verify"}
    moved = engine.user_tasks.get(task.key)
    assert (moved.element, moved.assignee, moved.candidate_groups) == (
        "verify",
        "an",
        ("chuyen-vien",),
    )
    assert engine.timers.next_due() == due
    assert {wait.name for wait in engine.instances.waits("K1") if wait.kind == "message"} == {
        "nudge"
    }
    told = next(e for e in engine.history.of(old.key) if e.what == "migrate")
    assert (told.who, told.about["before"], told.about["after"]) == ("admin", 1, 2)
    assert told.about["reason"] == "luật mới"
    engine.advance(HOUR)
    assert engine.instances.get("K1").state.value == "ended"  # late, at the old moment


def test_it_goes_on_in_the_new_version(engine, old, officer, operator):
    migrate(engine, operator, "K1")
    engine.messages.publish("nudge", "K1")
    (task,) = engine.user_tasks.find()
    assert engine.user_tasks.find(group="mot-cua") == []
    assert engine.user_tasks.find(group="chuyen-vien") == [task]
    engine.user_tasks.complete(task.key, {}, operator)
    assert [job.type for job in engine.jobs.find()] == ["pay.new"]


def test_what_is_no_more_listened_for_is_forgotten(engine, old, operator):
    migrate(engine, operator, "K1")
    migrate(engine, operator, "K1", to=1)
    assert {wait.kind for wait in engine.instances.waits("K1")} == {"user_task", "timer"}
    assert versions(engine) == [1]


def test_a_dry_run_changes_nothing(engine, old, operator):
    before = engine.instances.get("K1")
    report = migrate(engine, operator, "K1", dry_run=True)
    assert (report.is_done, report.held) == (False, ())
    assert engine.instances.get("K1") == before
    assert engine.user_tasks.find()[0].element == "check"


@pytest.fixture
def third(pen):
    """Without any check."""
    return pen.drawing(
        pen.start(), pen.job("pay", "pay.old"), pen.end(), pen.flows("s-pay", "pay-e")
    )


def test_one_that_cannot_move_holds_the_others_back(engine, deploy, old, third, operator):
    other = engine.instances.start("p", {"code": "K2"}, business_key="K2", version=1)
    (task,) = engine.user_tasks.find(instance=other.key)
    engine.user_tasks.complete(task.key, {}, operator)
    deploy(third)
    seen = []
    report = engine.migrations.migrate(
        process="p", version=1, actor=operator, progress=lambda *done: seen.append(done)
    )
    assert seen == [(1, 2), (2, 2)]
    assert not report.is_done
    (held,) = report.held
    assert held.business_key == "K1"
    assert "Kiểm tra" in held.obstacles[0].sentence("vi")
    assert "name one in the plan" in held.obstacles[0].sentence("en")
    assert versions(engine) == [1, 1]
    each = engine.migrations.migrate(process="p", version=1, actor=operator, each=True)
    assert [bool(one.obstacles) for one in each.instances] == [True, False]
    assert sorted(versions(engine)) == [1, 3]


def test_a_plan_names_what_is_called_otherwise(engine, deploy, pen, old, operator):
    deploy(
        pen.drawing(
            pen.start(), pen.user("see", label="Xem xét"), pen.end(), pen.flows("s-see", "see-e")
        )
    )
    assert migrate(engine, operator, "K1").held
    assert migrate(engine, operator, "K1", elements={"check": "see"}).is_done
    (task,) = engine.user_tasks.find()
    assert (task.element, task.label) == ("see", "Xem xét")


@pytest.mark.parametrize(
    ("elements", "sentence"),
    [
        ({"nothing": "verify"}, "old drawing"),
        ({"check": "nothing"}, "new drawing"),
        ({"check": "verify", "late": "verify"}, "the plan names two"),
    ],
)
def test_a_plan_that_makes_no_sense_is_refused(engine, old, operator, elements, sentence):
    with pytest.raises(BadInput, match=sentence):
        migrate(engine, operator, "K1", elements=elements)


def test_what_may_not_become_another_kind(engine, old, operator):
    report = migrate(engine, operator, "K1", elements={"check": "pay"})
    assert report.held[0].obstacles[0].key.endswith("other-kind")


def test_a_job_at_work_keeps_its_type(engine, old, operator):
    (task,) = engine.user_tasks.find()
    engine.user_tasks.complete(task.key, {}, operator)
    (job,) = engine.jobs.activate(["pay.old"], "w")
    assert "is; wait" in migrate(engine, operator, "K1").held[0].obstacles[0].sentence("en")
    engine.jobs.fail(job.lease, "no")
    assert migrate(engine, operator, "K1").is_done
    (moved,) = engine.jobs.find()
    assert (moved.type, moved.retries, moved.state) == ("pay.new", 2, JobState.OPEN)


def choosing(pen, condition, *before):
    """A way that is chosen by the condition, after user tasks."""
    path = ["s", *before, "way"]
    return pen.drawing(
        pen.start(),
        *(pen.user(name) for name in before),
        pen.way("way", "way_e"),
        pen.user("sign"),
        pen.end(),
        pen.end("e2"),
        pen.flows(*(f"{one}-{two}" for one, two in pairwise(path))),
        pen.flows("way-e", "sign-e2"),
        pen.flow("way-sign", condition),
    )


@pytest.mark.parametrize("before", [(), ("check",)])
def test_a_condition_that_fails_is_mended_by_a_new_version(engine, deploy, pen, operator, before):
    """In the first step, or in a later one whose answer an incident keeps."""
    deploy(choosing(pen, "amount", *before))
    instance = engine.instances.start("p", {"amount": 5})
    for task in engine.user_tasks.find():
        engine.user_tasks.complete(task.key, {}, operator)
    (incident,) = engine.incidents.find()
    deploy(choosing(pen, "amount > 3", *before))
    assert migrate(engine, operator, instance.key).is_done
    assert not engine.incidents.retry(incident.key, operator).is_open
    assert [each.element for each in engine.user_tasks.find()] == ["sign"]


def test_multi_instance_bodies_and_sub_processes_move_with_what_is_in_them(
    engine, deploy, pen, operator
):
    def drawing(vote, around):
        each = pen.user(vote, label="Biểu quyết").replace(
            "</userTask>",
            "<multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics"
            ' inputCollection="=people" inputElement="person" outputCollection="votes"'
            ' outputElement="=vote"/></extensionElements></multiInstanceLoopCharacteristics>'
            "</userTask>",
        )
        inside = pen.start("s2") + each + pen.end("e2") + pen.flows(f"s2-{vote}", f"{vote}-e2")
        sub = f'<subProcess id="{around}" name="Hội đồng">{inside}</subProcess>'
        flows = pen.flows(f"s-{around}", f"{around}-e")
        return pen.drawing(pen.start(), sub, pen.end(), flows)

    deploy(drawing("vote", "council"))
    instance = engine.instances.start("p", {"people": ["a", "b", "c"]})
    first, *_ = engine.user_tasks.find()
    engine.user_tasks.complete(first.key, {"vote": "yes"}, operator)
    deploy(drawing("ballot", "board"))
    assert migrate(engine, operator, instance.key).is_done
    for task in engine.user_tasks.find():
        assert task.element == "ballot"
        engine.user_tasks.complete(task.key, {"vote": "no"}, operator)
    assert engine.instances.get(instance.key).state.value == "ended"
    assert engine.instances.variables(instance.key)["votes"] == ["yes", "no", "no"]


def test_into_another_scope_is_refused(engine, deploy, pen, old, operator):
    inside = pen.start("s2") + pen.user("check") + pen.end("e2") + pen.flows("s2-check", "check-e2")
    sub = f'<subProcess id="sub" name="sub">{inside}</subProcess>'
    deploy(pen.drawing(pen.start(), sub, pen.end(), pen.flows("s-sub", "sub-e")))
    assert migrate(engine, operator, "K1").held[0].obstacles[0].key.endswith("other-scope")


def test_a_join_that_waits_for_less_goes_on(engine, deploy, pen, operator):
    def drawing(*branches):
        flows = [flow for b in branches for flow in (f"fork-{b}", f"{b}-join")]
        return pen.drawing(
            pen.start(),
            '<parallelGateway id="fork"/><parallelGateway id="join"/>',
            *(pen.user(branch) for branch in branches),
            pen.user("sign"),
            pen.end(),
            pen.flows("s-fork", *flows, "join-sign", "sign-e"),
        )

    deploy(drawing("a", "b", "c"))
    instance = engine.instances.start("p")
    for task in engine.user_tasks.find():
        if task.element in "ab":
            engine.user_tasks.complete(task.key, {}, operator)
    deploy(drawing("a", "b"))
    report = migrate(engine, operator, instance.key)
    assert report.held[0].obstacles[0].element == "c"
    (task,) = engine.user_tasks.find()
    deploy(drawing("a", "b", "f"))
    assert migrate(engine, operator, instance.key, elements={"c": "f"}).is_done
    engine.user_tasks.complete(task.key, {}, operator)
    assert [each.element for each in engine.user_tasks.find()] == ["sign"]


def test_what_is_not_there_or_not_running_is_told(engine, old, operator):
    with pytest.raises(NotFound):
        migrate(engine, operator, "none")
    with pytest.raises(NotFound, match="version 9"):
        migrate(engine, operator, "K1", to=9)
    with pytest.raises(BadInput, match="instances, or the process"):
        engine.migrations.migrate(actor=operator)
    assert "already" in migrate(engine, operator, "K1", to=1).held[0].obstacles[0].sentence("en")
    engine.instances.cancel("K1", "x", operator)
    key = engine.instances.get("K1").key
    assert "running" in migrate(engine, operator, key).held[0].obstacles[0].sentence("en")
