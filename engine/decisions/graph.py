"""The requirements graph of a model, and of those it imports, compiled.

A decision sees of its model what it requires, and nothing else: its required inputs and decisions
by the names of their variables, its required functions, and an imported model's under the import's
name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from ..errors import Finding, Refused
from ..expressions.types import Type
from . import model
from .boxed import BoxedCompiler
from .cells import Cells, Evaluate
from .names import folded
from .notes import Notes
from .types import Allows, CompileTests, Types


@dataclass(frozen=True, slots=True)
class Seen:
    """A required node, and the import through which it is seen (empty: of the same model)."""

    node: CompiledNode
    prefix: str


@dataclass(slots=True)
class CompiledNode:
    """A node ready to be evaluated; an input has no `logic`, and neither has an empty decision."""

    node: model.Node
    graph: Graph
    type: Type
    logic: Evaluate | None = None
    sees: tuple[Seen, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """Unique over all models of a run."""
        return self.graph.definitions.namespace, self.node.id


class Graph:
    """The compiled nodes of one model. `imports`: the graphs of imported models, by namespace.

    types: what a value must conform to. names_of_types: the same for `instance of`. drawn: all
    names that only a decision that requires them sees.

    Raises Refused with all that is wrong in the file, `found` – of its reading – included.
    """

    def __init__(
        self,
        definitions: model.Definitions,
        imports: Mapping[str, Graph],
        found: Iterable[Finding] = (),
    ) -> None:
        self.definitions = definitions
        self.imports = {each.name: imports[each.namespace] for each in definitions.imports}
        self._namespaces = {each.namespace: each.name for each in definitions.imports}
        self._notes = Notes(definitions.file, found)
        self.types = self._all_types(self._allows, lambda graph: graph.types)
        self.names_of_types = self._all_types(_anything, lambda graph: graph.names_of_types)
        self._refuse_unknown_types(definitions.types)
        self.nodes = {identity: self._bare(node) for identity, node in definitions.nodes.items()}
        for compiled in self.nodes.values():
            compiled.sees = tuple(self._seen(compiled.node))
        for compiled in self.nodes.values():
            self._compile(compiled)
        self.drawn = frozenset(_names(definitions))
        self._refuse_cycles()
        if self._notes.findings:
            raise Refused(sorted(self._notes.findings, key=lambda finding: finding.line or 0))

    def named(self, name: str, *kinds: type[model.Node]) -> CompiledNode | None:
        """The node of the given name – its spaces may differ – or else of this id."""
        nodes = self.nodes.values()
        by_name = (each for each in nodes if each.node.name == folded(name))
        by_id = (each for each in nodes if each.node.id == name)
        return next((each for each in chain(by_name, by_id) if isinstance(each.node, kinds)), None)

    # -- types -----------------------------------------------------------------------------------

    def _all_types(self, compile_tests: CompileTests, of: Callable[[Graph], Types]) -> Types:
        types = Types(compile_tests)
        for prefix, graph in self.imports.items():
            types.add_imported(prefix, of(graph))
        types.add(self.definitions)
        return types

    def _allows(self, item: model.ItemDefinition, text: str) -> Allows:
        return Cells(self._notes, {}, (item.id, item.name)).allowed(text, item.line)

    def _refuse_unknown_types(self, items: Iterable[model.ItemDefinition]) -> None:
        for item in items:
            cells = Cells(self._notes, {}, (item.id, item.name))
            for name in (item.type, item.result, *(each.type for each in item.parameters or ())):
                BoxedCompiler(cells, self.types).type_of(name, item.line)
            self._refuse_unknown_types(item.components)

    def _bare(self, node: model.Node) -> CompiledNode:
        compiler = self._compiler(node)
        return CompiledNode(node, self, compiler.type_of(node.variable.type, node.variable.line))

    def _compiler(self, node: model.Node) -> BoxedCompiler:
        cells = Cells(self._notes, self.names_of_types, (node.id, node.name))
        return BoxedCompiler(cells, self.types)

    # -- requirements ----------------------------------------------------------------------------

    def _seen(self, node: model.Node) -> Iterable[Seen]:
        for reference in _references(node):
            seen = self._find(reference)
            if seen is None:
                self._refuse("decisions.unknown-reference", node, reference=reference)
            else:
                yield seen

    def _find(self, reference: str) -> Seen | None:
        space, _, identity = reference.rpartition("#")
        if not space:
            return Seen(self.nodes[identity], "") if identity in self.nodes else None
        prefix = self._namespaces.get(space)
        graph = self.imports.get(prefix) if prefix is not None else None
        if graph is None or identity not in graph.nodes:
            return None
        return Seen(graph.nodes[identity], prefix or "")

    def find(self, reference: str) -> CompiledNode:
        """A node a service names. Raises KeyError for an unknown one (refused while loading)."""
        seen = self._find(reference)
        if seen is None:
            raise KeyError(reference)
        return seen.node

    # -- logic -----------------------------------------------------------------------------------

    def _compile(self, compiled: CompiledNode) -> None:
        node, names = compiled.node, frozenset(_visible(compiled.sees))
        compiler = self._compiler(node)
        match node:
            case model.Decision(logic=logic) if logic is not None:
                compiled.logic = compiler.compile(logic, names)
            case model.KnowledgeModel(function=function) if function is not None:
                compiled.logic = compiler.compile(function, names | {node.variable.name})

    # -- checks ----------------------------------------------------------------------------------

    def _refuse_cycles(self) -> None:
        """A decision must not require itself; functions may call each other."""
        done: set[str] = set()
        for compiled in self.nodes.values():
            if isinstance(compiled.node, model.Decision):
                self._walk(compiled, done)

    def _walk(self, start: CompiledNode, done: set[str]) -> None:
        way = [(start, iter(self._required_decisions(start)))]
        on_way = {start.node.id}
        while way:
            compiled, rest = way[-1]
            following = next((each for each in rest if each.node.id not in done), None)
            if following is None:
                way.pop()
                on_way.discard(compiled.node.id)
                done.add(compiled.node.id)
            elif following.node.id in on_way:
                self._refuse("decisions.cycle", compiled.node, name=following.node.name)
                done |= on_way
                return
            else:
                on_way.add(following.node.id)
                way.append((following, iter(self._required_decisions(following))))

    def _required_decisions(self, compiled: CompiledNode) -> list[CompiledNode]:
        return [
            seen.node
            for seen in compiled.sees
            if seen.node.graph is self and isinstance(seen.node.node, model.Decision)
        ]

    def _refuse(self, key: str, node: model.Node, **arguments: Any) -> None:
        self._notes.add("error", key, node.line, (node.id, node.name), **arguments)


def _anything(_item: model.ItemDefinition, _text: str) -> Allows:
    """`instance of` asks for the type alone, not for its allowed values (DMN 1.5, 10.3.2.9.1)."""
    return lambda run, value: True


def _references(node: model.Node) -> Iterable[str]:
    match node:
        case model.Decision(requires=requires, knowledge=knowledge):
            return (*requires, *knowledge)
        case model.KnowledgeModel(knowledge=knowledge):
            return knowledge
        case model.Service():
            return (*node.outputs, *node.encapsulated, *node.input_decisions, *node.input_data)
    return ()


def _names(definitions: model.Definitions) -> Iterable[str]:
    for node in definitions.nodes.values():
        yield from (node.name, node.variable.name)
    yield from (each.name for each in definitions.imports)


def _visible(sees: Iterable[Seen]) -> Iterable[str]:
    """The names an expression may use; of an imported node its qualified name and its parts."""
    for seen in sees:
        if seen.prefix:
            yield seen.prefix
        yield seen.node.node.variable.name
