"""What the rules look at: a drawing with everything about it that more than one rule needs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from .chart import Chart
from .control_flow import ControlFlow
from .error_codes import ErrorCodes
from .feel import Reading, read_feel
from .model import Drawing, Element, Kind, Process
from .soundness import Explored, explore
from .surroundings import Surroundings
from .texts import FEEL_MARK, Text, texts_of
from .variables import Variables


class Subject:
    """One drawing under the linter's eyes. Processes that are not executable are not judged."""

    def __init__(self, drawing: Drawing, surroundings: Surroundings) -> None:
        self.drawing = drawing
        self.surroundings = surroundings

    @cached_property
    def charts(self) -> list[Chart]:
        return [Chart(process) for process in self.drawing.executable]

    @property
    def processes(self) -> list[Process]:
        return [chart.process for chart in self.charts]

    @cached_property
    def texts(self) -> list[Text]:
        """Every text of the executable processes that may be an expression."""
        return [text for chart in self.charts for text in texts_of(chart)]

    @cached_property
    def readings(self) -> list[tuple[Text, Reading]]:
        """Every FEEL text with what FEEL makes of it; the same text is read once."""
        known = self.variables.written
        found: dict[str, Reading] = {}
        for text in self.texts:
            if text.is_feel and text.feel not in found:
                found[text.feel] = read_feel(text.feel, known)
        return [(text, found[text.feel]) for text in self.texts if text.is_feel]

    @cached_property
    def variables(self) -> Variables:
        return Variables([element for _, element in self.elements()], self.surroundings)

    @cached_property
    def errors(self) -> ErrorCodes:
        return ErrorCodes(self.charts, self.surroundings)

    @cached_property
    def nets(self) -> list[ControlFlow]:
        """The control flow of each process and sub-process."""
        return [ControlFlow(chart, scope) for chart in self.charts for scope in chart.scopes()]

    @cached_property
    def explored(self) -> list[Explored]:
        """What the tokens of each can do; what is ad hoc has no tokens of its own."""
        return [explore(net) for net in self.nets if not _is_ad_hoc(net.holder)]

    @cached_property
    def jobs(self) -> list[tuple[Element, str]]:
        """The elements that are jobs of a fixed type, each with the type."""
        found = ((element, element.job.type) for _, element in self.elements() if element.job)
        return [(element, job) for element, job in found if job and not job.startswith(FEEL_MARK)]

    def elements(self, *kinds: Kind) -> Iterator[tuple[Chart, Element]]:
        """The elements of these kinds (of all kinds if none is named), each with its chart."""
        return ((chart, element) for chart in self.charts for element in chart.elements(*kinds))

    def is_judged(self, element_id: str) -> bool:
        """Whether the id belongs to nothing, or to something in an executable process."""
        return element_id not in self._documentary

    @cached_property
    def _documentary(self) -> frozenset[str]:
        processes = (each for each in self.drawing.processes.values() if not each.executable)
        return frozenset(
            name
            for process in processes
            for name in (process.id, *process.elements, *process.flows, *lanes_of(process))
        )


def lanes_of(process: Process) -> list[str]:
    return [lane.id for lane in process.lanes]


def _is_ad_hoc(holder: Element | Process) -> bool:
    return isinstance(holder, Element) and holder.kind is Kind.AD_HOC
