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

Form = Callable[["Compiler", syntax.Invocation, "Names | None"], Closure]


def special_form(
    compiler: Compiler, node: syntax.Invocation, names: Names | None
) -> Closure | None:
    """The closure of a special form, or None for any other call."""
    name = node.callee.name if isinstance(node.callee, syntax.Name) else ""
    form = FORMS.get(name)
    if form is None or binds(names, name) or len(node.arguments) != SPECIAL_FORMS[name]:
        return None
    return form(compiler, node, names)


def is_defined(compiler: Compiler, node: syntax.Invocation, names: Names | None) -> Closure:
    """Whether a variable or an entry is there, be it null."""
    return _defined(compiler, node.arguments[0], names)


def _defined(compiler: Compiler, node: syntax.Node, names: Names | None) -> Closure:
    if isinstance(node, syntax.Path):
        return _defined_entry(quiet(compiler.compile(node.source, names)), node.name)
    value = quiet(compiler.compile(node, names))
    if not isinstance(node, syntax.Name):
        return lambda run, scope: value(run, scope) is not None
    name = node.name
    if binds(names, name):
        return lambda run, scope: True
    return lambda run, scope: value(run, scope) is not None or name in run.context


def _defined_entry(source: Closure, name: str) -> Closure:
    def evaluate(run: Run, scope: Scope) -> bool:
        value = source(run, scope)
        return isinstance(value, Mapping) and name in value

    return evaluate


def get_or_else(compiler: Compiler, node: syntax.Invocation, names: Names | None) -> Closure:
    """The value, or the default where it is null."""
    value = quiet(compiler.compile(node.arguments[0], names))
    default = compiler.compile(node.arguments[1], names)

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
