"""What the rules of law look at: a procedure's folder on a day, and the ways of its dossiers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any

from ...bpmn.model import Element, Kind
from ..facts import LaneKind, ProcedureFacts
from ..folder import FACTS, ProcedureFolder
from ..lines import Lines, toml_lines
from .frames import Frame, written_names
from .known import UNKNOWN, constant
from .library import Drawn, Find, drawn_in
from .marks import DONE_STATUSES, FAILED, status_shown
from .ways import Mark, Question, Shut, is_end, nothing

CODE = "procedure.code"


class Subject:
    """A folder with facts. find: the processes of other folders."""

    def __init__(self, folder: ProcedureFolder, find: Find, day: date) -> None:
        self.folder = folder
        self.facts = folder.facts or ProcedureFacts()
        self.day = day
        self._own = drawn_in(folder)
        self._find = find

    def find(self, process_id: str) -> Drawn | None:
        return self._own.get(process_id) or self._find(process_id)

    @cached_property
    def mains(self) -> list[Main]:
        """The processes that carry the procedure out: those with its code, else those not
        called.
        """
        coded = [each for each in self._own.values() if each.process.properties.get(CODE)]
        chosen = coded or self._not_called() or list(self._own.values())
        return [Main(self, each) for each in chosen]

    def _not_called(self) -> list[Drawn]:
        called = {
            element.called.process_id
            for drawn in self._own.values()
            for element in drawn.chart.elements(Kind.CALL_ACTIVITY)
            if element.called
        }
        return [drawn for name, drawn in self._own.items() if name not in called]

    @cached_property
    def lanes(self) -> dict[str, LaneKind]:
        return {label: lane.kind for label, lane in self.facts.lanes.items()}

    @cached_property
    def lines(self) -> Lines:
        """The lines of the published facts."""
        named = (name for name in self.folder.files if name.rpartition("/")[2] == FACTS)
        content = self.folder.files.get(next(named, ""), b"")
        return toml_lines(content.decode("utf-8-sig", "replace").replace("\r\n", "\n"))

    def is_own(self, frame: Frame) -> bool:
        return self._own.get(frame.drawn.process.id) is frame.drawn


class Main:
    """A process that carries the procedure out, with a frame for each of its starts."""

    def __init__(self, subject: Subject, drawn: Drawn) -> None:
        self.subject = subject
        self.drawn = drawn

    @cached_property
    def starts(self) -> list[Element]:
        """Its start events, or whatever a dossier begins with where none is drawn."""
        return self.drawn.chart.beginnings(self.drawn.process.id)

    @cached_property
    def online(self) -> list[Frame]:
        """The process as begun by a citizen from afar; as begun anyhow where that is not drawn."""
        pairs = zip(self.starts, self.frames, strict=True)
        return [frame for start, frame in pairs if channel(start) == "online"]

    @cached_property
    def frames(self) -> list[Frame]:
        """The process as begun at each start."""
        return [self.frame(start) for start in self.starts]

    @property
    def measured(self) -> list[Frame]:
        """What the level is measured on: the online ways, else all."""
        return self.online or self.frames

    def frame(self, start: Element) -> Frame:
        varying = written_names(self.drawn.chart) | self._asked
        known = {
            mapping.target: value
            for mapping in start.outputs
            if mapping.target not in varying
            and (value := constant(mapping.source, {})) is not UNKNOWN
        }
        subject = self.subject
        return Frame(
            self.drawn,
            self.drawn.process.id,
            subject.find,
            subject.lanes,
            begin=(start.id,),
            known=known,
        )

    @property
    def _asked(self) -> set[str]:
        """The variables that people write in forms after the start."""
        forms = self.subject.folder.forms
        named = {each.form_id for each in self.drawn.chart.elements() if each not in self.starts}
        return {name for form in forms.values() if form.id in named for name in form.variables}

    @cached_property
    def _has_done_end(self) -> bool:
        ends = (each for each in self.drawn.chart.inside(self.drawn.process.id) if is_end(each))
        return any(_status(each) in DONE_STATUSES for each in ends)

    def is_success(self, frame: Frame, element: Element) -> bool:
        """An end at which the citizen has got what was asked for."""
        if not is_end(element):
            return False
        shown = status_shown(frame, element)
        return shown in DONE_STATUSES if self._has_done_end else shown not in FAILED

    def success(self, avoid: Mark = nothing, shut: Shut = nothing) -> Question:
        """The question after runs that reach a successful end."""
        return Question(ends=self.is_success, lost=is_failure, avoid=avoid, shut=shut)

    def everything(self) -> Iterator[tuple[Frame, Element]]:
        """Every element that may be passed, in every frame, from every start."""
        for frame in self.frames:
            for inside in frame.inward():
                yield from ((inside, element) for element in inside.elements)


def is_failure(frame: Frame, element: Element) -> bool:
    return is_end(element) and status_shown(frame, element) in FAILED


def channel(start: Element) -> str | None:
    return start.properties.get("channel")


def _status(element: Element) -> int | None:
    text: Any = element.properties.get("dossier.status", "")
    return int(text) if text.isdecimal() else None
