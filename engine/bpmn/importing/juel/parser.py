"""Tokens -> the tree of the expression, by precedence (JSR 245, §1.16)."""

from __future__ import annotations

from decimal import Decimal, DecimalException

from .errors import JuelError
from .scanner import END, Token, pieces
from .syntax import Binary, Choice, Item, Literal, Logic, Member, Name, Node, Now, Template, Unary

PRECEDENCE = {
    "||": 1,
    "&&": 2,
    "==": 3,
    "!=": 3,
    "<": 4,
    ">": 4,
    "<=": 4,
    ">=": 4,
    "+": 5,
    "-": 5,
    "*": 6,
    "/": 6,
    "%": 6,
}
UNARY = ("!", "-", "empty")
CLOCKS = ("now", "dateTime")
CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
MOST_NESTING = 30
MOST_DIGITS = 30


def parse_template(text: str) -> Template:
    """The text with its expressions as trees. Raises JuelError."""
    return tuple(
        piece if isinstance(piece, str) else Parser(piece).whole() for piece in pieces(text)
    )


class Parser:
    """Reads one expression."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.at = 0
        self.nesting = 0

    def whole(self) -> Node:
        found = self.expression()
        if self.next is not END:
            raise self._unexpected()
        return found

    @property
    def next(self) -> Token:
        return self.tokens[self.at] if self.at < len(self.tokens) else END

    def expression(self) -> Node:
        """A choice, or anything that binds tighter."""
        self._nest()
        found = self.operation(1)
        if self.takes("?"):
            yes = self.expression()
            self.must_take(":")
            found = Choice(found, yes, self.expression())
        self.nesting -= 1
        return found

    def _nest(self) -> None:
        self.nesting += 1
        if self.nesting > MOST_NESTING:
            raise JuelError("too-long")

    def operation(self, level: int) -> Node:
        """Operators of this precedence and above; equal ones from left to right."""
        left = self.unary()
        while (operator := self._operator(level)) is not None:
            self.at += 1
            left = joined(operator, left, self.operation(PRECEDENCE[operator] + 1))
        return left

    def _operator(self, level: int) -> str | None:
        token = self.next
        is_operator = token.kind == "symbol" and PRECEDENCE.get(token.text, 0) >= level
        return token.text if is_operator else None

    def unary(self) -> Node:
        operator = self.next.text
        if self.next.kind != "symbol" or operator not in UNARY:
            return self.postfix()
        self.at += 1
        self._nest()
        found = Unary(operator, self.unary())
        self.nesting -= 1
        return found

    def postfix(self) -> Node:
        found = self.primary()
        while self.next.kind == "symbol" and self.next.text in (".", "[", "("):
            found = self._step(found)
        return found

    def _step(self, base: Node) -> Node:
        if self.takes("."):
            name = self._must_be("name").text
            if self._sees("("):
                raise JuelError("method", name=name)
            return Member(base, name)
        if self.takes("["):
            key = self.expression()
            self.must_take("]")
            return self._keyed(base, key)
        return self._called(base)

    def _called(self, base: Node) -> Node:
        name = base.name if isinstance(base, Name) else ""
        self.must_take("(")
        if name in CLOCKS and self.takes(")"):
            return Now()
        raise JuelError("function", name=name)

    def _keyed(self, base: Node, key: Node) -> Node:
        value = key.value if isinstance(key, Literal) else None
        if isinstance(value, str):
            return Member(base, value)
        if isinstance(value, Decimal) and value == value.to_integral_value():
            return Item(base, int(value))
        raise JuelError("index")

    def primary(self) -> Node:
        token = self.next
        if token.kind not in ("number", "text", "name") and not self._sees("("):
            raise self._unexpected()
        self.at += 1
        match token.kind:
            case "number":
                return Literal(number(token.text))
            case "text":
                return Literal(token.text)
            case "name":
                return self._named(token.text)
        found = self.expression()
        self.must_take(")")
        return found

    def _named(self, name: str) -> Node:
        if name in CONSTANTS:
            return Literal(CONSTANTS[name])
        if self._is_function_of_a_library():
            raise JuelError("function", name=f"{name}:{self.tokens[self.at + 1].text}")
        return Name(name)

    def _is_function_of_a_library(self) -> bool:
        """`library:function(`; a choice may look like its beginning."""
        ahead = self.tokens[self.at : self.at + 3]
        return [each.text for each in ahead[::2]] == [":", "("] and ahead[1].kind == "name"

    def _sees(self, symbol: str) -> bool:
        return self.next.kind == "symbol" and self.next.text == symbol

    def takes(self, symbol: str) -> bool:
        seen = self._sees(symbol)
        self.at += seen
        return seen

    def must_take(self, symbol: str) -> None:
        if not self.takes(symbol):
            raise self._unexpected()

    def _must_be(self, kind: str) -> Token:
        token = self.next
        if token.kind != kind:
            raise self._unexpected()
        self.at += 1
        return token

    def _unexpected(self) -> JuelError:
        return JuelError("syntax", at=self.next.text or "}")


def joined(operator: str, left: Node, right: Node) -> Node:
    """Logic of one operator is kept flat."""
    if operator not in ("&&", "||"):
        return Binary(operator, left, right)
    before = left.operands if isinstance(left, Logic) and left.operator == operator else (left,)
    return Logic(operator, (*before, right))


def number(text: str) -> Decimal:
    try:
        found = Decimal(text)
    except DecimalException:
        raise JuelError("too-long") from None
    if abs(found.adjusted()) > MOST_DIGITS or len(found.as_tuple().digits) > MOST_DIGITS:
        raise JuelError("too-long")
    return found
