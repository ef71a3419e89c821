"""A deployment is a folder: checked together, versioned by content."""

import pytest

from procflow.engine.errors import NotFound, Refused


def drawing_to(pen, end, process="p"):
    return pen.drawing(pen.start(), pen.end(end), pen.flows(f"s-{end}"), process=process)


def test_the_same_content_twice_is_the_same_version(engine, deploy, pen):
    first = deploy(drawing_to(pen, "e"))
    assert deploy(drawing_to(pen, "e")) == first
    assert [each.version for each in engine.deployments.definitions("p")] == [1]
    second = deploy(drawing_to(pen, "other"))
    assert second.key != first.key
    assert engine.deployments.latest("p").version == 2


def test_old_content_deployed_again_is_its_old_version_and_the_newest(engine, deploy, pen):
    first = deploy(drawing_to(pen, "e"))
    deploy(drawing_to(pen, "other"))
    assert deploy(drawing_to(pen, "e")) == first
    assert engine.deployments.latest("p").version == 1
    instance = engine.instances.start("p")
    assert engine.deployments.definition(instance.definition).version == 1


def test_running_instances_keep_their_version(engine, deploy, pen, officer):
    def asking(end):
        return pen.drawing(
            pen.start(), pen.user("ask"), pen.end(end), pen.flows("s-ask", f"ask-{end}")
        )

    deploy(asking("one"))
    instance = engine.instances.start("p")
    deploy(asking("two"))
    (task,) = engine.user_tasks.find()
    engine.user_tasks.complete(task.key, {}, officer)
    ends = [e.element for e in engine.history.of(instance.key) if e.what == "completed"]
    assert ends[-1] == "one"


def test_a_version_can_be_asked_for(engine, deploy, pen):
    deploy(drawing_to(pen, "one"))
    deploy(drawing_to(pen, "two"))
    instance = engine.instances.start("p", version=1)
    assert engine.deployments.definition(instance.definition).version == 1
    with pytest.raises(NotFound):
        engine.instances.start("p", version=3)


def test_files_and_folders_can_be_given(engine, tmp_path, pen):
    folder = tmp_path / "thu-tuc"
    (folder / "notices").mkdir(parents=True)
    (folder / "p.bpmn").write_bytes(drawing_to(pen, "e"))
    (folder / "notices" / "xin-chao.md").write_text("# Xin chào\n\nKính gửi.\n")
    (folder / "notes.txt").write_text("belongs to nobody")
    one = engine.deployments.deploy(folder)
    again = engine.deployments.deploy([folder / "p.bpmn", folder / "notices" / "xin-chao.md"])
    assert engine.deployments.folder(engine.deployments.latest("p").key).notices.keys() == {
        "xin-chao"
    }
    assert one.name == "Thủ tục"
    assert again.name == "Thủ tục"


def test_a_path_that_leads_nowhere_is_told(engine, tmp_path):
    with pytest.raises(NotFound, match="Expected a file or folder"):
        engine.deployments.deploy(tmp_path / "nothing.bpmn")


def test_errors_refuse_the_deployment_and_change_nothing(engine, deploy, pen):
    calls = pen.drawing(
        pen.start(),
        '<callActivity id="call"><extensionElements><zeebe:calledElement processId="nowhere"/>'
        "</extensionElements></callActivity>",
        pen.end(),
        pen.flows("s-call", "call-e"),
    )
    with pytest.raises(Refused) as refused:
        deploy(calls)
    (finding,) = [f for f in refused.value.findings if f.rule == "called-process"]
    assert (finding.element, finding.severity) == ("call", "error")
    assert "nowhere" in finding.message
    assert engine.deployments.list() == []
    assert engine.deployments.definitions() == []


@pytest.mark.parametrize(
    "content",
    [b"no xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', b"<html/>", b""],
)
def test_what_is_no_drawing_is_refused(engine, content):
    with pytest.raises(Refused) as refused:
        engine.deployments.deploy({"p.bpmn": content})
    assert refused.value.findings[0].file == "p.bpmn"


def test_nothing_to_deploy_is_told(engine):
    with pytest.raises(Refused, match="Expected a drawing"):
        engine.deployments.deploy({"README.md": b"# nothing"})


def test_one_process_drawn_twice_is_refused(deploy, pen):
    with pytest.raises(Refused, match="Expected one drawing of process 'p'"):
        deploy(drawing_to(pen, "one"), drawing_to(pen, "two"))


def test_checking_deploys_nothing(engine, pen):
    assert [
        f
        for f in engine.deployments.check({"p.bpmn": drawing_to(pen, "e")})
        if f.severity == "error"
    ] == []
    assert engine.deployments.list() == []


def test_a_called_process_may_lie_in_another_deployment(engine, deploy, pen):
    deploy(drawing_to(pen, "done", process="called"))
    calls = pen.drawing(
        pen.start(),
        '<callActivity id="call"><extensionElements><zeebe:calledElement processId="called"/>'
        "</extensionElements></callActivity>",
        pen.end(),
        pen.flows("s-call", "call-e"),
    )
    deploy(calls)
    instance = engine.instances.start("p")
    completed = [e for e in engine.history.of(instance.key) if e.what == "completed"]
    assert [e.element for e in completed] == ["s", "s", "done", "call", "e"]
    assert {e.process for e in completed} == {"p", "called"}


def test_job_types_are_checked_where_handlers_are_known(make_engine, pen):
    engine = make_engine(handlers=[])
    drawing = pen.drawing(pen.start(), pen.job("pay"), pen.end(), pen.flows("s-pay", "pay-e"))
    with pytest.raises(Refused) as refused:
        engine.deployments.deploy({"p.bpmn": drawing})
    assert [finding.rule for finding in refused.value.findings] == ["unknown-job-type"]


@pytest.mark.parametrize("text", ["=when", "=null", '="soon"', "=1/0"])
def test_a_timer_that_begins_an_instance_needs_a_moment_without_one(deploy, pen, text):
    drawing = pen.drawing(
        pen.start("s", pen.timer("timeDate", text)), pen.end("e"), pen.flows("s-e")
    )
    with pytest.raises(Refused) as refused:
        deploy(drawing)
    (finding,) = refused.value.findings
    assert (finding.rule, finding.element) == ("start-timer", "s") and finding.line
    assert text in finding.sentence("vi")


def test_a_timer_that_begins_an_instance_may_be_computed(engine, deploy, pen):
    timer = pen.timer("timeDate", '=now() + duration("PT1H")')
    deploy(pen.drawing(pen.start("s", timer), pen.end("e"), pen.flows("s-e")))
    engine.advance("PT1H")
    assert [each.state for each in engine.instances.find()] == ["ended"]
