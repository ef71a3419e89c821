"""Where a raise is at work: one process of one drawing."""

from __future__ import annotations

from collections.abc import Sequence

from ...bpmn.model import Process, SequenceFlow
from ...bpmn.writer import Piece
from .draft import Draft
from .ground import Ground


class Site:
    """Opened on a process, closed when all is drawn; only then the draft has it."""

    def __init__(self, draft: Draft, file: str, process: Process, *, roughly: bool = False) -> None:
        self._draft = draft
        self._file = file
        self.pencil = draft.pencil(file)
        self.ground = Ground(self.pencil, process.id, roughly=roughly)

    @property
    def process(self) -> Process:
        return self.ground.process

    def close(self) -> None:
        self._draft.keep(self._file, self.pencil)

    def id(self, wanted: str) -> str:
        return self.pencil.free_id(wanted)

    def insert(
        self,
        node: Piece,
        size: tuple[float, float],
        lane: str | None,
        flows: Sequence[SequenceFlow],
        target: str,
    ) -> str:
        """A step between some flows and what they led to; gives its id."""
        sources = [flow.source for flow in flows]
        step = self.ground.put(node, size, lane, before=sources, after=[target])
        for flow in flows:
            self.ground.lead(flow.id, step)
        self.ground.join(step, target)
        return step
