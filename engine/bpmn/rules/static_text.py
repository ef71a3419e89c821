"""What must be computed is written as FEEL with a leading `=` (Camunda 8's convention).

A condition `amount > 10` without `=` is only a text, and would never be true. Where a name must be
fixed (of a message, a code), an expression would be taken for the name itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Remark, Rule, remark
from ..subject import Subject
from ..texts import Form


def check(subject: Subject) -> Iterator[Remark]:
    for text in subject.texts:
        case = {Form.FEEL: not text.is_feel, Form.STATIC: text.is_feel}.get(text.form, False)
        if case:
            yield remark(
                text.place,
                text.form,
                line=text.line,
                label=text.label,
                role=text.role,
                text=text.text,
            )


RULE = Rule("static-text", check)
