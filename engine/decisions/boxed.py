"""Boxed expressions, compiled: each becomes a function of the run and the variables it sees."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..expressions.arguments import fitted
from ..expressions.closures.iterations import NotIterable, elements
from ..expressions.functions import Function
from ..expressions.ranges import Range
from ..expressions.run import Run, Spot
from ..expressions.types import ANY, Type
from ..expressions.values import items, kind
from . import model
from .cells import Cells, Evaluate
from .run import ModelRun
from .table import compile_table
from .types import Types, result_of

Compile = Callable[["BoxedCompiler", Any, frozenset[str]], Evaluate]
CALL_STEPS, ITEM_STEPS = 20, 10


class BoxedCompiler:
    """Compiles the logic of one decision or function."""

    def __init__(self, cells: Cells, types: Types) -> None:
        self.cells = cells
        self.types = types

    def compile(self, boxed: model.Boxed, names: frozenset[str]) -> Evaluate:
        """The function of a boxed expression; its value has the expression's declared type."""
        evaluate = COMPILERS[type(boxed)](self, boxed, names)
        return _typed(evaluate, self.type_of(boxed.type, boxed.line), self.cells)

    def all(self, boxed: Iterable[model.Boxed], names: frozenset[str]) -> list[Evaluate]:
        return [self.compile(each, names) for each in boxed]

    def type_of(self, name: str | None, line: int) -> Type:
        """The type of a `typeRef`; an unknown one is a finding."""
        try:
            return self.types.named(name)
        except KeyError:
            self.cells.refuse("decisions.unknown-type", line, type=name)
            return ANY


def _typed(evaluate: Evaluate, type_: Type, cells: Cells) -> Evaluate:
    if type_ is ANY:
        return evaluate
    spot = cells.spot(cells.owner_name)
    return lambda run, context: conforming(run, spot, evaluate(run, context), type_)


def conforming(run: Run, spot: Spot, value: Any, type_: Type) -> Any:
    """The value as the type; null with a warning when it does not fit (DMN 1.5, 10.3.2.9.4)."""
    fitting = type_.coerced(run, value)
    if fitting is None and value is not None:
        return run.warn(spot, "decisions.wrong-type", name=spot.text, type=str(type_))
    return fitting


# -- kinds --------------------------------------------------------------------------------------


def literal(compiler: BoxedCompiler, boxed: model.Literal, names: frozenset[str]) -> Evaluate:
    return compiler.cells.expression(boxed.text or "null", names, boxed.line)


def context(compiler: BoxedCompiler, boxed: model.Context, names: frozenset[str]) -> Evaluate:
    """Entries see those before them; an entry without a name is the result."""
    entries: list[tuple[str | None, Evaluate]] = []
    for entry in boxed.entries:
        name = entry.variable.name if entry.variable else None
        entries.append((name, _entry(compiler, entry, names)))
        names = names | {name} if name else names

    def evaluate(run: ModelRun, outer: Mapping[str, Any]) -> Any:
        made: dict[str, Any] = {}
        inner = ChainMap(made, outer)  # type: ignore[arg-type]
        for name, value in entries:
            if name is None:
                return value(run, inner)
            made[name] = value(run, inner)
        return made

    return evaluate


def _entry(compiler: BoxedCompiler, entry: model.ContextEntry, names: frozenset[str]) -> Evaluate:
    """An entry's value, of its variable's type; a function gives what has that type."""
    type_, boxed = entry.variable.type if entry.variable else None, entry.value
    if isinstance(boxed, model.FunctionDefinition):
        return compiler.compile(replace(boxed, result=boxed.result or type_), names)
    value = compiler.compile(boxed, names)
    return _typed(value, compiler.type_of(type_, entry.line), compiler.cells)


def list_of(compiler: BoxedCompiler, boxed: model.ListOf, names: frozenset[str]) -> Evaluate:
    parts = compiler.all(boxed.items, names)
    return lambda run, context: [part(run, context) for part in parts]


def relation(compiler: BoxedCompiler, boxed: model.Relation, names: frozenset[str]) -> Evaluate:
    """A list of contexts; each cell is of its column's type."""
    columns = [column.name for column in boxed.columns]
    types = [compiler.type_of(column.type, column.line) for column in boxed.columns]
    rows = [
        [
            _typed(compiler.compile(cell, names), type_, compiler.cells)
            for cell, type_ in zip(row, types, strict=False)
        ]
        for row in boxed.rows
    ]

    def evaluate(run: ModelRun, context: Mapping[str, Any]) -> list[dict[str, Any]]:
        return [
            {name: cell(run, context) for name, cell in zip(columns, row, strict=False)}
            for row in rows
        ]

    return evaluate


