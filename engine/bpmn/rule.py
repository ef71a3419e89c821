"""What a rule is: a name, a set, and a check that makes remarks about places of a drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol

from ..errors import Finding

if TYPE_CHECKING:
    from .subject import Subject

Severity = Literal["error", "warning", "advice"]
RuleSet = Literal["correct", "law", "advice"]


class Place(Protocol):
    """Anything drawn that has an id, perhaps a label, and a line in the file."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str | None: ...
    @property
    def line(self) -> int: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a check has to say of one place. `case` tells apart what one rule may say."""

    element: str | None
    label: str
    line: int
    case: str
    severity: Severity
    column: int | None
    arguments: Mapping[str, Any]


def remark(
    place: Place,
    case: str = "",
    *,
    severity: Severity = "error",
    line: int | None = None,
    column: int | None = None,
    label: str | None = None,
    **arguments: Any,
) -> Remark:
    return Remark(
        element=place.id,
        label=label or label_of(place),
        line=line or place.line,
        case=case,
        severity=severity,
        column=column,
        arguments=arguments,
    )


def label_of(place: Place) -> str:
    """What the analyst calls it: the label if there is one, else the id."""
    return " ".join((place.name or "").split()) or place.id


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. Its page in the reference is made of its module's docstring."""

    name: str
    check: Callable[[Subject], Iterable[Remark]]
    set: RuleSet = "correct"

    def findings(self, subject: Subject) -> list[Finding]:
        return [self._finding(subject, remark) for remark in self.check(subject)]

    def _finding(self, subject: Subject, remark: Remark) -> Finding:
        return Finding(
            rule=self.name,
            severity=remark.severity,
            key=f"bpmn.{self.name}.{remark.case}" if remark.case else f"bpmn.{self.name}",
            arguments={"element": remark.label, **remark.arguments},
            file=subject.drawing.file,
            line=remark.line or None,
            element=remark.element,
            label=remark.label,
            column=remark.column,
        )
