"""Checks a procedure's files together, knowing what else is deployed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ..bpmn.beginnings import begins_plainly
from ..bpmn.linter import lint_drawing
from ..bpmn.model import Drawing, EventDefinition, EventKind, Process
from ..bpmn.surroundings import Surroundings
from ..bpmn.texts import FEEL_MARK
from ..decisions import Model, check_tables, read_model
from ..decisions.model import Decision
from ..errors import BadDrawing, Finding, Refused
from ..procedure.folder import ProcedureFolder
from ..storage.unit_of_work import UnitOfWork
from .alarm import has_alarm
from .means import Means
from .notice_check import Home, called_outside, check_notices
from .starts import setting_off


def inspected(folder: ProcedureFolder, unit: UnitOfWork, means: Means) -> list[Finding]:
    """All findings: of the files, of each drawing, and of all drawings together."""
    around = surroundings(folder, unit, means)
    found = list(folder.findings)
    for drawing in folder.drawings:
        found += lint_drawing(drawing, around)
    found += check_notices(Home(folder=folder, around=around), _called_homes(folder, unit, means))
    found += _timers_without_moment(folder, means)
    found += _faulty_decisions(folder)
    found += _doubled(folder)
    found += _nothing_to_run(folder)
    return found


def surroundings(folder: ProcedureFolder, unit: UnitOfWork, means: Means) -> Surroundings:
    """What a drawing of the folder may refer to."""
    facts = folder.facts
    lanes = None if facts is None else {n: lane.group for n, lane in facts.lanes.items()}
    return Surroundings(
        job_types=means.job_types,
        process_ids=unit.definitions.process_ids() | set(folder.processes),
        uncallable={name for name, each in folder.processes.items() if not begins_plainly(each)},
        decision_ids=unit.decisions.ids() | set(decisions_drawn(folder)),
        form_ids=set(folder.forms),
        form_fields={form.id: form.variables for form in folder.forms.values()},
        groups=None if facts is None else facts.known_groups,
        lanes=lanes,
        notices=set(folder.notices),
        documents={name.removesuffix(".typ") for name in folder.documents},
    )


def _called_homes(folder: ProcedureFolder, unit: UnitOfWork, means: Means) -> dict[str, Home]:
    """Where the deployed processes lie that the folder's drawings call."""
    newest = {name: unit.definitions.newest(name) for name in called_outside(folder)}
    folders = {
        name: means.shelf.folder(unit, definition.deployment)
        for name, definition in newest.items()
        if definition
    }
    return {
        name: Home(folder=each, around=surroundings(each, unit, means))
        for name, each in folders.items()
    }


def decisions_drawn(folder: ProcedureFolder) -> dict[str, tuple[str, Decision]]:
    """The decisions of the folder by their ids, each with its file."""
    readable = [(file, _model(folder, file)) for file in folder.decisions]
    return {
        decision.id: (file, decision)
        for file, model in readable
        if isinstance(model, Model)
        for decision in model.definitions.decisions
    }


def _faulty_decisions(folder: ProcedureFolder) -> Iterator[Finding]:
    """Of each file its own: what is wrong with an imported one is told of that one."""
    for file in folder.decisions:
        model = _model(folder, file)
        found = check_tables(model.definitions) if isinstance(model, Model) else model
        yield from (finding for finding in found if finding.file == file)


def _model(folder: ProcedureFolder, file: str) -> Model | tuple[Finding, ...]:
    try:
        return read_model(file, folder.decisions)
    except Refused as refused:
        return refused.findings
    except BadDrawing as bad:
        return (bad.finding,)


def _timers_without_moment(folder: ProcedureFolder, means: Means) -> Iterator[Finding]:
    """FEEL of timers that begin an instance: it is evaluated when the drawing is deployed."""
    environment = means.environment(means.now())
    for drawing, process in executable(folder):
        for element in setting_off(process):
            for event in filter(_is_computed_timer, element.events):
                if not has_alarm(event, environment):
                    arguments = {"label": element.label, "text": event.value or ""}
                    yield replace(
                        _error("start-timer", drawing.file, element.id, **arguments),
                        line=event.line,
                        label=element.label,
                    )


def _is_computed_timer(event: EventDefinition) -> bool:
    return event.kind is EventKind.TIMER and (event.value or "").startswith(FEEL_MARK)


def executable(folder: ProcedureFolder) -> Iterator[tuple[Drawing, Process]]:
    """The executable processes of the folder, each with its drawing."""
    for drawing in folder.drawings:
        for process in drawing.executable:
            yield drawing, process


def _doubled(folder: ProcedureFolder) -> Iterator[Finding]:
    """The same process id in two drawings: which one would be meant?"""
    files = [(process.id, drawing.file) for drawing, process in executable(folder)]
    for process_id, times in Counter(name for name, _ in files).items():
        if times > 1:
            drawn_in = ", ".join(file for name, file in files if name == process_id)
            yield _error(
                "process-drawn-twice", drawn_in, process_id, process=process_id, files=drawn_in
            )


def _nothing_to_run(folder: ProcedureFolder) -> Iterator[Finding]:
    if not (folder.drawings or folder.decisions or folder.findings):
        yield _error("no-drawing", ", ".join(folder.files) or "-")


def _error(rule: str, file: str, element: str | None = None, **arguments: str) -> Finding:
    return Finding(
        rule=rule,
        severity="error",
        key=f"runtime.{rule}",
        arguments=arguments,
        file=file,
        element=element,
    )
