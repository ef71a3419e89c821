"""Every expression is FEEL that can be read; the remark says line and column inside it."""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for text, reading in subject.readings:
        if reading.error is not None:
            line, column = reading.place
            yield remark(
                text.place,
                line=text.line,
                label=text.label,
                column=column,
                role=text.role,
                text=text.text,
                at_line=line,
                at_column=column,
            )


RULE = Rule("expression", check)
