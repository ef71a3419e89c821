"""Deployments: a procedure's files, checked together, versioned together."""

from __future__ import annotations

from ..bpmn.model import Drawing, Process
from ..errors import Finding, NotFound, Refused
from ..model.actor import ENGINE, Actor
from ..model.definition import DecisionDefinition, Deployment, ProcessDefinition
from ..procedure.folder import ProcedureFolder, read_procedure
from ..storage.unit_of_work import UnitOfWork
from .inspection import decisions_drawn, executable, inspected
from .lawfulness import unlawful
from .means import Means
from .occasion import Occasion
from .sources import Sources, files_of
from .starts import messages_received, start_events
from .transactions import Transactions


class Deployments:
    """`engine.deployments`."""

    def __init__(self, means: Means, transactions: Transactions) -> None:
        self._means = means
        self._transactions = transactions

    def deploy(
        self, sources: Sources, *, actor: Actor = ENGINE, name: str | None = None
    ) -> Deployment:
        """Check the files and make their processes the newest versions.

        sources: a folder, files, or contents by name. The same content twice is the same version.
        Raises NotFound for a path that leads nowhere, Refused when there are errors: nothing is
        deployed then.
        """
        folder = read_procedure(files_of(sources))
        occasion = self._means.occasion(actor)

        def work(unit: UnitOfWork) -> Deployment:
            errors = [f for f in inspected(folder, unit, self._means) if f.severity == "error"]
            if errors:
                raise Refused(errors)
            known = unit.deployments.of_hash(folder.content_hash)
            deployment = known or self._kept(unit, folder, name, occasion)
            self._make_newest(unit, deployment, folder, occasion)
            return deployment

        return self._transactions.run(work)

    def check(self, sources: Sources) -> list[Finding]:
        """Everything the linter has to say of the files, the rules of law included.

        Raises NotFound for a path that leads nowhere.
        """
        folder = read_procedure(files_of(sources))
        with self._means.database.look() as unit:
            law = unlawful(folder, unit, self._means)
            return [*inspected(folder, unit, self._means), *law]

    def definitions(self, process_id: str | None = None) -> list[ProcessDefinition]:
        """The newest version of each process, or all versions of one, the newest first."""
        with self._means.database.look() as unit:
            if process_id is None:
                return unit.definitions.all_newest()
            return unit.definitions.versions(process_id)

    def definition(self, key: str) -> ProcessDefinition:
        """Raises NotFound."""
        with self._means.database.look() as unit:
            return self._means.shelf.definition(unit, key)

    def latest(self, process_id: str) -> ProcessDefinition:
        """The version that new instances take. Raises NotFound."""
        with self._means.database.look() as unit:
            definition = unit.definitions.newest(process_id)
        if definition is None:
            raise NotFound.of("runtime.unknown-process", process=process_id)
        return definition

    def folder(self, key: str) -> ProcedureFolder:
        """The files that a definition came with, read. Raises NotFound."""
        with self._means.database.look() as unit:
            return self._means.shelf.folder_of(unit, key)

    def drawn(self, key: str) -> tuple[Drawing, Process]:
        """The process of a definition, in its drawing. Raises NotFound."""
        with self._means.database.look() as unit:
            return self._means.shelf.drawn(unit, key)

    def _kept(
        self,
        unit: UnitOfWork,
        folder: ProcedureFolder,
        name: str | None,
        occasion: Occasion,
    ) -> Deployment:
        deployment = Deployment(
            key=self._means.new_key(),
            hash=folder.content_hash,
            name=name or _name(folder),
            deployed_at=occasion.now,
            deployed_by=occasion.actor.id,
        )
        unit.deployments.keep(deployment, folder.files)
        for drawing, process in executable(folder):
            definition = self._definition(unit, deployment, drawing, process)
            unit.definitions.add([definition])
            unit.definitions.learn_messages(definition.key, messages_received(process))
        unit.decisions.add(
            DecisionDefinition(
                decision_id=decision.id,
                deployment=deployment.key,
                file=file,
                version_tag=decision.version_tag,
            )
            for file, decision in decisions_drawn(folder).values()
        )
        return deployment

    def _definition(
        self, unit: UnitOfWork, deployment: Deployment, drawing: Drawing, process: Process
    ) -> ProcessDefinition:
        return ProcessDefinition(
            key=self._means.new_key(),
            process_id=process.id,
            version=unit.definitions.next_version(process.id),
            deployment=deployment.key,
            file=drawing.file,
            name=process.name,
            version_tag=process.version_tag,
            deployed_at=deployment.deployed_at,
            deployed_by=deployment.deployed_by,
        )

    def _make_newest(
        self,
        unit: UnitOfWork,
        deployment: Deployment,
        folder: ProcedureFolder,
        occasion: Occasion,
    ) -> None:
        """New instances take these versions, and their start events are the ones that wait."""
        processes = folder.processes
        unit.decisions.make_newest(deployment.key)
        for definition in unit.definitions.in_deployment(deployment.key):
            if unit.definitions.newest(definition.process_id) == definition:
                continue
            unit.definitions.make_newest(definition)
            process = processes[definition.process_id]
            environment = self._means.environment(occasion.now)
            events = list(start_events(process, definition.key, environment))
            unit.start_events.replace(definition.process_id, events)
            unit.stirred = True

    def list(self) -> list[Deployment]:
        """All deployments, the newest first."""
        with self._means.database.look() as unit:
            return unit.deployments.list()


def _name(folder: ProcedureFolder) -> str:
    """What people call it: the procedure's name, else the first process's."""
    if folder.facts is not None and folder.facts.name:
        return folder.facts.name
    return next((process.label for process in folder.processes.values()), "")
