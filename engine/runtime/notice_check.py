"""Notices against the drawings that send them: whether a notice is there, and whether something
writes what its placeholders read.

A shared process may take the notice's name as an input (`template` of `lib-cap-nhat-trang-thai`);
calls of it are judged as jobs are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ..bpmn.fixed_inputs import unknown_texts
from ..bpmn.model import Element, EventKind, Kind, Process
from ..bpmn.surroundings import Surroundings
from ..bpmn.texts import FEEL_MARK
from ..bpmn.variables import Variables, brings_message, is_unforeseen, unwritten
from ..errors import Finding
from ..procedure.folder import ProcedureFolder
from ..procedure.notices import Notice
from ..procedure.placeholders import RULE, Placeholder

TEMPLATE = "template"


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A folder with what its drawings may refer to."""

    folder: ProcedureFolder
    around: Surroundings

    @property
    def processes(self) -> list[Process]:
        return list(self.folder.processes.values())

    @property
    def elements(self) -> list[Element]:
        return [each for process in self.processes for each in _of(process)]


def check_notices(own: Home, called: Mapping[str, Home]) -> Iterator[Finding]:
    """called: the homes of the processes outside that the folder's drawings call, by process."""
    yield from _calls_with_unknown_notice(own, called)
    known = _written(own, called.values())
    is_open = _is_open(own)
    for notice in own.folder.notices.values():
        yield from _unwritten(notice, known, is_open=is_open)


def called_outside(folder: ProcedureFolder) -> set[str]:
    """The processes the drawings call by name, and do not draw."""
    elements = (each for process in folder.processes.values() for each in _of(process))
    names = {each.called.process_id for each in elements if each.called}
    named = {name for name in names if name and not name.startswith(FEEL_MARK)}
    return named.difference(folder.processes)


def _calls_with_unknown_notice(own: Home, called: Mapping[str, Home]) -> Iterator[Finding]:
    for drawing in own.folder.drawings:
        for process in drawing.executable:
            for element in _of(process):
                yield from _unknown(element, drawing.file, own, called)


def _unknown(
    element: Element, file: str, own: Home, called: Mapping[str, Home]
) -> Iterator[Finding]:
    name = element.called.process_id if element.called else ""
    home = own if name in own.folder.processes else called.get(name)
    if home is None:
        return
    known = {*own.folder.notices, *home.folder.notices}
    for passed in _names_of_notices(home.folder.processes[name], home.around):
        for line, notice, near in unknown_texts(element, passed, known):
            arguments = {"element": element.label, "notice": notice, "near": near}
            key = "bpmn.unknown-notice.near" if near else "bpmn.unknown-notice"
            yield replace(
                _finding("unknown-notice", file, line, key, "error", arguments),
                element=element.id,
                label=element.label,
            )


def _names_of_notices(process: Process, around: Surroundings) -> set[str]:
    """The inputs of a process that its jobs take as the name of a notice."""
    sources = (
        mapping.source
        for element in _of(process)
        if element.job and around.takes(element.job.type, TEMPLATE)
        for mapping in element.inputs
        if mapping.target == TEMPLATE and mapping.source.startswith(FEEL_MARK)
    )
    return {source.removeprefix(FEEL_MARK).strip() for source in sources}


def _written(own: Home, called: Iterable[Home]) -> frozenset[str]:
    """What anything writes that a notice of the folder may see."""
    homes = (own, *called)
    return frozenset().union(*(_variables(home).written for home in homes))


def _is_open(own: Home) -> bool:
    """Whether names nobody foresees may be there. What a message brings in the middle is not looked
    for: a notice of every path could not read it.
    """
    inside = (each for process in own.processes for each in process.inside(process.id))
    bare = any(_is_bare(each) for each in inside if each.kind is Kind.START_EVENT)
    return bare or any(is_unforeseen(each, own.around) for each in own.elements)


def _is_bare(start: Element) -> bool:
    is_plain = start.event.kind is EventKind.NONE
    return not start.form_id if is_plain else brings_message(start)


def _variables(home: Home) -> Variables:
    return Variables(home.elements, replace(home.around, start_variables=()))


def _unwritten(notice: Notice, known: frozenset[str], *, is_open: bool) -> Iterator[Finding]:
    for placeholder in notice.placeholders:
        for name, near in unwritten(placeholder.expression.variables, known, is_open=is_open):
            yield _said(notice, placeholder, name, near)


def _said(notice: Notice, placeholder: Placeholder, name: str, near: str | None) -> Finding:
    key = "procedure.unwritten.near" if near else "procedure.unwritten"
    arguments = {"formula": placeholder.text, "name": name, "near": near}
    return _finding(RULE, notice.file, placeholder.line, key, "warning", arguments)


def _of(process: Process) -> Iterable[Element]:
    return process.elements.values()


def _finding(
    rule: str, file: str, line: int, key: str, severity: str, arguments: Mapping[str, object]
) -> Finding:
    return Finding(rule=rule, severity=severity, key=key, arguments=arguments, file=file, line=line)
