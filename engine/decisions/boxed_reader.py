"""Boxed expressions: XML -> model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ..bpmn.xml import Node, content_of, line_of, local
from . import model
from .names import folded
from .notes import Notes


class BoxedReader:
    """Reads the expressions of one file; what cannot be read becomes a finding in `notes`."""

    def __init__(self, space: str, notes: Notes) -> None:
        self._space = space
        self._notes = notes
        self._kinds: Mapping[str, Callable[[Node], model.Boxed]] = {
            "literalExpression": self._literal,
            "context": self._context,
            "list": self._list,
            "relation": self._relation,
            "functionDefinition": self.function,
            "invocation": self._invocation,
            "conditional": self._conditional,
            "for": self._iteration,
            "some": self._iteration,
            "every": self._iteration,
            "filter": self._filter,
            "decisionTable": self._table,
        }

    def children(self, node: Node, name: str | None = None) -> Iterator[Node]:
        """The DMN children, or those of one name."""
        return node.iterchildren("{" + self._space + "}" + (name or "*"))

    def child(self, node: Node, name: str) -> Node | None:
        return next(self.children(node, name), None)

    def expression_in(self, node: Node) -> model.Boxed | None:
        """The boxed expression directly in the node, if there is one."""
        for child in self.children(node):
            read = self._kinds.get(local(child))
            if read is not None:
                return read(child)
        return None

    def expressions_in(self, node: Node) -> Iterator[model.Boxed]:
        for child in self.children(node):
            if local(child) in self._kinds:
                yield self._kinds[local(child)](child)

    def variable(self, node: Node) -> model.Variable:
        """Whatever has a name and perhaps a type: variable, parameter, column, iterator."""
        return model.Variable(
            name=folded(node.get("name")), type=node.get("typeRef"), line=line_of(node)
        )

    def text_of(self, node: Node | None) -> str | None:
        """The content of the `text` element in the node."""
        if node is None:
            return None
        text = self.child(node, "text")
        return None if text is None else content_of(text).strip()

    def text_line(self, node: Node) -> int:
        """Where the content of the `text` element in the node begins."""
        text = self.child(node, "text")
        if text is None:
            return line_of(node)
        content = content_of(text)
        return line_of(text) + content[: len(content) - len(content.lstrip())].count("\n")

    # -- kinds of expression ---------------------------------------------------------------------

    def function(self, node: Node) -> model.FunctionDefinition:
        return model.FunctionDefinition(
            line=line_of(node),
            parameters=tuple(map(self.variable, self.children(node, "formalParameter"))),
            body=self.expression_in(node),
            result=node.get("typeRef"),
            language=node.get("kind") or "FEEL",
        )

    def _literal(self, node: Node) -> model.Literal:
        language = node.get("expressionLanguage") or ""
        if language and "FEEL" not in language.upper():
            self._notes.refuse("decisions.language", node, language=language)
        return model.Literal(
            line=self.text_line(node), type=node.get("typeRef"), text=self.text_of(node) or ""
        )

    def _context(self, node: Node) -> model.Context:
        return model.Context(
            line=line_of(node),
            type=node.get("typeRef"),
            entries=tuple(map(self._entry, self.children(node, "contextEntry"))),
        )

    def _entry(self, node: Node) -> model.ContextEntry:
        variable = self.child(node, "variable")
        return model.ContextEntry(
            line=line_of(node),
            variable=None if variable is None else self.variable(variable),
            value=self._required(node),
        )

    def _list(self, node: Node) -> model.ListOf:
        return model.ListOf(
            line=line_of(node), type=node.get("typeRef"), items=tuple(self.expressions_in(node))
        )

    def _relation(self, node: Node) -> model.Relation:
        return model.Relation(
            line=line_of(node),
            type=node.get("typeRef"),
            columns=tuple(map(self.variable, self.children(node, "column"))),
            rows=tuple(tuple(self.expressions_in(row)) for row in self.children(node, "row")),
        )

    def _invocation(self, node: Node) -> model.Invocation:
        return model.Invocation(
            line=line_of(node),
            type=node.get("typeRef"),
            function=self._required(node),
            bindings=tuple(map(self._binding, self.children(node, "binding"))),
        )

    def _binding(self, node: Node) -> model.Binding:
        parameter = self.child(node, "parameter")
        name = "" if parameter is None else folded(parameter.get("name"))
        return model.Binding(parameter=name, value=self.expression_in(node))

    def _conditional(self, node: Node) -> model.Conditional:
        return model.Conditional(
            line=line_of(node),
            type=node.get("typeRef"),
            condition=self._part(node, "if"),
            then=self._part(node, "then"),
            otherwise=self._part(node, "else"),
        )

    def _iteration(self, node: Node) -> model.Iteration:
        kind = local(node)
        return model.Iteration(
            line=line_of(node),
            type=node.get("typeRef"),
            kind=kind,
            iterator=model.Variable(name=folded(node.get("iteratorVariable")), line=line_of(node)),
            over=self._part(node, "in"),
            body=self._part(node, "return" if kind == "for" else "satisfies"),
        )

    def _filter(self, node: Node) -> model.Filter:
        return model.Filter(
            line=line_of(node),
            type=node.get("typeRef"),
            of=self._part(node, "in"),
            match=self._part(node, "match"),
        )

    def _part(self, node: Node, name: str) -> model.Boxed:
        part = self.child(node, name)
        return self._missing(node, name) if part is None else self._required(part)

    def _required(self, node: Node) -> model.Boxed:
        return self.expression_in(node) or self._missing(node, local(node))

    def _missing(self, node: Node, part: str) -> model.Boxed:
        self._notes.refuse("decisions.empty-expression", node, part=part)
        return model.Literal(line=line_of(node), text="null")

    # -- tables ----------------------------------------------------------------------------------

    def _table(self, node: Node) -> model.DecisionTable:
        return model.DecisionTable(
            line=line_of(node),
            type=node.get("typeRef"),
            inputs=tuple(map(self._input, self.children(node, "input"))),
            outputs=tuple(map(self._output, self.children(node, "output"))),
            rules=tuple(
                self._rule(number, rule)
                for number, rule in enumerate(self.children(node, "rule"), start=1)
            ),
            hit_policy=self._hit_policy(node),
            aggregation=self._aggregation(node),
        )

    def _hit_policy(self, node: Node) -> model.HitPolicy:
        written = node.get("hitPolicy") or "UNIQUE"
        try:
            return model.HitPolicy(written)
        except ValueError:
            self._notes.refuse("decisions.hit-policy", node, policy=written)
            return model.HitPolicy.UNIQUE

    def _aggregation(self, node: Node) -> model.Aggregation | None:
        written = node.get("aggregation")
        try:
            return model.Aggregation(written) if written else None
        except ValueError:
            self._notes.refuse("decisions.aggregation", node, aggregation=written)
            return None

    def _input(self, node: Node) -> model.InputClause:
        expression = self.child(node, "inputExpression")
        text = self.text_of(expression) or ""
        if not text:
            self._notes.refuse("decisions.empty-expression", node, part="inputExpression")
        return model.InputClause(
            label=folded(node.get("label")) or text,
            expression=text or "null",
            type=None if expression is None else expression.get("typeRef"),
            values=self.text_of(self.child(node, "inputValues")),
            line=line_of(node),
        )

    def _output(self, node: Node) -> model.OutputClause:
        return model.OutputClause(
            name=folded(node.get("name")) or None,
            type=node.get("typeRef"),
            values=self.text_of(self.child(node, "outputValues")),
            default=self.text_of(self.child(node, "defaultOutputEntry")),
            line=line_of(node),
        )

    def _rule(self, number: int, node: Node) -> model.Rule:
        return model.Rule(
            number=number,
            conditions=self._cells(node, "inputEntry"),
            outputs=self._cells(node, "outputEntry"),
            annotations=self._cells(node, "annotationEntry"),
            line=line_of(node),
            lines=(*self._lines(node, "inputEntry"), *self._lines(node, "outputEntry")),
        )

    def _lines(self, node: Node, name: str) -> Iterator[int]:
        return map(self.text_line, self.children(node, name))

    def _cells(self, node: Node, name: str) -> tuple[str, ...]:
        return tuple(self.text_of(cell) or "" for cell in self.children(node, name))
