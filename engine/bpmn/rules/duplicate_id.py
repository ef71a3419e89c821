"""No id is given twice in one file (XML Schema, `xsd:ID`).

Which of the two a flow or a running instance means could not be told.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Remark, Rule, remark
from ..subject import Subject
from ..unread import Somewhere


def check(subject: Subject) -> Iterator[Remark]:
    for twice in subject.drawing.duplicates:
        place = Somewhere(twice.id, None, twice.line)
        yield remark(place, first_line=twice.first_line)


RULE = Rule("duplicate-id", check)
