"""The form of a user task or start event lies beside the drawing."""

from __future__ import annotations

from collections.abc import Iterator

from ..nearest import nearest
from ..rule import Remark, Rule, remark
from ..subject import Subject
from ..texts import FEEL_MARK


def check(subject: Subject) -> Iterator[Remark]:
    known = subject.surroundings.form_ids
    if known is None:
        return
    for _, element in subject.elements():
        form = element.form_id
        if form is not None and form not in known and not form.startswith(FEEL_MARK):
            near = nearest(form, known)
            yield remark(element, "near" if near else "", form=form, near=near)


RULE = Rule("unknown-form", check)
