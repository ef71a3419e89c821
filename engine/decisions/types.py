"""Item definitions as FEEL types.

A type may be used before it is defined, and may contain itself; so a name is looked up when a value
is checked, not when the model is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..expressions.run import Run
from ..expressions.types import ANY, BUILT_IN_TYPES, ContextOf, FunctionOf, ListOf, Type
from .model import Definitions, ItemDefinition

Allows = Callable[[Run, Any], bool]
CompileTests = Callable[[ItemDefinition, str], Allows]
UNDEFINED = frozenset(["<Undefined>", "Undefined"])


@dataclass(frozen=True, slots=True)
class Reference(Type):
    """A type by its name, looked up in the types of the model."""

    name: str
    types: Types

    def holds(self, run: Run, value: Any) -> bool:
        return self.types.defined(self.name).holds(run, value)

    def coerced(self, run: Run, value: Any) -> Any:
        return self.types.defined(self.name).coerced(run, value)

    def read(self, run: Run, value: Any) -> Any:
        return self.types.defined(self.name).read(run, value)

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Constrained(Type):
    """A type whose values must pass unary tests besides."""

    base: Type
    allows: Allows
    text: str

    def holds(self, run: Run, value: Any) -> bool:
        return self.base.holds(run, value) and self.allows(run, value)

    def read(self, run: Run, value: Any) -> Any:
        return self.base.read(run, value)

    def __str__(self) -> str:
        return f"{self.base} ({self.text})"


class Types(Mapping[str, Type]):
    """The named types of a model and of the models it imports (`prefix.name`)."""

    def __init__(self, compile_tests: CompileTests) -> None:
        self._compile_tests = compile_tests
        self._defined: dict[str, Type] = {}

    def __getitem__(self, name: str) -> Type:
        return self._defined[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._defined)

    def __len__(self) -> int:
        return len(self._defined)

    def add(self, definitions: Definitions) -> None:
        for item in definitions.types:
            self._defined[item.name] = self._type_of(item)

    def add_imported(self, prefix: str, types: Types) -> None:
        """The types of an imported model, under its name; without one, as they are."""
        for name, type_ in types.items():
            self._defined[f"{prefix}.{name}" if prefix else name] = type_

    def defined(self, name: str) -> Type:
        return self._defined.get(name) or self._defined.get(name.rpartition(":")[2], ANY)

    def named(self, name: str | None) -> Type:
        """The type a `typeRef` means, its prefix aside. Raises KeyError for an unknown name."""
        if not name or name in UNDEFINED:
            return ANY
        for known in (name, name.rpartition(":")[2]):
            if known in BUILT_IN_TYPES:
                return BUILT_IN_TYPES[known]
            if known in self._defined:
                return Reference(known, self)
        raise KeyError(name)

    # -- from item definitions -------------------------------------------------------------------

    def _type_of(self, item: ItemDefinition) -> Type:
        inner = self._inner(item)
        if item.allowed_values:
            inner = self._constrained(item, inner, item.allowed_values)
        whole = ListOf(inner) if item.collection else inner
        return self._constrained(item, whole, item.constraint) if item.constraint else whole

    def _inner(self, item: ItemDefinition) -> Type:
        if item.parameters is not None:
            parameters = tuple(self._later(parameter.type) for parameter in item.parameters)
            return FunctionOf(parameters, self._later(item.result))
        if item.components:
            return ContextOf(
                tuple((component.name, self._type_of(component)) for component in item.components)
            )
        return self._later(item.type)

    def _constrained(self, item: ItemDefinition, base: Type, text: str) -> Type:
        return Constrained(base, self._compile_tests(item, text), text)

    def _later(self, name: str | None) -> Type:
        """The type of a name that may be defined further down."""
        if not name or name in UNDEFINED:
            return ANY
        plain = name.removeprefix("feel:")
        return BUILT_IN_TYPES.get(plain) or Reference(plain, self)


def result_of(type_: Type) -> Type:
    """What a function gives that is declared so.

    Of a function type it is the result. Any other type is the result's own: drawings say both.
    """
    if isinstance(type_, Reference):
        defined = type_.types.defined(type_.name)
        return defined.result if isinstance(defined, FunctionOf) else type_
    return ANY if type_ is BUILT_IN_TYPES["function"] else type_
