"""A form that is filled in half is kept until the user task is closed, and by nothing else."""

import pytest
from sqlalchemy import select

from procflow.engine.errors import BadInput, Conflict, NotAllowed, NotFound
from procflow.engine.model.actor import Actor
from procflow.engine.storage.tables import USER_TASK

OTHER = Actor(id="binh", groups=frozenset({"ke-toan"}))


@pytest.fixture
def drawing(pen):
    return lambda label: pen.drawing(
        pen.start(),
        pen.user("check", label=label),
        pen.boundary("late", "check", pen.timer("timeDuration", "P9D")),
        pen.end(),
        pen.end("over"),
        pen.flows("s-check", "check-e", "late-over"),
    )


@pytest.fixture
def key(engine, deploy, drawing):
    deploy(drawing("Kiểm tra"))
    engine.instances.start("p", business_key="K1")
    return engine.user_tasks.find()[0].key


def stored(engine):
    with engine._database.engine.connect() as connection:
        return connection.scalars(select(USER_TASK.c.draft)).all()


def test_the_last_draft_counts(engine, key, officer):
    assert engine.user_tasks.draft(key, officer) is None
    engine.user_tasks.keep_draft(key, {"verdict": "?"}, officer)
    engine.clock.advance(engine.config.lease)
    engine.user_tasks.keep_draft(key, {"verdict": "đủ", "pages": 2}, officer)
    draft = engine.user_tasks.draft(key, officer)
    assert dict(draft.variables) == {"verdict": "đủ", "pages": 2}
    assert (draft.by, draft.at) == ("an", engine.clock())


def test_it_is_no_part_of_dossier_and_history(engine, key, officer):
    dossier = engine.instances.get("K1")
    told = engine.history.of(dossier.key)
    engine.user_tasks.keep_draft(key, {"verdict": "?"}, officer)
    assert engine.instances.get("K1") == dossier
    assert engine.history.of(dossier.key) == told
    assert "verdict" not in engine.instances.variables("K1")


def test_it_goes_when_the_user_task_is_completed(engine, key, officer):
    engine.user_tasks.keep_draft(key, {"verdict": "?"}, officer)
    engine.user_tasks.complete(key, {"verdict": "đủ"}, officer)
    assert stored(engine) == [None]
    with pytest.raises(Conflict, match="keep a draft of"):
        engine.user_tasks.keep_draft(key, {"verdict": "?"}, officer)


@pytest.mark.parametrize("how", ["cancelled", "interrupted"])
def test_it_goes_when_nobody_waits_for_it_any_more(engine, key, officer, operator, how):
    engine.user_tasks.keep_draft(key, {"verdict": "?"}, officer)
    if how == "cancelled":
        engine.instances.cancel("K1", "x", operator)
    else:
        engine.advance("P10D")
    assert stored(engine) == [None]


def test_it_stays_with_claims_hand_overs_and_a_new_version(
    engine, key, officer, operator, deploy, drawing
):
    engine.user_tasks.claim(key, officer)
    engine.user_tasks.keep_draft(key, {"verdict": "?"}, officer)
    engine.user_tasks.hand_over(key, "binh", officer, "nghỉ phép")
    deploy(drawing("Kiểm tra hồ sơ"))
    report = engine.migrations.migrate(instances=["K1"], actor=operator)
    assert report.is_done
    assert engine.user_tasks.get(key).label == "Kiểm tra hồ sơ"
    assert dict(engine.user_tasks.draft(key, OTHER).variables) == {"verdict": "?"}


def test_only_who_may_complete_it_may_see_and_keep_a_draft(engine, key, officer, operator):
    engine.user_tasks.keep_draft(key, {"verdict": "?"}, officer)
    for call in (
        lambda: engine.user_tasks.keep_draft(key, {}, OTHER),
        lambda: engine.user_tasks.draft(key, OTHER),
    ):
        with pytest.raises(NotAllowed):
            call()
    engine.user_tasks.claim(key, officer)
    engine.suspensions.suspend(reason="x", actor=operator, instance="K1")
    with pytest.raises(Conflict, match="suspended"):
        engine.user_tasks.keep_draft(key, {"verdict": "!"}, officer)


def test_what_makes_no_sense_is_refused(engine, key, officer):
    with pytest.raises(BadInput):
        engine.user_tasks.keep_draft(key, {"when": object()}, officer)
    with pytest.raises(NotFound):
        engine.user_tasks.keep_draft("nowhere:1", {}, officer)
