"""Which error codes the elements of a drawing raise, and who catches them."""

from __future__ import annotations

from collections.abc import Iterator

from .catchers import is_caught
from .chart import Chart
from .model import Element, EventKind, Kind
from .surroundings import Surroundings
from .texts import FEEL_MARK


class ErrorCodes:
    """Error codes are raised by error end events, by jobs and by called processes."""

    def __init__(self, charts: list[Chart], surroundings: Surroundings) -> None:
        self._charts = charts
        self._job_types = surroundings.job_types

    def caught(self) -> Iterator[tuple[Element, frozenset[str] | None]]:
        """Each catching error event with the codes raised inside; None: that cannot be known."""
        for chart in self._charts:
            for event in chart.elements(Kind.BOUNDARY_EVENT, Kind.START_EVENT):
                if event.event.kind is EventKind.ERROR and len(event.events) == 1:
                    yield event, self._raised_in(_watched(chart, event))

    def uncaught(self) -> Iterator[tuple[Element, str]]:
        for chart in self._charts:
            for element in chart.elements():
                for code in sorted(self._raised_by(element) or ()):
                    if not is_caught(chart, element, EventKind.ERROR, code):
                        yield element, code

    def _raised_in(self, elements: list[Element]) -> frozenset[str] | None:
        codes: set[str] = set()
        for element in elements:
            raised = self._raised_by(element)
            if raised is None:
                return None
            codes |= raised
        return frozenset(codes)

    def _raised_by(self, element: Element) -> frozenset[str] | None:
        if element.kind is Kind.CALL_ACTIVITY:
            return None
        if element.kind is Kind.END_EVENT and element.event.kind is EventKind.ERROR:
            return _fixed(element.event.value)
        return self._raised_by_job(element.job.type) if element.job else frozenset()

    def _raised_by_job(self, job_type: str) -> frozenset[str] | None:
        facts = (self._job_types or {}).get(job_type)
        if facts is None or job_type.startswith(FEEL_MARK):
            return None
        return frozenset(facts.raises)


def _fixed(code: str | None) -> frozenset[str] | None:
    """The code a drawing names; None if it is computed."""
    if code is not None and code.startswith(FEEL_MARK):
        return None
    return frozenset(filter(None, [code]))


def _watched(chart: Chart, catcher: Element) -> list[Element]:
    """What a catching event looks over: its host with all inside, or the scope around it."""
    if catcher.kind is Kind.BOUNDARY_EVENT:
        host = chart.element(catcher.attached_to)
        return [host, *chart.all_inside(host.id)] if host else []
    handler = chart.holder(catcher)
    if handler is None:
        return []
    own = {catcher.id, handler.id, *(each.id for each in chart.all_inside(handler.id))}
    return [each for each in chart.all_inside(handler.scope) if each.id not in own]
