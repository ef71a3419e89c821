"""Decisions of the TCK that are FEEL alone: literal expressions, and contexts of them.

Inputs and other such decisions are their variables; item definitions are types for `instance of`.
The whole of DMN is the decision room's; this measures the expressions by themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree
from tck import PARSER, Case

from procflow.engine.expressions import Environment, compile_expression
from procflow.engine.expressions.types import BUILT_IN_TYPES, ContextOf, ListOf, Named, Type

ENVIRONMENT = Environment(datetime(2026, 3, 2, 8, tzinfo=UTC), zone=UTC)


class Model:
    """One file's decisions, and the types it defines."""

    def __init__(self, path: Path) -> None:
        root = etree.parse(path, PARSER).getroot()
        self.decisions = {
            decision.get("name"): decision for decision in root.findall("{*}decision")
        }
        self.inputs = [node.get("name") for node in root.findall("{*}inputData")]
        self.types = {
            item.get("name"): self.type_of(item) for item in root.findall("{*}itemDefinition")
        }
        self.has_functions = root.find("{*}businessKnowledgeModel") is not None

    def type_of(self, item: Any) -> Type:
        components = item.findall("{*}itemComponent")
        reference = item.findtext("{*}typeRef", "Any").strip().rpartition(":")[2]
        made: Type = BUILT_IN_TYPES.get(reference) or Named(reference)
        if components:
            made = ContextOf(tuple((part.get("name"), self.type_of(part)) for part in components))
        return ListOf(made) if item.get("isCollection") == "true" else made

    def is_literal(self, name: str) -> bool:
        decision = self.decisions.get(name)
        return decision is not None and (
            decision.find("{*}literalExpression") is not None
            or self._is_plain_context(decision.find("{*}context"))
        )

    def _is_plain_context(self, context: Any) -> bool:
        return context is not None and all(
            entry.find("{*}literalExpression") is not None for entry in context
        )

    def value(self, name: str, inputs: Mapping[str, Any]) -> Any:
        decision = self.decisions[name]
        variables = dict.fromkeys(self.inputs) | dict(inputs)
        for required in decision.iterfind(".//{*}requiredDecision"):
            other = self._by_reference(required.get("href"))
            variables[other] = self.value(other, inputs)
        literal = decision.find("{*}literalExpression")
        if literal is not None:
            return self._evaluated(literal, variables)
        return self._context(decision.find("{*}context"), variables)

    def _by_reference(self, reference: str) -> str:
        wanted = reference.rpartition("#")[2]
        return next(
            name for name, decision in self.decisions.items() if decision.get("id") == wanted
        )

    def _context(self, context: Any, variables: dict[str, Any]) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        for entry in context:
            literal = entry.find("{*}literalExpression")
            name = entry.find("{*}variable").get("name")
            entries[name] = self._evaluated(literal, variables | entries)
        return entries

    def _evaluated(self, literal: Any, variables: Mapping[str, Any]) -> Any:
        text = literal.findtext("{*}text")
        expression = compile_expression(text, variables, self.types)
        return expression.evaluate(variables, ENVIRONMENT).value


class Models:
    """Evaluates the cases that are FEEL alone."""

    def __init__(self) -> None:
        self.model = cache(Model)

    def can_evaluate(self, case: Case) -> bool:
        if case.invocable:
            return False
        model = self.model(case.model)
        return (
            model.is_literal(case.node) and not model.has_functions and self._needs_met(model, case)
        )

    def _needs_met(self, model: Model, case: Case) -> bool:
        decision = model.decisions[case.node]
        references = decision.iterfind(".//{*}requiredDecision")
        return all(
            any(
                other.get("id") == reference.get("href").rpartition("#")[2]
                and model.is_literal(name)
                for name, other in model.decisions.items()
            )
            for reference in references
        )

    def evaluate(self, case: Case) -> Any:
        return self.model(case.model).value(case.node, case.inputs)

    def text(self, case: Case) -> str:
        decision = self.model(case.model).decisions[case.node]
        return " ".join((decision.findtext("{*}literalExpression/{*}text") or "").split())
