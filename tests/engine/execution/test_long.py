"""Long and wide drawings: nothing grows, nothing overflows."""

from __future__ import annotations

from itertools import pairwise

import pytest

from procflow.engine.bpmn.model import Element, Kind, MultiInstance, Process, Script, SequenceFlow
from procflow.engine.execution import ExecutionFailure, workflow
from procflow.engine.model.trail import Happening


class Pen:
    """Draws a process in code."""

    def __init__(self) -> None:
        self.process = Process(id="P", name=None, line=1)

    def node(self, name: str, kind: Kind, scope: str = "P", **rest) -> str:
        element = Element(id=name, kind=kind, name=None, scope=scope, line=1, **rest)
        self.process.elements[name] = element
        return name

    def path(self, *names: str, condition: str | None = None) -> None:
        for source, target in pairwise(names):
            name = f"{source}>{target}"
            self.process.flows[name] = SequenceFlow(
                id=name,
                name=None,
                source=source,
                target=target,
                scope=self.process.elements[source].scope,
                line=1,
                condition=condition,
            )


def script_loop(rounds: int) -> Process:
    pen = Pen()
    script = Script(expression="=n + 1", result_variable="n", line=1)
    pen.path(
        pen.node("start", Kind.START_EVENT),
        pen.node("merge", Kind.EXCLUSIVE_GATEWAY),
        pen.node("count", Kind.SCRIPT_TASK, script=script),
        pen.node("more", Kind.EXCLUSIVE_GATEWAY, default="more>end"),
        pen.node("end", Kind.END_EVENT),
    )
    pen.path("more", "merge", condition=f"=n < {rounds}")
    return pen.process


def test_ten_thousand_rounds_in_one_step(play_model):
    instance = play_model(script_loop(10_000), {"n": 0}, steps=True)
    assert instance.ended
    assert instance.variables == {"n": 10_000}
    assert instance.passed.count("count") == 10_000


def test_a_thousand_rounds_with_a_person(play_model):
    pen = Pen()
    pen.path(
        pen.node("start", Kind.START_EVENT),
        pen.node("ask", Kind.USER_TASK, default="ask>end"),
        pen.node("end", Kind.END_EVENT),
    )
    pen.path("ask", "ask", condition="=again")
    instance = play_model(pen.process, steps=True)
    sizes = set()
    for _ in range(1000):
        instance.answer("ask", again=True)
        sizes.add(len(instance.execution.snapshot().positions))
    assert max(sizes) - min(sizes) <= 8
    assert instance.answer("ask", again=False).ended


def test_a_loop_without_a_wait_is_a_failure(play_model, monkeypatch):
    monkeypatch.setattr(workflow, "LIMIT", 1000)
    with pytest.raises(ExecutionFailure) as caught:
        play_model(script_loop(10**9), {"n": 0}, steps=True)
    assert caught.value.kind == "endless-loop"


def test_a_chain_of_a_thousand(play_model):
    pen = Pen()
    names = [pen.node(f"t{number}", Kind.TASK) for number in range(1000)]
    pen.path(pen.node("start", Kind.START_EVENT), *names, pen.node("end", Kind.END_EVENT))
    instance = play_model(pen.process, steps=True)
    assert instance.passed == ["start", *names, "end"]


@pytest.mark.parametrize("kind", [Kind.PARALLEL_GATEWAY, Kind.INCLUSIVE_GATEWAY])
def test_twenty_diamonds(play_model, kind):
    pen = Pen()
    last = pen.node("start", Kind.START_EVENT)
    for number in range(20):
        split, join = (pen.node(f"{word}{number}", kind) for word in ("split", "join"))
        pen.path(last, split)
        for side in "ab":
            pen.path(split, pen.node(f"{side}{number}", Kind.TASK), join)
        last = join
    pen.path(last, pen.node("end", Kind.END_EVENT))
    instance = play_model(pen.process)
    assert instance.ended
    assert len(instance.passed) == 2 + 20 * 4


def many(sequential: bool, inner: Kind) -> Process:
    pen = Pen()
    loop = MultiInstance(
        line=1,
        sequential=sequential,
        input_collection="=people",
        input_element="person",
        output_collection="out",
        output_element="=person * 2",
    )
    pen.path(
        pen.node("start", Kind.START_EVENT),
        pen.node("each", inner, loop=loop),
        pen.node("end", Kind.END_EVENT),
    )
    if inner is Kind.SUB_PROCESS:
        pen.node("inside", Kind.TASK, scope="each")
    return pen.process


@pytest.mark.parametrize("sequential", [True, False])
@pytest.mark.parametrize("inner", [Kind.TASK, Kind.SUB_PROCESS])
def test_two_thousand_instances(play_model, sequential, inner):
    given = {"people": list(range(2000))}
    instance = play_model(many(sequential, inner), given, steps=True)
    assert instance.ended
    assert instance.variables["out"] == [number * 2 for number in range(2000)]
    assert instance.passed.count("each") == 2001


def test_two_thousand_people(play_model):
    instance = play_model(many(False, Kind.USER_TASK), {"people": list(range(2000))}, steps=True)
    assert len(instance.waits()) == 2000
    instance.answer("each", 1000).answer("each", 5)
    opened, gone = instance.execution.changed_waits()
    assert (opened, gone) == ([], [])
    assert instance.seen("each", 1997)["person"] == 1999
    assert len(instance.waits()) == 1998
    assert len(instance.happened(Happening.COMPLETED)) == 3


def test_scopes_within_scopes(play_model):
    pen = Pen()
    scope = "P"
    for number in range(200):
        pen.node(f"s{number}", Kind.SUB_PROCESS, scope=scope)
        scope = f"s{number}"
    pen.node("work", Kind.USER_TASK, scope=scope)
    instance = play_model(pen.process, steps=True)
    assert instance.at() == ["work"]
    assert instance.answer("work").ended
