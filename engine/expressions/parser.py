"""The parser: precedence climbing over tokens, one method a construct (DMN 1.5, 10.3.1.2).

Nothing here depends on values; only names of several words depend on which names are known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from . import syntax
from .cursor import ENDING_WORDS
from .errors import BudgetExceeded
from .lexer import unescape
from .names import NameIndex
from .numbers import number
from .syntax import Node
from .type_reader import TypeReader
from .types import ANY

MAX_NESTING = 120

OR, AND, COMPARISON, ADDITIVE, MULTIPLICATIVE, EXPONENT, UNARY = range(1, 8)
STRENGTH = {
    "or": OR,
    "and": AND,
    "=": COMPARISON,
    "!=": COMPARISON,
    "<": COMPARISON,
    "<=": COMPARISON,
    ">": COMPARISON,
    ">=": COMPARISON,
    "between": COMPARISON,
    "in": COMPARISON,
    "+": ADDITIVE,
    "-": ADDITIVE,
    "*": MULTIPLICATIVE,
    "/": MULTIPLICATIVE,
    "**": EXPONENT,
}
TESTS = frozenset(("=", "!=", "<", "<=", ">", ">="))
CONSTANTS = {"true": True, "false": False, "null": None}
NO_CONDITION = (
    frozenset((")", "]", "}", ",", ":", ".", "=", "!=", "<", "<=", ">", ">=", "*", "/", "**", "+"))
    | ENDING_WORDS
    | {"..", ""}
)


def parse(text: str, known: Iterable[str], builtins: NameIndex, types: Iterable[str] = ()) -> Node:
    """The tree of an expression. Raises FeelSyntaxError, or BudgetExceeded for its size."""
    parser = Parser(text, known, builtins, types)
    tree = parser.expression()
    parser.end()
    return tree


def parse_unary_tests(
    text: str, known: Iterable[str], builtins: NameIndex, types: Iterable[str] = ()
) -> syntax.UnaryTests:
    """The tree of a decision table's input cell. Raises as `parse` does."""
    parser = Parser(text, known, builtins, types)
    tree = parser.unary_tests()
    parser.end()
    return tree


