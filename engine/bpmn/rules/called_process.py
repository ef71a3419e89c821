"""A call activity names a process that is deployed and that can be called.

With `bindingType="versionTag"` it also names the tag. A called process is executable, and has a
none start event or no start event at all (BPMN 2.0 §10.3.6).
"""

from __future__ import annotations

from collections.abc import Iterator

from ..beginnings import begins_plainly
from ..model import CalledProcess, Element, Kind
from ..nearest import nearest
from ..rule import Remark, Rule, remark
from ..subject import Subject
from ..texts import FEEL_MARK


def check(subject: Subject) -> Iterator[Remark]:
    for _, element in subject.elements(Kind.CALL_ACTIVITY):
        called = element.called
        if called is None or not called.process_id.strip():
            yield remark(element, "none")
            continue
        if called.binding == "versionTag" and not called.version_tag:
            yield remark(element, "tag", line=called.line)
        yield from _unknown(subject, element, called)
        yield from _unable(subject, element, called)


def _unable(subject: Subject, element: Element, called: CalledProcess) -> Iterator[Remark]:
    """Whether the called process, if it is known, cannot be begun by a call."""
    drawn = subject.drawing.processes.get(called.process_id)
    if drawn is None:
        if called.process_id in subject.surroundings.uncallable:
            yield remark(element, "no-start", line=called.line, process=called.process_id)
        return
    if not drawn.executable:
        yield remark(element, "not-executable", line=called.line, process=drawn.label)
        return
    if not begins_plainly(drawn):
        yield remark(element, "no-start", line=called.line, process=drawn.label)


def _unknown(subject: Subject, element: Element, called: CalledProcess) -> Iterator[Remark]:
    known = subject.surroundings.process_ids
    name = called.process_id
    if known is None or name.startswith(FEEL_MARK) or name in subject.drawing.processes:
        return
    if name not in known:
        near = nearest(name, [*known, *subject.drawing.processes])
        case = "near" if near else "unknown"
        yield remark(element, case, line=called.line, process=name, near=near)


RULE = Rule("called-process", check)
