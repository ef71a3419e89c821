"""All runs of one scope, as a graph: a state is where the tokens are, a move is one element's turn.

As in the linter's soundness, elements that are ready never hinder each other, so one order of them
with all their outcomes stands for every order. Data is left out, but for flows that are `closed`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from ...bpmn.control_flow import ControlFlow, Outcome
from ...bpmn.model import Element, Kind
from ...bpmn.soundness import ranks

MOST_STATES = 5_000
MOST_TOKENS = 12
DONE = -1
"""The state in which no token is left."""

Tokens = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """An element takes its turn.

    borders: its boundary events that go off. interrupted: by one of them, so it is not completed.
    flows: those that are taken.
    """

    before: int
    after: int
    element: str
    borders: tuple[str, ...]
    interrupted: bool
    flows: tuple[str, ...]

    @property
    def passed(self) -> tuple[str, ...]:
        return (self.element, *self.borders)


class Runs:
    """complete: False when there was more than could be followed; then nothing is proven."""

    def __init__(self, net: ControlFlow, begin: Collection[str]) -> None:
        self.net = net
        self.complete = True
        self.first: list[Move] = []
        self.moves: dict[int, list[Move]] = defaultdict(list)
        self._rank = ranks(net)
        self._numbers: dict[Tokens, int] = {}
        self._waiting: list[Tokens] = []
        self._outcomes: dict[str, list[Outcome]] = {}
        self._follow(begin)

    def element(self, element_id: str) -> Element:
        return self.net.elements[element_id]

    def _follow(self, begin: Collection[str]) -> None:
        for element in begin:
            self.first += [self._move(DONE, (), element, outcome) for outcome in self._of(element)]
        while self._waiting:
            self._visit(self._waiting.pop())

    def _visit(self, tokens: Tokens) -> None:
        arrived: dict[str, list[int]] = defaultdict(list)
        for arc in tokens:
            arrived[self.net.arcs[arc].target].append(arc)
        ready = [each for each, arcs in arrived.items() if self._is_ready(each, arcs)]
        if not ready:
            return
        element = min(ready, key=lambda each: (self._merges_some(each), self._rank.get(each, 0)))
        rest = self._without(tokens, element, arrived[element])
        before = self._numbers[tokens]
        for outcome in self._of(element):
            self.moves[before].append(self._move(before, rest, element, outcome))

    def _move(self, before: int, rest: Tokens, element: str, outcome: Outcome) -> Move:
        tokens = () if outcome.ends_scope else tuple(sorted((*rest, *outcome.arcs)))
        arcs = [self.net.arcs[arc] for arc in outcome.arcs]
        borders = tuple(dict.fromkeys(arc.source for arc in arcs if arc.source != element))
        interrupted = any(self.element(border).interrupting for border in borders)
        flows = tuple(arc.flow.id for arc in arcs if arc.flow)
        return Move(before, self._number(tokens), element, borders, interrupted, flows)

    def _number(self, tokens: Tokens) -> int:
        if not tokens:
            return DONE
        if tokens not in self._numbers:
            self._numbers[tokens] = len(self._numbers)
            if len(tokens) > MOST_TOKENS or len(self._numbers) > MOST_STATES:
                self.complete = False
            else:
                self._waiting.append(tokens)
        return self._numbers[tokens]

    def _of(self, element: str) -> list[Outcome]:
        if element not in self._outcomes:
            self._outcomes[element] = self.net.outcomes(element)
        return self._outcomes[element]

    def _is_ready(self, element: str, arcs: list[int]) -> bool:
        if self.element(element).kind is not Kind.PARALLEL_GATEWAY:
            return True
        return len(set(arcs)) == len(self.net.arriving[element])

    def _merges_some(self, element: str) -> bool:
        inclusive = self.element(element).kind is Kind.INCLUSIVE_GATEWAY
        return inclusive and len(self.net.arriving[element]) > 1

    def _without(self, tokens: Tokens, element: str, arcs: list[int]) -> Tokens:
        joins = self.element(element).kind is Kind.PARALLEL_GATEWAY or self._merges_some(element)
        left = list(tokens)
        for arc in sorted(set(arcs)) if joins else arcs[:1]:
            left.remove(arc)
        return tuple(left)
