"""Finds for a running drawing what it refers to: called processes and decisions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..decisions import RuleHit
from ..execution import Decided, ProcessProgram
from ..expressions import Environment
from ..model.definition import DecisionDefinition, ProcessDefinition
from ..storage.unit_of_work import UnitOfWork
from .shelf import Shelf


class DeployedLibrary:
    """`engine.execution.Library` over what is deployed, as one transaction sees it."""

    def __init__(self, unit: UnitOfWork, shelf: Shelf) -> None:
        self._unit = unit
        self._shelf = shelf

    def program(self, key: str) -> ProcessProgram:
        return self._shelf.program(self._unit, key)

    def called(
        self, process_id: str, binding: str, version_tag: str | None, caller: ProcessProgram
    ) -> ProcessProgram | None:
        definition = self._meant(process_id, binding, version_tag, caller.deployment)
        return None if definition is None else self.program(definition.key)

    def _meant(
        self, process_id: str, binding: str, version_tag: str | None, deployment: str
    ) -> ProcessDefinition | None:
        definitions = self._unit.definitions
        if binding == "deployment":
            beside = definitions.in_deployment(deployment)
            return next((d for d in beside if d.process_id == process_id), None)
        if binding == "versionTag":
            return definitions.tagged(process_id, version_tag or "")
        return definitions.newest(process_id)

    def decide(
        self,
        decision_id: str,
        binding: str,
        version_tag: str | None,
        caller: ProcessProgram,
        variables: Mapping[str, Any],
        environment: Environment,
    ) -> Decided | None:
        """Evaluate a decision. Raises ProcflowError when it fails."""
        meant = self._decision(decision_id, binding, version_tag, caller.deployment)
        if meant is None:
            return None
        model = self._shelf.decisions(self._unit, meant.deployment, meant.file)
        found = model.evaluate(decision_id, variables, environment, from_json=True)
        return Decided(found.value, found.warnings, tuple(_named(hit) for hit in found.rules))

    def _decision(
        self, decision_id: str, binding: str, version_tag: str | None, deployment: str
    ) -> DecisionDefinition | None:
        decisions = self._unit.decisions
        if binding == "deployment":
            return decisions.beside(decision_id, deployment)
        if binding == "versionTag":
            return decisions.tagged(decision_id, version_tag or "")
        return decisions.newest(decision_id)


def _named(hit: RuleHit) -> dict[str, Any]:
    """What people call a rule: its table, its number, and what the analyst wrote beside it."""
    return {"decision": hit.decision, "rule": hit.rule, "annotation": hit.annotation}
