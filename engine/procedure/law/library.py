"""Where the processes of drawings are found: those of the folder, and those it calls."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from ...bpmn.chart import Chart
from ...bpmn.control_flow import ControlFlow
from ...bpmn.model import Process
from ..folder import ProcedureFolder
from .runs import Runs


@dataclass(frozen=True)
class Drawn:
    """A process with the file it is drawn in."""

    file: str
    process: Process
    _runs: dict[tuple[str, tuple[str, ...]], Runs] = field(default_factory=dict, compare=False)

    @cached_property
    def chart(self) -> Chart:
        return Chart(self.process)

    def runs(self, scope: str, begin: tuple[str, ...]) -> Runs:
        """All runs of a scope from these elements, followed once."""
        if (scope, begin) not in self._runs:
            net = ControlFlow(self.chart, scope)
            known = [each for each in begin if each in net.elements]
            self._runs[scope, begin] = Runs(net, known)
        return self._runs[scope, begin]


Find = Callable[[str], Drawn | None]
"""The process of an id, wherever it is drawn; None when it is nowhere."""


def drawn_in(folder: ProcedureFolder) -> dict[str, Drawn]:
    """The executable processes of a folder, by id."""
    return {
        process.id: Drawn(drawing.file, process)
        for drawing in folder.drawings
        for process in drawing.executable
    }


class Library:
    """The processes of several folders; of two with the same id, the first."""

    def __init__(self, folders: Iterable[ProcedureFolder]) -> None:
        self._drawn: dict[str, Drawn] = {}
        for folder in folders:
            self._drawn = drawn_in(folder) | self._drawn

    def find(self, process_id: str) -> Drawn | None:
        return self._drawn.get(process_id)
