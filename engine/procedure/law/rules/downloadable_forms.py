"""Every published form is there to be filled in.

A form in the facts names its e-form (`form = "…"`), and the e-form lies in the folder; from it the
form to download is printed too. A part of the dossier that names an e-form has it as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..acts import ND_43_2011, ND_224_2026, Basis
from ..remark import Remark, of_fact
from ..rule import Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    facts, there = subject.facts, subject.folder.forms
    for index, form in enumerate(facts.forms):
        if not form.form:
            yield of_fact(subject, ("forms", index), "none", "warning", name=form.name)
        elif form.form not in there:
            yield of_fact(subject, ("forms", index, "form"), "missing", form=form.form)
    for index, component in enumerate(facts.components):
        if component.form and component.form not in there:
            yield of_fact(subject, ("components", index, "form"), "missing", form=component.form)


RULE = Rule(
    number="M2",
    name="downloadable-forms",
    check=check,
    bases=(
        Basis(act=ND_43_2011, article="Khoản 4 Điều 3"),
        Basis(act=ND_224_2026, article="Điểm b khoản 1 Điều 15"),
    ),
)
