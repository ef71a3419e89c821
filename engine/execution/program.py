"""One process of one definition version, ready to run: specs with their compiled expressions."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from SpiffWorkflow.specs.WorkflowSpec import WorkflowSpec

from ..bpmn.model import Process
from .written import Written

if TYPE_CHECKING:
    from .specs.node import Node


class ProcessProgram(WorkflowSpec):  # type: ignore[misc]  # SpiffWorkflow ships no types
    """Shared by all instances of the version and never changed after `build_program`.

    key: of the definition version. deployment: its key. process: the process's id. lane_groups:
    candidate group by label or id of a lane.
    """

    task_specs: dict[str, Node]
    start: Node

    def __init__(
        self,
        key: str,
        deployment: str,
        process: Process,
        lane_groups: Mapping[str, str],
        names: Collection[str] = (),
    ) -> None:
        super().__init__(name=key)
        self.key = key
        self.deployment = deployment
        self.process = process.id
        self.label = process.label
        self.lane_groups = dict(lane_groups)
        self._drawn = process
        self._names = names
        self._expressions: dict[str, Written] = {}

    @property
    def drawn(self) -> Process:
        """The process as it is drawn."""
        return self._drawn

    def expression(self, text: str) -> Written:
        """The compiled expression; the same text is compiled once."""
        if text not in self._expressions:
            self._expressions[text] = Written.of(text, self._names)
        return self._expressions[text]

    def groups_of(self, element: str) -> tuple[str, ...]:
        """The candidate group of the innermost lane around the element that has one."""
        lane, lanes = self._drawn.lane_of(element), {each.id: each for each in self._drawn.lanes}
        while lane is not None:
            group = self.lane_groups.get(lane.label) or self.lane_groups.get(lane.id)
            if group:
                return (group,)
            lane = lanes.get(lane.parent or "")
        return ()

    def optional(self, text: str | None) -> Written | None:
        return None if text is None or not text.strip() else self.expression(text)
