"""The set of values a constant input cell lets through, as spans of an ordered type.

A cell such as `[1..10], > 20` or `not("a")` means the same in every evaluation, so tables can be
indexed by it and checked for overlaps and gaps. A cell that reads a variable has no domain.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ..expressions import syntax
from ..expressions.builtins import BUILTIN_NAMES
from ..expressions.compiler import Compiler
from ..expressions.environment import Budget, Environment
from ..expressions.errors import FeelError
from ..expressions.parser import parse_unary_tests
from ..expressions.ranges import Range
from ..expressions.run import Run
from ..expressions.scopes import Local
from ..expressions.temporal import Date
from ..expressions.values import kind, native

Cut = tuple[Any, ...]
Span = tuple[Cut, Cut]

LOWEST: Cut = (-1,)
HIGHEST: Cut = (1,)
KINDS = (Decimal, str, bool, Date)
BRIEF = Environment(budget=Budget(steps=1_000))


def before(value: Any) -> Cut:
    """The cut just below a value. Booleans are ordered false, true."""
    return (0, _ordinal(value), 0)


def after(value: Any) -> Cut:
    """The cut just above a value."""
    return (0, _ordinal(value), 1)


def _ordinal(value: Any) -> Any:
    return (value.year, value.month, value.day) if type(value) is Date else value


@dataclass(frozen=True, slots=True)
class Domain:
    """Disjoint spans in ascending order; a span holds what lies between its two cuts."""

    kind: str
    spans: tuple[Span, ...]

    def holds(self, value: Any) -> bool:
        place = before(value)
        after_it = bisect_right(self.spans, place, key=lambda span: span[0])
        return after_it > 0 and place < self.spans[after_it - 1][1]

    def meets(self, other: Domain) -> Domain:
        """What both let through."""
        if self._apart(other):
            return Domain(self.kind, ())
        spans = [
            (max(low, other_low), min(high, other_high))
            for low, high in self.spans
            for other_low, other_high in other.spans
        ]
        return Domain(self.kind, _joined(span for span in spans if span[0] < span[1]))

    def _apart(self, other: Domain) -> bool:
        """Whether one ends before the other begins."""
        if not self.spans or not other.spans:
            return True
        return self.spans[-1][1] <= other.spans[0][0] or other.spans[-1][1] <= self.spans[0][0]

    def without(self, other: Domain) -> Domain:
        """What this lets through and the other does not."""
        return self.meets(other.complement())

    def complement(self) -> Domain:
        """What this does not let through."""
        cuts = [LOWEST, *(cut for span in self.spans for cut in span), HIGHEST]
        pairs = zip(cuts[::2], cuts[1::2], strict=True)
        return Domain(self.kind, tuple(pair for pair in pairs if pair[0] < pair[1]))


def everything(kind_: str) -> Domain:
    """All values of a kind."""
    if kind_ == "boolean":
        return Domain(kind_, ((before(False), after(True)),))
    return Domain(kind_, ((LOWEST, HIGHEST),))


def domain_of(text: str) -> Domain | None:
    """The domain of unary tests; None for `-`, for a cell that reads a variable, and for null.

    Also None for what does not parse, and for constants that take long to work out.
    """
    try:
        node = parse_unary_tests(text, (), BUILTIN_NAMES)
        parts = [_constant(text, item) for item in node.items]
    except (FeelError, RecursionError, ArithmeticError):
        return None
    if not parts or any(part is None for part in parts):
        return None
    domains = [domain for domain in map(_of_value, parts) if domain]
    kinds = {domain.kind for domain in domains}
    if len(domains) != len(parts) or len(kinds) != 1:
        return None
    whole = Domain(kinds.pop(), _joined(span for domain in domains for span in domain.spans))
    return whole.complement().meets(everything(whole.kind)) if node.negated else whole


def _constant(text: str, node: syntax.Node) -> Any:
    """The value of a test that reads neither variables nor `?`; None for one that does."""
    compiler, input_value = Compiler(text), Local(None, "?")
    closure = compiler.compile(node, input_value)
    if compiler.free or input_value.used:
        return None
    run = Run({}, BRIEF)
    value = closure(run, (None, None))
    return None if run.notes else value


def _of_value(value: Any) -> Domain | None:
    if type(value) in KINDS:
        return Domain(kind(value), ((before(value), after(value)),))
    if type(value) is Range:
        return _of_range(value)
    if type(value) is list:
        return _of_list([_of_value(native(item)) for item in value])
    return None


def _of_list(domains: list[Domain | None]) -> Domain | None:
    known = [domain for domain in domains if domain]
    if not known or len(known) != len(domains) or len({domain.kind for domain in known}) != 1:
        return None
    return Domain(known[0].kind, _joined(span for domain in known for span in domain.spans))


def _of_range(range_: Range) -> Domain | None:
    ends = [end for end in (range_.low, range_.high) if end is not None]
    if not ends or any(type(end) not in KINDS or type(end) is not type(ends[0]) for end in ends):
        return None
    low = LOWEST if range_.low is None else (before if range_.low_included else after)(range_.low)
    high = (
        HIGHEST if range_.high is None else (after if range_.high_included else before)(range_.high)
    )
    spans = ((low, high),) if low < high else ()
    domain = Domain(kind(ends[0]), spans)
    return domain.complement() if range_.operator == "!=" else domain


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch or overlap made one."""
    joined: list[Span] = []
    for low, high in sorted(spans):
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], high))
        else:
            joined.append((low, high))
    return tuple(joined)
