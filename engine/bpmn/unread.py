"""What the reader could not place, seen from where it stands and whose vocabulary it is of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from .model import Unread
from .names import IMPORTABLE as IMPORTABLE
from .rule import Place, Remark, Severity, remark
from .subject import Subject

CAMUNDA_7 = frozenset(
    {
        "bpmn:callActivity@calledElement",
        "bpmn:scriptTask@scriptFormat",
        "bpmn:script",
    }
)
"""Words of BPMN itself that Camunda 7 and its kin execute; Camunda 8 has its own for them."""

OWN = frozenset({"", "bpmn", "zeebe", *IMPORTABLE})


@dataclass(frozen=True, slots=True)
class Somewhere:
    """A place for what is no element of the model."""

    id: str
    name: str | None
    line: int


@dataclass(frozen=True, slots=True)
class OddThing:
    """vocabulary: the prefix we know it by (`bpmn`, `zeebe`, `camunda`, …), else its namespace."""

    what: str
    line: int
    again: bool

    @property
    def is_element(self) -> bool:
        return "@" not in self.what

    @property
    def vocabulary(self) -> str:
        if self.what in CAMUNDA_7:
            return "camunda"
        name = self.what.rpartition("@")[2].partition("=")[0]
        if not name.startswith("{"):
            holder = self.what.partition("@")[0]
            return name.rpartition(":")[0] or holder.rpartition(":")[0]
        return name[1:].partition("}")[0]

    @property
    def is_foreign(self) -> bool:
        return self.vocabulary not in OWN


Odd: TypeAlias = tuple[Place, OddThing]


def odd(subject: Subject) -> Iterator[Odd]:
    """Everything unread in the executable processes and beside all processes, with its place."""
    for process in subject.processes:
        yield from _at(process, process.unread)
        for element in process.elements.values():
            yield from _at(element, element.unread)
    for unread in subject.drawing.unread:
        if subject.is_judged(unread.owner or ""):
            yield somewhere(subject, unread.owner, unread.line), _thing(unread)


def remark_on(
    place: Place, thing: OddThing, severity: Severity = "error", **arguments: Any
) -> Remark:
    return remark(place, line=thing.line, severity=severity, what=thing.what, **arguments)


def somewhere(subject: Subject, element_id: str | None, line: int) -> Place:
    """The element with that id; for what is none, a place with the name of the file."""
    found = subject.drawing.find(element_id or "")
    return (
        found[1] if found else Somewhere(element_id or "", element_id or subject.drawing.file, line)
    )


def _at(place: Place, unread: tuple[Unread, ...]) -> Iterator[Odd]:
    return ((place, _thing(each)) for each in unread)


def _thing(unread: Unread) -> OddThing:
    return OddThing(unread.what, unread.line, unread.again)
