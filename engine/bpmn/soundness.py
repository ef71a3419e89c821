"""Explores what the tokens of one scope can do, to prove that they can get stuck or crowd.

A token on an arc can be taken by one element only, so elements that are ready never hinder each
other, and it is enough to follow one order of them and all their outcomes (a persistent set). The
order is that of the drawing from its beginnings, so that branches that run beside each other have
all arrived before what merges them goes on. Inclusive joins go on when nothing else can.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from .control_flow import ControlFlow, Outcome
from .model import Element, Kind

MOST_STATES = 3000
"""Where more would have to be looked at, nothing is claimed."""

MOST_ON_ONE_ARC = 3
"""Where more tokens gather, they may grow without end: it is not followed any further."""

SHOWN = 8

Tokens = tuple[int, ...]
"""The arcs that hold a token, in order; an arc with two tokens stands twice."""


@dataclass(frozen=True, slots=True)
class Proof:
    """An element, and the labels of what was passed until then.

    always: no run gets past it, or no run at all comes to an end.
    """

    element: Element
    path: str
    always: bool = False


@dataclass(slots=True)
class Explored:
    """stuck: joins that wait in vain. crowded: merges that run twice for tokens side by side."""

    stuck: list[Proof] = field(default_factory=list)
    crowded: list[Proof] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Came:
    """How a state was reached: from which, by what element, on which way."""

    before: Tokens | None
    element: str
    choice: str | None


def explore(net: ControlFlow) -> Explored:
    """Nothing is claimed of a scope with a merging complex gateway, whose rule is data."""
    merging = (each for each in net.elements.values() if each.kind is Kind.COMPLEX_GATEWAY)
    if any(len(net.arriving[each.id]) > 1 for each in merging):
        return Explored()
    return Exploration(net).run()


class Exploration:
    def __init__(self, net: ControlFlow) -> None:
        self._net = net
        self._rank = ranks(net)
        self._outcomes: dict[str, list[Outcome]] = {}
        self._came: dict[Tokens, Came] = {}
        self._waiting: list[Tokens] = []
        self._fired: set[str] = set()
        self._stuck: dict[str, Tokens] = {}
        self._crowded: dict[str, Tokens] = {}
        self._is_cut = False
        self._can_end = False

    def run(self) -> Explored:
        self._begin()
        while self._waiting:
            if len(self._came) > MOST_STATES:
                return Explored()
            self._visit(self._waiting.pop())
        return Explored(
            stuck=[self._proof(each, tokens) for each, tokens in self._stuck.items()],
            crowded=[self._proof(each, tokens) for each, tokens in self._crowded.items()],
        )

    def _begin(self) -> None:
        beginnings = self._net.beginnings
        if any(each.kind is Kind.START_EVENT or each.instantiate for each in beginnings):
            for each in beginnings:
                self._go_on((), None, each.id)
        elif beginnings:
            self._begin_together(beginnings)

    def _begin_together(self, beginnings: list[Element]) -> None:
        """Without start events, everything nothing leads to begins at once."""
        first, *others = ((each.id, self._outcomes_of(each.id)) for each in beginnings)
        markings: list[Tokens] = [()]
        for _, outcomes in (first, *others):
            markings = [(*m, *o.arcs) for m in markings for o in outcomes][:MOST_STATES]
        for tokens in markings:
            self._arrive(tuple(sorted(tokens)), Came(None, first[0], None))

    def _visit(self, tokens: Tokens) -> None:
        at = self._by_target(tokens)
        ready = [each for each in at if self._is_ready(each, at[each])]
        if not ready:
            for each in at:
                self._stuck.setdefault(each, tokens)
            return
        chosen = min(ready, key=self._order)
        self._note_crowd(chosen, at[chosen], tokens)
        self._go_on(self._without(tokens, chosen, at[chosen]), tokens, chosen)

    def _go_on(self, rest: Tokens, before: Tokens | None, element: str) -> None:
        self._fired.add(element)
        for outcome in self._outcomes_of(element):
            tokens = () if outcome.ends_scope else tuple(sorted((*rest, *outcome.arcs)))
            self._arrive(tokens, Came(before, element, outcome.choice))

    def _arrive(self, tokens: Tokens, came: Came) -> None:
        if not tokens:
            self._can_end = True
        elif _most_alike(tokens) > MOST_ON_ONE_ARC:
            self._is_cut = True
        elif tokens not in self._came:
            self._came[tokens] = came
            self._waiting.append(tokens)

    def _by_target(self, tokens: Tokens) -> dict[str, list[int]]:
        at: dict[str, list[int]] = defaultdict(list)
        for arc in tokens:
            at[self._net.arcs[arc].target].append(arc)
        return at

    def _is_ready(self, element: str, arcs: list[int]) -> bool:
        if not self._joins_all(element):
            return True
        return len(set(arcs)) == len(self._net.arriving[element])

    def _order(self, element: str) -> tuple[bool, int]:
        return self._joins_some(element), self._rank.get(element, 0)

    def _without(self, tokens: Tokens, element: str, arcs: list[int]) -> Tokens:
        joins = self._joins_all(element) or self._joins_some(element)
        taken = Counter(set(arcs) if joins else arcs[:1])
        return tuple(sorted((Counter(tokens) - taken).elements()))

    def _joins_all(self, element: str) -> bool:
        return self._kind(element) is Kind.PARALLEL_GATEWAY

    def _joins_some(self, element: str) -> bool:
        several = len(self._net.arriving[element]) > 1
        return self._kind(element) is Kind.INCLUSIVE_GATEWAY and several

    def _kind(self, element: str) -> Kind:
        return self._net.elements[element].kind

    def _outcomes_of(self, element: str) -> list[Outcome]:
        if element not in self._outcomes:
            self._outcomes[element] = self._net.outcomes(element)
        return self._outcomes[element]

    def _note_crowd(self, element: str, arcs: list[int], tokens: Tokens) -> None:
        merges = not self._joins_all(element) and not self._joins_some(element)
        if merges and len(set(arcs)) > 1 and self._does_work(element):
            self._crowded.setdefault(element, tokens)

    def _does_work(self, element: str) -> bool:
        """Whether passing it twice does something twice: only ends and gateways do not matter."""
        idle = (Kind.END_EVENT, Kind.EXCLUSIVE_GATEWAY, Kind.PARALLEL_GATEWAY)
        return any(self._kind(each) not in idle for each in reached(self._net, [element]))

    def _proof(self, element: str, tokens: Tokens) -> Proof:
        always = not self._is_cut and (element not in self._fired or not self._can_end)
        return Proof(self._net.elements[element], self._path(tokens), always)

    def _path(self, tokens: Tokens) -> str:
        passed = [self._named(came) for came in self._history(tokens)]
        cut = ["…"] if len(passed) > SHOWN else []
        return " → ".join([*cut, *reversed(passed[:SHOWN])])

    def _history(self, tokens: Tokens | None) -> Iterator[Came]:
        while tokens is not None:
            came = self._came[tokens]
            yield came
            tokens = came.before

    def _named(self, came: Came) -> str:
        label = self._net.elements[came.element].label
        return f"{label} [{came.choice}]" if came.choice else label


def _most_alike(tokens: Tokens) -> int:
    """How many tokens the fullest arc holds."""
    return max(Counter(tokens).values()) if len(set(tokens)) < len(tokens) else 1


def reached(net: ControlFlow, beginnings: list[str]) -> set[str]:
    """The elements that plain flows lead to from these, these included."""
    found = set(beginnings)
    waiting = list(beginnings)
    while waiting:
        for target in net.successors(waiting.pop()):
            if target not in found:
                found.add(target)
                waiting.append(target)
    return found


def ranks(net: ControlFlow) -> dict[str, int]:
    """Reverse post-order of a depth-first walk: what leads to something comes before it."""
    order: list[str] = []
    seen: set[str] = set()
    for beginning in net.beginnings:
        if beginning.id not in seen:
            _walk(net, beginning.id, seen, order)
    return {element: len(order) - place for place, element in enumerate(order)}


def _walk(net: ControlFlow, beginning: str, seen: set[str], order: list[str]) -> None:
    seen.add(beginning)
    open_at = [(beginning, iter(net.successors(beginning)))]
    while open_at:
        element, successors = open_at[-1]
        target = next((each for each in successors if each not in seen), None)
        if target is None:
            order.append(element)
            open_at.pop()
        else:
            seen.add(target)
            open_at.append((target, iter(net.successors(target))))
