"""The candidate groups of a user task are groups of the office."""

from __future__ import annotations

from collections.abc import Iterator

from ..nearest import nearest
from ..rule import Remark, Rule, remark
from ..subject import Subject
from ..texts import FEEL_MARK


def check(subject: Subject) -> Iterator[Remark]:
    known = subject.surroundings.groups
    if known is None:
        return
    for _, element in subject.elements():
        for group in _named(element.assignment.candidate_groups):
            if group not in known:
                near = nearest(group, known)
                yield remark(element, "near" if near else "", group=group, near=near)


def _named(groups: str | None) -> list[str]:
    if groups is None or groups.lstrip().startswith(FEEL_MARK):
        return []
    return [name for each in groups.split(",") if (name := each.strip())]


RULE = Rule("unknown-group", check)
