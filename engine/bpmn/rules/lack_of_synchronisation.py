"""Branches that run side by side are joined before what follows is done.

Merged by an exclusive gateway, or by several flows into one activity, each branch goes on by
itself: what follows is done once for each.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for explored in subject.explored:
        for proof in explored.crowded:
            yield remark(proof.element, severity="warning", path=proof.path)


RULE = Rule("lack-of-synchronisation", check)