class Parser(TypeReader):
    """Reads one expression."""

    def __init__(
        self, text: str, known: Iterable[str], builtins: NameIndex, types: Iterable[str] = ()
    ) -> None:
        super().__init__(text, known, builtins, types)
        self.nesting = 0

    def end(self) -> None:
        """Nothing may be left."""
        if self.tokens[self.at].kind != "end":
            self.fail("feel.syntax-unexpected")

    def expression(self, level: int = OR) -> Node:
        """An expression whose operators bind at least as strongly as `level`."""
        self.nesting += 1
        if self.nesting > MAX_NESTING:
            raise BudgetExceeded("depth", MAX_NESTING)
        tree = self._infix(self._operand(), level)
        self.nesting -= 1
        return tree

    # -- operators ------------------------------------------------------------------------------

    def _infix(self, left: Node, level: int) -> Node:
        while True:
            operator = self.tokens[self.at].text
            strength = STRENGTH.get(operator, 0)
            if strength < level:
                return left
            left = self._operation(left, operator, strength)

    def _operation(self, left: Node, operator: str, strength: int) -> Node:
        if strength <= AND:
            return self._logic(left, operator, strength)
        self.at += 1
        if operator == "in":
            return self._in(left)
        if operator == "between":
            return self._between(left)
        right = self.expression(strength + 1)
        make = syntax.Comparison if strength == COMPARISON else syntax.Arithmetic
        return make(left.start, right.end, operator, left, right)

    def _logic(self, first: Node, operator: str, strength: int) -> Node:
        operands = [first]
        while self.skip(operator):
            operands.append(self.expression(strength + 1))
        return syntax.Logic(first.start, operands[-1].end, operator, operands)

    def _between(self, operand: Node) -> Node:
        low = self.expression(ADDITIVE)
        self.expect("and")
        high = self.expression(ADDITIVE)
        return syntax.Between(operand.start, high.end, operand, low, high)

    def _in(self, operand: Node) -> Node:
        if self.next_is("("):
            inner = self._parenthesised(tests=True)
            several = isinstance(inner, syntax.Tests)
            test = inner if several else self._infix(self._postfix(inner), ADDITIVE)
        else:
            test = self._test(ADDITIVE)
        return syntax.In(operand.start, test.end, operand, test)

    def _test(self, level: int = OR) -> Node:
        """`< 5`, or an expression."""
        token = self.tokens[self.at]
        if token.text not in TESTS:
            return self.expression(level)
        self.at += 1
        endpoint = self.expression(ADDITIVE)
        return syntax.UnaryRange(token.start, endpoint.end, token.text, endpoint)

    # -- operands -------------------------------------------------------------------------------

    def _operand(self) -> Node:
        kind, text, _, _ = self.tokens[self.at]
        read = WORDS.get(text) if kind == "word" else SYMBOLS.get(text) or KINDS.get(kind)
        if kind == "word" and (read is None or self.known.match(self.tokens, self.at)):
            read = Parser._name
        if read is None:
            self.fail("feel.syntax-operand")
        return self._postfix(read(self))

    def _postfix(self, node: Node) -> Node:
        while True:
            text = self.tokens[self.at].text
            if text == ".":
                node = self._path(node)
            elif text == "(":
                node = self._invocation(node)
            elif text == "[" and self.tokens[self.at + 1].text not in NO_CONDITION:
                node = self._filter(node)
            elif text == "instance":
                node = self._instance_of(node)
            else:
                return node

    def _path(self, source: Node) -> Node:
        self.at += 1
        name = self.name()
        return syntax.Path(source.start, self._last_end(), source, name)

    def _filter(self, source: Node) -> Node:
        self.at += 1
        condition = self.expression()
        self.expect("]")
        return syntax.Filter(source.start, self._last_end(), source, condition)

    def _instance_of(self, operand: Node) -> Node:
        self.at += 1
        self.expect("of")
        type_ = self.type()
        return syntax.InstanceOf(operand.start, self._last_end(), operand, type_)

    def _invocation(self, callee: Node) -> Node:
        self.expect("(")
        arguments: list[Node] = []
        names: list[str] = []
        while not self.skip(")"):
            if arguments:
                self.expect(",")
            self._argument(arguments, names)
        return syntax.Invocation(callee.start, self._last_end(), callee, arguments, tuple(names))

    def _argument(self, arguments: list[Node], names: list[str]) -> None:
        name = self.name_until(":") if self._is_named() else None
        if arguments and bool(names) != bool(name):
            self.fail("feel.syntax-mixed-arguments")
        if name:
            self.expect(":")
            names.append(name)
        arguments.append(self.expression())

    def _is_named(self) -> bool:
        at = self.at
        while self.tokens[at].kind in ("word", "number", "quoted") or self.tokens[at].text == "-":
            at += 1
        return at > self.at and self.tokens[at].text == ":"

    def _name(self) -> Node:
        start = self.tokens[self.at].start
        name = self.name(self.builtins)
        return syntax.Name(start, self._last_end(), name)

    def _input_value(self) -> Node:
        token = self.take()
        return syntax.Name(token.start, token.end, "?")

    def _constant(self) -> Node:
        token = self.take()
        return syntax.Literal(token.start, token.end, CONSTANTS[token.text])

    def _number(self) -> Node:
        token = self.tokens[self.at]
        try:
            value = number(token.text)
        except ArithmeticError:
            self.fail("feel.syntax-number")
        self.at += 1
        return syntax.Literal(token.start, token.end, value)

    def _string(self) -> Node:
        token = self.take()
        return syntax.Literal(token.start, token.end, unescape(token.text))

    def _at_literal(self) -> Node:
        token = self.take()
        lexical = unescape(token.text[1:].lstrip())
        return syntax.AtLiteral(token.start, token.end, lexical)

    def _negation(self) -> Node:
        start = self.take().start
        operand = self.expression(UNARY)
        return syntax.Negation(start, operand.end, operand)

    # -- brackets -------------------------------------------------------------------------------

    def _parenthesised(self, tests: bool = False) -> Node:
        start = self.expect("(").start
        first = self._test()
        if self.next_is(".."):
            return self._range(start, first, low_included=False)
        items = [first]
        while tests and self.skip(","):
            items.append(self._test())
        self.expect(")")
        return first if len(items) == 1 else syntax.Tests(start, self._last_end(), items)

    def _list_or_range(self) -> Node:
        start = self.expect("[").start
        if self.skip("]"):
            return syntax.ListLiteral(start, self._last_end(), [])
        first = self._test()
        if self.next_is(".."):
            return self._range(start, first, low_included=True)
        items = [first]
        while self.skip(","):
            items.append(self._test())
        self.expect("]")
        return syntax.ListLiteral(start, self._last_end(), items)

    def _open_range(self) -> Node:
        start = self.take().start
        return self._range(start, self.expression(ADDITIVE), low_included=False)

    def _range(self, start: int, low: Node, *, low_included: bool) -> Node:
        self.expect("..")
        high = self.expression(ADDITIVE)
        closing = self.tokens[self.at].text
        if closing not in ("]", ")", "["):
            self.fail("feel.syntax-expected", expected="]")
        self.at += 1
        return syntax.RangeLiteral(start, self._last_end(), low, high, low_included, closing == "]")

    def _context(self) -> Node:
        start = self.take().start
        entries: list[syntax.Entry] = []
        while not self.skip("}"):
            if entries:
                self.expect(",")
            entries.append(self._entry())
        return syntax.ContextLiteral(start, self._last_end(), entries)

    def _entry(self) -> syntax.Entry:
        token = self.tokens[self.at]
        if token.kind == "string":
            self.at += 1
            key = unescape(token.text)
            self.known.add(key)
        else:
            key = self.name_until(":") or self.fail("feel.syntax-key")
        self.expect(":")
        value = self.expression()
        return syntax.Entry(token.start, value.end, key, value)

    # -- words ----------------------------------------------------------------------------------

    def _if(self) -> Node:
        start = self.take().start
        condition = self.expression()
        self.expect("then")
        yes = self.expression()
        self.expect("else")
        no = self.expression()
        return syntax.If(start, no.end, condition, yes, no)

    def _for(self) -> Node:
        start = self.take().start
        iterations = self._iterations()
        self.expect("return")
        body = self.expression()
        return syntax.For(start, body.end, iterations, body)

    def _quantified(self) -> Node:
        token = self.take()
        iterations = self._iterations()
        self.expect("satisfies")
        body = self.expression()
        return syntax.Quantified(token.start, body.end, token.text, iterations, body)

    def _iterations(self) -> list[syntax.Iteration]:
        iterations = [self._iteration()]
        while self.skip(","):
            iterations.append(self._iteration())
        return iterations

    def _iteration(self) -> syntax.Iteration:
        start = self.tokens[self.at].start
        name = self.name_until("in") or self.fail("feel.syntax-iteration")
        self.expect("in")
        source = self.expression()
        until = self.expression(ADDITIVE) if self.skip("..") else None
        return syntax.Iteration(start, (until or source).end, name, source, until)

    def _function(self) -> Node:
        start = self.take().start
        self.expect("(")
        parameters: list[syntax.Parameter] = []
        while not self.skip(")"):
            if parameters:
                self.expect(",")
            parameters.append(self._parameter())
        external = self.skip("external")
        body = self.expression()
        return syntax.FunctionDefinition(start, body.end, parameters, body, external)

    def _parameter(self) -> syntax.Parameter:
        start = self.tokens[self.at].start
        name = self.name_until(":", ",", ")") or self.fail("feel.syntax-name")
        type_ = self.type() if self.skip(":") else ANY
        return syntax.Parameter(start, self._last_end(), name, type_)

    # -- unary tests ----------------------------------------------------------------------------

    def unary_tests(self) -> syntax.UnaryTests:
        """All of a decision table's input cell."""
        first = self.tokens[0]
        if first.text == "-" and self.tokens[1].kind == "end":
            self.at = 1
            return syntax.UnaryTests(first.start, first.end, [], negated=False)
        negated = first.text == "not" and self.tokens[1].text == "("
        if negated and (items := self._negated_tests()):
            return syntax.UnaryTests(first.start, self._last_end(), items, negated=True)
        items = self._tests()
        return syntax.UnaryTests(first.start, self._last_end(), items, negated=False)

    def _negated_tests(self) -> list[Node]:
        """The tests within `not(…)`, when nothing follows them."""
        self.at = 2
        items = self._tests()
        if self.next_is(")") and self.tokens[self.at + 1].kind == "end":
            self.at += 1
            return items
        self.at = 0
        return []

    def _tests(self) -> list[Node]:
        items = [self._test()]
        while self.skip(","):
            items.append(self._test())
        return items

    def _last_end(self) -> int:
        return self.tokens[self.at - 1].end


WORDS: dict[str, Callable[[Parser], Node]] = {
    "true": Parser._constant,
    "false": Parser._constant,
    "null": Parser._constant,
    "if": Parser._if,
    "for": Parser._for,
    "some": Parser._quantified,
    "every": Parser._quantified,
    "function": Parser._function,
}
SYMBOLS: dict[str, Callable[[Parser], Node]] = {
    "(": Parser._parenthesised,
    "[": Parser._list_or_range,
    "]": Parser._open_range,
    "{": Parser._context,
    "-": Parser._negation,
    "?": Parser._input_value,
}
KINDS: dict[str, Callable[[Parser], Node]] = {
    "number": Parser._number,
    "string": Parser._string,
    "at": Parser._at_literal,
    "quoted": Parser._name,
}
