"""Random sound drawings against a small interpreter written for this test.

A block knows how to draw itself and, independently, what must come of it: how often each element
completes and what becomes of the counters – whatever order the waits are answered in.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procflow.engine.bpmn.model import (
    Element,
    EventDefinition,
    EventKind,
    JobDefinition,
    Kind,
    MultiInstance,
    Process,
    Script,
    SequenceFlow,
    StandardLoop,
    VariableMapping,
)

# -- drawing --------------------------------------------------------------------------------


@dataclass
class Pencil:
    """Draws into one process."""

    process: Process = field(default_factory=lambda: Process(id="P", name=None, line=1))
    given: dict[str, Any] = field(default_factory=dict)
    count: int = 0

    def name(self, word: str) -> str:
        self.count += 1
        return f"{word}_{self.count}"

    def node(self, kind: Kind, scope: str, **rest: Any) -> Element:
        element = Element(id=self.name(kind), kind=kind, name=None, scope=scope, line=1, **rest)
        self.process.elements[element.id] = element
        return element

    def flow(self, source: str, target: str, scope: str, condition: str | None = None) -> str:
        flow = SequenceFlow(
            id=self.name("flow"),
            name=None,
            source=source,
            target=target,
            scope=scope,
            line=1,
            condition=condition,
        )
        self.process.flows[flow.id] = flow
        return flow.id

    def frame(self, block: Block, scope: str, end: EventDefinition | None = None) -> Framed:
        start = self.node(Kind.START_EVENT, scope)
        first, last = block.draw(self, scope)
        stop = self.node(Kind.END_EVENT, scope, events=(end,) if end else ())
        self.flow(start.id, first, scope)
        self.flow(last, stop.id, scope)
        return Framed(start.id, stop.id)


@dataclass(frozen=True)
class Framed:
    start: str
    end: str


class Block:
    """Something with one way in and one way out."""

    def draw(self, pencil: Pencil, scope: str) -> tuple[str, str]:
        raise NotImplementedError

    def expect(self) -> Counter[str]:
        """How often each element completes, when the block is run once."""
        raise NotImplementedError


def together(blocks: Iterator[Block]) -> Counter[str]:
    return sum((block.expect() for block in blocks), Counter())


@dataclass
class Leaf(Block):
    kind: Kind
    id: str = ""
    counter: str = ""

    def draw(self, pencil: Pencil, scope: str) -> tuple[str, str]:
        job = JobDefinition(type="work", line=1) if self.kind is Kind.SERVICE_TASK else None
        script = None
        if self.kind is Kind.SCRIPT_TASK:
            self.counter = pencil.name("n")
            pencil.given[self.counter] = 0
            script = Script(expression=f"={self.counter} + 1", result_variable=self.counter, line=1)
        self.id = pencil.node(self.kind, scope, job=job, script=script).id
        return self.id, self.id

    def expect(self) -> Counter[str]:
        return Counter([self.id])


@dataclass
class Sequence(Block):
    blocks: list[Block]

    def draw(self, pencil: Pencil, scope: str) -> tuple[str, str]:
        ends = [block.draw(pencil, scope) for block in self.blocks]
        for (_, last), (first, _) in pairwise(ends):
            pencil.flow(last, first, scope)
        return ends[0][0], ends[-1][1]

    def expect(self) -> Counter[str]:
        return together(self.blocks)


@dataclass
class Split(Block):
    """Parallel, exclusive or inclusive; `wanted` says which branches the variables ask for."""

    kind: Kind
    blocks: list[Block]
    wanted: list[bool]
    joins_by: Kind
    ids: tuple[str, str] = ("", "")

    def draw(self, pencil: Pencil, scope: str) -> tuple[str, str]:
        split, join = pencil.node(self.kind, scope), pencil.node(self.joins_by, scope)
        for block, wanted in zip(self.blocks, self.wanted, strict=True):
            first, last = block.draw(pencil, scope)
            condition = None
            if self.kind is not Kind.PARALLEL_GATEWAY:
                variable = pencil.name("go")
                pencil.given[variable] = wanted
                condition = f"={variable}"
            flow = pencil.flow(split.id, first, scope, condition)
            pencil.flow(last, join.id, scope)
        if self.kind is not Kind.PARALLEL_GATEWAY:
            split.default = flow
        self.ids = split.id, join.id
        return self.ids

    def taken(self) -> list[Block]:
        if self.kind is Kind.PARALLEL_GATEWAY:
            return self.blocks
        asked = [b for b, wanted in zip(self.blocks[:-1], self.wanted, strict=False) if wanted]
        if self.kind is Kind.EXCLUSIVE_GATEWAY:
            asked = asked[:1]
        return asked or self.blocks[-1:]

    def expect(self) -> Counter[str]:
        return Counter(self.ids) + together(self.taken())


@dataclass
class Rounds(Block):
    """A loop by gateways, counted by a script."""

    block: Block
    times: int
    ids: tuple[str, ...] = ()

    def draw(self, pencil: Pencil, scope: str) -> tuple[str, str]:
        merge, split = (pencil.node(Kind.EXCLUSIVE_GATEWAY, scope) for _ in range(2))
        counter = pencil.name("round")
        pencil.given[counter] = 0
        script = Script(
            expression=f"=modulo({counter} + 1, {self.times})", result_variable=counter, line=1
        )
        count, after = (
            pencil.node(Kind.SCRIPT_TASK, scope, script=script),
            pencil.node(Kind.TASK, scope),
        )
        first, last = self.block.draw(pencil, scope)
        pencil.flow(merge.id, first, scope)
        pencil.flow(last, count.id, scope)
        pencil.flow(count.id, split.id, scope)
        pencil.flow(split.id, merge.id, scope, f"={counter} > 0")
        split.default = pencil.flow(split.id, after.id, scope)
        self.ids = merge.id, count.id, split.id, after.id
        return merge.id, after.id

    def expect(self) -> Counter[str]:
        once = self.block.expect() + Counter(self.ids[:3])
        return times(once, self.times) + Counter(self.ids[3:])


@dataclass
class Sub(Block):
    """A sub-process with counters of its own; if it fails, an error at its end is caught."""

    block: Block
    loop: MultiInstance | StandardLoop | None
    times: int
    fails: bool
    id: str = ""
    boundary: str = ""
    framed: Framed = Framed("", "")
    after: str = ""

    def draw(self, pencil: Pencil, scope: str) -> tuple[str, str]:
        sub, known = pencil.node(Kind.SUB_PROCESS, scope, loop=self.loop), set(pencil.given)
        error = EventDefinition(kind=EventKind.ERROR, line=1, value="LOST")
        self.id, self.framed = (
            sub.id,
            pencil.frame(self.block, sub.id, error if self.fails else None),
        )
        own = [name for name in pencil.given if name.startswith("round_") and name not in known]
        sub.inputs = tuple(VariableMapping("=0", name, 1) for name in own)
        after = pencil.node(Kind.TASK, scope)
        if self.fails:
            boundary = pencil.node(Kind.BOUNDARY_EVENT, scope, attached_to=sub.id, events=(error,))
            pencil.flow(boundary.id, after.id, scope)
            self.boundary = boundary.id
        pencil.flow(sub.id, after.id, scope)
        self.after = after.id
        return sub.id, after.id

    def expect(self) -> Counter[str]:
        once = self.block.expect() + Counter([self.framed.start, self.framed.end])
        if self.fails:
            return once + Counter([self.boundary, self.after])
        rounds = times(once + Counter([self.id]), self.times)
        return rounds + Counter([self.after] if self.loop is None else [self.id, self.after])


def times(once: Counter[str], number: int) -> Counter[str]:
    return Counter({name: count * number for name, count in once.items()})


# -- random blocks --------------------------------------------------------------------------

LEAVES = st.builds(
    Leaf, st.sampled_from([Kind.USER_TASK, Kind.SERVICE_TASK, Kind.TASK, Kind.SCRIPT_TASK])
)
PAIRS = [
    (Kind.PARALLEL_GATEWAY, Kind.PARALLEL_GATEWAY),
    (Kind.PARALLEL_GATEWAY, Kind.INCLUSIVE_GATEWAY),
    (Kind.EXCLUSIVE_GATEWAY, Kind.EXCLUSIVE_GATEWAY),
    (Kind.INCLUSIVE_GATEWAY, Kind.INCLUSIVE_GATEWAY),
    (Kind.EXCLUSIVE_GATEWAY, Kind.INCLUSIVE_GATEWAY),
]


@st.composite
def splits(draw: st.DrawFn, blocks: st.SearchStrategy[Block]) -> Split:
    kind, joins_by = draw(st.sampled_from(PAIRS))
    branches = draw(st.lists(blocks, min_size=2, max_size=3))
    wanted = [draw(st.booleans()) for _ in branches]
    return Split(kind, branches, wanted, joins_by)


@st.composite
def subs(draw: st.DrawFn, blocks: st.SearchStrategy[Block]) -> Sub:
    block, number = draw(blocks), draw(st.integers(1, 3))
    items = "=[" + ", ".join("null" if n == 1 else str(n) for n in range(number)) + "]"
    many = {"line": 1, "input_collection": items, "input_element": "item"}
    loop = draw(
        st.sampled_from(
            [
                None,
                MultiInstance(sequential=False, **many),
                MultiInstance(
                    sequential=True, output_collection="out", output_element="=item", **many
                ),
                StandardLoop(
                    line=1, condition=f"=loopCounter < {number}", maximum=number, test_before=False
                ),
            ]
        )
    )
    fails = loop is None and draw(st.booleans())
    return Sub(block, loop, 1 if loop is None else number, fails)


BLOCKS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(Sequence, st.lists(inner, min_size=2, max_size=4)),
        splits(inner),
        st.builds(Rounds, inner, st.integers(1, 3)),
        subs(inner),
    ),
    max_leaves=20,
)


def counters(block: Block, process: Process, completed: Counter[str]) -> dict[str, int]:
    """What the scripts that count alone have counted."""
    scripts = (
        e for e in process.elements.values() if e.script and e.script.result_variable[:2] == "n_"
    )
    return {e.script.result_variable: completed[e.id] for e in scripts}


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(block=BLOCKS, seed=st.integers(0, 2**32))
def test_random_drawings_do_what_their_blocks_say(play_model, block, seed):
    pencil, order = Pencil(), random.Random(seed)
    framed = pencil.frame(block, "P")
    expected = block.expect() + Counter([framed.start, framed.end])
    instance = play_model(pencil.process, pencil.given, steps=order.random() < 0.8)
    while not instance.ended:
        assert not instance.stuck()
        wait = order.choice(instance.waits())
        nth = [w.number for w in instance.waits() if w.element == wait.element].index(wait.number)
        instance.answer(wait.element, nth)
    assert Counter(instance.passed) == expected
    counted = counters(block, pencil.process, expected)
    assert {name: instance.variables[name] for name in counted} == counted
