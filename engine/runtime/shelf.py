"""What was deployed, read once: folders by deployment, programs by definition."""

from __future__ import annotations

from ..bpmn.model import Drawing, Process
from ..decisions import Model, read_model
from ..errors import NotFound
from ..execution import ProcessProgram, build_program
from ..model.definition import ProcessDefinition
from ..procedure.folder import ProcedureFolder, read_procedure
from ..storage.unit_of_work import UnitOfWork
from .cache import Cache

FOLDERS = 200
PROGRAMS = 1_000


class Shelf:
    """Owned by one engine; safe for its threads. What it gives is never changed."""

    def __init__(self) -> None:
        self._folders: Cache[str, ProcedureFolder] = Cache(FOLDERS)
        self._definitions: Cache[str, ProcessDefinition] = Cache(PROGRAMS)
        self._decisions: Cache[tuple[str, str], Model] = Cache(FOLDERS)
        self._programs: Cache[str, ProcessProgram] = Cache(PROGRAMS)

    def folder(self, unit: UnitOfWork, deployment: str) -> ProcedureFolder:
        """The files of a deployment, read."""
        return self._folders.get(
            deployment, lambda: read_procedure(unit.deployments.files(deployment))
        )

    def definition(self, unit: UnitOfWork, key: str) -> ProcessDefinition:
        """Raises NotFound."""
        return self._definitions.get(key, lambda: _found(unit, key))

    def drawn(self, unit: UnitOfWork, key: str) -> tuple[Drawing, Process]:
        """The process of a definition, in its drawing. Raises NotFound."""
        definition = self.definition(unit, key)
        folder = self.folder(unit, definition.deployment)
        return drawn_in(folder, definition.process_id)

    def process(self, unit: UnitOfWork, key: str) -> Process:
        return self.drawn(unit, key)[1]

    def folder_of(self, unit: UnitOfWork, key: str) -> ProcedureFolder:
        """The folder that a definition came with. Raises NotFound."""
        return self.folder(unit, self.definition(unit, key).deployment)

    def program(self, unit: UnitOfWork, key: str) -> ProcessProgram:
        """The program of a definition. Raises NotFound."""
        return self._programs.get(key, lambda: self._built(unit, key))

    def _built(self, unit: UnitOfWork, key: str) -> ProcessProgram:
        definition = self.definition(unit, key)
        folder = self.folder(unit, definition.deployment)
        _, process = drawn_in(folder, definition.process_id)
        groups = folder.facts.lane_groups if folder.facts else {}
        return build_program(key, definition.deployment, process, lane_groups=groups)

    def decisions(self, unit: UnitOfWork, deployment: str, file: str) -> Model:
        """The decisions of a DMN file of a deployment. Raises Refused when the file is none."""
        return self._decisions.get(
            (deployment, file),
            lambda: read_model(file, self.folder(unit, deployment).decisions),
        )


def drawn_in(folder: ProcedureFolder, process_id: str) -> tuple[Drawing, Process]:
    """The process in the folder's drawings. Raises NotFound."""
    for drawing in folder.drawings:
        if process_id in drawing.processes:
            return drawing, drawing.processes[process_id]
    raise NotFound.of("runtime.unknown-process", process=process_id)


def _found(unit: UnitOfWork, key: str) -> ProcessDefinition:
    definition = unit.definitions.get(key)
    if definition is None:
        raise NotFound.of("runtime.unknown-definition", key=key)
    return definition
