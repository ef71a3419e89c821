"""The translation, operator by operator.

Every method answers in one of two ways: `value`, which is what JUEL gives, or `truth`, which is
true exactly where JUEL coerces to true, and may be null instead of false.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ...variables import is_variable_name
from .errors import JuelError
from .feel_text import Feel, Level, numeral, quoted
from .syntax import (
    Binary,
    Choice,
    Item,
    Literal,
    Logic,
    Member,
    Name,
    Node,
    Now,
    Template,
    Unary,
)

BUSINESS_KEY = "businessKey"
KEY_NAMES = frozenset({"processBusinessKey", "businessKey", "processInstanceBusinessKey"})
ENGINE_OBJECTS = frozenset(
    {"execution", "task", "caseExecution", "externalTask", "authenticatedUserId"}
)
LOOP_COUNTER = "loopCounter"
COUNTS = {
    "nrOfInstances": "numberOfInstances",
    "nrOfActiveInstances": "numberOfActiveInstances",
    "nrOfCompletedInstances": "numberOfCompletedInstances",
}
ARITHMETIC = {"+": Level.ADD, "-": Level.ADD, "*": Level.MULTIPLY, "/": Level.MULTIPLY}
EQUALITY = {"==": "=", "!=": "!="}
LOGIC = {"&&": ("and", Level.AND), "||": ("or", Level.OR)}
ZERO = Literal(Decimal(0))
NEVER_ORDERED = frozenset({"boolean"})
NEVER_COUNTED = frozenset({"boolean", "text"})
NO_TRUTH = frozenset({"number", "text"})


@dataclass(frozen=True, slots=True)
class Scope:
    """Where an expression is written.

    repeated: in a multi-instance activity, where `loopCounter` counts from 0. judging: in its
    completion condition, the only place where our engine tells how many instances there are.
    """

    repeated: bool = False
    judging: bool = False


class Translator:
    """names: the variables read so far. compared_as_text: numerals in quotes, see Translated."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.names: set[str] = set()
        self.compared_as_text: list[str] = []

    # -- values ---------------------------------------------------------------------------------

    def template(self, template: Template) -> Feel:
        """The value of the only expression, or all pieces as one text."""
        if not template:
            return quoted("")
        if len(template) == 1:
            only = template[0]
            return quoted(only) if isinstance(only, str) else self.value(only)
        pieces = " + ".join(self._piece(each).within(Level.MULTIPLY) for each in template)
        return Feel(pieces, Level.ADD, "text")

    def _piece(self, piece: str | Node) -> Feel:
        if isinstance(piece, str):
            return quoted(piece)
        found = self.value(piece)
        if found.kind == "text" and not found.may_be_null:
            return found
        text = Feel(f"string({found.text})", kind="text", may_be_null=found.may_be_null)
        return instead_of_null(text, '""')

    def value(self, node: Node) -> Feel:
        match node:
            case Literal():
                return literal(node.value)
            case Name():
                return self._name(node.name)
            case Now():
                return Feel("now()")
            case Member():
                return self._member(node)
            case Item():
                return self._item(node)
            case Choice():
                return self._choice(node, self.value(node.yes), self.value(node.no))
            case Unary(operator="-"):
                text = self._counted(node.operand).within(Level.NEGATE)
                return Feel(f"-{text}", Level.NEGATE, "number")
            case Binary(operator="%"):
                return self._remainder(node)
            case Binary() if node.operator in ARITHMETIC:
                return self._arithmetic(node)
        return self.truth(node).sure

    def _name(self, name: str) -> Feel:
        if name in ENGINE_OBJECTS:
            raise JuelError("engine-object", name=name)
        if self.scope.repeated and (name == LOOP_COUNTER or name in COUNTS):
            return self._of_rounds(name)
        if not is_variable_name(name):
            raise JuelError("name", names=name)
        self.names.add(name)
        return Feel(name, may_be_null=True)

    def _of_rounds(self, name: str) -> Feel:
        if name == LOOP_COUNTER:
            self.names.add(name)
            return Feel(f"{name} - 1", Level.ADD, "number")
        if not self.scope.judging:
            raise JuelError("absent", name=name)
        self.names.add(COUNTS[name])
        return Feel(COUNTS[name], kind="number")

    def _member(self, node: Member) -> Feel:
        if node.base == Name("execution") and node.name in KEY_NAMES:
            return self._name(BUSINESS_KEY)
        base = self._based(node.base)
        if is_variable_name(node.name):
            return Feel(f"{base.within(Level.PRIMARY)}.{node.name}", may_be_null=True)
        return Feel(f"get value({base.text}, {quoted(node.name).text})", may_be_null=True)

    def _item(self, node: Item) -> Feel:
        """FEEL counts from 1."""
        base = self._based(node.base)
        return Feel(f"{base.within(Level.PRIMARY)}[{node.index + 1}]", may_be_null=True)

    def _based(self, node: Node) -> Feel:
        if isinstance(node, Literal | Now):
            raise JuelError("syntax", at=".")
        return self.value(node)

    def _choice(self, node: Choice, yes: Feel, no: Feel) -> Feel:
        text = f"if {self.truth(node.condition).text} then {yes.text} else {no.text}"
        kind = yes.kind if yes.kind == no.kind else ""
        return Feel(text, Level.IF, kind, yes.may_be_null or no.may_be_null)

    # -- arithmetic -----------------------------------------------------------------------------

    def _counted(self, node: Node) -> Feel:
        """An operand of arithmetic."""
        found = self.value(node)
        if found.kind in NEVER_COUNTED or isinstance(node, Now):
            raise JuelError("arithmetic", operand=found.text)
        return instead_of_null(found, "0").of_kind("number")

    def _arithmetic(self, node: Binary) -> Feel:
        level = ARITHMETIC[node.operator]
        left = self._counted(node.left).within(level)
        right = self._counted(node.right).within(Level(level + 1))
        return Feel(f"{left} {node.operator} {right}", level, "number")

    def _remainder(self, node: Binary) -> Feel:
        """With the sign of the dividend, as Java has it; FEEL's `modulo` takes the divisor's."""
        if not (is_short(node.left) and is_short(node.right)):
            raise JuelError("remainder")
        left = self._counted(node.left).within(Level.MULTIPLY)
        right = self._counted(node.right).within(Level.NEGATE)
        text = f"{left} - {right} * round down({left} / {right}, 0)"
        return Feel(text, Level.ADD, "number")

    # -- truths ---------------------------------------------------------------------------------

    def truth(self, node: Node) -> Feel:
        match node:
            case Unary(operator="!"):
                return negated(self.truth(node.operand))
            case Unary(operator="empty"):
                inner = self.value(node.operand).text
                return Feel(f'list contains([null, "", [], {{}}], {inner})', kind="boolean")
            case Logic():
                return self._logic(node)
            case Binary() if node.operator in EQUALITY:
                return self._equality(node)
            case Binary() if node.operator in ("<", ">", "<=", ">="):
                return self._order(node)
            case Choice():
                return self._choice(node, self.truth(node.yes), self.truth(node.no))
        found = self.value(node)
        if found.kind in NO_TRUTH:
            raise JuelError("no-truth", text=found.text)
        return found

    def _logic(self, node: Logic) -> Feel:
        word, level = LOGIC[node.operator]
        operands = [self.truth(each) for each in node.operands]
        text = f" {word} ".join(each.within(Level(level + 1)) for each in operands)
        return Feel(text, level, "boolean", any(each.may_be_null for each in operands))

    def _equality(self, node: Binary) -> Feel:
        left, right = self._same_kind(node)
        text = f"{left.within(Level.ADD)} {EQUALITY[node.operator]} {right.within(Level.ADD)}"
        return Feel(text, Level.COMPARE, "boolean")

    def _order(self, node: Binary) -> Feel:
        """JUEL: null is in no order with anything, but `null <= null`."""
        left, right = self._same_kind(node)
        if {left.kind, right.kind} & NEVER_ORDERED:
            raise JuelError("order", left=left.text, right=right.text)
        pair = left.within(Level.ADD), right.within(Level.ADD)
        text = f" {node.operator} ".join(pair)
        if "=" in node.operator and left.may_be_null and right.may_be_null:
            return Feel(f"{text} or {' = '.join(pair)}", Level.OR, "boolean", may_be_null=True)
        is_open = left.may_be_null or right.may_be_null
        return Feel(text, Level.COMPARE, "boolean", may_be_null=is_open)

    def _same_kind(self, node: Binary) -> tuple[Feel, Feel]:
        """Both sides, where FEEL can compare them as JUEL does."""
        left, right = self._side(node.left, node.right), self._side(node.right, node.left)
        known = {left.kind, right.kind} - {"", "null"}
        if len(known) > 1:
            raise JuelError("kinds", left=left.text, right=right.text)
        if node.operator in EQUALITY:
            left, right = beside_truth_word(left, node.right), beside_truth_word(right, node.left)
        for side in (node.left, node.right):
            if isinstance(side, Literal) and is_numeral(side.value):
                self.compared_as_text.append(str(side.value))
        return left, right

    def _side(self, node: Node, other: Node) -> Feel:
        """A remainder of 0 is one whatever its sign."""
        if isinstance(node, Binary) and node.operator == "%" and other == ZERO:
            operands = self._counted(node.left).text, self._counted(node.right).text
            return Feel(f"modulo({', '.join(operands)})", kind="number")
        return self.value(node)


