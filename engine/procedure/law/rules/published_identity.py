"""Code and name of the drawing are the national code and name of the procedure.

The process says its code with the property `procedure.code`; the facts say the published one.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..acts import ND_63_2010, ND_224_2026, Basis
from ..remark import Remark, of_place
from ..rule import Rule
from ..subject import CODE, Subject


def check(subject: Subject) -> Iterator[Remark]:
    facts = subject.facts
    for main in subject.mains:
        process, file = main.drawn.process, main.drawn.file
        code, name = process.properties.get(CODE), " ".join((process.name or "").split())
        if not code:
            yield of_place(file, process, "no-code", code=facts.code)
        elif facts.code and code != facts.code:
            yield of_place(file, process, "code", found=code, code=facts.code)
        if facts.name and name != " ".join(facts.name.split()):
            yield of_place(file, process, "name", found=name or "–", name=facts.name)


RULE = Rule(
    number="L12",
    name="published-identity",
    check=check,
    bases=(
        Basis(act=ND_63_2010, article="Khoản 2 Điều 8"),
        Basis(act=ND_224_2026, article="Điểm b khoản 1 Điều 15"),
    ),
)
