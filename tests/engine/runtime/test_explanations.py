"""What an instance waits for, told to people."""

from datetime import timedelta

import pytest

from procflow.engine.model.job import Backoff


@pytest.fixture
def engine(make_engine):
    return make_engine(backoff=Backoff(first=timedelta(minutes=5)))


@pytest.fixture
def instance(engine, deploy, pen):
    deploy(
        pen.drawing(
            pen.start(),
            '<parallelGateway id="fork"/>',
            pen.user("check", label="Kiểm tra hồ sơ"),
            pen.boundary("nhắc", "check", pen.timer("timeDuration", "PT2H"), interrupting=False),
            pen.user("remind", label="Nhắc công chức"),
            pen.job("send", label="Gửi thông báo"),
            pen.boundary("rút", "send", pen.message("withdrawn", "code")),
            pen.catch("storm", pen.signal("storm")),
            pen.catch("Đợi", pen.timer("timeDuration", "P1D")),
            pen.end("Xong"),
            pen.flows("s-fork", "fork-check", "fork-send", "fork-storm", "fork-Đợi"),
            pen.flows(
                "check-Xong", "send-Xong", "storm-Xong", "Đợi-Xong", "nhắc-remind", "rút-Xong"
            ),
        )
    )
    return engine.instances.start("p", {"code": "K"}, business_key="H56-1")


def test_it_says_who_must_do_what_and_what_time_may_bring(engine, instance):
    told = engine.instances.explain("H56-1", "vi").sentences
    assert told == (
        "Hồ sơ H56-1 (Thủ tục) đang chạy.",
        "Chờ mot-cua làm “Kiểm tra hồ sơ”.",
        "Chờ hệ thống làm “Gửi thông báo” (send).",
        "Nếu đến 10:00 02/03/2026 mà “Kiểm tra hồ sơ” chưa xong (nhắc) thì đồng thời:"
        " “Nhắc công chức”.",
        "Chờ “Đợi” đến 08:00 03/03/2026, sau đó: “Xong”.",
        "Nếu có thông điệp “withdrawn” (khóa K) thì dừng “Gửi thông báo” (rút) và chuyển sang:"
        " “Xong”.",
        "Chờ tín hiệu “storm” tại “storm”, sau đó: “Xong”.",
    )


WAITING = (
    "<zeebe:properties><zeebe:property name='waiting' "
    """value='="Chờ nộp " + vnd(amount) + "."'/></zeebe:properties>"""
)


def test_the_drawing_may_say_in_its_own_words_what_it_waits_for(make_engine, deploy, pen):
    engine = make_engine()
    deploy(
        pen.drawing(
            pen.start(),
            pen.user("pay", WAITING),
            pen.end("Xong"),
            pen.flows("s-pay", "pay-Xong"),
        )
    )
    instance = engine.instances.start("p", {"amount": 150000})
    told = engine.instances.explain(instance.key, "vi").sentences
    assert "Chờ nộp 150.000 đ." in told
    assert not any(
        "150.000" in each for each in engine.instances.explain(instance.key, "en").sentences
    )


def test_conditions_are_waited_for_as_well(engine, deploy, pen):
    deploy(
        pen.drawing(
            pen.start(),
            pen.user("check", label="Kiểm tra"),
            pen.boundary("full", "check", pen.condition("n = 1"), interrupting=False),
            pen.catch("late", pen.condition("n = 2")),
            pen.end("Xong"),
            pen.flows("s-check", "s-late", "check-Xong", "full-Xong", "late-Xong"),
        )
    )
    instance = engine.instances.start("p", {"n": 0})
    waits = engine.instances.waits(instance.key)
    found = sorted((wait.kind, wait.element) for wait in waits)
    assert found == [("condition", "full"), ("condition", "late"), ("user_task", "check")]
    assert engine.instances.explain(instance.key, "vi").sentences[-2:] == (
        "Nếu điều kiện “n = 1” đúng trong lúc làm “Kiểm tra” (full) thì đồng thời: “Xong”.",
        "Chờ tại “late” đến khi điều kiện “n = 2” đúng, sau đó: “Xong”.",
    )


def test_it_speaks_english_too(engine, instance):
    told = engine.instances.explain(instance.key, "en").sentences
    assert told[1] == "Waits for mot-cua to do “Kiểm tra hồ sơ”."


def test_programs_get_the_same_as_values(engine, instance):
    value = engine.instances.explain(instance.key, "en").value
    first = value["waits"][0]
    assert (first["kind"], first["element"], first["who"]) == ("user_task", "check", ("mot-cua",))
    assert [wait["kind"] for wait in value["waits"]] == [
        "user_task",
        "job",
        "timer",
        "timer",
        "message",
        "signal",
    ]


def test_a_claimed_user_task_names_who_has_it(engine, instance, officer):
    (task,) = engine.user_tasks.find()
    engine.user_tasks.claim(task.key, officer)
    assert "Chờ an làm “Kiểm tra hồ sơ”." in engine.instances.explain("H56-1", "vi").sentences


def test_a_job_that_failed_says_when_it_comes_again_and_why(engine, instance):
    (job,) = engine.jobs.activate(None, "w", 1)
    assert "(w) đang làm “Gửi thông báo”" in engine.instances.explain("H56-1", "vi").sentences[2]
    engine.jobs.fail(job.lease, "cổng không trả lời")
    assert engine.instances.explain("H56-1", "vi").sentences[2] == (
        "“Gửi thông báo” (send) chưa thành công, đã thử 1 lần, thử lại lúc 08:05 02/03/2026:"
        " cổng không trả lời."
    )


def test_an_incident_comes_first(engine, instance):
    (job,) = engine.jobs.activate(None, "w", 1)
    engine.jobs.fail(job.lease, "sai cấu hình", retry=False)
    explanation = engine.instances.explain("H56-1", "vi")
    assert explanation.sentences[1].startswith("Sự cố từ 08:00 02/03/2026, cần người xử lý")
    assert "sai cấu hình" in explanation.troubles[0]


def test_nulls_of_expressions_are_shown(engine, deploy, pen):
    deploy(
        pen.drawing(
            pen.start(),
            pen.script("count", "missing + 1", "n"),
            pen.user("ask"),
            pen.end(),
            pen.flows("s-count", "count-ask", "ask-e"),
        )
    )
    instance = engine.instances.start("p")
    warnings = engine.instances.explain(instance.key, "en").warnings
    assert warnings[0].startswith("Note at “count”: missing gave nothing, because: ")


def test_what_is_over_says_so(engine, instance, operator):
    engine.instances.cancel("H56-1", "rút", operator)
    assert engine.instances.explain("H56-1", "vi").sentences == (
        "Hồ sơ H56-1 (Thủ tục) đã bị hủy lúc 08:00 02/03/2026.",
    )
