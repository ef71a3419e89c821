"""Exploring control flow: against every interleaving, and on drawings sound by construction."""

from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from procflow.engine.bpmn.chart import Chart
from procflow.engine.bpmn.control_flow import ControlFlow
from procflow.engine.bpmn.linter import lint_drawing
from procflow.engine.bpmn.model import (
    Drawing,
    Element,
    EventDefinition,
    EventKind,
    Kind,
    Process,
    SequenceFlow,
)
from procflow.engine.bpmn.soundness import explore

SOUNDNESS = {
    "deadlock",
    "lack-of-synchronisation",
    "no-way-out",
    "unreachable",
    "endless-loop",
}


@dataclass
class Sketch:
    """A process drawn by hand, without XML."""

    process: Process = field(default_factory=lambda: Process(id="P", name=None, line=1))

    def node(self, kind, scope="P", **rest):
        name = f"{kind}{len(self.process.elements)}"
        element = Element(id=name, kind=kind, name=None, scope=scope, line=1, **rest)
        self.process.elements[name] = element
        return element

    def flow(self, source, target, condition=None):
        name = f"f{len(self.process.flows)}"
        self.process.flows[name] = SequenceFlow(
            id=name,
            name=None,
            source=source.id,
            target=target.id,
            scope=source.scope,
            line=1,
            condition=condition,
        )
        return name

    def found(self):
        drawing = Drawing(file="sketch", processes={"P": self.process}, ids=self.ids())
        return {each.rule for each in lint_drawing(drawing) if each.rule in SOUNDNESS}

    def ids(self):
        return dict.fromkeys((*self.process.elements, *self.process.flows), 1)

    def explored(self):
        return explore(ControlFlow(Chart(self.process), "P"))


# -- every interleaving ---------------------------------------------------------

KINDS = st.sampled_from(
    [Kind.TASK, Kind.EXCLUSIVE_GATEWAY, Kind.EXCLUSIVE_GATEWAY, Kind.PARALLEL_GATEWAY]
)


@st.composite
def graphs(draw):
    """A start, a few elements, an end, and flows anywhere between them."""
    sketch = Sketch()
    start = sketch.node(Kind.START_EVENT)
    middle = [sketch.node(kind) for kind in draw(st.lists(KINDS, min_size=2, max_size=6))]
    end = sketch.node(Kind.END_EVENT)
    sketch.flow(start, middle[0])
    targets = st.sampled_from([*middle, end])
    for source in middle:
        for _ in range(draw(st.integers(1, 2))):
            sketch.flow(source, draw(targets))
    return sketch


TOO_MANY = 400


def in_every_order(sketch):
    """The joins that can be stuck, those that some run passes, whether some run ends.

    None where tokens multiply.
    """
    net = ControlFlow(Chart(sketch.process), "P")
    (start,) = net.beginnings
    waiting = [tuple(sorted(each.arcs)) for each in net.outcomes(start.id)]
    seen, stuck, passed, ends = set(waiting), set(), set(), False
    while waiting:
        tokens = waiting.pop()
        after = list(one_step(net, tokens))
        ends = ends or not tokens
        if len(seen) > TOO_MANY or len(tokens) > 6:
            return None
        if not after:
            stuck |= {net.arcs[arc].target for arc in tokens}
        for element, each in after:
            passed.add(element)
            if each not in seen:
                seen.add(each)
                waiting.append(each)
    return stuck, passed, ends


def one_step(net, tokens):
    for target in {net.arcs[arc].target for arc in tokens}:
        here = sorted({arc for arc in tokens if net.arcs[arc].target == target})
        if net.elements[target].kind is Kind.PARALLEL_GATEWAY:
            if len(here) == len(net.arriving[target]):
                yield from put(net, tokens, here, target)
        else:
            for arc in here:
                yield from put(net, tokens, [arc], target)


def put(net, tokens, taken, element):
    rest = list(tokens)
    for arc in taken:
        rest.remove(arc)
    for outcome in net.outcomes(element):
        yield element, tuple(sorted((*rest, *outcome.arcs)))


@settings(max_examples=300, deadline=None)
@given(graphs())
def test_stuck_joins_are_those_of_every_interleaving(sketch):
    everything = in_every_order(sketch)
    if everything is None:
        return
    stuck, passed, ends = everything
    found = {proof.element.id: proof.always for proof in sketch.explored().stuck}
    assert found == {each: each not in passed or not ends for each in stuck}


