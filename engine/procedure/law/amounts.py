"""Which amounts a fee can have, as far as the drawing and its decisions say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from ...bpmn.model import CalledDecision, Element
from ...decisions import model as dmn
from ...decisions import read_model
from ...decisions.domain import domain_of
from ...errors import BadDrawing, NotFound, Refused
from ...expressions import FeelError, syntax
from ...expressions.values import native
from ..folder import ProcedureFolder
from .frames import Frame
from .known import FEEL_MARK, UNKNOWN, Known, feel_constant, tree_of, truth

Amounts = frozenset[Any]
"""Every amount there may be; one of them is UNKNOWN when some cannot be told."""

ANY: Amounts = frozenset({UNKNOWN})
MOST_STEPS = 20


def amounts_of(frame: Frame, element: Element, folder: ProcedureFolder) -> Amounts:
    """The amounts a payment step can ask for."""
    source = next((each.source for each in element.inputs if each.target == "amount"), None)
    return Written(frame, folder).of_text(source if source is not None else "=amount")


class Written:
    """The values of variables, by what the drawing writes into them."""

    def __init__(self, frame: Frame, folder: ProcedureFolder) -> None:
        self._frame = frame
        self._folder = folder
        self._open: list[str] = []

    def of_text(self, text: str) -> Amounts:
        if not text.lstrip().startswith(FEEL_MARK):
            return frozenset({_number(text)})
        tree = tree_of(text)
        return ANY if tree is None else self._of_node(text.strip()[1:], tree)

    def _of_node(self, feel: str, node: syntax.Node) -> Amounts:
        value = feel_constant(feel[node.start : node.end], self._frame.known)
        if value is not UNKNOWN:
            return frozenset({value if isinstance(value, Decimal) else UNKNOWN})
        if isinstance(node, syntax.If):
            return self._of_choice(feel, node)
        if isinstance(node, syntax.Name):
            return self._of_variable(node.name)
        return ANY

    def _of_choice(self, feel: str, node: syntax.If) -> Amounts:
        condition = node.condition
        decided = truth(FEEL_MARK + feel[condition.start : condition.end], self._frame.known)
        found: Amounts = frozenset()
        if decided is not False:
            found |= self._of_node(feel, node.yes)
        if decided is not True:
            found |= self._of_node(feel, node.no)
        return found

    def _of_variable(self, name: str) -> Amounts:
        if name in self._open or len(self._open) > MOST_STEPS:
            return frozenset()
        self._open.append(name)
        found = [amounts for each in self._writers(name) for amounts in each]
        self._open.pop()
        return frozenset(found) or ANY

    def _writers(self, name: str) -> Iterator[Amounts]:
        for element in self._frame.chart.elements():
            if element.script and element.script.result_variable == name:
                yield self.of_text(element.script.expression)
            if element.decision and element.decision.result_variable == name:
                yield decided(element.decision, self._folder, self._frame.known)
            yield from (
                self.of_text(each.source) for each in element.outputs if each.target == name
            )
        if name in self._asked():
            yield ANY

    def _asked(self) -> set[str]:
        forms = self._folder.forms
        named = (each.form_id for each in self._frame.chart.elements() if each.form_id in forms)
        return {name for form in named if form for name in forms[form].variables}


def decided(called: CalledDecision, folder: ProcedureFolder, known: Known) -> Amounts:
    """What a decision table may give, by the rules that what is known does not rule out."""
    for file in folder.decisions:
        try:
            model = read_model(file, folder.decisions)
        except (Refused, BadDrawing, NotFound):
            continue
        for decision in model.definitions.decisions:
            if decision.id == called.decision_id:
                return _outputs(decision.logic, known)
    return ANY


def _outputs(logic: dmn.Boxed | None, known: Known) -> Amounts:
    if isinstance(logic, dmn.Literal):
        return frozenset({_feel_number(logic.text)})
    if not isinstance(logic, dmn.DecisionTable) or len(logic.outputs) != 1:
        return ANY
    rules = [rule for rule in logic.rules if _may_hit(rule, logic.inputs, known)]
    default = logic.outputs[0].default
    texts = [rule.outputs[0] for rule in rules] + ([default] if default else [])
    return frozenset(_feel_number(text) for text in texts) or ANY


def _may_hit(rule: dmn.Rule, inputs: Iterable[dmn.InputClause], known: Known) -> bool:
    for clause, cell in zip(inputs, rule.conditions, strict=False):
        value = feel_constant(clause.expression, known)
        domain = domain_of(cell)
        if value is not UNKNOWN and domain is not None and not _holds(domain, value):
            return False
    return True


def _holds(domain: Any, value: Any) -> bool:
    try:
        return bool(domain.holds(native(value)))
    except (TypeError, FeelError):
        return True


def _feel_number(text: str) -> Any:
    value = feel_constant(text, {})
    return value if isinstance(value, Decimal) else UNKNOWN


def _number(text: str) -> Any:
    return Decimal(text) if text.strip().isdecimal() else UNKNOWN
