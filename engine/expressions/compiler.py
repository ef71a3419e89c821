"""From the tree of an expression to closures.

A closure takes the run and the local values and gives the FEEL value of its node. The local values
are pairs `(value, outer)`; how far out a name lies is known here and built into the closure.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from . import closures
from .builtins import BUILTINS
from .functions import Closure, Function
from .run import Run, Spot
from .scopes import Names
from .syntax import Invocation, Name, Node
from .types import Type

Trace = Callable[[Spot, Any], None]


class Compiler:
    """Compiles one expression.

    declared: names the caller says it has. types: named types for `instance of`. trace: told of
    every part's value, for explanations.

    reads: the variables read, each with whether it is surely one; within a filter it may also be
    an entry of the element. calls: the calls that surely go to a built-in function.
    """

    builtins: Mapping[str, Function] = BUILTINS

    def __init__(
        self,
        text: str,
        declared: Collection[str] = (),
        types: Mapping[str, Type] | None = None,
        trace: Trace | None = None,
    ) -> None:
        self.text = text
        self.declared = frozenset(declared)
        self.types = types or {}
        self.trace = trace
        self.reads: list[tuple[Name, bool]] = []
        self.calls: list[tuple[Invocation, Function]] = []
        self.nodes = 0

    @property
    def free(self) -> frozenset[str]:
        """The names of all variables read."""
        return frozenset([node.name for node, _ in self.reads])

    def compile(self, node: Node, names: Names | None) -> Closure:
        """The closure of a node."""
        self.nodes += 1
        closure = closures.COMPILERS[type(node)](self, node, names)
        return self._traced(node, closure) if self.trace else closure

    def measured(self, node: Node, names: Names | None) -> tuple[Closure, int]:
        """The closure of a node, and its cost in steps."""
        before = self.nodes
        closure = self.compile(node, names)
        return closure, self.nodes - before

    def all(self, nodes: Collection[Node], names: Names | None) -> tuple[Closure, ...]:
        return tuple([self.compile(node, names) for node in nodes])

    def spot(self, node: Node) -> Spot:
        """The node as a part of its text."""
        return Spot(self.text, node.start, node.end)

    def _traced(self, node: Node, closure: Closure) -> Closure:
        spot, trace = self.spot(node), self.trace

        def traced(run: Run, scope: Any) -> Any:
            value = closure(run, scope)
            if trace:
                trace(spot, value)
            return value

        return traced
