"""What a rule of law has to say of one place: of an element, of a fact, of a form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ...bpmn.model import Element
from ...bpmn.rule import Place, label_of
from ..lines import Path, line_of
from ..tables import shown
from .frames import Frame
from .subject import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """`case` tells apart what one rule may say; severity None: as the rule has it."""

    file: str
    line: int | None
    element: str | None
    label: str
    case: str
    severity: str | None
    arguments: Mapping[str, Any]


def of_element(
    subject: Subject,
    frame: Frame,
    element: Element,
    case: str = "",
    severity: str | None = None,
    **arguments: Any,
) -> Remark:
    """A remark on an element; on the call in the procedure's own drawing where it lies
    elsewhere.
    """
    place, seen = element, frame
    while not subject.is_own(seen) and seen.around is not None and seen.element is not None:
        place, seen = seen.element, seen.around
    label = element.label if place is element else f"{place.label} › {element.label}"
    return of_place(seen.file, place, case, severity, label=label, **arguments)


def of_place(
    file: str,
    place: Place,
    case: str = "",
    severity: str | None = None,
    *,
    label: str | None = None,
    line: int | None = None,
    **arguments: Any,
) -> Remark:
    return Remark(
        file=file,
        line=line or place.line,
        element=place.id,
        label=label or label_of(place),
        case=case,
        severity=severity,
        arguments=arguments,
    )


def of_fact(
    subject: Subject, path: Path, case: str = "", severity: str | None = None, **arguments: Any
) -> Remark:
    """A remark on a value of procedure.toml."""
    return Remark(
        file=subject.facts.file,
        line=line_of(subject.lines, path),
        element=shown(path),
        label=shown(path),
        case=case,
        severity=severity,
        arguments=arguments,
    )


def each_once(remarks: Iterable[Remark]) -> Iterator[Remark]:
    """The remarks, of several with the same case at the same place the first."""
    said: set[tuple[str, str | None, str, str]] = set()
    for remark in remarks:
        key = (remark.file, remark.element, remark.label, remark.case)
        if key not in said:
            said.add(key)
            yield remark
