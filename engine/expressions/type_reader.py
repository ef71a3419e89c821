"""The types after `instance of` and after the colon of a parameter."""

from __future__ import annotations

from collections.abc import Iterable

from .cursor import Cursor
from .names import NameIndex
from .types import (
    ANY,
    BUILT_IN_TYPES,
    ContextOf,
    FunctionOf,
    ListOf,
    Named,
    RangeOf,
    Type,
)

TYPE_NAMES = NameIndex(BUILT_IN_TYPES)


class TypeReader(Cursor):
    """Reads types. `named`: those whose names are of several words or have special characters."""

    def __init__(
        self, text: str, known: Iterable[str], builtins: NameIndex, types: Iterable[str] = ()
    ) -> None:
        super().__init__(text, known, builtins)
        self.named = NameIndex(types)

    def type(self) -> Type:
        """The type that begins here."""
        if self.tokens[self.at + 1].text == "<":
            return self._with_parts(self.take().text)
        return self._by_name()

    def _by_name(self) -> Type:
        built_in = TYPE_NAMES.match(self.tokens, self.at)
        if built_in:
            self.at += built_in[0]
            return BUILT_IN_TYPES[built_in[1]]
        named = self.named.match(self.tokens, self.at)
        if named:
            self.at += named[0]
            return Named(named[1])
        name = self.name()
        while self.skip("."):
            name = f"{name}.{self.name()}"
        return BUILT_IN_TYPES.get(name) or Named(name)

    def _with_parts(self, name: str) -> Type:
        self.expect("<")
        if name in ("list", "range"):
            item = self.type()
            self.expect(">")
            return ListOf(item) if name == "list" else RangeOf(item)
        if name == "context":
            return ContextOf(self._entries())
        if name == "function":
            return self._function_type()
        self.at -= 2
        return self.fail("feel.syntax-type")

    def _entries(self) -> tuple[tuple[str, Type], ...]:
        entries: list[tuple[str, Type]] = []
        while not self.skip(">"):
            if entries:
                self.expect(",")
            name = self.name_until(":") or self.fail("feel.syntax-name")
            self.expect(":")
            entries.append((name, self.type()))
        return tuple(entries)

    def _function_type(self) -> Type:
        parameters: list[Type] = []
        while not self.skip(">"):
            if parameters:
                self.expect(",")
            parameters.append(self.type())
        result = self.type() if self.skip("->") else ANY
        return FunctionOf(tuple(parameters), result)
