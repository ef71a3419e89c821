"""Every part of the dossier can be given as a file, or is replaced by data; no original is shown.

In the facts, a component that is neither `electronic` nor `replaced-by` a data source has to be
brought, and so has one whose `original-shown` is true. In the drawing, a step asks for an original
with the property `original = required`. Bringing something is coming in person: reason 1 of article
14.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..acts import ND_42_2022, ND_224_2026, Basis
from ..marks import needs_original
from ..on_the_way import marked
from ..remark import Remark, of_fact
from ..rule import AS_DECLARED, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for index, component in enumerate(subject.facts.components):
        path = ("components", index)
        if component.original_shown:
            yield of_fact(subject, path, "shown", name=component.name)
        elif component.required and not component.electronic and not component.replaced_by:
            yield of_fact(subject, path, "paper", name=component.name)
    yield from marked(subject, needs_original, "step")


RULE = Rule(
    number="L4",
    name="original-required",
    check=check,
    bases=(Basis(act=ND_42_2022), Basis(act=ND_224_2026, article="Điểm d khoản 1 Điều 15")),
    severity=AS_DECLARED,
)
