"""What the condition of a flow says of single variables: equal to, above, and what that rules
out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ...bpmn.model import SequenceFlow
from ...expressions import syntax
from ...expressions.contradictions import contradiction
from .frames import Frame
from .known import FEEL_MARK, tree_of

Variable = tuple[str, ...]
"""A variable, or a place inside one: `("dossier", "code")`."""

ZERO_WHEN_TRUE = frozenset({"=", "<="})
ZERO_WHEN_FALSE = frozenset({">", "!="})


@dataclass(frozen=True, slots=True)
class Said:
    """What is known to be so on a flow: conditions that hold, and conditions that do not."""

    holds: tuple[syntax.Node, ...]
    fails: tuple[syntax.Node, ...]
    refused: tuple[str, ...]


def said_on(frame: Frame, flow: SequenceFlow) -> Said:
    """The flow's own condition, or on a default flow that none of the others' holds."""
    source = frame.chart.element(flow.source)
    if flow.condition is not None or source is None or source.default != flow.id:
        tree = tree_of(flow.condition)
        return Said(tuple(operands(tree, "and")) if tree else (), (), ())
    texts = [each.condition for each in frame.chart.leaving(source) if each.condition]
    trees = [tree for text in texts if (tree := tree_of(text))]
    fails = tuple(node for tree in trees for node in operands(tree, "or"))
    return Said((), fails, tuple(plain(text) for text in texts))


def proves_zero(said: Said, variable: Variable) -> bool:
    """Whether a number that is never below zero is zero there."""
    return any(_compares(node, variable, ZERO_WHEN_TRUE) for node in said.holds) or any(
        _compares(node, variable, ZERO_WHEN_FALSE) for node in said.fails
    )


def rules_out(said: Said, when: str) -> bool:
    """Whether a condition cannot hold there."""
    if plain(when) in said.refused:
        return True
    tree = tree_of(FEEL_MARK + plain(when))
    if tree is None or not said.holds:
        return False
    return contradiction([*said.holds, *operands(tree, "and")]) is not None


def operands(node: syntax.Node, operator: str) -> list[syntax.Node]:
    """The parts of an `and` or `or`, or the condition itself."""
    if isinstance(node, syntax.Logic) and node.operator == operator:
        return list(node.operands)
    return [node]


def variable_of(node: syntax.Node) -> Variable | None:
    """The variable, or the place inside one, that an expression is; None for anything else."""
    names: list[str] = []
    while isinstance(node, syntax.Path):
        names.append(node.name)
        node = node.source
    return (node.name, *reversed(names)) if isinstance(node, syntax.Name) else None


def variables_in(text: str | None) -> set[Variable]:
    """Everything a FEEL text reads."""
    tree = tree_of(text)
    return set() if tree is None else set(_read(tree))


def _read(tree: syntax.Node) -> Iterator[Variable]:
    nodes = list(syntax.walk(tree))
    inside = {id(node.source) for node in nodes if isinstance(node, syntax.Path)}
    called = {id(node.callee) for node in nodes if isinstance(node, syntax.Invocation)}
    for node in nodes:
        variable = variable_of(node)
        if variable and id(node) not in inside | called:
            yield variable


def plain(text: str) -> str:
    """A condition without its mark and with single blanks, to be compared as text."""
    return " ".join(text.strip().removeprefix(FEEL_MARK).split())


def _compares(node: syntax.Node, variable: Variable, operators: frozenset[str]) -> bool:
    return (
        isinstance(node, syntax.Comparison)
        and node.operator in operators
        and variable_of(node.left) == variable
        and isinstance(node.right, syntax.Literal)
        and isinstance(node.right.value, Decimal)
        and node.right.value == 0
    )
