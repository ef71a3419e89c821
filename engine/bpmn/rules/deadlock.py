"""A join gets all the tokens it waits for.

Proved by following every way the tokens of a process or sub-process can go; data is not looked at.
A join that no run gets past is an error, and so is each that waits in vain where no run comes to
an end. One that waits in vain only in some runs, or for more tokens than it passed, is a warning,
since conditions may rule these runs out; such an instance is reported as stuck.
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