# -- sound by construction ------------------------------------------------------


class Builder:
    """Blocks in blocks: each has one way in and one way out."""

    def __init__(self, draw):
        self.draw, self.sketch = draw, Sketch()

    def frame(self, scope, depth):
        first, last = self.block(scope, depth)
        self.sketch.flow(self.sketch.node(Kind.START_EVENT, scope), first)
        self.sketch.flow(last, self.sketch.node(Kind.END_EVENT, scope))

    def block(self, scope, depth):
        kinds = ["task", "sequence", "xor", "and", "or", "fork", "loop", "border", "sub"]
        kind = self.draw(st.sampled_from(kinds)) if depth else "task"
        return getattr(self, f"draw_{kind}")(scope, depth - 1)

    def draw_task(self, scope, depth):
        element = self.sketch.node(Kind.USER_TASK, scope)
        return element, element

    def draw_sequence(self, scope, depth):
        (a, b), (c, d) = self.block(scope, depth), self.block(scope, depth)
        self.sketch.flow(b, c)
        return a, d

    def draw_xor(self, scope, depth):
        return self.split(scope, depth, Kind.EXCLUSIVE_GATEWAY, Kind.EXCLUSIVE_GATEWAY)

    def draw_and(self, scope, depth):
        return self.split(scope, depth, Kind.PARALLEL_GATEWAY, Kind.PARALLEL_GATEWAY, None)

    def draw_or(self, scope, depth):
        return self.split(scope, depth, Kind.INCLUSIVE_GATEWAY, Kind.INCLUSIVE_GATEWAY)

    def draw_fork(self, scope, depth):
        return self.split(scope, depth, Kind.TASK, Kind.INCLUSIVE_GATEWAY)

    def split(self, scope, depth, opening, closing, condition="=c"):
        split, join = self.sketch.node(opening, scope), self.sketch.node(closing, scope)
        for _ in range(self.draw(st.integers(2, 3))):
            first, last = self.block(scope, depth)
            self.sketch.flow(split, first, condition)
            self.sketch.flow(last, join)
        return split, join

    def draw_loop(self, scope, depth):
        merge = self.sketch.node(Kind.EXCLUSIVE_GATEWAY, scope)
        split = self.sketch.node(Kind.EXCLUSIVE_GATEWAY, scope)
        first, last = self.block(scope, depth)
        self.sketch.flow(merge, first)
        self.sketch.flow(last, split)
        self.sketch.flow(split, merge, "=c")
        return merge, split

    def draw_border(self, scope, depth):
        """An interrupting timer on a user task: either way leads to the same merge."""
        host = self.sketch.node(Kind.USER_TASK, scope)
        late = self.sketch.node(
            Kind.BOUNDARY_EVENT,
            scope,
            attached_to=host.id,
            events=(EventDefinition(kind=EventKind.TIMER, line=1, timer="duration", value="PT1H"),),
        )
        merge = self.sketch.node(Kind.EXCLUSIVE_GATEWAY, scope)
        self.sketch.flow(host, merge)
        self.sketch.flow(late, merge)
        return host, merge

    def draw_sub(self, scope, depth):
        element = self.sketch.node(Kind.SUB_PROCESS, scope)
        self.frame(element.id, depth)
        return element, element


@st.composite
def blocks(draw):
    builder = Builder(draw)
    builder.frame("P", draw(st.integers(1, 4)))
    return builder.sketch


@settings(max_examples=150, deadline=None)
@given(blocks())
def test_what_is_sound_by_construction_is_found_sound(sketch):
    assert sketch.found() == set()


def diamond(opening, closing, branches=2):
    sketch = Sketch()
    start, end = sketch.node(Kind.START_EVENT), sketch.node(Kind.END_EVENT)
    split, join, after = sketch.node(opening), sketch.node(closing), sketch.node(Kind.USER_TASK)
    sketch.flow(start, split)
    for _ in range(branches):
        branch = sketch.node(Kind.USER_TASK)
        sketch.flow(split, branch, "=c" if opening is not Kind.PARALLEL_GATEWAY else None)
        sketch.flow(branch, join)
    sketch.flow(join, after)
    sketch.flow(after, end)
    return sketch


