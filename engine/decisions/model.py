"""A DMN file as typed values: decisions, their logic, and what they require.

Nothing here evaluates anything. `line` is where the file says it; expressions are FEEL text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """The name and the type under which a value is known; type None means any."""

    name: str
    type: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Boxed:
    """Any boxed expression. `type` is the type its value must have, None: any."""

    line: int
    type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Literal(Boxed):
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextEntry:
    """An entry without a variable is the result of its context."""

    line: int
    variable: Variable | None
    value: Boxed


@dataclass(frozen=True, slots=True, kw_only=True)
class Context(Boxed):
    entries: tuple[ContextEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOf(Boxed):
    items: tuple[Boxed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Boxed):
    columns: tuple[Variable, ...]
    rows: tuple[tuple[Boxed, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionDefinition(Boxed):
    """`language` other than FEEL (Java, PMML) is known only to be refused when called.

    result: the type of what it gives, or the function's own type.
    """

    parameters: tuple[Variable, ...]
    body: Boxed | None
    result: str | None = None
    language: str = "FEEL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    parameter: str
    value: Boxed | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Invocation(Boxed):
    function: Boxed
    bindings: tuple[Binding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditional(Boxed):
    condition: Boxed
    then: Boxed
    otherwise: Boxed


@dataclass(frozen=True, slots=True, kw_only=True)
class Iteration(Boxed):
    """`for`, `some` or `every` with one iterator variable."""

    kind: str
    iterator: Variable
    over: Boxed
    body: Boxed


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter(Boxed):
    of: Boxed
    match: Boxed


class HitPolicy(StrEnum):
    UNIQUE = "UNIQUE"
    ANY = "ANY"
    PRIORITY = "PRIORITY"
    FIRST = "FIRST"
    RULE_ORDER = "RULE ORDER"
    OUTPUT_ORDER = "OUTPUT ORDER"
    COLLECT = "COLLECT"


class Aggregation(StrEnum):
    """What COLLECT does with the outputs: `C+`, `C<`, `C>`, `C#`."""

    SUM = "SUM"
    MIN = "MIN"
    MAX = "MAX"
    COUNT = "COUNT"


@dataclass(frozen=True, slots=True, kw_only=True)
class InputClause:
    """A column of conditions: the expression tested, and the values it may have (unary tests)."""

    label: str
    expression: str
    type: str | None
    values: str | None
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputClause:
    """A column of outputs: its values in order of priority, and what is taken when no rule hits."""

    name: str | None
    type: str | None
    values: str | None
    default: str | None
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A row; rows are numbered from 1. `lines`: where each condition and each output is written."""

    number: int
    conditions: tuple[str, ...]
    outputs: tuple[str, ...]
    annotations: tuple[str, ...]
    line: int
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionTable(Boxed):
    inputs: tuple[InputClause, ...]
    outputs: tuple[OutputClause, ...]
    rules: tuple[Rule, ...]
    hit_policy: HitPolicy = HitPolicy.UNIQUE
    aggregation: Aggregation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemDefinition:
    """A named type: of another type, of components, or of a function."""

    id: str
    name: str
    line: int
    type: str | None = None
    collection: bool = False
    allowed_values: str | None = None
    constraint: str | None = None
    components: tuple[ItemDefinition, ...] = ()
    parameters: tuple[Variable, ...] | None = None
    result: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A node of the requirements graph. Requirements are ids, `namespace#id` of another model."""

    id: str
    name: str
    variable: Variable
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InputDatum(Node):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Node):
    """`version_tag`: the name of this version, by which a business rule task may bind to it."""

    logic: Boxed | None
    version_tag: str | None = None
    requires: tuple[str, ...] = ()
    knowledge: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeModel(Node):
    """A business knowledge model: a function."""

    function: FunctionDefinition | None
    knowledge: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Service(Node):
    """A decision service: some decisions of the graph as a function of inputs."""

    outputs: tuple[str, ...]
    encapsulated: tuple[str, ...]
    input_decisions: tuple[str, ...]
    input_data: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """Another model, under a name; without a name its names are taken as they are (DMN 1.5)."""

    name: str
    namespace: str
    location: str | None
    line: int


@dataclass(slots=True, kw_only=True)
class Definitions:
    """One DMN file."""

    file: str
    name: str
    namespace: str
    imports: tuple[Import, ...] = ()
    types: tuple[ItemDefinition, ...] = ()
    nodes: dict[str, Node] = field(default_factory=dict)

    def named(self, name: str) -> Node | None:
        return next((node for node in self.nodes.values() if node.name == name), None)

    @property
    def decisions(self) -> Iterator[Decision]:
        return (node for node in self.nodes.values() if isinstance(node, Decision))