def is_short(node: Node) -> bool:
    """Whether it can be written twice."""
    operand = node.operand if isinstance(node, Unary) else node
    return isinstance(operand, Name | Literal | Member)


def literal(value: str | Decimal | bool | None) -> Feel:
    match value:
        case None:
            return Feel("null", kind="null", may_be_null=True)
        case bool():
            return Feel("true" if value else "false", kind="boolean")
        case Decimal():
            return numeral(value)
    return quoted(value)


def negated(truth: Feel) -> Feel:
    """`not` of FEEL leaves null as it is; to JUEL null is false."""
    if truth.may_be_null:
        return Feel(f"{truth.within(Level.ADD)} != true", Level.COMPARE, "boolean")
    return Feel(f"not({truth.text})", kind="boolean")


def instead_of_null(found: Feel, otherwise: str) -> Feel:
    if not found.may_be_null:
        return found
    return Feel(f"get or else({found.text}, {otherwise})", kind=found.kind)


def beside_truth_word(side: Feel, other: Node) -> Feel:
    """`x == 'true'` holds for the truth value and for the text."""
    if side.kind == "" and isinstance(other, Literal) and other.value in ("true", "false"):
        return Feel(f"string({side.text})", kind="text", may_be_null=side.may_be_null)
    return side


def is_numeral(value: object) -> bool:
    if not isinstance(value, str):
        return False
    digits = value.strip().removeprefix("-").replace(".", "", 1)
    return digits.isascii() and digits.isdigit()
