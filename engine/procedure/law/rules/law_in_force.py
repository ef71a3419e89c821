"""The published legal basis is in force.

Every act has its first day, and its last one where it has ended; on the day of the check at least
one is in force. One that has ended is a warning. A dossier keeps the version it was received under:
a process instance stays with the deployment it was started in.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..acts import ND_63_2010, Basis
from ..remark import Remark, of_fact
from ..rule import Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    acts, day = subject.facts.legal_basis, subject.day
    if acts and not any(act.in_force(day) for act in acts):
        yield of_fact(subject, ("legal-basis", 0), "none", day=day)
    for index, act in enumerate(acts):
        if act.until is not None and act.until < day:
            path = ("legal-basis", index)
            yield of_fact(subject, path, "ended", "warning", number=act.number, until=act.until)


RULE = Rule(
    number="P12",
    name="law-in-force",
    check=check,
    bases=(Basis(act=ND_63_2010, article="Khoản 2 Điều 8"),),
)
