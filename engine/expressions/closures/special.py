"""Calls that look at an argument themselves: `is defined` and `get or else` (Camunda)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from .. import syntax
from ..builtins import SPECIAL_FORMS
from ..functions import Closure, Scope
from ..run import Run
from ..scopes import Names, binds

if TYPE_CHECKING:
    from ..compiler import Compiler

Given = Mapping[str, syntax.Node]
Form = Callable[["Compiler", Given, "Names | None"], Closure]


def special_form(
    compiler: Compiler, node: syntax.Invocation, names: Names | None
) -> Closure | None:
    """The closure of a special form, or None for any other call."""
    name = node.callee.name if isinstance(node.callee, syntax.Name) else ""
    if name not in FORMS or binds(names, name):
        return None
    given = dict(zip(node.names or SPECIAL_FORMS[name], node.arguments, strict=False))
    if len(node.arguments) != len(given) or given.keys() != set(SPECIAL_FORMS[name]):
        return None
    return FORMS[name](compiler, given, names)


def is_defined(compiler: Compiler, given: Given, names: Names | None) -> Closure:
    """Whether a value is there and not null."""
    value = quiet(compiler.compile(given["value"], names))
    return lambda run, scope: value(run, scope) is not None


def get_or_else(compiler: Compiler, given: Given, names: Names | None) -> Closure:
    """The value, or the default where it is null."""
    value = quiet(compiler.compile(given["value"], names))
    default = compiler.compile(given["default"], names)

    def evaluate(run: Run, scope: Scope) -> Any:
        found = value(run, scope)
        return default(run, scope) if found is None else found

    return evaluate


def quiet(closure: Closure) -> Closure:
    """The closure, without the warnings it would give: null is expected here."""

    def evaluate(run: Run, scope: Scope) -> Any:
        kept = len(run.notes or ())
        value = closure(run, scope)
        if run.notes and value is None:
            del run.notes[kept:]
        return value

    return evaluate


FORMS: dict[str, Form] = {"is defined": is_defined, "get or else": get_or_else}
