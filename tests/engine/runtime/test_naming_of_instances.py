"""A drawing that finds the dossier's code gives its instance that business key."""

import pytest

from procflow.engine.errors import NotFound
from procflow.engine.model.instance import InstanceState

OPENED = {"dossier": {"code": "H56.14.01-260302-0001"}}
CODE = OPENED["dossier"]["code"]


def naming(source="=dossier.code", target="businessKey"):
    return f'<zeebe:ioMapping><zeebe:output source="{source}" target="{target}"/></zeebe:ioMapping>'


@pytest.fixture
def drawing(pen):
    """Opens a dossier, then waits; `rut` withdraws it at any time and has no key of its own."""
    withdrawal = (
        '<subProcess id="w" name="w" triggeredByEvent="true">'
        f"{pen.start('ws', pen.message('rut'))}{pen.end('we')}{pen.flow('ws-we')}</subProcess>"
    )
    return pen.drawing(
        pen.start(),
        pen.job("open", extension=naming()),
        pen.user("check"),
        pen.end(),
        withdrawal,
        pen.flows("s-open", "open-check", "check-e"),
    )


@pytest.fixture
def begin(engine, deploy, drawing):
    deploy(drawing)

    def begun(code, **given):
        instance = engine.instances.start("p", **given)
        (job,) = engine.jobs.activate(["open"], "w")
        engine.jobs.complete(job.lease, {"dossier": {"code": code}})
        return instance

    return begun


def test_the_instance_is_found_by_the_key_it_was_given(engine, begin):
    instance = begin(CODE)
    assert engine.instances.get(CODE).key == instance.key


def test_a_new_key_takes_the_place_of_the_first(engine, begin):
    instance = begin(CODE, business_key="NOP-1")
    assert engine.instances.get(instance.key).business_key == CODE
    with pytest.raises(NotFound):
        engine.instances.get("NOP-1")


def test_messages_without_a_key_of_their_own_come_by_the_new_key(engine, begin):
    first, second = begin(CODE), begin("H56.14.01-260302-0002")
    engine.messages.publish("rut", CODE)
    assert engine.instances.get(first.key).state is InstanceState.ENDED
    assert engine.instances.get(second.key).state is InstanceState.ACTIVE


def test_what_came_before_the_key_was_known_is_taken_up(engine, begin):
    engine.messages.publish("rut", CODE)
    begin(CODE)
    assert engine.instances.get(CODE).state is InstanceState.ENDED


def test_a_called_process_names_nobody(engine, deploy, pen):
    called = pen.drawing(
        pen.start(),
        pen.script("x", "&quot;other&quot;", "businessKey"),
        pen.user("inner"),
        pen.end(),
        pen.flows("s-x", "x-inner", "inner-e"),
        process="called",
    )
    target = '<zeebe:calledElement processId="called"/>'
    call = f'<callActivity id="c" name="c"><extensionElements>{target}</extensionElements>'
    calling = pen.drawing(
        pen.start(),
        f"{call}</callActivity>",
        pen.end(),
        pen.flows("s-c", "c-e"),
    )
    deploy(called, calling)
    instance = engine.instances.start("p", business_key="NOP-1")
    assert engine.instances.get(instance.key).business_key == "NOP-1"


@pytest.mark.parametrize("value", ["=1", "=&quot;&quot;", "=null"])
def test_what_is_no_text_names_nobody(engine, deploy, pen, officer, value):
    deploy(
        pen.drawing(
            pen.start(),
            pen.user("check", extension=naming(source=value)),
            pen.user("next"),
            pen.end(),
            pen.flows("s-check", "check-next", "next-e"),
        )
    )
    instance = engine.instances.start("p", business_key="NOP-1")
    (task,) = engine.user_tasks.find(instance=instance.key)
    engine.user_tasks.complete(task.key, {}, officer)
    assert engine.instances.get(instance.key).business_key == "NOP-1"