def test_exclusive_split_into_parallel_join_is_stuck_in_every_run():
    (proof,) = diamond(Kind.EXCLUSIVE_GATEWAY, Kind.PARALLEL_GATEWAY).explored().stuck
    assert proof.always and proof.element.kind is Kind.PARALLEL_GATEWAY
    assert proof.path.startswith("startEvent0 → exclusiveGateway2 [")


def test_inclusive_split_into_parallel_join_is_stuck_in_some_runs():
    (proof,) = diamond(Kind.INCLUSIVE_GATEWAY, Kind.PARALLEL_GATEWAY).explored().stuck
    assert not proof.always


def test_a_join_passed_once_is_stuck_in_every_run_where_none_ends():
    sketch = Sketch()
    start, fork, merge = (
        sketch.node(Kind.START_EVENT),
        sketch.node(Kind.PARALLEL_GATEWAY),
        sketch.node(Kind.EXCLUSIVE_GATEWAY),
    )
    join, end = sketch.node(Kind.PARALLEL_GATEWAY), sketch.node(Kind.END_EVENT)
    sketch.flow(start, fork)
    sketch.flow(fork, merge)
    sketch.flow(fork, join)
    sketch.flow(merge, join)
    sketch.flow(join, merge)
    sketch.flow(join, end)
    (proof,) = sketch.explored().stuck
    assert proof.always and proof.element is join


def test_parallel_split_into_exclusive_merge_crowds():
    explored = diamond(Kind.PARALLEL_GATEWAY, Kind.EXCLUSIVE_GATEWAY).explored()
    assert [proof.element.kind for proof in explored.crowded] == [Kind.EXCLUSIVE_GATEWAY]
    assert explored.stuck == []


def test_what_would_take_too_long_is_not_judged():
    """Twelve inclusive splits beside each other, any of which may leave the join short."""
    sketch = Sketch()
    start = sketch.node(Kind.START_EVENT)
    join = sketch.node(Kind.PARALLEL_GATEWAY)
    for _ in range(12):
        split, a, b = (
            sketch.node(Kind.INCLUSIVE_GATEWAY),
            sketch.node(Kind.TASK),
            sketch.node(Kind.TASK),
        )
        sketch.flow(start, split)
        for branch in (a, b):
            sketch.flow(split, branch, "=c")
            sketch.flow(branch, join)
    assert sketch.explored().stuck == []


def test_tokens_that_multiply_are_told_and_not_followed_for_ever():
    sketch = Sketch()
    start, end = sketch.node(Kind.START_EVENT), sketch.node(Kind.END_EVENT)
    merge, work, fork = (
        sketch.node(Kind.EXCLUSIVE_GATEWAY),
        sketch.node(Kind.USER_TASK),
        sketch.node(Kind.PARALLEL_GATEWAY),
    )
    for source, target in (
        (start, merge),
        (merge, work),
        (work, fork),
        (fork, merge),
        (fork, merge),
        (fork, end),
    ):
        sketch.flow(source, target)
    explored = sketch.explored()
    assert explored.stuck == []
    assert [proof.element for proof in explored.crowded] == [merge]


def test_twenty_diamonds_in_a_row_and_twelve_branches_beside_each_other():
    sketch = Sketch()
    last = sketch.node(Kind.START_EVENT)
    for _ in range(20):
        split, join = (
            sketch.node(Kind.EXCLUSIVE_GATEWAY),
            sketch.node(Kind.EXCLUSIVE_GATEWAY),
        )
        sketch.flow(last, split)
        for _ in range(2):
            branch = sketch.node(Kind.USER_TASK)
            sketch.flow(split, branch, "=c")
            sketch.flow(branch, join)
        last = join
    wide, joined = sketch.node(Kind.PARALLEL_GATEWAY), sketch.node(Kind.PARALLEL_GATEWAY)
    sketch.flow(last, wide)
    for _ in range(12):
        branch = sketch.node(Kind.USER_TASK)
        sketch.flow(wide, branch)
        sketch.flow(branch, joined)
    sketch.flow(joined, sketch.node(Kind.END_EVENT))
    assert sketch.found() == set()
