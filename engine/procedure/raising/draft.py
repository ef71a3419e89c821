"""A procedure's folder while it is raised: its files, as they are now."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from ...bpmn.model import Element, Process
from ...bpmn.writer import Pencil
from ..facts import LaneKind, ProcedureFacts
from ..folder import FACTS, NOTICES, ProcedureFolder, read_procedure
from ..law.library import Find
from ..level.level import Lack, Level
from ..level.measure import measure
from .form_text import Component, new_form, with_components

FORMS = "forms"


class Draft:
    """Changes files by name. find: the processes of other folders, which are not changed."""

    def __init__(self, folder: ProcedureFolder, find: Find, day: date) -> None:
        self._files = dict(folder.files)
        self._folder: ProcedureFolder | None = folder
        self._find = find
        self._day = day

    def copy(self) -> Draft:
        return Draft(self.folder, self._find, self._day)

    @property
    def folder(self) -> ProcedureFolder:
        if self._folder is None:
            self._folder = read_procedure(self._files)
        return self._folder

    @property
    def facts(self) -> ProcedureFacts:
        return self.folder.facts or ProcedureFacts()

    def level(self) -> Level:
        return measure(self.folder, self._day, self._find)

    def knows(self, process_id: str) -> bool:
        """Whether a process can be called."""
        return process_id in self.folder.processes or self._find(process_id) is not None

    # -- files --------------------------------------------------------------------------------

    def text(self, name: str) -> str:
        return self._files[name].decode("utf-8-sig")

    def put(self, name: str, content: bytes) -> None:
        self._files[name] = content
        self._folder = None

    @property
    def facts_file(self) -> str | None:
        return next((name for name in self._files if PurePosixPath(name).name == FACTS), None)

    def edit_facts(self, change: Callable[[str], str]) -> None:
        """The published facts, changed as text."""
        name = self.facts_file
        if name is not None:
            self.put(name, change(self.text(name)).encode())

    # -- drawings -----------------------------------------------------------------------------

    def pencil(self, file: str) -> Pencil:
        return Pencil(file, self._files[file])

    def keep(self, file: str, pencil: Pencil) -> None:
        self.put(file, pencil.content)

    def element(self, lack: Lack) -> tuple[Process, Element] | None:
        """The element a lack is about, where it lies in the folder's own drawings."""
        for drawing in self.folder.drawings:
            if drawing.file == lack.finding.file:
                return drawing.find(lack.finding.element or "")
        return None

    def process(self, lack: Lack) -> tuple[str, Process] | None:
        """The drawing and process a lack is about, or lies in."""
        for drawing in self.folder.drawings:
            if drawing.file == lack.finding.file:
                for process in drawing.processes.values():
                    if lack.finding.element in (process.id, *process.elements):
                        return drawing.file, process
        return None

    # -- lanes --------------------------------------------------------------------------------

    def lane(self, process: Process, kind: LaneKind) -> str | None:
        """The first lane of a kind."""
        kinds = {label: lane.kind for label, lane in self.facts.lanes.items()}
        return next((each.id for each in process.lanes if kinds.get(each.label) is kind), None)

    def lane_of(self, process: Process, element: str) -> str | None:
        lane = process.lane_of(element)
        return lane.id if lane else None

    def kind_of(self, process: Process, element: str) -> LaneKind | None:
        lane = process.lane_of(element)
        known = self.facts.lanes.get(lane.label) if lane else None
        return known.kind if known else None

    # -- forms and notices --------------------------------------------------------------------

    def form_file(self, form_id: str) -> str | None:
        form = self.folder.forms.get(form_id)
        return form.file if form else None

    def add_form(
        self, form_id: str, components: Sequence[Component], *, first: bool = False
    ) -> str:
        """A new form; gives its id. One that is there already gets what it lacks."""
        if not self.add_to_form(form_id, components, first=first):
            text = new_form(form_id, components)
            self.put(f"{FORMS}/{form_id}.form", text.encode())
        return form_id

    def add_to_form(
        self, form_id: str, components: Sequence[Component], *, first: bool = False
    ) -> bool:
        """Questions more in a form, before or after its own; False where there is no such form."""
        file = self.form_file(form_id)
        if file is None:
            return False
        before = self.text(file)
        after = with_components(before, components, first=first)
        if after != before:
            self.put(file, after.encode())
        return True

    def components(self, form_id: str) -> list[dict[str, Any]]:
        file = self.form_file(form_id)
        found: list[dict[str, Any]] = json.loads(self.text(file))["components"] if file else []
        return found

    def add_notice(self, name: str, text: str) -> str:
        """A new notice; gives its name. One that is there already stays."""
        if name not in self.folder.notices:
            self.put(f"{NOTICES}/{name}.md", text.encode())
        return name
