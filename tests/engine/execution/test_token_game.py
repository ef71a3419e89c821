"""Random drawings without any structure against a token game after BPMN 2.0.2, chapter 13.

The game moves tokens along flows, one at a time in random order; an inclusive join goes on when
nothing else can and no token on the way reaches one of its empty flows alone (table 13.3). Tokens
that wait for ever are compared, too.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procflow.engine.bpmn.model import Element, Kind, Process, SequenceFlow

KINDS = st.sampled_from(
    [Kind.TASK, Kind.USER_TASK, Kind.EXCLUSIVE_GATEWAY, Kind.PARALLEL_GATEWAY]
    + [Kind.INCLUSIVE_GATEWAY] * 2
)
SPLITS = (Kind.EXCLUSIVE_GATEWAY, Kind.PARALLEL_GATEWAY, Kind.INCLUSIVE_GATEWAY)
CHOICES = (Kind.EXCLUSIVE_GATEWAY, Kind.INCLUSIVE_GATEWAY)
ORDERS = 10
MOST_MOVES = 2000


@st.composite
def drawings(draw: st.DrawFn) -> tuple[Process, dict[str, bool]]:
    """A process, and what its conditions give. A flow back is taken until somebody says enough."""
    kinds = [Kind.START_EVENT, *draw(st.lists(KINDS, min_size=3, max_size=10)), Kind.END_EVENT]
    names = [f"{kind}_{number}" for number, kind in enumerate(kinds)]
    process = Process(id="P", name=None, line=1)
    for name, kind in zip(names, kinds, strict=True):
        process.elements[name] = Element(id=name, kind=kind, name=None, scope="P", line=1)
    pairs = set(draw(flows_onwards(kinds)))
    pairs |= {(draw(st.integers(0, to - 1)), to) for to in unreached(kinds, pairs)}
    back = draw(flow_back(kinds))
    given = {"again": True}
    for source, target in [*back, *sorted(pairs)]:
        flow = f"{source}_{target}"
        process.flows[flow] = SequenceFlow(
            id=flow, name=None, source=names[source], target=names[target], scope="P", line=1
        )
    for name, kind in zip(names, kinds, strict=True):
        leaving = [flow.id for flow in process.flows.values() if flow.source == name]
        if kind in CHOICES and len(leaving) > 1:
            process.elements[name].default = leaving.pop()
            for flow in leaving:
                variable = f"go_{flow}"
                given[variable] = draw(st.booleans())
                condition = "=again" if flow in {f"{a}_{b}" for a, b in back} else f"={variable}"
                process.flows[flow] = replace(process.flows[flow], condition=condition)
    return process, given


@st.composite
def flows_onwards(draw: st.DrawFn, kinds: list[Kind]) -> list[tuple[int, int]]:
    last = len(kinds) - 1
    return [
        (source, draw(st.integers(source + 1, last)))
        for source, kind in enumerate(kinds[:-1])
        for _ in range(draw(st.integers(1, 3)) if kind in SPLITS else 1)
    ]


@st.composite
def flow_back(draw: st.DrawFn, kinds: list[Kind]) -> list[tuple[int, int]]:
    sources = [n for n, kind in enumerate(kinds) if kind is Kind.EXCLUSIVE_GATEWAY and n > 1]
    if not sources or draw(st.booleans()):
        return []
    source = draw(st.sampled_from(sources))
    return [(source, draw(st.integers(1, source - 1)))]


def unreached(kinds: list[Kind], pairs: set[tuple[int, int]]) -> list[int]:
    reached = {target for _, target in pairs}
    return [number for number in range(1, len(kinds)) if number not in reached]


class Endless(Exception):
    """The game goes round and round."""


class Game:
    def __init__(self, process: Process, given: dict[str, bool], luck: random.Random) -> None:
        self.process, self.given, self.luck = process, dict(given), luck
        self.tokens: Counter[str] = Counter()  # by flow
        self.working: Counter[str] = Counter()  # by user task
        self.done: Counter[str] = Counter()
        flows = process.flows.values()
        self.into = {e: [f.id for f in flows if f.target == e] for e in process.elements}
        self.out_of = {e: [f.id for f in flows if f.source == e] for e in process.elements}

    def begin(self) -> None:
        self.leave(next(iter(self.process.elements)))
        self.rest()

    def answer(self, element: str) -> None:
        self.working[element] -= 1
        self.leave(element)
        self.rest()

    def rest(self) -> None:
        for _ in range(MOST_MOVES):
            ready = [e for e in self.into if self.is_ready(e)] or [
                e for e in self.into if self.joins_some(e) and self.nothing_can_come(e)
            ]
            if not ready:
                return
            self.pass_through(self.luck.choice(ready))
        raise Endless

    def joins_some(self, element: str) -> bool:
        kind = self.process.elements[element].kind
        return kind is Kind.INCLUSIVE_GATEWAY and len(self.into[element]) > 1

    def is_ready(self, element: str) -> bool:
        filled = [self.tokens[flow] > 0 for flow in self.into[element]]
        if self.process.elements[element].kind is Kind.PARALLEL_GATEWAY:
            return bool(filled) and all(filled)
        return any(filled) and not self.joins_some(element)

    def nothing_can_come(self, join: str) -> bool:
        filled = [flow for flow in self.into[join] if self.tokens[flow]]
        empty = [flow for flow in self.into[join] if not self.tokens[flow]]
        hopeful = self.before(join, empty) - self.before(join, filled)
        elsewhere = {*(+self.tokens), *(+self.working)} - set(self.into[join])
        return bool(filled) and not elsewhere & hopeful

    def before(self, join: str, flows: list[str]) -> set[str]:
        """Flows and elements from which one of the flows is reached without passing the join."""
        found: set[str] = set()
        waiting = list(flows)
        while waiting:
            flow = waiting.pop()
            source = self.process.flows[flow].source
            if flow not in found:
                found.add(flow)
                if source != join:
                    found.add(source)
                    waiting += self.into[source]
        return found

    def pass_through(self, element: str) -> None:
        filled = [flow for flow in self.into[element] if self.tokens[flow]]
        kind = self.process.elements[element].kind
        joins = kind is Kind.PARALLEL_GATEWAY or self.joins_some(element)
        for flow in filled if joins else [self.luck.choice(filled)]:
            self.tokens[flow] -= 1
        if kind is Kind.USER_TASK:
            self.working[element] += 1
        else:
            self.leave(element)

    def leave(self, element: str) -> None:
        self.done[element] += 1
        self.tokens.update(self.chosen(element))

    def chosen(self, element: str) -> list[str]:
        drawn = self.process.elements[element]
        if drawn.default is None:
            return self.out_of[element]
        conditions = {flow: self.process.flows[flow].condition for flow in self.out_of[element]}
        taken = [flow for flow, text in conditions.items() if text and self.given[text[1:]]]
        first = taken[:1] if drawn.kind is Kind.EXCLUSIVE_GATEWAY else taken
        return first or [drawn.default]

    def outcome(self):
        return +self.done, +self.working, +self.tokens


def played(process, given, picks, luck):
    game = Game(process, given, luck)
    game.begin()
    for pick in picks:
        waiting = sorted(+game.working)
        if not waiting:
            break
        game.given["again"] = game.given["again"] and pick % 3 > 0
        game.answer(waiting[pick % len(waiting)])
    return game.outcome()


def executed(play_model, process, given, picks):
    instance = play_model(process, given, steps=True)
    for pick in picks:
        waiting = sorted(set(instance.at()))
        if not waiting:
            break
        again = instance.variables["again"] and pick % 3 > 0
        instance.answer(waiting[pick % len(waiting)], again=again)
    tokens = instance.execution._workflow.tasks.values()
    joining = Counter(t.internal_data["via"] for t in tokens if "via" in t.internal_data)
    return Counter(instance.passed), Counter(instance.at()), joining


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    drawing=drawings(),
    picks=st.lists(st.integers(0, 99), min_size=12, max_size=12),
    seed=st.integers(0, 2**32),
)
def test_tokens_go_where_the_standard_says(play_model, drawing, picks, seed):
    process, variables = drawing
    try:
        outcomes = [
            played(process, variables, picks, random.Random(seed + n)) for n in range(ORDERS)
        ]
    except Endless:
        return
    assert executed(play_model, process, variables, picks) in outcomes
