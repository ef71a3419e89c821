"""Measures the level of a procedure: the lowest rung with something unmet decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ...bpmn.model import Element, Kind
from ...errors import Finding
from ..facts_reader import RULE as FACTS
from ..folder import ProcedureFolder
from ..law.acts import ND_63_2010, Basis, basis_on
from ..law.check import nowhere
from ..law.frames import Frame
from ..law.known import FEEL_MARK
from ..law.library import Find
from ..law.remark import of_element, of_place
from ..law.rules import RULES
from ..law.subject import Main, Subject
from .criteria import ADVISED, CRITERIA, FOLLOWED, Criterion
from .level import Lack, Level
from .scale import TOP, scale_on

PUBLISHED = Basis(act=ND_63_2010, article="Khoản 2 Điều 8")


def measure(folder: ProcedureFolder, day: date, find: Find = nowhere) -> Level:
    """The level a folder reaches under the law of a day. find: the processes of other folders.

    Raises BadInput for a day before there were levels.
    """
    scale = scale_on(day)
    subject = Subject(folder, find, day)
    found = list(_findings(subject))
    criteria = [criterion for criterion in CRITERIA if _applies(criterion, day)]
    lacks = _lacks(criteria, found, day)
    return Level(
        day=day,
        scale=scale,
        code=subject.facts.code,
        name=subject.facts.name or _drawn_name(subject),
        rung=min((lack.criterion.rung - 1 for lack in lacks), default=TOP),
        criteria=tuple(criteria),
        lacks=tuple(sorted(lacks, key=lambda lack: lack.criterion.rung)),
        declared=subject.facts.level.declared if subject.facts.level else None,
        popular=subject.facts.popular,
        advised=tuple(_lacks(ADVISED, found, day)),
    )


def _lacks(criteria: Iterable[Criterion], found: Sequence[Finding], day: date) -> list[Lack]:
    return [
        Lack(criterion=criterion, finding=finding, basis=_basis(finding, day))
        for criterion in criteria
        for finding in found
        if criterion.takes(finding)
    ]


def _findings(subject: Subject) -> Iterator[Finding]:
    if subject.folder.facts is None:
        yield Finding(
            rule=FACTS, severity="error", key="level.no-facts", arguments={}, file="procedure.toml"
        )
    yield from (each for each in subject.folder.findings if each.rule == FACTS)
    for rule in RULES:
        if rule.applies(subject.day):
            yield from rule.findings(subject)
    for main in subject.mains:
        yield from _not_followed(main)


def _applies(criterion: Criterion, day: date) -> bool:
    """Whether the law of the day asks for the criterion."""
    names = {asked.rule for asked in criterion.asked}
    if names & {FACTS, FOLLOWED.name}:
        return True
    return any(rule.name in names and rule.applies(day) for rule in RULES)


def _basis(finding: Finding, day: date) -> Basis | None:
    if finding.rule == FACTS:
        return PUBLISHED
    rule = next((rule for rule in RULES if rule.name == finding.rule), None)
    return basis_on(rule.bases, day) if rule else None


def _drawn_name(subject: Subject) -> str:
    return next((main.drawn.process.label for main in subject.mains), "")


def _not_followed(main: Main) -> Iterator[Finding]:
    """The places beyond which nothing was looked at, so that nothing is proven there."""
    said: set[tuple[str, str]] = set()
    for frame in (inside for each in main.frames for inside in each.inward()):
        for case, element in _ends_of_sight(frame):
            if (case, element.id) not in said:
                said.add((case, element.id))
                yield _unseen(main, frame, case, element)
        if not frame.runs.complete and ("large", frame.scope) not in said:
            said.add(("large", frame.scope))
            yield _too_large(main, frame)


def _ends_of_sight(frame: Frame) -> Iterable[tuple[str, Element]]:
    for element in frame.elements:
        if element.kind is Kind.CALL_ACTIVITY and frame.inner(element) is None:
            yield _why(frame, element), element


def _why(frame: Frame, element: Element) -> str:
    """Why a call is not followed: a case of the message."""
    name = element.called.process_id if element.called else ""
    if name.startswith(FEEL_MARK):
        return "computed"
    return "deep" if frame.is_known(element) else "unknown"


def _unseen(main: Main, frame: Frame, case: str, element: Element) -> Finding:
    remark = of_element(main.subject, frame, element)
    process = element.called.process_id if element.called else "–"
    return Finding(
        rule=FOLLOWED.name,
        severity="error",
        key=f"level.followed.{case}",
        arguments={"element": remark.label, "process": process},
        file=remark.file,
        line=remark.line,
        element=remark.element,
        label=remark.label,
    )


def _too_large(main: Main, frame: Frame) -> Finding:
    place = of_place(main.drawn.file, main.drawn.process)
    return Finding(
        rule=FOLLOWED.name,
        severity="error",
        key="level.followed.large",
        arguments={"element": frame.drawn.process.label},
        file=place.file,
        line=place.line,
        element=place.element,
        label=place.label,
    )
