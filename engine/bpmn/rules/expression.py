"""Every expression is FEEL that can be read; the remark says where inside it, and why not."""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for text, reading in subject.readings:
        if reading.error is not None:
            yield remark(
                text.place,
                line=text.line,
                label=text.label,
                column=reading.column,
                role=text.role,
                text=text.text,
                why=reading.error.sentence("vi"),
                why_en=reading.error.sentence("en"),
            )


RULE = Rule("expression", check)
