"""A join gets all the tokens it waits for.

Proved by following every way the tokens of a process or sub-process can go; data is not looked at.
A join that waits in vain in every run is an error. One that does so only in some runs is a warning,
since conditions may rule these runs out; such an instance would be reported as stuck.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for explored in subject.explored:
        for proof in explored.stuck:
            if proof.always:
                yield remark(proof.element, "always", path=proof.path)
            else:
                yield remark(proof.element, "sometimes", severity="warning", path=proof.path)


RULE = Rule("deadlock", check)