def conditional(
    compiler: BoxedCompiler, boxed: model.Conditional, names: frozenset[str]
) -> Evaluate:
    """`else` for false and null; null with a warning for what is no boolean."""
    condition = compiler.compile(boxed.condition, names)
    then, otherwise = compiler.all((boxed.then, boxed.otherwise), names)
    spot = compiler.cells.spot(compiler.cells.owner_name)

    def evaluate(run: ModelRun, context: Mapping[str, Any]) -> Any:
        holds = condition(run, context)
        if holds is True:
            return then(run, context)
        if holds is False or holds is None:
            return otherwise(run, context)
        return run.warn(spot, "decisions.condition", name=spot.text, type=kind(holds))

    return evaluate


def iteration(compiler: BoxedCompiler, boxed: model.Iteration, names: frozenset[str]) -> Evaluate:
    """`for` with the results so far as `partial`; `some` and `every` in three-valued logic."""
    name, spot = boxed.iterator.name, compiler.cells.spot(boxed.iterator.name)
    over = compiler.compile(boxed.over, names)
    body = compiler.compile(boxed.body, names | {name, "partial"})
    finish, remembers = ITERATIONS[boxed.kind], boxed.kind == "for"

    def evaluate(run: ModelRun, outer: Mapping[str, Any]) -> Any:
        found = over(run, outer)
        if type(found) not in (list, Range):
            return run.warn(spot, "decisions.not-a-list", name=name, type=kind(found))
        results: list[Any] = []
        try:
            for item in elements(run, spot, found):
                run.spend(ITEM_STEPS)
                layer = Iterated(run, name, item, results) if remembers else {name: item}
                results.append(body(run, ChainMap(layer, outer)))  # type: ignore[arg-type]
        except NotIterable:
            return None
        run.list_of(len(results))
        return finish(results)

    return evaluate


class Iterated(dict[str, Any]):
    """The iterator's value, and `partial`: a copy, so that no list can come to hold itself."""

    __slots__ = ("_results", "_run")

    def __init__(self, run: Run, name: str, value: Any, results: list[Any]) -> None:
        super().__init__({name: value})
        self._run = run
        self._results = results

    def __missing__(self, name: str) -> list[Any]:
        if name != "partial":
            raise KeyError(name)
        self._run.spend(len(self._results) >> 4)
        return self._results.copy()

    def __contains__(self, name: object) -> bool:
        return name == "partial" or super().__contains__(name)


def _some(values: Sequence[Any]) -> bool | None:
    if any(value is True for value in values):
        return True
    return False if all(value is False for value in values) else None


def _every(values: Sequence[Any]) -> bool | None:
    if any(value is False for value in values):
        return False
    return True if all(value is True for value in values) else None


ITERATIONS: Mapping[str, Callable[[list[Any]], Any]] = {
    "for": lambda values: values,
    "some": _some,
    "every": _every,
}


def filtered(compiler: BoxedCompiler, boxed: model.Filter, names: frozenset[str]) -> Evaluate:
    """Items for which `match` is true; its context holds `item` and the item's own entries.

    Null when `match` gives anything but a boolean or null.
    """
    of = compiler.compile(boxed.of, names)
    match = compiler.compile(boxed.match, names | {"item"})
    spot = compiler.cells.spot(compiler.cells.owner_name)

    def evaluate(run: ModelRun, outer: Mapping[str, Any]) -> Any:
        found = of(run, outer)
        if found is None:
            return run.warn(spot, "decisions.not-a-list", name=spot.text, type=kind(found))
        kept = []
        for item in items(found):
            run.spend(ITEM_STEPS)
            holds = match(run, _item_layer(item, outer))
            if holds is True:
                kept.append(item)
            elif holds is not False and holds is not None:
                return run.warn(spot, "decisions.condition", name=spot.text, type=kind(holds))
        return kept

    return evaluate


def _item_layer(item: Any, outer: Mapping[str, Any]) -> Mapping[str, Any]:
    own = item if isinstance(item, Mapping) else {}
    return ChainMap(own, {"item": item}, outer)  # type: ignore[arg-type]


# -- functions ----------------------------------------------------------------------------------


