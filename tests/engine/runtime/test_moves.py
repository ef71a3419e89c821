"""An operator moves a token: what it waited for is withdrawn, it goes on elsewhere."""

import pytest

from procflow.engine.errors import BadInput, Conflict
from procflow.engine.execution import ExecutionFailure


@pytest.fixture
def begun(engine, deploy, pen):
    inside = pen.start("s2") + pen.user("inner") + pen.end("e2") + pen.flows("s2-inner", "inner-e2")
    deploy(
        pen.drawing(
            pen.start(),
            pen.user("a"),
            pen.boundary("late", "a", pen.timer("timeDuration", "PT2H")),
            '<parallelGateway id="fork"/><parallelGateway id="join"/>',
            pen.user("b"),
            pen.user("c"),
            f'<subProcess id="sub" name="sub">{inside}</subProcess>',
            pen.way("way", "way_e"),
            pen.end(),
            pen.end("e3"),
            pen.flows("s-a", "a-fork", "fork-b", "fork-c", "b-join", "c-join", "join-sub"),
            pen.flows("sub-way", "way-e", "late-e3"),
            pen.flow("way-e3", "amount"),
        )
    )
    return engine.instances.start("p", {"amount": 5}, business_key="K")


def at(engine):
    return sorted(wait.element for wait in engine.instances.waits("K"))


def move(engine, operator, source, to, **more):
    return engine.instances.move("K", source, to, "sửa nhầm", operator, **more)


def test_what_it_waited_for_is_withdrawn(engine, begun, operator):
    (task,) = engine.user_tasks.find()
    move(engine, operator, "a", "sub", variables={"seen": True})
    assert at(engine) == ["inner"]
    assert engine.user_tasks.get(task.key).state.value == "cancelled"
    assert engine.instances.variables("K")["seen"] is True
    told = next(e for e in engine.history.of(begun.key) if e.what == "move")
    assert (told.who, told.element) == ("admin", "sub")
    assert told.about == {"source": "a", "reason": "sửa nhầm"}


def test_back_and_forth_and_a_whole_sub_process(engine, begun, operator):
    move(engine, operator, "a", "sub")
    move(engine, operator, "sub", "a")
    assert at(engine) == ["a", "late"]
    move(engine, operator, "a", "fork")
    assert at(engine) == ["b", "c"]
    number = next(w.number for w in engine.instances.waits("K") if w.element == "b")
    move(engine, operator, number, "c")
    with pytest.raises(Conflict, match="several"):
        move(engine, operator, "c", "a")


@pytest.mark.parametrize(
    ("to", "sentence"),
    [
        ("nothing", "none"),
        ("inner", "same sub-process"),
        ("s", "flows lead to"),
        ("late", "flows lead to"),
        ("join", "joins several"),
    ],
)
def test_where_no_flow_could_lead_it_is_refused(engine, begun, operator, to, sentence):
    with pytest.raises(BadInput, match=sentence):
        move(engine, operator, "a", to)
    assert at(engine) == ["a", "late"]


def test_where_it_could_not_go_on_it_does_not_go(engine, begun, operator):
    with pytest.raises(ExecutionFailure):
        move(engine, operator, "a", "way")
    assert at(engine) == ["a", "late"]
    assert engine.incidents.find() == []
    move(engine, operator, "a", "way", variables={"amount": False})
    assert engine.instances.get(begun.key).state.value == "ended"


def test_only_from_where_it_stands_and_with_a_reason(engine, begun, operator):
    with pytest.raises(Conflict, match="to be at 'b'"):
        move(engine, operator, "b", "c")
    with pytest.raises(Conflict, match="none"):
        move(engine, operator, 99, "c")
    with pytest.raises(BadInput, match="reason"):
        engine.instances.move("K", "a", "b", " ", operator)