class BoxedFunction(Function):
    """A function whose body is a boxed expression, with the variables it was defined among."""

    def __init__(
        self,
        name: str,
        parameters: Sequence[tuple[str, Type]],
        body: Evaluate,
        context: Mapping[str, Any],
        result: Type = ANY,
    ) -> None:
        self.name = name
        self._parameters = tuple(parameters)
        self._body = body
        self._context = context
        self._result = result

    @property
    def parameter_names(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self._parameters)

    def invoke(self, run: Run, spot: Spot, arguments: Sequence[Any]) -> Any:
        values = fitted(run, spot, self, [type_ for _, type_ in self._parameters], arguments)
        if values is None:
            return None
        named = dict(zip(self.parameter_names, values, strict=True))
        return conforming(run, spot, self._evaluated(run, named), self._result)

    def becomes(self, name: str, declared: Type) -> None:
        """Take the name of the knowledge model it is, and its result type where it has one."""
        self.name = name
        self._result = self._result if declared is ANY else result_of(declared)

    def _evaluated(self, run: Run, values: dict[str, Any]) -> Any:
        if not isinstance(run, ModelRun):
            raise TypeError("Expected a function of a decision model to be called in its own run")
        run.deeper()
        run.spend(CALL_STEPS)
        value = self._body(run, ChainMap(values, self._context))  # type: ignore[arg-type]
        run.depth -= 1
        return value


def function(
    compiler: BoxedCompiler, boxed: model.FunctionDefinition, names: frozenset[str]
) -> Evaluate:
    """A function value; one written in another language than FEEL gives null with a warning."""
    parameters = [
        (parameter.name, compiler.type_of(parameter.type, parameter.line))
        for parameter in boxed.parameters
    ]
    own = names | {name for name, _ in parameters}
    body = _external(compiler, boxed) if boxed.language != "FEEL" else _body(compiler, boxed, own)
    label = compiler.cells.owner_name
    result = result_of(compiler.type_of(boxed.result, boxed.line))
    return lambda run, context: BoxedFunction(label, parameters, body, context, result)


def _body(
    compiler: BoxedCompiler, boxed: model.FunctionDefinition, names: frozenset[str]
) -> Evaluate:
    return compiler.compile(boxed.body or model.Literal(line=boxed.line, text="null"), names)


def _external(compiler: BoxedCompiler, boxed: model.FunctionDefinition) -> Evaluate:
    spot, language = compiler.cells.spot(compiler.cells.owner_name), boxed.language
    return lambda run, context: run.warn(
        spot, "decisions.external-function", name=spot.text, language=language
    )


def invocation(compiler: BoxedCompiler, boxed: model.Invocation, names: frozenset[str]) -> Evaluate:
    callee = compiler.compile(boxed.function, names)
    parameters = [binding.parameter for binding in boxed.bindings]
    arguments = compiler.all(
        (
            binding.value or model.Literal(line=boxed.line, text="null")
            for binding in boxed.bindings
        ),
        names,
    )
    spot = compiler.cells.spot(getattr(boxed.function, "text", compiler.cells.owner_name))

    def evaluate(run: ModelRun, context: Mapping[str, Any]) -> Any:
        called = callee(run, context)
        if not isinstance(called, Function):
            return run.warn(spot, "feel.not-a-function", name=spot.text, type=kind(called))
        values = [argument(run, context) for argument in arguments]
        return called.invoke_named(run, spot, parameters, values)

    return evaluate


def table(compiler: BoxedCompiler, boxed: model.DecisionTable, names: frozenset[str]) -> Evaluate:
    if _ragged(compiler.cells, boxed):
        return lambda run, context: None
    types = [compiler.type_of(clause.type, clause.line) for clause in boxed.inputs]
    results = [compiler.type_of(clause.type, clause.line) for clause in boxed.outputs]
    return compile_table(compiler.cells, boxed, names, types, results)


def _ragged(cells: Cells, boxed: model.DecisionTable) -> bool:
    """Whether a rule has another number of cells than the table has columns; each is a finding."""
    expected = len(boxed.inputs) + len(boxed.outputs)
    found = [(rule, len(rule.conditions) + len(rule.outputs)) for rule in boxed.rules]
    wrong = [(rule, count) for rule, count in found if count != expected]
    for rule, count in wrong:
        cells.refuse(
            "decisions.ragged-rule", rule.line, rule=rule.number, expected=expected, found=count
        )
    return bool(wrong)


COMPILERS: Mapping[type[model.Boxed], Compile] = {
    model.Literal: literal,
    model.Context: context,
    model.ListOf: list_of,
    model.Relation: relation,
    model.Conditional: conditional,
    model.Iteration: iteration,
    model.Filter: filtered,
    model.FunctionDefinition: function,
    model.Invocation: invocation,
    model.DecisionTable: table,
}
